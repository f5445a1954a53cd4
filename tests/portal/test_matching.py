"""Law and evidence are matched to a profile in a fixed number of queries, the closest first."""

from datetime import date
from itertools import groupby
from typing import Any

import pytest
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from evaluations.recommendations.relevance import CLOSEST_FIRST
from evaluations.words import Direction, Level, Mark, Match
from portal.hashes import hash_of
from portal.matching import Guidance, guidance_for, read_profile
from portal.models import Edition
from portal.publication import publish
from portal.shelf import Content, build_content, current_content
from portal.words import EditionKind
from tests.editions import changeable_editions
from tests.portal.citizens import YOUNG
from trials.rules import CitizenProfile, StatementError, Verdict

pytestmark = pytest.mark.django_db

DAY = date(2021, 12, 1)
# A new version of the content is read in two queries: its version, and its documents.
COLD, WARM = 2, 1

SUPPORTED = {
    "age": 41,
    "benefit": "kontanthjaelp",
    "readiness": "aktivitetsparat",
    "unemployed_months": 14,
}


def guide(stated: dict[str, Any], *, on: date = DAY) -> Guidance:
    content = current_content()
    return guidance_for(content, read_profile(content, stated, on=on), on=on)


def make_new_version() -> None:
    publish(
        EditionKind.PROGRAMME,
        {"slug": "ny", "title": "Ny", "sources": [{"title": "Prøve"}], "relations": []},
        by=None,
        reason="Prøve",
        at=timezone.now(),
    )


def publish_nine_copies_of_everything() -> None:
    """Ten times the content: every edition's document again, under nine other slugs."""
    copies = [
        _copy(edition, number) for edition in Edition.objects.all() for number in range(1, 10)
    ]
    Edition.objects.bulk_create(copies)


def _copy(edition: Edition, number: int) -> Edition:
    document = {**edition.document, "slug": f"{edition.slug}-{number}"}
    return Edition(
        kind=edition.kind,
        slug=document["slug"],
        number=1,
        title=edition.title,
        document=document,
        content_hash=hash_of(document),
        published_at=edition.published_at,
        reason=edition.reason,
    )


