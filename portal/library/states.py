"""What holds for a thing on one day, in words: is the trial in force, is the study out yet?"""

from dataclasses import dataclass
from datetime import date

from evaluations.recommendations.strength import OLD_AFTER_YEARS
from trials.rules import (
    Answer,
    Dated,
    Reason,
    Rule,
    danish_date,
    day_from,
    latest_day,
    nearest_period,
)


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
        label = _not_in_force({check.reason for check in checks})
        return State(code="no", label=label, sentences=(nearest_period(rule.periods, on),))
    return State(
        code=answer.code,
        label="Gælder" if answer is Answer.YES else "Usikkert, om det gælder",
        sentences=tuple(check.sentence for check in checks if check.answer is answer),
    )


def _not_in_force(reasons: set[Reason]) -> str:
    if reasons == {Reason.EXPIRED}:
        return "Udløbet"
    return "Ikke begyndt" if reasons == {Reason.NOT_STARTED} else "Gælder ikke"


def evaluation_state(published: Dated, *, on: date) -> State:
    """Whether the evaluation was out on the day, and whether it had grown old by then."""
    first, last = day_from(published["date"]), latest_day(published)
    if first is None or last is None:
        sentence = "Kilden siger ikke, hvornår evalueringen er udgivet."
        return _state("unknown", "Udgivelsesdagen er ikke oplyst", sentence)
    text = published["text"]
    if on < first:
        sentence = f"Den er udgivet {text}, altså efter den {danish_date(on)}."
        return _state("no", "Var ikke udgivet den dag", sentence, is_future=True)
    if on < last:
        sentence = f"Vi ved kun, at den er udgivet {text}."
        return _state("unknown", "Var måske ikke udgivet den dag", sentence, is_future=True)
    # The tenth anniversary is not more than ten years, as in the rule of strength.
    if (on.year - OLD_AFTER_YEARS, on.month, on.day) > (last.year, last.month, last.day):
        sentence = f"Udgivet {text}. Forholdene kan være ændret siden."
        return _state("unknown", f"Ældre end {OLD_AFTER_YEARS} år den dag", sentence)
    return _state("yes", "Var udgivet den dag", f"Udgivet {text}.")


def _state(code: str, label: str, sentence: str, *, is_future: bool = False) -> State:
    return State(code=code, label=label, sentences=(sentence,), is_future=is_future)
