"""The periods of a trial as a small picture: geometry in whole thousandths of its width."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from portal.pictures.scale import (
    WIDTH,
    Scale,
    Span,
    answer_on,
    known_days,
    percent,
    spans_of,
)
from trials.rules import Answer, DecisionKind, Period, capitalised, danish_date

LEAST_MARGIN = 45  # days
MOST_TICKS = 6
# Nearer the edge than this, a label would be cut.
NO_TICK = 60

STANDS = {
    Answer.YES: "ligger, hvor forsøget sikkert var i kraft",
    Answer.UNKNOWN: "ligger, hvor det er usikkert, om forsøget var i kraft",
    Answer.NO: "ligger uden for forsøgets perioder",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A day or a decision at its place; ``anchor`` keeps the label inside the picture.

    ``code`` is the kind of decision, which has a sign.
    """

    at: int
    label: str
    code: str = ""

    @property
    def x(self) -> str:
        return percent(self.at)

    @property
    def anchor(self) -> str:
        if self.at < 300:
            return "start"
        return "end" if self.at > 700 else "middle"


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodPicture:
    """What is drawn, and the sentences that say the same; ``today`` is None where unknown.

    ``standing`` is the one of them that tells of the chosen day.
    """

    spans: tuple[Span, ...]
    ticks: tuple[Mark, ...]
    decisions: tuple[Mark, ...]
    chosen: Mark
    today: Mark | None
    sentences: tuple[str, ...]
    standing: str


def period_picture(
    periods: Sequence[Period],
    decisions: Sequence[Mapping[str, Any]] = (),
    *,
    on: date,
    today: date | None = None,
) -> PeriodPicture:
    """The picture of the periods with the chosen day, and today where it is told."""
    scale = _scale(periods, decisions, on=on, today=today)
    spans = spans_of(periods, scale)
    apart = today if today != on else None
    label = "valgt dag, i dag" if today == on else "valgt dag"
    return PeriodPicture(
        spans=spans,
        ticks=tuple(_ticks(scale)),
        decisions=tuple(_decision_marks(periods, decisions, scale)),
        chosen=_day_mark(label, on, scale),
        today=_day_mark("i dag", apart, scale) if apart else None,
        sentences=tuple(_sentences(periods, spans, on=on, today=today)),
        standing=_standing(periods, on=on, today=today),
    )


def _day_mark(label: str, day: date, scale: Scale) -> Mark:
    return Mark(
        at=(scale.start_of(day) + scale.end_of(day)) // 2, label=f"{label}: {danish_date(day)}"
    )


def _scale(
    periods: Sequence[Period],
    decisions: Sequence[Mapping[str, Any]],
    *,
    on: date,
    today: date | None,
) -> Scale:
    """All days that are known, with a margin in which the unknown ones may lie."""
    days = [day for period in periods for day in known_days(period)]
    days += [date.fromisoformat(row["until"]) for row in decisions if row["until"]]
    days += [day for day in (on, today) if day]
    first, last = min(days), max(days)
    margin = timedelta(days=max(LEAST_MARGIN, (last - first).days // 12))
    return Scale(first=first - margin, last=last + margin)


def _ticks(scale: Scale) -> Iterator[Mark]:
    """The turns of the years, so many as there is room for."""
    years = range(scale.first.year + 1, scale.last.year + 1)
    every = -(-len(years) // MOST_TICKS) or 1
    for year in years[::every]:
        at = scale.start_of(date(year, 1, 1))
        if NO_TICK <= at <= WIDTH - NO_TICK:
            yield Mark(at=at, label=str(year))


def _decision_marks(
    periods: Sequence[Period], decisions: Sequence[Mapping[str, Any]], scale: Scale
) -> Iterator[Mark]:
    """What was decided of the end, at the day it is about: else at the last day that is known."""
    ends = [day for period in periods for day in (period.end.earliest, period.end.latest) if day]
    for row in decisions:
        kind = DecisionKind(row["kind"])
        until = date.fromisoformat(row["until"]) if row["until"] else max(ends, default=None)
        to = f" til og med den {danish_date(until)}" if row["until"] and until else ""
        at = scale.end_of(until) if until else WIDTH
        yield Mark(at=at, code=kind.value, label=f"{capitalised(kind.label)}{to}.")


def _sentences(
    periods: Sequence[Period], spans: Iterable[Span], *, on: date, today: date | None
) -> Iterator[str]:
    for period in periods:
        yield f"{period.requirement}."
    for gap in spans:
        if gap.answer is Answer.NO:
            first, last = danish_date(gap.first), danish_date(gap.last)
            yield f"Fra den {first} til og med den {last} er der et hul mellem perioderne."
    yield _standing(periods, on=on, today=today)
    if today and today != on:
        yield f"I dag, {danish_date(today)}, {STANDS[answer_on(periods, today)]}."


def _standing(periods: Sequence[Period], *, on: date, today: date | None) -> str:
    is_today = " (i dag)" if today == on else ""
    return f"Den valgte dag, {danish_date(on)}{is_today}, {STANDS[answer_on(periods, on)]}."
