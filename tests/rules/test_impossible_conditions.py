"""Conditions of one group that nobody can meet, such as a reversed age (row 75)."""

from dataclasses import dataclass
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from trials.rules import ATTRIBUTES, Attribute, Comparison, impossible_conditions

AGE = ATTRIBUTES["age"]
MONTHS = ATTRIBUTES["unemployed_months"]


@dataclass(frozen=True)
class Asked:
    """An alternative that asks for a number."""

    comparison: Comparison
    limit: str
    attribute: Attribute = AGE
    borderline: tuple[str, ...] = ()

    @property
    def values(self) -> tuple[str, ...]:
        return (self.limit,)


def test_a_reversed_age_is_told_at_the_later_condition() -> None:
    told = impossible_conditions(
        [[Asked(Comparison.AT_LEAST, "40")], [Asked(Comparison.AT_MOST, "30")]]
    )

    assert told == {
        1: "Ingen borger kan opfylde både \u201dalderen er mindst 40 år\u201d og \u201dalderen er "
        "højst 30 år\u201d. Ret et tal, eller slet en betingelse."
    }


def test_touching_limits_can_be_met_unless_one_leaves_the_number_out() -> None:
    at_least, more_than = Asked(Comparison.AT_LEAST, "30"), Asked(Comparison.MORE_THAN, "30")
    at_most, less_than = Asked(Comparison.AT_MOST, "30"), Asked(Comparison.LESS_THAN, "30")

    assert impossible_conditions([[at_least], [at_most]]) == {}
    assert list(impossible_conditions([[more_than], [at_most]])) == [1]
    assert list(impossible_conditions([[at_least], [less_than]])) == [1]


def test_no_whole_age_lies_between_thirty_and_thirty_one_but_months_may() -> None:
    def between(attribute: Attribute) -> list[list[Asked]]:
        return [
            [Asked(Comparison.MORE_THAN, "30", attribute)],
            [Asked(Comparison.LESS_THAN, "31", attribute)],
        ]

    assert list(impossible_conditions(between(AGE))) == [1]
    assert impossible_conditions(between(MONTHS)) == {}


def test_an_alternative_helps_and_so_does_a_borderline_number() -> None:
    young = [Asked(Comparison.AT_MOST, "30")]
    old_or_young = [Asked(Comparison.AT_LEAST, "40"), Asked(Comparison.LESS_THAN, "25")]
    open_at_thirty = [Asked(Comparison.MORE_THAN, "30", borderline=("30",))]

    assert impossible_conditions([young, old_or_young]) == {}
    assert impossible_conditions([young, open_at_thirty]) == {}


def test_an_age_below_the_youngest_is_met_by_nobody() -> None:
    told = impossible_conditions([[Asked(Comparison.LESS_THAN, "15")]])
    assert told[0].startswith("Ingen borger kan opfylde \u201dalderen er mindre end 15 år\u201d.")


def test_other_attributes_are_never_held_against_each_other() -> None:
    ages = [Asked(Comparison.AT_LEAST, "40")]
    months = [Asked(Comparison.AT_MOST, "30", MONTHS)]
    either = [Asked(Comparison.AT_MOST, "30"), Asked(Comparison.AT_MOST, "30", MONTHS)]

    assert impossible_conditions([ages, months]) == {}
    assert impossible_conditions([ages, either]) == {}
    assert impossible_conditions([ages, []]) == {}


HOLDS = {
    Comparison.AT_LEAST: Decimal.__ge__,
    Comparison.MORE_THAN: Decimal.__gt__,
    Comparison.AT_MOST: Decimal.__le__,
    Comparison.LESS_THAN: Decimal.__lt__,
}
HALVES = st.sampled_from([str(Decimal(number) / 2) for number in range(0, 25)])
ASKED = st.builds(
    Asked,
    comparison=st.sampled_from(list(HOLDS)),
    limit=HALVES,
    attribute=st.just(MONTHS),
    borderline=st.lists(HALVES, max_size=1).map(tuple),
)


@settings(derandomize=True, deadline=None)
@given(st.lists(st.lists(ASKED, min_size=1, max_size=3), max_size=5))
def test_conditions_are_impossible_exactly_when_every_number_fails_one(
    conditions: list[list[Asked]],
) -> None:
    """Held against quarters from 0 to 20 one by one, with limits in halves from 0 to 12."""

    def met(number: Decimal, asked: Asked) -> bool:
        is_met = HOLDS[asked.comparison](number, Decimal(asked.limit))
        return is_met or str(number) in {str(Decimal(each)) for each in asked.borderline}

    everything = [Decimal(number) / 4 for number in range(0, 81)]
    can_be_met = any(
        all(any(met(number, asked) for asked in condition) for condition in conditions)
        for number in everything
    )
    assert (impossible_conditions(conditions) == {}) is can_be_met
