"""The nearest change: what would have to be different for a rule to cover the citizen."""

from collections.abc import Sequence
from datetime import date, timedelta

from trials.rules.checks import Answer, Check
from trials.rules.danish import danish_amount, danish_date, joined
from trials.rules.engine import Assessment
from trials.rules.periods import Period
from trials.rules.vocabulary import Coverage, Verdict


def nearest_change(assessment: Assessment) -> str | None:
    """A Danish sentence for a rule that does not apply; None for any other answer."""
    if assessment.verdict is not Verdict.NOT_APPLIES:
        return None
    in_time, in_area, in_group = assessment.check.parts
    missing = _missing_conditions(in_group)
    if in_time.answer is Answer.NO:
        others = len(missing) + (in_area.answer is Answer.NO)
        return _in_time(assessment.rule.periods, assessment.on) + _and_more(others)
    if in_area.answer is Answer.NO:
        return _in_area(assessment) + _and_more(len(missing))
    if not missing:
        return "Kilden nævner ingen målgruppe."
    if len(missing) == 1:
        return f"Mangler én betingelse: {_lowered(missing[0].requirement)}."
    return f"Mangler {len(missing)} betingelser: {_listed(missing)}."


def _missing_conditions(in_group: Check) -> list[Check]:
    """The failing conditions of the target group that comes nearest: the one with fewest."""
    if in_group.answer is not Answer.NO:
        return []
    short = [
        [condition for condition in group.parts if condition.answer is Answer.NO]
        for group in in_group.parts
    ]
    return min(short, key=len, default=[])


def _in_time(periods: Sequence[Period], on: date) -> str:
    starts = [
        (bound.earliest, bound.latest == bound.earliest)
        for bound in (period.start for period in periods)
        if bound.earliest and bound.earliest > on
    ]
    if starts:
        first, certain = min(starts)
        word = "fra" if certain else "tidligst fra"
        return f"Gælder {word} den {danish_date(first)}, {_days(first - on)} efter den valgte dag."
    ends = [
        (bound.latest, bound.earliest == bound.latest)
        for bound in (period.end for period in periods)
        if bound.latest
    ]
    if not ends:
        return "Ingen periode er kendt."
    last, certain = max(ends)
    word = "Udløb" if certain else "Udløb senest"
    return f"{word} den {danish_date(last)}, {_days(on - last)} før den valgte dag."


def _in_area(assessment: Assessment) -> str:
    area = assessment.rule.area
    if area.coverage is Coverage.LISTED:
        return f"Gælder kun i {joined(list(area.named.values()))}."
    return "Gælder kun i de kommuner, der deltager."


def _and_more(count: int) -> str:
    if count == 0:
        return ""
    return f" Desuden mangler {'én betingelse' if count == 1 else f'{count} betingelser'}."


def _days(span: timedelta) -> str:
    return danish_amount(span.days, "dage")


def _listed(checks: Sequence[Check]) -> str:
    return "; ".join(_lowered(check.requirement) for check in checks)


def _lowered(text: str) -> str:
    """Lower the first letter, unless the word is an abbreviation such as LAB."""
    return text if text[:2].isupper() else text[:1].lower() + text[1:]