def test_guidance_takes_a_fixed_number_of_queries(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    make_new_version()

    with django_assert_num_queries(COLD):
        guide(YOUNG)
    with django_assert_num_queries(WARM):
        guide(YOUNG)
    with django_assert_num_queries(WARM):
        guide(SUPPORTED)


def test_ten_times_the_content_takes_no_more_queries(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    before = guide(YOUNG)
    publish_nine_copies_of_everything()

    with django_assert_num_queries(COLD):
        after = guide(YOUNG)
    with django_assert_num_queries(WARM):
        guide(SUPPORTED)
    assert len(after.trials) == 10 * len(before.trials)
    assert len(after.evaluations) == 10 * len(before.evaluations)
    assert len(after.recommendations) == 10 * len(before.recommendations)


def test_the_version_names_what_is_published_and_not_when() -> None:
    version = current_content().version
    make_new_version()
    changed = current_content().version

    with changeable_editions():
        Edition.objects.filter(slug="ny").delete()

    assert len({version, changed}) == 2
    assert current_content().version == version


def test_slugs_come_in_the_order_of_their_characters_under_every_collation() -> None:
    content = current_content()

    for published in (content.trials, content.evaluations, content.recommendations):
        assert list(published) == sorted(published)


@pytest.mark.parametrize("stated", [{}, YOUNG, SUPPORTED], ids=["nothing", "young", "supported"])
def test_trials_come_in_order_what_applies_first(stated: dict[str, Any]) -> None:
    verdicts = [trial.assessment.verdict for trial in guide(stated).trials]
    slugs = [trial.document["slug"] for trial in guide(stated).trials]

    assert [verdict for verdict, _ in groupby(verdicts)] == [
        verdict
        for verdict in (Verdict.APPLIES, Verdict.UNDETERMINED, Verdict.NOT_APPLIES)
        if verdict in verdicts
    ]
    for verdict in Verdict:
        alike = [slug for slug, each in zip(slugs, verdicts, strict=True) if each is verdict]
        assert alike == sorted(alike)


@pytest.mark.parametrize("stated", [{}, YOUNG, SUPPORTED], ids=["nothing", "young", "supported"])
def test_evidence_comes_in_order_the_closest_and_then_the_strongest_first(
    stated: dict[str, Any],
) -> None:
    answer = guide(stated)

    evaluations = [CLOSEST_FIRST.index(each.relevance.match) for each in answer.evaluations]
    recommendations = [
        (CLOSEST_FIRST.index(each.relevance.match), list(Level).index(each.strength.level))
        for each in answer.recommendations
    ]
    assert evaluations == sorted(evaluations)
    assert recommendations == sorted(recommendations)


def test_the_findings_that_show_no_effect_stand_among_the_others() -> None:
    shown = {each.document["slug"]: each for each in guide(SUPPORTED).evaluations}

    followed_up = shown["social-stoette-vive-2023"]
    directions = {finding["direction"] for finding in followed_up.document["findings"]}
    assert followed_up.relevance.match is Match.DIRECT
    assert {Direction.POSITIVE, Direction.NONE_DETECTED} <= directions
    assert "negative" in {row["direction"] for row in shown["en-plan-vive"].document["findings"]}


def test_a_recommendation_brings_the_findings_that_it_rests_on() -> None:
    shown = {each.document["slug"]: each for each in guide(SUPPORTED).recommendations}

    supported = shown["cti-stoette"]
    assert {finding["slug"] for finding in supported.findings} == {
        row["finding"] for row in supported.document["supports"]
    }
    assert supported.findings


def test_a_null_finding_behind_a_recommendation_marks_it() -> None:
    for each in guide(SUPPORTED).recommendations:
        has_null = any(row["direction"] == "none_detected" for row in each.findings)

        assert (Mark.NO_EFFECT in each.strength.marks) is has_null


def test_the_strength_of_evidence_falls_with_the_distance() -> None:
    close = {
        each.document["slug"]: each.strength.level for each in guide(SUPPORTED).recommendations
    }
    far = {each.document["slug"]: each.strength.level for each in guide(YOUNG).recommendations}

    assert any(close[slug] is not far[slug] for slug in close)
    assert all(list(Level).index(close[slug]) <= list(Level).index(far[slug]) for slug in close)


def test_questions_are_ranked_by_how_many_trials_they_could_settle() -> None:
    asked = guide({}).questions

    counts = [len(question.settles) for question in asked]
    assert counts == sorted(counts, reverse=True)
    assert counts[0] > counts[-1]
    assert len({question.attribute for question in asked}) == len(asked)


def test_the_three_open_questions_of_nextwork_are_each_enough() -> None:
    asked = {
        question.attribute
        for question in guide(YOUNG).questions
        if "nextwork-praktik" in question.settles
    }

    assert asked == {"work_experience", "long_term_unemployed", "hard_to_place"}


def test_a_trial_without_named_municipalities_asks_for_the_caseworkers_own_answer() -> None:
    unasked = {name: value for name, value in YOUNG.items() if name != "participates"}

    settles = {question.attribute: question.settles for question in guide(unasked).questions}

    assert settles["participates:nextwork-praktik"] == ("nextwork-praktik",)
    assert not any(
        question.attribute.startswith("participates:next") for question in guide(YOUNG).questions
    )


@pytest.mark.parametrize(
    ("slug", "code", "answer"),
    [
        pytest.param("ibbis", "0101", False, id="no-for-a-named-municipality"),
        pytest.param("uddannelsesloeft-nordjylland", "0851", False, id="no-for-a-listed-one"),
        pytest.param("uddannelsesloeft-nordjylland", "0101", True, id="yes-outside-the-list"),
    ],
)
def test_an_answer_against_the_list_is_a_contradiction(slug: str, code: str, answer: bool) -> None:
    stated = {"municipality": code, "participates": {slug: answer}}

    with pytest.raises(StatementError) as refusal:
        read_profile(current_content(), stated, on=DAY)

    assert set(refusal.value.errors) == {"municipality", f"participates.{slug}"}


@pytest.mark.parametrize(
    ("slug", "code", "answer"),
    [
        pytest.param("ibbis", "0101", True, id="yes-for-a-named-municipality"),
        pytest.param("ibbis", "0751", True, id="yes-for-another-named-one"),
        pytest.param("ibbis", "0461", True, id="yes-outside-an-incomplete-list"),
        pytest.param("ibbis", "0461", False, id="no-outside-an-incomplete-list"),
        pytest.param("uddannelsesloeft-nordjylland", "0101", False, id="no-outside-the-list"),
        pytest.param("nextwork-praktik", "0101", False, id="no-where-nobody-is-named"),
        pytest.param("ibbis", None, False, id="no-municipality-stated"),
    ],
)
def test_an_answer_that_the_list_leaves_open_is_taken(
    slug: str, code: str | None, answer: bool
) -> None:
    stated = {"municipality": code, "participates": {slug: answer}}

    profile = read_profile(current_content(), stated, on=DAY)

    assert profile.participates == {slug: answer}


def test_an_unknown_trial_is_refused_by_its_name() -> None:
    with pytest.raises(StatementError) as refusal:
        read_profile(current_content(), {"participates": {"x": True, "ibbis": True}}, on=DAY)

    assert set(refusal.value.errors) == {"participates.x"}


def test_content_without_anything_answers_with_nothing() -> None:
    nothing: Content = build_content({kind.value: [] for kind in EditionKind}, version="tom")

    answer = guidance_for(nothing, CitizenProfile(), on=DAY, assumed=("on",))

    assert nothing.is_empty
    assert (answer.trials, answer.evaluations, answer.recommendations) == ((), (), ())
    assert (answer.questions, answer.assumed, answer.on) == ((), ("on",), DAY)
