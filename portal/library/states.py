"""What holds for a thing on one day, in words: is the trial in force, is the study out yet?"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from evaluations.recommendations.strength import OLD_AFTER_YEARS
from trials.rules import (
    Answer,
    DatePrecision,
    Reason,
    Rule,
    danish_date,
    day_from,
    nearest_period,
)

LONGEST_MONTH = timedelta(days=31)


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """A label, the sentences that explain it, and a code for how it looks: yes, unknown, no.

    ``is_future`` says of an evaluation that it was not, or perhaps not, out on the day.
    """

    code: str
    label: str
    sentences: tuple[str, ...]
    is_future: bool = False


def trial_state(rule: Rule, *, on: date) -> State:
    """Whether the trial is in force on the day, and why; when it is not, how far off it is."""
    checks = [period.check(on) for period in rule.periods]
    answer = max((check.answer for check in checks), default=Answer.NO)
    if answer is Answer.NO:
        sentence = nearest_period(rule.periods, on)
        return State(
            code="no", label=_not_in_force({c.reason for c in checks}), sentences=(sentence,)
        )
    return State(
        code=answer.code,
        label="Gælder" if answer is Answer.YES else "Usikkert, om det gælder",
        sentences=tuple(check.sentence for check in checks if check.answer is answer),
    )


def _not_in_force(reasons: set[Reason]) -> str:
    if reasons == {Reason.EXPIRED}:
        return "Udløbet"
    return "Ikke begyndt" if reasons == {Reason.NOT_STARTED} else "Gælder ikke"


def evaluation_state(published: Mapping[str, Any], *, on: date) -> State:
    """Whether the evaluation was out on the day, and whether it had grown old by then."""
    first = day_from(published["date"])
    if first is None:
        return State(
            code="unknown",
            label="Udgivelsesdagen er ikke oplyst",
            sentences=("Kilden siger ikke, hvornår evalueringen er udgivet.",),
        )
    if on < first:
        sentence = f"Den er udgivet {published['text']}, altså efter den {danish_date(on)}."
        return State(
            code="no", label="Ikke udgivet på dagen", sentences=(sentence,), is_future=True
        )
    if on < _last(first, published["precision"]):
        sentence = f"Vi ved kun, at den er udgivet {published['text']}."
        return State(
            code="unknown",
            label="Måske ikke udgivet på dagen",
            sentences=(sentence,),
            is_future=True,
        )
    return _published(first, published["text"], on=on)


def _published(first: date, text: str, *, on: date) -> State:
    told = f"Udgivet {text}."
    # The tenth anniversary is not more than ten years, as in the rule of strength.
    if (on.year - OLD_AFTER_YEARS, on.month, on.day) > (first.year, first.month, first.day):
        old = f"Den er ældre end {OLD_AFTER_YEARS} år på dagen. Forholdene kan være ændret siden."
        return State(code="unknown", label=f"Ældre end {OLD_AFTER_YEARS} år", sentences=(told, old))
    return State(code="yes", label="Udgivet", sentences=(told,))


def _last(first: date, precision: str) -> date:
    """The last day on which it can have been published, when only month or year is known."""
    if precision == DatePrecision.YEAR:
        return date(first.year, 12, 31)
    if precision == DatePrecision.MONTH:
        return (first.replace(day=1) + LONGEST_MONTH).replace(day=1) - timedelta(days=1)
    return first
