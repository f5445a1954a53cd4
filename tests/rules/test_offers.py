"""A planned offer: whole weeks, the assessments that have been made, and its last day."""

from datetime import date
from typing import Any

import pytest

from trials.rules import Offer, StatementError, offer_from


def test_an_offer_is_weeks_and_what_has_been_assessed() -> None:
    assert offer_from({"weeks": 20}) == Offer(weeks=20)
    assessed = {"weeks": 20, "individual_assessment": True, "special_need": False}
    assert offer_from(assessed) == Offer(weeks=20, individual_assessment=True, special_need=False)
    assert offer_from({"weeks": 20, "special_need": None}) == Offer(weeks=20)


@pytest.mark.parametrize(("weeks", "last"), [(1, "2021-12-07"), (13, "2022-03-01")])
def test_the_first_and_the_last_day_of_an_offer_both_count(weeks: int, last: str) -> None:
    assert Offer(weeks=weeks).last_day(date(2021, 12, 1)) == date.fromisoformat(last)


@pytest.mark.parametrize(
    ("offer", "field"),
    [
        pytest.param({}, "weeks", id="no-weeks"),
        pytest.param({"weeks": 0}, "weeks", id="none"),
        pytest.param({"weeks": 521}, "weeks", id="more-than-ten-years"),
        pytest.param({"weeks": True}, "weeks", id="bool"),
        pytest.param({"weeks": 4.0}, "weeks", id="float"),
        pytest.param({"weeks": "4"}, "weeks", id="text"),
        pytest.param({"weeks": 4, "special_need": "ja"}, "special_need", id="yes-as-text"),
        pytest.param({"weeks": 4, "individual_assessment": 1}, "individual_assessment", id="one"),
        pytest.param({"weeks": 4, "months": 1}, "months", id="unknown-field"),
    ],
)
def test_an_offer_that_cannot_be_is_refused(offer: dict[str, Any], field: str) -> None:
    with pytest.raises(StatementError) as caught:
        offer_from(offer)
    assert set(caught.value.errors) == {field}
