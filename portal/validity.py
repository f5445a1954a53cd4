"""What is in force on a day, what ends soon, and when something was in force last.

A municipality is a code, or None for none in particular: then no trial is left out.
"""

from dataclasses import dataclass
from datetime import date

from portal.shelf import Content, PublishedTrial
from trials.rules import Answer, Area, CitizenProfile, last_certain_day, last_possible_day

Trials = tuple[PublishedTrial, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class InForce:
    """The trials by what is known of the day; ``last`` is filled when nothing may be in force.

    ``last_day`` is the last day that any of ``last`` may have been in force. Of a municipality:
    ``unnamed`` are surely in force, and the source does not say whether it takes part;
    ``elsewhere`` are, or may be, in force, but not there.
    """

    surely: Trials
    perhaps: Trials
    unnamed: Trials = ()
    elsewhere: Trials = ()
    last: Trials = ()
    last_day: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """The end of the time in which a trial is, or was, in force.

    ``sure`` is the last day that is sure, ``latest`` the last that is possible. None is a day that
    is not set, or that nobody knows.
    """

    trial: PublishedTrial
    sure: date | None
    latest: date | None


def in_force(content: Content, *, on: date, municipality: str | None = None) -> InForce:
    """The published trials that are, or may be, in force on the day."""
    trials = list(content.trials.values())
    running = [trial for trial in trials if covers(trial, on=on) is not Answer.NO]
    here = [trial for trial in running if takes_part(trial, municipality) is not Answer.NO]
    known = [trial for trial in here if covers(trial, on=on) is Answer.YES]
    last_day = None if running else last_days(content, before=on)[1]
    return InForce(
        surely=tuple(row for row in known if takes_part(row, municipality) is Answer.YES),
        unnamed=tuple(row for row in known if takes_part(row, municipality) is Answer.UNKNOWN),
        perhaps=tuple(row for row in here if row not in known),
        elsewhere=tuple(row for row in running if row not in here),
        last=tuple(row for row in trials if last_day and _last_end(row, on) == last_day),
        last_day=last_day,
    )


def covers(trial: PublishedTrial, *, on: date) -> Answer:
    """Whether the trial is in force on the day, as far as the sources tell."""
    answers = (period.check(on).answer for period in trial.rule.periods)
    return max(answers, default=Answer.NO)


def takes_part(trial: PublishedTrial, municipality: str | None) -> Answer:
    """Whether the municipality takes part, as far as source and record tell."""
    return Answer.YES if municipality is None else reaches(trial.rule.area, municipality)


def reaches(area: Area, municipality: str) -> Answer:
    """Whether the area holds the municipality, as far as source and record tell."""
    return area.check(CitizenProfile(stated={"municipality": municipality})).answer


def ending_of(trial: PublishedTrial, *, on: date) -> Ending:
    """When the time that the day falls in ends; the trial may be in force on it."""
    periods, is_sure = trial.rule.periods, covers(trial, on=on) is Answer.YES
    return Ending(
        trial=trial,
        sure=last_certain_day(periods, on) if is_sure else None,
        latest=last_possible_day(periods, on),
    )


def expiring(
    content: Content, *, on: date, days: int, municipality: str | None = None
) -> tuple[Ending, ...]:
    """What is, or may be, in force, and is no longer sure after that many days; soonest first."""
    here = in_force(content, on=on, municipality=municipality)
    running = (*here.surely, *here.unnamed, *here.perhaps)
    endings = [(ending_of(trial, on=on), trial in here.perhaps) for trial in running]
    soon = [
        (day, ending)
        for ending, is_open in endings
        if (day := ending.latest if is_open else ending.sure) and (day - on).days <= days
    ]
    return tuple(ending for _, ending in sorted(soon, key=_by_day))


def expired(
    content: Content, *, on: date, days: int, municipality: str | None = None
) -> tuple[Ending, ...]:
    """What ended in that many days before the day; the last to end first."""
    over = [
        (latest, Ending(trial=trial, sure=_last_sure(trial, on), latest=latest))
        for trial in content.trials.values()
        if covers(trial, on=on) is Answer.NO
        and takes_part(trial, municipality) is not Answer.NO
        and (latest := _last_end(trial, on))
        and (on - latest).days <= days
    ]
    return tuple(ending for _, ending in sorted(over, key=_by_day, reverse=True))


def last_days(
    content: Content, *, before: date, municipality: str | None = None
) -> tuple[date | None, date | None]:
    """The last day before that day on which anything surely was, and may have been, in force."""
    here = [
        trial
        for trial in content.trials.values()
        if takes_part(trial, municipality) is not Answer.NO
    ]
    sure = (_last_sure(trial, before) for trial in here)
    possible = (_last_end(trial, before) for trial in here)
    return max(filter(None, sure), default=None), max(filter(None, possible), default=None)


def _last_end(trial: PublishedTrial, before: date) -> date | None:
    """The latest day on which a period of the trial that is over may have ended."""
    ends = (period.end.latest for period in trial.rule.periods)
    return max((end for end in ends if end and end < before), default=None)


def _last_sure(trial: PublishedTrial, before: date) -> date | None:
    """The last day before that day on which the trial surely was in force."""
    ends = (
        period.end.earliest
        for period in trial.rule.periods
        if period.end.earliest and period.covers_surely(period.end.earliest)
    )
    return max((end for end in ends if end < before), default=None)


def _by_day(row: tuple[date, Ending]) -> tuple[date, str]:
    return row[0], row[1].trial.rule.slug
