"""What a condition may compare: a wrong one is refused in Danish before it is stored."""

import pytest

from trials.rules import ATTRIBUTES, Comparison, Kind, condition_errors

LISTS = ["one_of", "none_of"]
ORDERS = ["at_least", "more_than", "at_most", "less_than"]


@pytest.mark.parametrize(
    ("attribute", "comparison", "values", "borderline"),
    [
        pytest.param("age", "at_least", ["25"], [], id="number"),
        pytest.param("age", "more_than", ["30"], ["30"], id="over-thirty-with-thirty-open"),
        pytest.param("unemployed_months", "more_than", ["3.5"], [], id="decimal"),
        pytest.param("benefit", "one_of", ["dagpenge", "ingen"], [], id="codes"),
        pytest.param("lab_group", "none_of", ["4"], [], id="group"),
        pytest.param("work_experience", "one_of", ["no"], [], id="no"),
        pytest.param("health", "one_of", ["angst_let"], ["angst"], id="set-with-borderline"),
    ],
)
def test_a_condition_that_can_be_assessed_is_taken(
    attribute: str, comparison: str, values: list[str], borderline: list[str]
) -> None:
    assert condition_errors(attribute, comparison, values, borderline) == {}


@pytest.mark.parametrize(
    ("attribute", "comparison", "values", "borderline", "field"),
    [
        pytest.param("shoe_size", "one_of", ["43"], [], "attribute", id="unknown-attribute"),
        pytest.param("municipality", "one_of", ["0101"], [], "attribute", id="municipality"),
        pytest.param("cluster", "one_of", ["unge"], [], "attribute", id="cluster"),
        pytest.param("age", "is", ["25"], [], "comparison", id="unknown-comparison"),
        pytest.param("age", "at_least", [], [], "values", id="no-number"),
        pytest.param("age", "at_least", ["25", "30"], [], "values", id="two-numbers"),
        pytest.param("age", "at_least", ["femogtyve"], [], "values", id="word"),
        pytest.param("age", "at_least", ["14"], [], "values", id="younger-than-anyone"),
        pytest.param("age", "at_least", ["25.5"], [], "values", id="half-a-year"),
        pytest.param("age", "at_least", ["NaN"], [], "values", id="nan"),
        pytest.param("age", "at_least", ["25"], ["100"], "borderline", id="borderline-too-old"),
        pytest.param("unemployed_months", "at_least", ["3,5"], [], "values", id="comma"),
        pytest.param("unemployed_months", "at_least", ["601"], [], "values", id="too-many-months"),
        pytest.param("benefit", "one_of", [], [], "values", id="no-code"),
        pytest.param("benefit", "one_of", ["su"], [], "values", id="unknown-code"),
        pytest.param("benefit", "one_of", ["ingen"], ["su"], "borderline", id="unknown-borderline"),
        pytest.param("health", "one_of", ["angst"], ["angst"], "borderline", id="both"),
        pytest.param("lab_group", "one_of", ["14"], [], "values", id="group-14"),
        pytest.param("work_experience", "one_of", ["yes", "no"], [], "values", id="yes-and-no"),
        pytest.param("work_experience", "one_of", ["true"], [], "values", id="true"),
    ],
)
def test_a_condition_that_cannot_be_assessed_is_refused_at_its_field(
    attribute: str, comparison: str, values: list[str], borderline: list[str], field: str
) -> None:
    errors = condition_errors(attribute, comparison, values, borderline)
    assert list(errors) == [field]
    assert errors[field].endswith(".")


def test_numbers_are_ordered_and_codes_are_listed() -> None:
    for name, attribute in ATTRIBUTES.items():
        if attribute.in_conditions:
            wrong = LISTS if attribute.kind is Kind.NUMBER else ORDERS
            for comparison in Comparison:
                refused = "comparison" in condition_errors(name, comparison, ["30"], [])
                assert refused is (comparison in wrong)


def test_a_comma_is_answered_with_how_to_write_it() -> None:
    errors = condition_errors("unemployed_months", "at_least", ["3,5"], [])
    assert errors == {
        "values": "\u201d3,5\u201d er ikke et tal fra 0 til 600 måneder, med punktum før decimaler."
    }
