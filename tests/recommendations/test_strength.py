"""The documented rule for the strength of evidence, level by level and reason by reason."""

from datetime import date
from typing import Any

import pytest

from evaluations.words import Design, Direction, Level, Mark, Match
from tests.recommendations.studies import evidence, independent, judged, lowering


@pytest.mark.parametrize("design", [Design.D3, Design.D4, Design.D5])
def test_one_evaluation_with_a_comparison_is_moderate(design: Design) -> None:
    found = judged(evidence(design=design))

    assert found.level is Level.MODERATE
    assert found.reasons == (
        "+ undersøgt med sammenligningsgruppe",
        "- mangler uafhængige evalueringer, der er enige",
    )


@pytest.mark.parametrize(
    ("one", "other", "level"),
    [
        (Design.D4, Design.D3, Level.STRONG),
        (Design.D3, Design.D5, Level.STRONG),
        (Design.D4, Design.D4, Level.STRONG),
        (Design.D3, Design.D3, Level.MODERATE),
        (Design.D4, Design.D2, Level.MODERATE),
    ],
)
def test_strong_takes_two_comparisons_one_of_them_nearly_a_trial(
    one: Design, other: Design, level: Level
) -> None:
    assert judged(evidence(design=one), independent(design=other)).level is level


def test_strong_says_that_independent_evaluations_agree() -> None:
    found = judged(evidence(design=Design.D4), independent())

    assert found.reasons == (
        "+ undersøgt med sammenligningsgruppe",
        "+ mindst to uafhængige evalueringer er enige",
    )


@pytest.mark.parametrize(
    "programmes",
    [{"program-et"}, {"program-et", "program-to"}],
    ids=["the-same", "one-in-common"],
)
def test_two_evaluations_of_one_programme_are_not_independent(programmes: set[str]) -> None:
    again = evidence(evaluation="to", design=Design.D5, programmes=frozenset(programmes))

    assert judged(evidence(design=Design.D5), again).level is Level.MODERATE


def test_two_findings_of_one_evaluation_are_not_independent() -> None:
    found = judged(evidence(design=Design.D5), evidence(design=Design.D5))

    assert found.level is Level.MODERATE


@pytest.mark.parametrize(
    "different",
    [
        {"outcome": "uddannelse"},
        {"direction": Direction.DESCRIPTIVE},
        {"has_comparison": False},
    ],
)
def test_agreement_is_on_the_same_outcome_and_direction_by_comparison(
    different: dict[str, Any],
) -> None:
    found = judged(evidence(design=Design.D5), independent(design=Design.D5, **different))

    assert found.level is Level.MODERATE


@pytest.mark.parametrize("match", [match for match in Match if match is not Match.DIRECT])
def test_a_distance_to_the_target_group_lowers(match: Match) -> None:
    far = {"design": Design.D5, "match": match}
    found = judged(evidence(**far), independent(**far))

    assert found.level is Level.LIMITED
    assert lowering(found) == [f"- målgruppen: {match.label}"]


def test_a_study_of_others_does_not_lower_one_of_citizens_like_this_one() -> None:
    found = judged(evidence(), independent(match=Match.INDIRECT))

    assert found.level is Level.MODERATE
    assert lowering(found) == ["- mangler uafhængige evalueringer, der er enige"]


def test_a_study_of_others_lends_its_distance_to_no_better_study() -> None:
    """The comparison is of others; the study of citizens like this one compares with nobody."""
    found = judged(evidence(design=Design.D0), independent(match=Match.INDIRECT))

    assert found.level is Level.LIMITED
    assert lowering(found) == [f"- målgruppen: {Match.INDIRECT.label}"]


@pytest.mark.parametrize("match", [match for match in Match if match is not Match.DIRECT])
def test_strong_takes_two_studies_of_citizens_like_this_one(match: Match) -> None:
    near, far = evidence(design=Design.D5), independent(design=Design.D5, match=match)

    assert judged(near, far).level is Level.MODERATE


def test_each_finding_may_be_weak_for_a_reason_of_its_own() -> None:
    found = judged(evidence(published=date(2001, 1, 1)), independent(match=Match.INDIRECT))

    assert found.level is Level.LIMITED
    assert lowering(found) == ["- ældre end 10 år", f"- målgruppen: {Match.INDIRECT.label}"]


@pytest.mark.parametrize(
    ("sites", "level"),
    [
        (1, Level.LIMITED),
        (4, Level.LIMITED),
        (5, Level.MODERATE),
        (None, Level.MODERATE),
    ],
)
def test_fewer_than_five_places_lower(sites: int | None, level: Level) -> None:
    found = judged(evidence(sites=sites))

    assert found.level is level
    assert ("- meget få steder" in found.reasons) is (level is Level.LIMITED)


