"""Days as documents hold them: ISO text, with how exactly the day is known."""

from calendar import monthrange
from datetime import date
from typing import TypedDict

from trials.rules.danish import danish_date, danish_month
from trials.rules.vocabulary import DatePrecision


class Dated(TypedDict):
    """A day as a document holds it: ``date`` is ISO text, ``text`` what people read."""

    date: str | None
    precision: str
    text: str


def iso(day: date | None) -> str | None:
    """The day as ISO text, or None."""
    return day.isoformat() if day else None


def day_from(text: str | None) -> date | None:
    """The day of an ISO text, or None."""
    return date.fromisoformat(text) if text else None


def dated(day: date | None, precision: str) -> Dated:
    """A day and its precision as a document: "august 2020" for a month, "ukendt dag" for none."""
    return {"date": iso(day), "precision": precision, "text": _text(day, precision)}


def latest_day(known: Dated) -> date | None:
    """The last day that it may be: of a year its last, of a month its last; None when unknown."""
    day = day_from(known["date"])
    if day is None or known["precision"] == DatePrecision.UNKNOWN:
        return None
    if known["precision"] == DatePrecision.YEAR:
        return date(day.year, 12, 31)
    if known["precision"] == DatePrecision.MONTH:
        return date(day.year, day.month, monthrange(day.year, day.month)[1])
    return day


def _text(day: date | None, precision: str) -> str:
    if day is None:
        return "ukendt dag"
    if precision == DatePrecision.YEAR:
        return str(day.year)
    if precision == DatePrecision.MONTH:
        return danish_month(day)
    return danish_date(day)
