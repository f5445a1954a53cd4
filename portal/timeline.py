"""What is in force on a day, and what was in force last when nothing is."""

from dataclasses import dataclass
from datetime import date

from portal.shelf import Content, PublishedTrial
from trials.rules import Answer


@dataclass(frozen=True, slots=True, kw_only=True)
class InForce:
    """The trials by what is known of the day; ``last`` is filled when nothing may be in force.

    ``last_day`` is the last day that any of ``last`` may have been in force.
    """

    surely: tuple[PublishedTrial, ...]
    perhaps: tuple[PublishedTrial, ...]
    last: tuple[PublishedTrial, ...] = ()
    last_day: date | None = None


def in_force(content: Content, *, on: date) -> InForce:
    """The published trials that are, or may be, in force on the day."""
    trials = list(content.trials.values())
    surely = tuple(trial for trial in trials if covers(trial, on=on) is Answer.YES)
    perhaps = tuple(trial for trial in trials if covers(trial, on=on) is Answer.UNKNOWN)
    if surely or perhaps:
        return InForce(surely=surely, perhaps=perhaps)
    ends = {trial.rule.slug: _last_end(trial, on) for trial in trials}
    last_day = max((end for end in ends.values() if end), default=None)
    last = tuple(trial for trial in trials if last_day and ends[trial.rule.slug] == last_day)
    return InForce(surely=(), perhaps=(), last=last, last_day=last_day)


def covers(trial: PublishedTrial, *, on: date) -> Answer:
    """Whether the trial is in force on the day, as far as the sources tell."""
    answers = (period.check(on).answer for period in trial.rule.periods)
    return max(answers, default=Answer.NO)


def _last_end(trial: PublishedTrial, before: date) -> date | None:
    """The latest day on which a period of the trial that is over may have ended."""
    ends = (period.end.latest for period in trial.rule.periods)
    return max((end for end in ends if end and end < before), default=None)
