"""The distance from a study to a citizen, group by group."""

from datetime import date
from typing import Any

import pytest

from evaluations.recommendations.relevance import CLOSEST_FIRST, relevance
from evaluations.words import Match
from trials.rules import (
    ATTRIBUTES,
    Alternative,
    Comparison,
    Condition,
    Group,
    profile_from,
)

DAY = date(2021, 12, 1)


def one_of(attribute: str, *values: str) -> Alternative:
    return Alternative(attribute=ATTRIBUTES[attribute], comparison=Comparison.ONE_OF, values=values)


def group(*conditions: tuple[Alternative, ...]) -> Group:
    return Group(
        name="de undersøgte",
        conditions=tuple(Condition(alternatives=alternatives) for alternatives in conditions),
    )


# "Over 30 år" says nothing of the day one turns 30, so 30 is on the line.
OVER_30 = Alternative(
    attribute=ATTRIBUTES["age"],
    comparison=Comparison.MORE_THAN,
    values=("30",),
    borderline=("30",),
)
YEAR_UNEMPLOYED = Alternative(
    attribute=ATTRIBUTES["unemployed_months"], comparison=Comparison.AT_LEAST, values=("12",)
)
SUPPORTED = group(
    (one_of("benefit", "kontanthjaelp"),),
    (one_of("readiness", "aktivitetsparat"),),
    (OVER_30,),
    (YEAR_UNEMPLOYED,),
)
DISABLED_OR_ILL = group((one_of("disability", "yes"), one_of("mental_illness", "yes")))
RESOURCE = group((one_of("benefit", "ressourceforloeb"),))

ALL_FOUR: dict[str, Any] = {
    "benefit": "kontanthjaelp",
    "readiness": "aktivitetsparat",
    "age": 41,
    "unemployed_months": 14,
}


def match(*groups: Group, **stated: Any) -> Match:
    return relevance(groups, profile_from(stated, on=DAY, municipalities=()), on=DAY).match


def test_all_conditions_met_is_direct() -> None:
    assert match(SUPPORTED, **ALL_FOUR) is Match.DIRECT


@pytest.mark.parametrize(
    ("age", "expected"),
    [
        pytest.param(29, Match.INDIRECT, id="under"),
        pytest.param(30, Match.BOUNDARY, id="on-the-line"),
        pytest.param(31, Match.DIRECT, id="over"),
    ],
)
def test_the_source_does_not_say_whether_30_is_over_30(age: int, expected: Match) -> None:
    assert match(SUPPORTED, **ALL_FOUR | {"age": age}) is expected


@pytest.mark.parametrize(
    ("months", "expected"),
    [(11.9, Match.INDIRECT), (12, Match.DIRECT), (12.5, Match.DIRECT)],
)
def test_a_year_of_unemployment_is_twelve_months(months: float, expected: Match) -> None:
    assert match(SUPPORTED, **ALL_FOUR | {"unemployed_months": months}) is expected


def test_nothing_stated_is_unknown() -> None:
    assert match(SUPPORTED) is Match.UNKNOWN
    assert match(DISABLED_OR_ILL) is Match.UNKNOWN


def test_what_is_stated_of_something_else_is_still_unknown() -> None:
    assert match(SUPPORTED, disability=True, employment="ledig") is Match.UNKNOWN


@pytest.mark.parametrize("missing", ALL_FOUR)
def test_something_not_stated_is_partial(missing: str) -> None:
    stated = {name: value for name, value in ALL_FOUR.items() if name != missing}

    assert match(SUPPORTED, **stated) is Match.PARTIAL


@pytest.mark.parametrize("only", ALL_FOUR)
def test_one_fact_that_is_met_is_enough_to_be_partial(only: str) -> None:
    assert match(SUPPORTED, **{only: ALL_FOUR[only]}) is Match.PARTIAL


def test_something_not_stated_counts_more_than_something_on_the_line() -> None:
    assert match(SUPPORTED, **ALL_FOUR | {"age": 30, "unemployed_months": None}) is Match.PARTIAL
    assert match(SUPPORTED, age=30) is Match.PARTIAL


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("benefit", "dagpenge"),
        ("readiness", "jobparat"),
        ("age", 25),
        ("unemployed_months", 1),
    ],
)
def test_any_condition_that_fails_is_indirect_whatever_else_is_stated(
    name: str, value: Any
) -> None:
    assert match(SUPPORTED, **{name: value}) is Match.INDIRECT
    assert match(SUPPORTED, **ALL_FOUR | {name: value}) is Match.INDIRECT


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ({"disability": True}, Match.DIRECT),
        ({"mental_illness": True, "disability": False}, Match.DIRECT),
        ({"disability": False}, Match.PARTIAL),
        ({"disability": False, "mental_illness": False}, Match.INDIRECT),
    ],
)
def test_within_a_condition_one_alternative_is_enough(
    stated: dict[str, Any], expected: Match
) -> None:
    assert match(DISABLED_OR_ILL, **stated) is expected


def test_an_alternative_on_the_line_beside_one_not_stated_is_partial() -> None:
    either = group((OVER_30, one_of("disability", "yes")))

    assert match(either, age=30) is Match.PARTIAL
    assert match(either, age=30, disability=False) is Match.BOUNDARY


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        pytest.param({"benefit": "ressourceforloeb"}, Match.DIRECT, id="direct-beats-indirect"),
        pytest.param(ALL_FOUR, Match.DIRECT, id="the-other-group"),
        pytest.param(ALL_FOUR | {"age": 30}, Match.BOUNDARY, id="boundary-beats-indirect"),
        pytest.param({"age": 41}, Match.PARTIAL, id="partial-beats-unknown"),
        pytest.param({"age": 25}, Match.UNKNOWN, id="unknown-beats-indirect"),
        pytest.param({"benefit": "dagpenge"}, Match.INDIRECT, id="indirect-when-nothing-is-closer"),
        pytest.param({}, Match.UNKNOWN, id="nothing-stated"),
    ],
)
def test_with_several_groups_the_closest_counts(stated: dict[str, Any], expected: Match) -> None:
    assert match(SUPPORTED, RESOURCE, **stated) is expected
    assert match(RESOURCE, SUPPORTED, **stated) is expected


def test_the_check_shown_is_that_of_the_closest_group() -> None:
    profile = profile_from({"benefit": "ressourceforloeb"}, on=DAY, municipalities=())

    found = relevance([SUPPORTED, RESOURCE], profile, on=DAY)

    assert found.check is not None
    assert [part.attribute for part in found.check.parts] == ["benefit"]


def test_a_study_of_nobody_in_particular_is_unknown() -> None:
    found = relevance([], profile_from(ALL_FOUR, on=DAY, municipalities=()), on=DAY)

    assert (found.match, found.check) == (Match.UNKNOWN, None)


def test_the_order_of_closeness_is_the_documented_one() -> None:
    assert [match.value for match in CLOSEST_FIRST] == [
        "direct",
        "boundary",
        "partial",
        "unknown",
        "indirect",
    ]
    assert set(CLOSEST_FIRST) == set(Match)
