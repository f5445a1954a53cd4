"""The last days of the trials: as dates for a calendar, and as reminders of them.

A chain of periods has a last day that is sure and a last day that is possible. Where they are one,
the end is exact; where they are two, both are told, and that it is not sure in between.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from portal.shelf import Content, PublishedTrial
from portal.words import Word
from trials.rules import Period, danish_date, last_certain_day, last_possible_day

# How many days before a last day it is told of; 0 is the day after it.
THRESHOLDS = (30, 90)
OVER = 0


class End(Word):
    """What is known of a last day."""

    EXACT = "exact", "sidste dag"
    SURE = "sure", "sidste sikre dag"
    POSSIBLE = "possible", "sidste mulige dag (usikker)"


@dataclass(frozen=True, slots=True, kw_only=True)
class LastDay:
    """The last day of a chain of periods; ``chain`` counts them, so that a later day is the same.

    ``reserve`` says how the day is known, when its source does not state it.
    """

    slug: str
    title: str
    chain: int
    day: date
    end: End
    reserve: str

    @property
    def text(self) -> str:
        """The day in words, the same whenever it is read."""
        day = self._day
        if self.end is End.EXACT:
            return f"Sidste dag er {day}."
        if self.end is End.SURE:
            return f"Sidste sikre dag er {day}. Derefter er det usikkert, om forsøget gælder."
        return f"Forsøget slutter senest {day}. Den præcise dag er usikker."

    @property
    def text_after(self) -> str:
        """The same when the day has passed."""
        day = self._day
        if self.end is End.EXACT:
            return f"Udløb {day}."
        if self.end is End.SURE:
            return f"Sidste sikre dag var {day}. Nu er det usikkert, om forsøget gælder."
        return f"Udløb senest {day}."

    @property
    def _day(self) -> str:
        return f"den {danish_date(self.day)}{f' ({self.reserve})' if self.reserve else ''}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminder:
    """En påmindelse: that a last day is at most ``days`` away since the day ``since``."""

    last_day: LastDay
    days: int
    since: date

    @property
    def is_over(self) -> bool:
        return self.days == OVER

    @property
    def heading(self) -> str:
        if not self.is_over:
            return f"{self.last_day.end.label.capitalize()} inden for {self.days} dage"
        return "Nu usikkert" if self.last_day.end is End.SURE else "Udløbet"

    @property
    def text(self) -> str:
        return self.last_day.text_after if self.is_over else self.last_day.text


def last_days(content: Content) -> tuple[LastDay, ...]:
    """The last days of all published trials, by day."""
    found = [each for trial in content.trials.values() for each in _last_days(trial)]
    return tuple(sorted(found, key=lambda each: (each.day, each.slug, each.end)))


def _last_days(trial: PublishedTrial) -> Iterator[LastDay]:
    periods = trial.rule.periods
    sure = _ends(last_certain_day(periods, day) for day in _sure_days(periods))
    possible = _ends(last_possible_day(periods, day) for day in _possible_days(periods))
    for chain, day in enumerate(possible, start=1):
        yield _last_day(trial, chain, day, End.EXACT if day in sure else End.POSSIBLE)
    for chain, day in enumerate(sure, start=1):
        if day not in possible:
            yield _last_day(trial, chain, day, End.SURE)


def _last_day(trial: PublishedTrial, chain: int, day: date, end: End) -> LastDay:
    ends = [period.end for period in trial.rule.periods]
    return LastDay(
        slug=trial.rule.slug,
        title=trial.document["title"],
        chain=chain,
        day=day,
        end=end,
        reserve=next((each.reserve for each in ends if day in (each.latest, each.earliest)), ""),
    )


def _sure_days(periods: tuple[Period, ...]) -> Iterator[date]:
    for period in periods:
        if period.end.earliest and period.covers_surely(period.end.earliest):
            yield period.end.earliest


def _possible_days(periods: tuple[Period, ...]) -> Iterator[date]:
    for period in periods:
        if period.end.latest and period.may_cover(period.end.latest):
            yield period.end.latest


def _ends(days: Iterator[date | None]) -> list[date]:
    return sorted({day for day in days if day})


def reminders(content: Content, *, on: date) -> tuple[Reminder, ...]:
    """All that there has been to remind of until the day, the newest first."""
    found = [
        Reminder(last_day=each, days=days, since=since)
        for each in last_days(content)
        for days, since in _moments(each)
        if since <= on
    ]
    return tuple(sorted(found, key=lambda each: (each.since, each.last_day.slug), reverse=True))


def _moments(last_day: LastDay) -> Iterator[tuple[int, date]]:
    for days in THRESHOLDS:
        yield days, last_day.day - timedelta(days=days)
    yield OVER, last_day.day + timedelta(days=1)


def nearest(found: tuple[Reminder, ...]) -> list[Reminder]:
    """Of each last day the newest reminder alone: who hears of 30 days need not hear of 90."""
    newest: dict[LastDay, Reminder] = {}
    for each in found:
        newest.setdefault(each.last_day, each)
    return list(newest.values())
