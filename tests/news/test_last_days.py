"""Last days, and the reminders of them."""

from datetime import date

import pytest

from portal.news.last_days import End, last_days, nearest, reminders
from portal.shelf import current_content
from tests.news.conftest import NEXTWORK, ending, republish

pytestmark = pytest.mark.django_db


def days_of(slug):
    return [(each.day, each.end) for each in last_days(current_content()) if each.slug == slug]


def test_an_exact_end_is_one_day():
    republish(NEXTWORK, periods=ending("2027-12-31"))

    assert days_of(NEXTWORK)[-1] == (date(2027, 12, 31), End.EXACT)


def test_an_imprecise_end_is_a_sure_day_and_a_possible_one():
    republish(NEXTWORK, periods=ending("2027-12-31", earliest="2027-12-01"))

    assert days_of(NEXTWORK)[-2:] == [
        (date(2027, 12, 1), End.SURE),
        (date(2027, 12, 31), End.POSSIBLE),
    ]


@pytest.mark.parametrize(
    ("on", "days"),
    [
        pytest.param(date(2027, 10, 1), None, id="91-days-before"),
        pytest.param(date(2027, 10, 2), 90, id="90-days-before"),
        pytest.param(date(2027, 11, 30), 90, id="31-days-before"),
        pytest.param(date(2027, 12, 1), 30, id="30-days-before"),
        pytest.param(date(2027, 12, 31), 30, id="the-last-day"),
        pytest.param(date(2028, 1, 1), 0, id="the-day-after"),
    ],
)
def test_the_nearest_reminder_alone_is_told(on, days):
    republish(NEXTWORK, periods=ending("2027-12-31"))

    found = nearest(reminders(current_content(), on=on))

    told = {each.last_day.day: each.days for each in found if each.last_day.slug == NEXTWORK}
    assert told.get(date(2027, 12, 31)) == days
