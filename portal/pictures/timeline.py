"""Tidslinjen: every trial with its periods as bars, and marks for what was decided.

Across, the places of ``scale``; down, whole pixels.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from portal.pictures.scale import (
    WIDTH,
    Scale,
    Span,
    Year,
    known_days,
    percent,
    scale_of,
    spans_of,
    years_of,
)
from portal.shelf import Document, PublishedTrial
from trials.rules import Answer, Period, day_from

# Two marks nearer to each other than this stand above one another.
ROOM_OF_A_MARK = 90
EDGE = ROOM_OF_A_MARK // 2
LEVEL = 22
BAR = 18
BELOW = 16
OPEN_ENDED = "uden_slutdag"
OPEN_ENDED_LABEL = "uden fastsat slutdag"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """What was decided, or is told, about the end of a trial, and where it stands."""

    code: str
    label: str
    left: int
    level: int

    @property
    def at(self) -> str:
        return percent(self.left)

    @property
    def middle(self) -> int:
        """The height of its middle, from the top of the row."""
        return self.level * LEVEL + LEVEL // 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """A day as a line through every row; its label stands on the side that has room."""

    code: str
    label: str
    left: int

    @property
    def at(self) -> str:
        return percent(self.left)

    @property
    def anchor(self) -> str:
        return "start" if self.left <= WIDTH // 2 else "end"

    @property
    def beside(self) -> int:
        """How far from the line the label begins, or ends."""
        return 4 if self.anchor == "start" else -4


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One trial: its spans, the days on which a new period begins, and its marks."""

    slug: str
    spans: tuple[Span, ...]
    joints: tuple[str, ...]
    marks: tuple[Mark, ...]

    @property
    def gaps(self) -> tuple[Span, ...]:
        """The days between two periods on which the trial is surely not in force."""
        return tuple(span for span in self.spans if span.answer is Answer.NO)

    @property
    def bar(self) -> int:
        """The top of the bar, under all marks."""
        return LEVEL * (1 + max((mark.level for mark in self.marks), default=-1)) + 2

    @property
    def middle(self) -> int:
        return self.bar + BAR // 2

    @property
    def foot(self) -> int:
        return self.bar + BAR

    @property
    def height(self) -> int:
        """With room for the years under the bar."""
        return self.foot + BELOW


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """All rows on one scale, in the order in which they may have begun."""

    years: tuple[Year, ...]
    days: tuple[Day, ...]
    rows: tuple[Row, ...]


def timeline_of(trials: Iterable[PublishedTrial], *, on: date, today: date) -> Timeline:
    """The picture of the trials, with today and the day that was asked about."""
    found = list(trials)
    periods = [period for trial in found for period in trial.rule.periods]
    decided = [day for trial in found for day in _decided_days(trial.document)]
    scale = scale_of(periods, on, today, *decided)
    rows = sorted((_row(trial, scale) for trial in found), key=_began)
    return Timeline(
        years=years_of(scale), days=tuple(_days(scale, on=on, today=today)), rows=tuple(rows)
    )


def _began(row: Row) -> tuple[int, int, str]:
    if not row.spans:
        return WIDTH, WIDTH, row.slug
    return row.spans[0].left, row.spans[-1].right, row.slug


def _days(scale: Scale, *, on: date, today: date) -> Iterator[Day]:
    if on != today:
        yield Day(code="today", label="I dag", left=scale.start_of(today))
    label = "I dag" if on == today else "Valgt dag"
    yield Day(code="chosen", label=label, left=scale.start_of(on))


def _row(trial: PublishedTrial, scale: Scale) -> Row:
    periods = trial.rule.periods
    return Row(
        slug=trial.rule.slug,
        spans=spans_of(periods, scale),
        joints=tuple(percent(place) for place in _joints(periods, scale)),
        marks=_side_by_side(sorted(_marks(trial, scale))),
    )


def _joints(periods: Sequence[Period], scale: Scale) -> Iterator[int]:
    """Where a period surely begins that is not the first."""
    for period in periods[1:]:
        if period.start.latest:
            yield scale.start_of(period.start.latest)


def _marks(trial: PublishedTrial, scale: Scale) -> Iterator[tuple[int, str, str]]:
    """Each decision at the day it runs to; one without a day at the end of what is known."""
    for row in trial.document["decisions"]:
        day = day_from(row["until"]) or _last_known(trial.rule.periods) or scale.last
        yield scale.end_of(day), row["kind"], row["kind_label"]
    if any(period.open_ended for period in trial.rule.periods):
        yield WIDTH, OPEN_ENDED, OPEN_ENDED_LABEL


def _last_known(periods: Sequence[Period]) -> date | None:
    return max((day for period in periods for day in known_days(period)), default=None)


def _decided_days(document: Document) -> Iterator[date]:
    for row in document["decisions"]:
        if day := day_from(row["until"]):
            yield day


def _side_by_side(marks: Iterable[tuple[int, str, str]]) -> tuple[Mark, ...]:
    """The marks inside the picture, each on the lowest level where there is room for it."""
    placed: list[Mark] = []
    taken: list[int] = []
    for place, code, label in marks:
        left = min(max(place, EDGE), WIDTH - EDGE)
        free = (level for level, last in enumerate(taken) if left - last >= ROOM_OF_A_MARK)
        level = next(free, len(taken))
        taken[level : level + 1] = [left]
        placed.append(Mark(code=code, label=label, left=left, level=level))
    return tuple(placed)
