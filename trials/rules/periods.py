"""Periods with imprecise bounds: first and last day both count."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from trials.rules.checks import Answer, Check, Reason, Source, reserve_of
from trials.rules.danish import danish_date, danish_month

ONE_DAY = timedelta(days=1)

_SENTENCES = {
    Reason.IN_FORCE: "I kraft den",
    Reason.NOT_STARTED: "Ikke begyndt den",
    Reason.EXPIRED: "Udløbet før den",
    Reason.START_UNCERTAIN: "Det er usikkert, om forsøget var begyndt den",
    Reason.END_UNCERTAIN: "Det er usikkert, om forsøget stadig gjaldt den",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Bound:
    """En grænse: a day known from its earliest to its latest; None is a day nobody states."""

    earliest: date | None
    latest: date | None
    source: Source | None = None

    @property
    def reserve(self) -> str:
        """How the day is known, when its source does not state it."""
        return reserve_of(self.source)


@dataclass(frozen=True, kw_only=True)
class Period:
    """En periode from ``start`` to ``end``, both included.

    A missing end is an unknown day; only ``open_ended`` says that no last day is set.
    """

    start: Bound
    end: Bound
    open_ended: bool = False

    def check(self, day: date) -> Check:
        """Whether the period covers the day, with the reason of the bound that decides."""
        started, ended = self._started(day), self._not_over(day)
        answer = min(started, ended)
        at_start = started is answer and answer is not Answer.YES
        reason = _reason(answer, at_start=at_start)
        return Check(
            requirement=self.requirement,
            answer=answer,
            reason=reason,
            sentence=f"{_SENTENCES[reason]} {danish_date(day)}. {self.requirement}.",
            attribute="period",
            source=self.start.source if at_start else self.end.source,
        )

    @cached_property
    def requirement(self) -> str:
        """The period in words, with what is not known about its bounds."""
        return f"Perioden løber {_start_words(self.start)} {self.until}"

    @property
    def until(self) -> str:
        """The last day in words, with what is not known about it: "til og med den 1. maj 2022"."""
        earliest, latest, reserve = self.end.earliest, self.end.latest, self.end.reserve
        if self.open_ended:
            return _told("uden fastsat slutdag", reserve)
        if earliest and latest and earliest != latest:
            return f"til og med {_day_within(earliest, latest, reserve)}"
        if earliest and latest:
            return _told(f"til og med den {danish_date(latest)}", reserve)
        if latest:
            known = f"til og med senest den {danish_date(latest)}"
            return _told(known, "slutdagen er ukendt", reserve)
        if earliest:
            known = f"til og med mindst den {danish_date(earliest)}"
            return _told(known, "slutdagen er ukendt", reserve)
        return "til en ukendt dag"

    def covers_surely(self, day: date) -> bool:
        return min(self._started(day), self._not_over(day)) is Answer.YES

    def may_cover(self, day: date) -> bool:
        return min(self._started(day), self._not_over(day)) is not Answer.NO

    def _started(self, day: date) -> Answer:
        if self.start.earliest and day < self.start.earliest:
            return Answer.NO
        if self.start.latest and day >= self.start.latest:
            return Answer.YES
        return Answer.UNKNOWN

    def _not_over(self, day: date) -> Answer:
        if self.open_ended or (self.end.earliest and day <= self.end.earliest):
            return Answer.YES
        if self.end.latest and day > self.end.latest:
            return Answer.NO
        return Answer.UNKNOWN


def _reason(answer: Answer, *, at_start: bool) -> Reason:
    if answer is Answer.YES:
        return Reason.IN_FORCE
    if answer is Answer.NO:
        return Reason.NOT_STARTED if at_start else Reason.EXPIRED
    return Reason.START_UNCERTAIN if at_start else Reason.END_UNCERTAIN


def _start_words(start: Bound) -> str:
    earliest, latest, reserve = start.earliest, start.latest, start.reserve
    if earliest and latest and earliest != latest:
        return f"fra {_day_within(earliest, latest, reserve)}"
    if earliest and latest:
        return _told(f"fra den {danish_date(earliest)}", reserve)
    if latest:
        return _told(f"fra senest den {danish_date(latest)}", "startdagen er ukendt", reserve)
    if earliest:
        return _told(f"fra tidligst den {danish_date(earliest)}", "startdagen er ukendt", reserve)
    return "fra en ukendt dag"


def _day_within(earliest: date, latest: date, reserve: str) -> str:
    """Days that are not known more closely; a whole month by its name."""
    is_month = earliest.day == 1 and latest.month == earliest.month and latest.year == earliest.year
    if is_month and (latest + ONE_DAY).day == 1:
        return _told(f"en dag i {danish_month(earliest)}", "usikkert hvilken", reserve)
    between = f"en dag mellem den {danish_date(earliest)} og den {danish_date(latest)}"
    return _told(between, "usikkert", reserve)


def _told(day: str, *reserves: str) -> str:
    """A day in words, with what is to be said against it in one bracket."""
    told = "; ".join(filter(None, reserves))
    return f"{day} ({told})" if told else day


def last_certain_day(periods: Sequence[Period], day: date) -> date | None:
    """The last day of the unbroken chain of periods that surely covers ``day``.

    None when no last day is set. The day itself must be surely covered.
    """
    return _last_of_chain(
        periods, day, covers=Period.covers_surely, end_of=lambda period: period.end.earliest
    )


def last_possible_day(periods: Sequence[Period], day: date) -> date | None:
    """The last day of the unbroken chain of periods that may cover ``day``.

    None when no last day is set, or when nobody states one. The day itself must be possible.
    """
    return _last_of_chain(
        periods, day, covers=Period.may_cover, end_of=lambda period: period.end.latest
    )


def _last_of_chain(
    periods: Sequence[Period],
    day: date,
    *,
    covers: Callable[[Period, date], bool],
    end_of: Callable[[Period], date | None],
) -> date | None:
    last = day
    while True:
        covering = [period for period in periods if covers(period, last)]
        ends = [None if period.open_ended else end_of(period) for period in covering]
        known = [end for end in ends if end is not None]
        if len(known) < len(ends):
            return None
        last = max(known, default=last)
        following = last + ONE_DAY
        if not any(covers(period, following) for period in periods):
            return last
        last = following