def test_few_places_do_not_lower_when_another_study_has_many() -> None:
    assert judged(evidence(sites=2, design=Design.D4), independent()).level is Level.STRONG


@pytest.mark.parametrize(
    ("published", "level"),
    [
        pytest.param(date(2013, 6, 1), Level.MODERATE, id="ten-years-to-the-day"),
        pytest.param(date(2013, 5, 31), Level.LIMITED, id="a-day-older"),
        pytest.param(date(2013, 1, 1), Level.LIMITED, id="older-in-the-same-year"),
        pytest.param(date(2012, 12, 31), Level.LIMITED, id="another-year"),
        pytest.param(None, Level.MODERATE, id="unknown"),
        pytest.param(date(2024, 11, 19), Level.MODERATE, id="later-than-the-day"),
    ],
)
def test_a_study_older_than_ten_years_lowers(published: date | None, level: Level) -> None:
    found = judged(evidence(published=published))

    assert found.level is level
    assert ("- ældre end 10 år" in found.reasons) is (level is Level.LIMITED)


def test_a_study_published_on_a_leap_day_grows_old_on_the_first_of_march() -> None:
    leap = evidence(published=date(2012, 2, 29))

    assert judged(leap, on=date(2022, 2, 28)).level is Level.MODERATE
    assert judged(leap, on=date(2022, 3, 1)).level is Level.LIMITED


@pytest.mark.parametrize("against", [Direction.NONE_DETECTED, Direction.NEGATIVE, Direction.MIXED])
def test_conflicting_results_lower_and_are_marked(against: Direction) -> None:
    found = judged(evidence(design=Design.D5), independent(direction=against, design=Design.D5))

    assert found.level is Level.LIMITED
    assert lowering(found) == ["- fundene peger i hver sin retning"]
    assert Mark.CONFLICTING in found.marks


def test_results_on_different_outcomes_do_not_conflict() -> None:
    found = judged(evidence(), evidence(outcome="fastholdelse", direction=Direction.NONE_DETECTED))

    assert found.level is Level.MODERATE
    assert found.marks == (Mark.NO_EFFECT,)


def test_every_reason_to_lower_is_told() -> None:
    weak = {"sites": 2, "published": date(2001, 1, 1), "match": Match.PARTIAL}

    found = judged(evidence(**weak), independent(direction=Direction.NEGATIVE, **weak))

    assert found.level is Level.LIMITED
    assert found.reasons[0].startswith("+")
    assert len(lowering(found)) == 4


@pytest.mark.parametrize(
    ("designs", "level"),
    [
        pytest.param([Design.D2], Level.LIMITED, id="statistical-control"),
        pytest.param([Design.D2, Design.D0], Level.LIMITED, id="the-best-counts"),
        pytest.param([Design.D1], Level.EXPERIENCE, id="before-and-after"),
        pytest.param([Design.D0], Level.EXPERIENCE, id="experienced"),
        pytest.param([Design.D0, Design.DX], Level.EXPERIENCE, id="experienced-and-not-stated"),
        pytest.param([Design.DX], Level.NOT_ASSESSED, id="not-stated"),
        pytest.param([], Level.NOT_ASSESSED, id="no-finding"),
    ],
)
@pytest.mark.parametrize("match", Match)
def test_without_a_comparison_the_distance_does_not_matter(
    designs: list[Design], level: Level, match: Match
) -> None:
    found = judged(*(evidence(design=each, match=match) for each in designs))

    assert found.level is level
    assert len(found.reasons) == 1


@pytest.mark.parametrize("design", [Design.D3, Design.D4, Design.D5])
def test_a_comparison_that_the_source_does_not_state_counts_as_not_stated(design: Design) -> None:
    assert judged(evidence(design=design, has_comparison=False)).level is Level.NOT_ASSESSED


def test_a_comparison_is_not_lowered_by_experience_beside_it() -> None:
    found = judged(evidence(), evidence(design=Design.D0, sites=1, published=date(1999, 1, 1)))

    assert found.level is Level.MODERATE


def test_a_comparison_that_is_inferred_says_so_unless_another_is_stated():
    """S003 names the control group at four findings; of the others it is concluded."""
    inferred = evidence(design_is_inferred=True)

    assert judged(inferred).reasons[0] == "+ undersøgt med sammenligningsgruppe (udledt af kilden)"
    assert judged(inferred, evidence()).reasons[0] == "+ undersøgt med sammenligningsgruppe"
