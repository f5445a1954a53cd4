"""How each part of an explanation stands: the word and the mark that tell it from the others."""

from collections.abc import Iterator

from trials.rules import (
    ATTRIBUTES,
    Answer,
    Check,
    Connective,
    Judgement,
    Reason,
    Word,
    capitalised,
)

NOT_TOLD = frozenset(
    {
        Reason.NOT_STATED,
        Reason.NOT_DERIVABLE,
        Reason.NOT_NAMED,
        Reason.LIST_INCOMPLETE,
    }
)


class Standing(Word):
    """Stilling: how a requirement stands for this citizen on this day."""

    MET = "met", "opfyldt"
    NOT_MET = "not_met", "ikke opfyldt"
    NOT_STATED = "not_stated", "ikke oplyst"
    ASSESS = "assess", "kræver vurdering"
    BORDERLINE = "borderline", "på grænsen"
    OPEN = "open", "kan ikke afgøres"

    @property
    def mark(self) -> str:
        """A sign beside the word, for the eye."""
        return _MARKS[self]


_MARKS = {
    Standing.MET: "✓",
    Standing.NOT_MET: "✕",
    Standing.NOT_STATED: "?",
    Standing.ASSESS: "!",
    Standing.BORDERLINE: "≈",
    Standing.OPEN: "…",
}


def standing_of(check: Check) -> Standing:
    """The standing of a check: of one that stays open, why."""
    if check.answer is not Answer.UNKNOWN:
        return Standing.MET if check.answer is Answer.YES else Standing.NOT_MET
    if check.connective is not Connective.LEAF:
        return Standing.OPEN
    if check.reason is Reason.BORDERLINE:
        return Standing.BORDERLINE
    if check.reason not in NOT_TOLD:
        return Standing.OPEN
    return Standing.ASSESS if _takes_judgement(check) else Standing.NOT_STATED


def _takes_judgement(check: Check) -> bool:
    name = check.attribute or ""
    return name in set(Judgement) or (name in ATTRIBUTES and ATTRIBUTES[name].is_judged)


def told(check: Check) -> str:
    """The sentence of a check, where its standing has just been told: not the same word again."""
    label, separator, rest = check.sentence.partition(": ")
    is_said = label.lower() in {standing_of(check).label, Standing.NOT_STATED.label}
    return capitalised(rest) if separator and is_said else check.sentence


def leaves(check: Check) -> Iterator[Check]:
    """The parts that rest on no others, in the order of the explanation."""
    if not check.parts:
        yield check
    for part in check.parts:
        yield from leaves(part)
