"""What may not be published, and what is said about it (row 73 of the bad inputs)."""

import copy
import json
from collections.abc import Callable
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from portal.gate import NotReadyError, missing
from portal.models import Edition
from portal.publication import desk_items, publish, publish_all, publish_together, withdraw
from portal.words import EditionKind
from trials.models import LegalBasis, Trial, TrialPeriod

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

NEXTWORK = "nextwork-praktik"
Document = dict[str, Any]


def document_of(kind: EditionKind, slug: str) -> Document:
    """A published document that may be changed."""
    return copy.deepcopy(Edition.objects.newest().get(kind=kind, slug=slug).document)


def trial() -> Document:
    return document_of(EditionKind.TRIAL, NEXTWORK)


def supported() -> Document:
    """A recommendation that rests on a finding."""
    rows = Edition.objects.filter(kind=EditionKind.RECOMMENDATION).exclude(document__supports=[])
    return copy.deepcopy(rows[0].document)


def lacks_of(kind: EditionKind, document: Document) -> str:
    return " ".join(missing(kind, document))


def test_everything_in_the_fixtures_may_be_published() -> None:
    items = list(desk_items())

    assert len(items) > 40
    for kind, document in items:
        assert missing(kind, document) == [], document["slug"]


def test_a_day_that_the_source_does_not_state_counts_as_given_with_its_citation() -> None:
    """Row 73, as corrected: the end of the two voksenlærling trials stands in no text."""
    document = trial() | {"examples": []}  # which know the day
    document["periods"][0]["end"] |= {"earliest": None, "latest": None}

    assert missing(EditionKind.TRIAL, document) == []

    document["periods"][0]["end"]["source"] = None
    assert "Kilde til slutningen af periode 1 mangler." in lacks_of(EditionKind.TRIAL, document)


def without(name: str) -> Callable[[Document], None]:
    return lambda document: document.update({name: []})


def empty(*path: Any) -> Callable[[Document], None]:
    """Empty the part at the path: a list becomes empty, anything else None."""

    def change(document: Any) -> None:
        for step in path[:-1]:
            document = document[step]
        document[path[-1]] = [] if isinstance(document[path[-1]], list) else None

    return change


def listed_without_list(document: Document) -> None:
    document["coverage"] |= {"kind": "listed", "municipalities": []}


def unknown_judgement(document: Document) -> None:
    document["limit"]["steps"][0]["requires"] = ["findes_ikke"]


def unknown_attribute(document: Document) -> None:
    alternative = document["target_groups"][0]["conditions"][0]["alternatives"][0]
    alternative["attribute"] = "findes_ikke"


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (without("legal_bases"), "Retsgrundlag mangler."),
        (empty("legal_bases", 0, "source"), "Kilde til retsgrundlag 1 mangler."),
        (without("periods"), "Periode mangler."),
        (empty("periods", 0, "start", "source"), "Kilde til begyndelsen af periode 1 mangler."),
        (empty("coverage", "source"), "Kilde til geografien mangler."),
        (listed_without_list, "ingen er valgt"),
        (without("target_groups"), "Målgruppe mangler."),
        (empty("target_groups", 0, "conditions"), "har ingen betingelser"),
        (empty("target_groups", 0, "source"), "mangler sin kilde"),
        (
            empty("target_groups", 0, "conditions", 0, "alternatives"),
            "\u201d har ingen alternativer",
        ),
        (unknown_attribute, "Oplysningen findes ikke"),
        (empty("limit", "steps"), "Varigheden har ingen trin."),
        (empty("limit", "steps", 0, "source"), "Kilde til trin 1 mangler."),
        (unknown_judgement, "kan ikke læses som en regel"),
    ],
)
def test_a_trial_without_one_of_its_parts_is_refused(
    change: Callable[[Document], None], told: str
) -> None:
    document = trial()
    change(document)

    assert told in lacks_of(EditionKind.TRIAL, document)
    with pytest.raises(NotReadyError):
        publish(EditionKind.TRIAL, document, by=None, reason="Prøve")


@pytest.mark.parametrize(
    ("kind", "slug", "change", "told"),
    [
        (EditionKind.EVALUATION, "en-plan-vive", without("sources"), "Kilde mangler."),
        (
            EditionKind.EVALUATION,
            "en-plan-vive",
            empty("findings", 0, "sources"),
            "mangler sin kilde",
        ),
        (
            EditionKind.EVALUATION,
            "en-plan-vive",
            lambda document: document.update(programmes=[], trials=[]),
            "hverken program eller forsøg",
        ),
        (EditionKind.PROGRAMME, "ips", without("sources"), "Kilde mangler."),
    ],
)
def test_evidence_without_one_of_its_parts_is_refused(
    kind: EditionKind, slug: str, change: Callable[[Document], None], told: str
) -> None:
    document = document_of(kind, slug)
    change(document)

    assert told in lacks_of(kind, document)


