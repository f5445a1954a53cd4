"""Days that are known by the day, the month or the year."""

from datetime import date

import pytest

from trials.rules import DatePrecision, dated, latest_day


@pytest.mark.parametrize(
    ("day", "precision", "latest"),
    [
        pytest.param(date(2023, 6, 27), DatePrecision.DAY, date(2023, 6, 27), id="day"),
        pytest.param(date(2021, 4, 1), DatePrecision.MONTH, date(2021, 4, 30), id="month"),
        pytest.param(date(2020, 2, 1), DatePrecision.MONTH, date(2020, 2, 29), id="leap-month"),
        pytest.param(date(2023, 1, 1), DatePrecision.YEAR, date(2023, 12, 31), id="year"),
        pytest.param(None, DatePrecision.UNKNOWN, None, id="unknown"),
        pytest.param(date(2023, 1, 1), DatePrecision.UNKNOWN, None, id="a-guess"),
    ],
)
def test_the_last_day_that_it_may_be(
    day: date | None, precision: DatePrecision, latest: date | None
) -> None:
    assert latest_day(dated(day, precision)) == latest
