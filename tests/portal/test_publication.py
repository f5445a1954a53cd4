"""Publishing moves the desk to the shelf as editions, and nothing else reaches the portal."""

import json
from collections import Counter
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from evaluations.models import Finding
from portal.hashes import hash_of
from portal.models import Edition
from portal.publication import publish, publish_all, withdraw
from portal.shelf import current_content
from portal.words import EditionKind
from tests.command import guidance, question
from trials.models import Trial, TrialPeriod, WorkedExample

pytestmark = pytest.mark.slow

NEXTWORK = "nextwork-praktik"
# As little as a programme may be: with a source, and related to nothing.
PROGRAMME = {"slug": "record", "title": "Prøve", "sources": [{"title": "Prøve"}], "relations": []}


def shelve_all() -> list[Edition]:
    return publish_all(by=None, reason="Prøve", at=timezone.now())


def shelve(document: dict[str, Any], kind: EditionKind = EditionKind.TRIAL) -> Edition | None:
    return publish(kind, document, by=None, reason="Prøve", at=timezone.now())


def take_off(slug: str, kind: EditionKind = EditionKind.TRIAL) -> Edition:
    return withdraw(kind, slug, by=None, reason="Prøve", at=timezone.now())


def on_shelf(slug: str) -> dict[str, Any]:
    return current_content().trials[slug].document


def editions(slug: str) -> list[tuple[int, bool]]:
    rows = Edition.objects.filter(slug=slug).order_by("number")
    return [(row.number, row.withdrawn) for row in rows]


@pytest.mark.django_db
def test_all_kinds_of_content_have_editions() -> None:
    found = Counter(Edition.objects.values_list("kind", flat=True))

    assert found[EditionKind.MUNICIPALITIES] == 1
    assert found[EditionKind.TRIAL] == 8
    assert found[EditionKind.EVALUATION] == 7
    assert found[EditionKind.RECOMMENDATION] >= 20
    assert found[EditionKind.PROGRAMME] >= 6
    assert set(found) == set(EditionKind) - {EditionKind.PARTICIPATION}
    assert set(Edition.objects.values_list("number", flat=True)) == {1}


@pytest.mark.django_db
def test_the_shelf_holds_every_municipality() -> None:
    municipalities = current_content().municipalities

    assert len(municipalities) == 98
    assert municipalities["0101"] == "København"


@pytest.mark.django_db
def test_the_documents_on_the_shelf_are_those_of_the_desk() -> None:
    for trial in Trial.objects.for_publication():
        document = json.loads(json.dumps(trial.as_document()))

        assert on_shelf(trial.slug) == document
        assert Edition.objects.get(slug=trial.slug, kind="trial").content_hash == hash_of(document)


@pytest.mark.django_db
def test_publishing_again_makes_nothing() -> None:
    version = current_content().version

    assert shelve_all() == []
    assert shelve_all() == []
    assert current_content().version == version


@pytest.mark.django_db
def test_a_change_makes_one_edition_and_the_former_stays() -> None:
    former = on_shelf(NEXTWORK)
    Trial.objects.filter(slug=NEXTWORK).update(summary="Anden tekst.")

    (made,) = shelve_all()

    assert (made.kind, made.slug, made.number) == (EditionKind.TRIAL, NEXTWORK, 2)
    assert editions(NEXTWORK) == [(1, False), (2, False)]
    assert Edition.objects.get(slug=NEXTWORK, number=1).document == former
    assert on_shelf(NEXTWORK) == {**former, "summary": "Anden tekst."}


@pytest.mark.django_db
def test_a_change_in_a_part_is_a_change_in_the_whole() -> None:
    Finding.objects.filter(evaluation__slug="en-plan-vive", slug="mere-tempo").update(
        population="en anden gruppe"
    )

    assert [edition.slug for edition in shelve_all()] == ["en-plan-vive"]


@pytest.mark.django_db
def test_taking_a_change_back_is_an_edition_too_and_gives_the_former_version() -> None:
    version, former = current_content().version, on_shelf(NEXTWORK)
    shelve({**former, "summary": "Anden tekst."})
    assert current_content().version != version

    shelve(former)

    assert editions(NEXTWORK) == [(1, False), (2, False), (3, False)]
    assert current_content().version == version


@pytest.mark.django_db
def test_what_is_withdrawn_is_off_the_shelf_by_an_edition_that_says_so() -> None:
    document = on_shelf(NEXTWORK)

    made = take_off(NEXTWORK)

    assert (made.number, made.withdrawn, made.document) == (2, True, document)
    assert NEXTWORK not in current_content().trials
    assert NEXTWORK not in {trial["slug"] for trial in guidance(question()).only["trials"]}
    assert guidance(question({"participates": {NEXTWORK: True}})).code == 2