def test_a_recommendation_rests_on_a_finding_or_is_official() -> None:
    document = supported() | {"status": "learning", "supports": []}

    assert "hviler ikke på noget fund" in lacks_of(EditionKind.RECOMMENDATION, document)

    document["status"] = "official_guidance"
    assert missing(EditionKind.RECOMMENDATION, document) == []


def test_a_fault_of_the_program_is_not_told_as_a_lack() -> None:
    for kind in (EditionKind.TRIAL, EditionKind.EVALUATION, EditionKind.RECOMMENDATION):
        with pytest.raises(KeyError):
            missing(kind, {"slug": "x", "title": "X"})


# --- What it points at ------------------------------------------------------------------------


def test_what_is_pointed_at_must_be_on_the_shelf() -> None:
    evaluation = document_of(EditionKind.EVALUATION, "en-plan-vive")
    programme = evaluation["programmes"][0]["slug"]
    withdraw(EditionKind.PROGRAMME, programme, by=None, reason="Prøve")
    evaluation["summary"] = "Anden tekst."

    with pytest.raises(
        NotReadyError, match=f"program \u201d{programme}\u201d, som ikke er udgivet"
    ):
        publish(EditionKind.EVALUATION, evaluation, by=None, reason="Prøve")


def test_a_programme_points_at_its_trials() -> None:
    programme = document_of(EditionKind.PROGRAMME, "uddannelsesloeft")
    trial_slug = programme["trials"][0]["slug"]
    withdraw(EditionKind.TRIAL, trial_slug, by=None, reason="Prøve")
    programme["summary"] = "Anden tekst."

    with pytest.raises(NotReadyError, match=f"\u201d{trial_slug}\u201d, som ikke er udgivet"):
        publish(EditionKind.PROGRAMME, programme, by=None, reason="Prøve")


def test_what_is_published_in_the_same_go_may_point_at_each_other() -> None:
    evaluation = document_of(EditionKind.EVALUATION, "en-plan-vive")
    slug = evaluation["programmes"][0]["slug"]
    programme = document_of(EditionKind.PROGRAMME, slug)
    withdraw(EditionKind.PROGRAMME, slug, by=None, reason="Prøve")
    evaluation["summary"] = "Anden tekst."
    together = [(EditionKind.EVALUATION, evaluation), (EditionKind.PROGRAMME, programme)]

    assert len(publish_together(together, by=None, reason="Prøve")) == 2


def test_a_recommendation_needs_the_finding_itself_on_the_shelf() -> None:
    document = supported()
    document["supports"][0]["finding"] = "findes-ikke"

    with pytest.raises(NotReadyError, match="fundet \u201dfindes-ikke\u201d i evaluering"):
        publish(EditionKind.RECOMMENDATION, document, by=None, reason="Prøve")


def test_a_finding_that_published_advice_rests_on_stays_in_its_evaluation() -> None:
    advice = supported()
    support = advice["supports"][0]
    evaluation = document_of(EditionKind.EVALUATION, support["evaluation"])
    evaluation["findings"] = [
        row for row in evaluation["findings"] if row["slug"] != support["finding"]
    ]

    with pytest.raises(NotReadyError, match=f"anbefalingen \u201d{advice['title']}\u201d"):
        publish(EditionKind.EVALUATION, evaluation, by=None, reason="Prøve")


# --- All or nothing ---------------------------------------------------------------------------


@pytest.mark.slow
def test_all_are_published_or_none_and_every_lack_is_told() -> None:
    LegalBasis.objects.filter(trial__slug=NEXTWORK).delete()
    TrialPeriod.objects.filter(trial__slug="jobrotation-laengere-vikariat").delete()
    Trial.objects.exclude(slug=NEXTWORK).update(summary="Anden tekst.")
    before = Edition.objects.count()

    with pytest.raises(NotReadyError) as refused:
        publish_all(by=None, reason="Prøve")

    told = json.dumps(refused.value.missing, ensure_ascii=False)
    assert "Retsgrundlag mangler." in told
    assert Edition.objects.count() == before


@pytest.mark.slow
def test_the_command_prints_what_is_missing_by_title() -> None:
    LegalBasis.objects.filter(trial__slug=NEXTWORK).delete()
    title = Trial.objects.get(slug=NEXTWORK).title

    with pytest.raises(CommandError, match=f"Intet er udgivet.*\n  {title}: Retsgrundlag mangler"):
        call_command("publish", all=True, reason="Prøve")
