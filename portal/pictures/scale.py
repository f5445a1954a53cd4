"""From days to places on a line: what every picture of periods shares.

A place is a whole number of thousandths of the width, so a picture can be as wide as its window,
and its texts keep their size. "Room" is what a text needs in the narrowest window, 280 pixels.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count, groupby

from trials.rules import Answer, Period

WIDTH = 1000
ROOM_OF_A_YEAR = 115
ONE_DAY = timedelta(days=1)
YEAR = timedelta(days=365)


def percent(places: int) -> str:
    """Thousandths as SVG reads them, with a full stop in every language: 37.4%."""
    return f"{places // 10}.{places % 10}%"


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """The days that a picture shows, both included."""

    first: date
    last: date

    def start_of(self, day: date) -> int:
        """Where the day begins; a day outside lies on the edge."""
        days = (day - self.first).days
        return min(max(days * WIDTH // self._days, 0), WIDTH)

    def end_of(self, day: date) -> int:
        """Where the day ends."""
        days = (day - self.first).days + 1
        return min(max(days * WIDTH // self._days, 0), WIDTH)

    @property
    def _days(self) -> int:
        return (self.last - self.first).days + 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Days in a row with one answer to whether they are covered, and where they lie."""

    first: date
    last: date
    answer: Answer
    left: int
    right: int

    @property
    def at(self) -> str:
        return percent(self.left)

    @property
    def end(self) -> str:
        return percent(self.right)

    @property
    def across(self) -> str:
        return percent(self.right - self.left)


@dataclass(frozen=True, slots=True, kw_only=True)
class Year:
    """The line at the beginning of a year; the label is empty where there is no room for it."""

    left: int
    label: str

    @property
    def at(self) -> str:
        return percent(self.left)


def scale_of(periods: Iterable[Period], *days: date) -> Scale:
    """Whole years that hold the days, and every bound that is known."""
    known = [*days, *(day for period in periods for day in known_days(period))]
    return Scale(first=date(min(known).year, 1, 1), last=date(max(known).year, 12, 31))


def known_days(period: Period) -> list[date]:
    """The days that the sources give for the bounds of the period."""
    bounds = (period.start.earliest, period.start.latest, period.end.earliest, period.end.latest)
    return [day for day in bounds if day]


def answer_on(periods: Iterable[Period], day: date) -> Answer:
    """Whether any of the periods covers the day, as the engine answers it."""
    return max((period.check(day).answer for period in periods), default=Answer.NO)


def spans_of(periods: Sequence[Period], scale: Scale) -> tuple[Span, ...]:
    """The days from the first to the last that may be covered, cut where the answer changes.

    A span whose answer is no is a gap between two periods.
    """
    pieces = [
        (answer, list(days))
        for answer, days in groupby(_pieces(periods, scale), key=lambda piece: piece[2])
    ]
    while pieces and pieces[0][0] is Answer.NO:
        pieces.pop(0)
    while pieces and pieces[-1][0] is Answer.NO:
        pieces.pop()
    return tuple(
        _span(scale, first=days[0][0], last=days[-1][1], answer=answer) for answer, days in pieces
    )


def _span(scale: Scale, *, first: date, last: date, answer: Answer) -> Span:
    """A single day on a long scale is still a thousandth wide, inside the picture."""
    left = min(scale.start_of(first), WIDTH - 1)
    right = max(scale.end_of(last), left + 1)
    return Span(first=first, last=last, answer=answer, left=left, right=right)


def _pieces(periods: Sequence[Period], scale: Scale) -> Iterator[tuple[date, date, Answer]]:
    """The days of the scale, cut wherever the answer may change."""
    days = {day for day in _changes(periods, scale) if scale.first < day <= scale.last}
    firsts = sorted({scale.first, *days})
    lasts = [first - ONE_DAY for first in firsts[1:]] + [scale.last]
    for first, last in zip(firsts, lasts, strict=True):
        yield first, last, answer_on(periods, first)


def _changes(periods: Sequence[Period], scale: Scale) -> Iterator[date]:
    """A start counts from its own day on; an end until its own day is over."""
    for period in periods:
        yield from filter(None, (period.start.earliest, period.start.latest))
        ends = filter(None, (period.end.earliest, period.end.latest))
        yield from (end + ONE_DAY for end in ends if end < scale.last)


def years_of(scale: Scale) -> tuple[Year, ...]:
    """A line for each year, or every second, fifth, tenth: as many as have room for a label."""
    step = next(step for step in _steps() if _is_roomy(scale, step))
    years = range(scale.first.year, scale.last.year + 1, step)
    lefts = [(year, scale.start_of(date(year, 1, 1))) for year in years]
    return tuple(
        Year(left=left, label=str(year) if left + ROOM_OF_A_YEAR <= WIDTH else "")
        for year, left in lefts
    )


def _steps() -> Iterator[int]:
    for power in count():
        yield from (10**power, 2 * 10**power, 5 * 10**power)


def _is_roomy(scale: Scale, years: int) -> bool:
    days = (scale.last - scale.first).days + 1
    return years * YEAR.days * WIDTH // days > ROOM_OF_A_YEAR