@pytest.mark.django_db
def test_what_was_withdrawn_can_be_published_again_unchanged() -> None:
    version = current_content().version
    take_off(NEXTWORK)

    assert [edition.number for edition in shelve_all()] == [3]
    assert editions(NEXTWORK) == [(1, False), (2, True), (3, False)]
    assert current_content().version == version


@pytest.mark.django_db
@pytest.mark.parametrize("slug", ["findes-ikke", NEXTWORK])
def test_only_what_is_on_the_shelf_can_be_withdrawn(slug: str) -> None:
    take_off(NEXTWORK)

    with pytest.raises(LookupError):
        take_off(slug)


@pytest.mark.django_db
def test_a_recommendation_stays_without_the_findings_of_a_withdrawn_evaluation() -> None:
    for slug in list(current_content().evaluations):
        take_off(slug, EditionKind.EVALUATION)

    answer = guidance(question({"disability": True})).only

    assert answer["evaluations"] == []
    assert {row["strength"] for row in answer["recommendations"]} == {"ikke_vurderet"}


@pytest.mark.django_db
def test_the_portal_reads_the_shelf_and_never_the_desk() -> None:
    before = guidance(question()).out

    WorkedExample.objects.all().delete()  # which know the days
    TrialPeriod.objects.update(end_earliest=None, end_latest=None)
    Finding.objects.update(statement="Ikke udgivet endnu.")

    assert guidance(question()).out == before
    shelve_all()
    assert guidance(question()).out != before


def test_the_hash_does_not_depend_on_the_order_of_the_keys() -> None:
    one = {"slug": "a", "title": "æøå", "parts": [{"x": 1, "y": None}]}
    other = {"parts": [{"y": None, "x": 1}], "title": "æøå", "slug": "a"}

    assert hash_of(one) == hash_of(other)


@pytest.mark.parametrize("other", [{"a": [2, 1]}, {"a": [1, 2], "b": None}, {"a": "12"}])
def test_the_hash_depends_on_everything_else(other: dict[str, Any]) -> None:
    assert hash_of({"a": [1, 2]}) != hash_of(other)


@pytest.mark.django_db
def test_an_edition_says_why_and_is_numbered_once() -> None:
    with pytest.raises(IntegrityError, match="edition_says_why"), transaction.atomic():
        publish(EditionKind.PROGRAMME, PROGRAMME, by=None, reason="", at=timezone.now())
    with pytest.raises(IntegrityError, match="edition_once"), transaction.atomic():
        Edition.objects.create(
            kind=EditionKind.TRIAL,
            slug=NEXTWORK,
            number=1,
            title="Igen",
            document={},
            content_hash="",
            published_at=timezone.now(),
            reason="Prøve",
        )


@pytest.mark.django_db
@pytest.mark.parametrize(
    "change", ["UPDATE portal_edition SET title = ''", "DELETE FROM portal_edition"]
)
def test_the_database_refuses_to_change_or_delete_an_edition(change: str) -> None:
    with (
        pytest.raises(IntegrityError, match="En udgave ændres aldrig og slettes aldrig"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(change)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("stated", "told"),
    [
        ({}, "Skriv --all"),
        ({"reason": "Første udgave"}, "Skriv --all"),
        ({"all": True}, "Skriv en begrundelse"),
        ({"all": True, "reason": " \t"}, "Skriv en begrundelse"),
        ({"all": True, "reason": "æ" * 251}, "Begrundelsen er for lang: højst 250 tegn."),
        ({"all": True, "reason": "efter samtale med 610190-0000"}, "ligner et CPR-nummer"),
    ],
)
def test_the_command_publishes_nothing_without_all_and_a_reason(
    stated: dict[str, Any], told: str
) -> None:
    Trial.objects.filter(slug=NEXTWORK).update(summary="Anden tekst.")

    with pytest.raises(CommandError, match=told):
        call_command("publish", **stated)

    assert editions(NEXTWORK) == [(1, False)]


@pytest.mark.django_db
def test_the_command_says_how_many_editions_it_made(capsys: pytest.CaptureFixture[str]) -> None:
    Trial.objects.filter(slug=NEXTWORK).update(summary="Anden tekst.")

    call_command("publish", all=True, reason="  Rettet efter høring ")
    call_command("publish", all=True, reason="Igen")

    assert capsys.readouterr().out == "1 udgave er udgivet.\n0 udgaver er udgivet.\n"
    assert Edition.objects.get(slug=NEXTWORK, number=2).reason == "Rettet efter høring"
