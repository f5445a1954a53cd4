"""The days of the trials: a timeline to move along, and the nearest days with another answer."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import islice

from portal.days import AHEAD, EARLIEST
from portal.shelf import Content
from trials.rules import CASH_REFORM, CitizenProfile, Period, Verdict, assess

ONE_DAY = timedelta(days=1)
MARGIN = timedelta(days=31)
MOST_EACH_WAY = 2

Verdicts = dict[str, Verdict]


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherDay:
    """A day with another answer than the day beside it, and what is special about it."""

    day: date
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """The days from ``first`` to ``last``; all other days are told as days after the first."""

    first: date
    last: date
    today: int
    stated: int
    chosen: int
    bounds: tuple[int, ...]

    @property
    def length(self) -> int:
        return (self.last - self.first).days

    @property
    def chosen_day(self) -> date:
        return self.first + timedelta(days=self.chosen)


def timeline(content: Content, *, today: date, stated: date, chosen: date) -> Timeline:
    """The days of all published periods, with room around them, today and the days asked about."""
    bounds = sorted(set(_bounds(content)))
    days = (*bounds, today, stated, chosen)
    first = max(min(days) - MARGIN, EARLIEST)
    last = min(max(days) + MARGIN, today + AHEAD)

    def place(day: date) -> int:
        return (day - first).days

    return Timeline(
        first=first,
        last=last,
        today=place(today),
        stated=place(stated),
        chosen=place(chosen),
        bounds=tuple(place(day) for day in bounds if first <= day <= last),
    )


def other_days(
    content: Content, profile: CitizenProfile, *, on: date, within: Timeline
) -> list[OtherDay]:
    """The nearest days before and after on which a trial answers otherwise, the earliest first."""

    @cache
    def verdicts(day: date) -> Verdicts:
        return {
            slug: assess(trial.rule, profile, on=day).verdict
            for slug, trial in content.trials.items()
        }

    turns = sorted(turn for turn in set(_turns(content)) if within.first < turn <= within.last)
    earlier = (turn - ONE_DAY for turn in reversed(turns) if turn <= on)
    later = (turn for turn in turns if turn > on)
    return [
        *reversed(list(_told(content, verdicts, earlier, beside=ONE_DAY, word="sidste dag"))),
        *_told(content, verdicts, later, beside=-ONE_DAY, word="første dag"),
    ]


def _periods(content: Content) -> Iterator[Period]:
    for trial in content.trials.values():
        yield from trial.rule.periods


def _bounds(content: Content) -> Iterator[date]:
    """Every day on which a period begins or ends, or may do so."""
    for period in _periods(content):
        known = (period.start.earliest, period.start.latest, period.end.earliest, period.end.latest)
        yield from filter(None, known)


def _turns(content: Content) -> Iterator[date]:
    """Every day on which a trial can answer otherwise than the day before."""
    yield CASH_REFORM
    for period in _periods(content):
        yield from filter(None, (period.start.earliest, period.start.latest))
        yield from (day + ONE_DAY for day in (period.end.earliest, period.end.latest) if day)


def _told(
    content: Content,
    verdicts: Callable[[date], Verdicts],
    days: Iterable[date],
    *,
    beside: timedelta,
    word: str,
) -> Iterator[OtherDay]:
    """The first few of the days that answer otherwise than the day beside them."""
    found = (
        OtherDay(day=day, sentence=f"{word}, hvor {words}")
        for day in days
        if (words := _turning(content, verdicts(day), verdicts(day + beside)))
    )
    return islice(found, MOST_EACH_WAY)


def _turning(content: Content, verdicts: Verdicts, beside: Verdicts) -> str:
    """What those trials answer that do otherwise on the day beside it; nothing when none does."""
    turning = [slug for slug in verdicts if verdicts[slug] is not beside[slug]]
    if not turning:
        return ""
    answers = {verdicts[slug] for slug in turning}
    if len(answers) > 1:
        return f"svaret er et andet for {len(turning)} forsøg"
    answer = _ANSWERS[answers.pop()]
    if len(turning) > 1:
        return f"{len(turning)} forsøg {answer}"
    return f"\u201d{content.trials[turning[0]].document['title']}\u201d {answer}"


_ANSWERS = {
    Verdict.APPLIES: "gælder",
    Verdict.UNDETERMINED: "ikke kan afgøres",
    Verdict.NOT_APPLIES: "ikke gælder",
}
