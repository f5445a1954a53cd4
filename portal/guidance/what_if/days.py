"""The days of the trials: a timeline to move along, and the nearest days with another answer."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from portal.days import AHEAD, EARLIEST
from portal.shelf import Content
from trials.rules import CASH_REFORM, CitizenProfile, Period, Verdict, assess

ONE_DAY = timedelta(days=1)
MARGIN = timedelta(days=31)

Verdicts = dict[str, Verdict]
# The answer on a day and the answer on the day beside it, by the slug of the trial.
Turning = dict[str, tuple[Verdict, Verdict]]


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherDay:
    """A day with another answer than the day beside it, and what is special about it.

    ``is_certain`` when a trial surely applies on the one of the two days and not on the other.
    """

    day: date
    sentence: str
    is_certain: bool


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
    last = _turning(content, verdicts, earlier, _Edge(ONE_DAY, "sidste dag", "endnu ikke gælder"))
    first = _turning(content, verdicts, later, _Edge(-ONE_DAY, "første dag", "ikke længere gælder"))
    return [*reversed(_nearest(last)), *_nearest(first)]


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


@dataclass(frozen=True, slots=True)
class _Edge:
    """Which day stands beside a turning day, what the day is called, and what a no is called."""

    beside: timedelta
    word: str
    no: str


def _nearest(days: list[OtherDay]) -> list[OtherDay]:
    """The nearest day, and the nearest that people look for: where something surely applies."""
    certain = [day for day in days if day.is_certain]
    return list(dict.fromkeys((*days[:1], *certain[:1])))


def _turning(
    content: Content, verdicts: Callable[[date], Verdicts], days: Iterable[date], edge: _Edge
) -> list[OtherDay]:
    """Those of the days that answer otherwise than the day beside them."""
    found = []
    for day in days:
        here, beside = verdicts(day), verdicts(day + edge.beside)
        turning = {
            slug: (here[slug], beside[slug]) for slug in here if here[slug] is not beside[slug]
        }
        if turning:
            sentence = f"{edge.word}, hvor {_told(content, turning, edge)}"
            is_certain = any(Verdict.APPLIES in pair for pair in turning.values())
            found.append(OtherDay(day=day, sentence=sentence, is_certain=is_certain))
    return found


def _told(content: Content, turning: Turning, edge: _Edge) -> str:
    """What the trials answer, in words: "NExTWORK" gælder."""
    answers = set(turning.values())
    if len(answers) > 1:
        return f"svaret er et andet for {len(turning)} forsøg"
    words = _answer(*answers.pop(), edge)
    if len(turning) > 1:
        return f"{len(turning)} forsøg {words}"
    [slug] = turning
    return f"\u201d{content.trials[slug].document['title']}\u201d {words}"


def _answer(here: Verdict, beside: Verdict, edge: _Edge) -> str:
    """The answer in words; a no is "no longer" or "not yet" only beside a yes."""
    if here is Verdict.APPLIES:
        return "gælder"
    if here is Verdict.UNDETERMINED:
        return "ikke kan afgøres"
    return edge.no if beside is Verdict.APPLIES else "ikke gælder"
