"""Why a trial answers as it does, in one sentence."""

from collections.abc import Iterable, Iterator

from portal.guidance.answer.explanations import Standing, standing_of
from trials.rules import (
    ATTRIBUTES,
    Answer,
    Assessment,
    Attribute,
    Check,
    Connective,
    Kind,
    Reason,
    Verdict,
    capitalised,
    danish_date,
    joined,
)

# More facts than this are counted, and not named.
MOST_NAMED = 4
AREA = {
    Reason.NATIONWIDE: "det gælder i hele landet",
    Reason.LISTED: "kommunen er med",
    Reason.PARTICIPATES: "kommunen deltager",
}


def reason_of(found: Assessment) -> str:
    """The reason of the answer; what would change a no is told by ``nearest_change``."""
    if found.verdict is Verdict.APPLIES:
        return (
            f"Forsøget er i kraft den {danish_date(found.on)}, {AREA[found.in_area.reason]}, og "
            "borgeren er i målgruppen."
        )
    if found.verdict is Verdict.NOT_APPLIES:
        return f"{capitalised(_in_a_row(list(_failures(found))))}."
    return f"Intet er til hinder, men {_in_a_row(list(_open(found)))}."


def _failures(found: Assessment) -> Iterator[str]:
    if found.in_time.answer is Answer.NO:
        yield _out_of_time({part.reason for part in found.in_time.parts})
    if found.in_area.answer is Answer.NO:
        yield "kommunen er ikke med"
    if found.in_group.answer is Answer.NO:
        yield "borgeren er ikke i målgruppen"


def _out_of_time(reasons: set[Reason]) -> str:
    if reasons == {Reason.EXPIRED}:
        return "forsøget er udløbet den valgte dag"
    if reasons == {Reason.NOT_STARTED}:
        return "forsøget er ikke begyndt den valgte dag"
    return "forsøget er ikke i kraft den valgte dag"


def _open(found: Assessment) -> Iterator[str]:
    if found.in_time.answer is Answer.UNKNOWN:
        yield "det er usikkert, om forsøget er i kraft den valgte dag"
    if found.in_area.answer is Answer.UNKNOWN:
        is_unstated = found.in_area.reason is Reason.NOT_STATED
        yield "kommunen er ikke oplyst" if is_unstated else "vi ved ikke, om kommunen deltager"
    if found.in_group.answer is Answer.UNKNOWN:
        yield from _open_in_group(found.in_group)


def _open_in_group(group: Check) -> Iterator[str]:
    """What is not told of the citizen, and what the source leaves on the line."""
    found = list(_open_leaves(group))
    on_line = [leaf for leaf in found if standing_of(leaf) is Standing.BORDERLINE]
    missing = _attributes(leaf for leaf in found if leaf not in on_line)
    if len(missing) > MOST_NAMED:
        yield f"{len(missing)} forhold ved borgeren er ikke oplyst"
    else:
        yield from _missing(missing)
    if on_line:
        labels = joined([each.label for each in _attributes(on_line)])
        yield f"borgerens {labels} ligger på en grænse, som kilden ikke afgør"


def _missing(attributes: list[Attribute]) -> Iterator[str]:
    """What is not stated, as one clause for the yes/no facts and one for the others."""
    facts = [each.yes for each in attributes if each.kind is Kind.YES_NO]
    values = [each.label for each in attributes if each.kind is not Kind.YES_NO]
    if facts:
        first, *others = facts
        told = [first, *(each.removeprefix("borgeren ") for each in others)]
        yield f"vi ved ikke, om {joined(told, 'eller')}"
    if values:
        yield f"vi kender ikke borgerens {joined(values, 'eller')}"


def _attributes(found: Iterable[Check]) -> list[Attribute]:
    return [ATTRIBUTES[name] for name in dict.fromkeys(leaf.attribute or "" for leaf in found)]


def _open_leaves(check: Check) -> Iterator[Check]:
    if check.connective is Connective.LEAF:
        yield check
    for part in check.parts:
        if part.answer is Answer.UNKNOWN:
            yield from _open_leaves(part)


def _in_a_row(clauses: list[str]) -> str:
    """Whole clauses: in Danish a comma stands before the last too."""
    *most, last = clauses
    return f"{', '.join(most)}, og {last}" if most else last
