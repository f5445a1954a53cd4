"""The nearest change: what would have to be different for a rule to cover the citizen."""

from collections.abc import Sequence
from datetime import date, timedelta

from trials.rules.checks import Answer, Check
from trials.rules.danish import danish_amount, danish_date, joined
from trials.rules.engine import Assessment
from trials.rules.periods import Bound, Period
from trials.rules.vocabulary import Coverage, Verdict

LONGEST_MONTH = 31
LONGEST_YEAR = 366


def nearest_change(assessment: Assessment) -> str | None:
    """A Danish sentence for a rule that does not apply; None for any other answer."""
    if assessment.verdict is not Verdict.NOT_APPLIES:
        return None
    in_time, in_area = assessment.in_time, assessment.in_area
    conditions = _nearest_group(assessment.in_group)
    missing = [condition for condition in conditions if condition.answer is Answer.NO]
    open_count = _count(Answer.UNKNOWN, [in_time, in_area, *conditions])
    if in_time.answer is Answer.NO:
        told = nearest_period(assessment.rule.periods, assessment.on)
        return told + _and_more(_count(Answer.NO, [in_area, *conditions]), open_count)
    if in_area.answer is Answer.NO:
        return _in_area(assessment) + _and_more(len(missing), open_count)
    if not missing:
        return "Kilden nævner ingen målgruppe."
    return _in_group(missing) + _and_more(0, open_count)


def _nearest_group(in_group: Check) -> Sequence[Check]:
    """The conditions of the target group that comes nearest: fewest that fail, then fewest open."""
    groups = [group.parts for group in in_group.parts]
    return min(
        groups,
        key=lambda parts: (_count(Answer.NO, parts), _count(Answer.UNKNOWN, parts)),
        default=(),
    )


def _count(answer: Answer, checks: Sequence[Check]) -> int:
    return sum(check.answer is answer for check in checks)


def nearest_period(periods: Sequence[Period], on: date) -> str:
    """When a rule begins, or when it ended, told from a day on which it is not in force."""
    starts = [
        (bound.earliest, _is_exact(bound), bound.reserve)
        for bound in (period.start for period in periods)
        if bound.earliest and bound.earliest > on
    ]
    if starts:
        first, certain, reserve = min(starts)
        word = "Gælder fra" if certain else "Gælder tidligst fra"
        return f"{word} den {_day(first, reserve)}, {_length(first - on)} efter den valgte dag."
    ends = [
        (bound.latest, _is_exact(bound), bound.reserve)
        for bound in (period.end for period in periods)
        if bound.latest
    ]
    if not ends:
        return "Ingen periode er kendt."
    last, certain, reserve = max(ends)
    word = "Udløb" if certain else "Udløb senest"
    return f"{word} den {_day(last, reserve)}, {_length(on - last)} før den valgte dag."


def _is_exact(bound: Bound) -> bool:
    return bound.earliest == bound.latest


def _day(day: date, reserve: str) -> str:
    return f"{danish_date(day)} ({reserve})" if reserve else danish_date(day)


def _in_area(assessment: Assessment) -> str:
    area = assessment.rule.area
    if area.coverage is Coverage.LISTED:
        return f"Gælder kun i {joined(list(area.named.values()))}."
    recorded = [record.name for record in area.recorded.values() if record.takes_part]
    known = f" Det er registreret, at {joined(recorded)} deltager." if recorded else ""
    return f"Gælder kun i de kommuner, der deltager.{known}"


def _in_group(missing: Sequence[Check]) -> str:
    listed = "; ".join(_lowered(check.requirement) for check in missing)
    return f"Mangler {_conditions(len(missing))}: {listed}."


def _and_more(missing: int, open_: int) -> str:
    """What else stands in the way, or may: one change is enough only when there is nothing."""
    if missing and open_:
        return f" Desuden mangler {_conditions(missing)}, og {_number(open_)} kan ikke afgøres."
    if missing:
        return f" Desuden mangler {_conditions(missing)}."
    if open_:
        return f" Desuden kan {_conditions(open_)} ikke afgøres."
    return ""


def _conditions(count: int) -> str:
    return f"{_number(count)} {'betingelse' if count == 1 else 'betingelser'}"


def _number(count: int) -> str:
    return "én" if count == 1 else str(count)


def _length(span: timedelta) -> str:
    """Days while they can be pictured, then whole months and years that have surely gone by."""
    if span.days <= 2 * LONGEST_MONTH:
        return danish_amount(span.days, "dage")
    if span.days <= 2 * LONGEST_YEAR:
        return f"over {span.days // LONGEST_MONTH} måneder"
    return f"over {span.days // LONGEST_YEAR} år"


def _lowered(text: str) -> str:
    """Lower the first letter, unless the word is an abbreviation such as LAB."""
    return text if text[:2].isupper() else text[:1].lower() + text[1:]
