"""The days that a question may be about."""

from datetime import date, timedelta

from trials.rules import danish_date

EARLIEST = date(2000, 1, 1)
AHEAD = timedelta(days=5 * 366)


def check_day(day: date, *, today: date) -> None:
    """Refuse a day that no rule could be known for: ValueError with a Danish message."""
    latest = today + AHEAD
    if not EARLIEST <= day <= latest:
        raise ValueError(
            f"Dagen skal ligge mellem {danish_date(EARLIEST)} og {danish_date(latest)}."
        )
