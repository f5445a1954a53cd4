"""How strong the evidence behind a recommendation is, by a documented rule that shows its reasons.

The rule stands in docs/evidence.md. Two evaluations of one programme are not independent.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain

from evaluations.words import Design, Direction, Level, Mark, Match

COMPARED = frozenset({Design.D3, Design.D4, Design.D5})
QUASI_EXPERIMENTAL = frozenset({Design.D4, Design.D5})
EXPERIENCE = frozenset({Design.D0, Design.D1})
CLEAR = frozenset({Direction.POSITIVE, Direction.NONE_DETECTED, Direction.NEGATIVE})
SPEAKS_FOR = frozenset({Direction.POSITIVE, Direction.MIXED})
FEW_SITES = 5
OLD_AFTER_YEARS = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One supporting finding, with what the rule must know of its evaluation.

    ``match`` is how close the group that this evaluation studied is to the citizen, and
    ``published`` the last day on which it may have been published. ``design_is_inferred`` when the
    source does not say of this very finding how it was reached.
    """

    evaluation: str
    programmes: frozenset[str]
    outcome: str
    direction: Direction
    design: Design
    match: Match
    has_comparison: bool
    sites: int | None
    published: date | None
    design_is_inferred: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Strength:
    """The level, the marks beside it, and the reasons in Danish."""

    level: Level
    marks: tuple[Mark, ...]
    reasons: tuple[str, ...]

    @property
    def words(self) -> str:
        """The level, never without its marks."""
        return "; ".join((self.level.label, *(mark.label for mark in self.marks)))


def strength(evidence: Sequence[Evidence], *, is_element: bool, on: date) -> Strength:
    """The strength of the body of evidence for one citizen on one day."""
    compared = [each for each in evidence if each.design in COMPARED and each.has_comparison]
    if compared:
        level, reasons = _compared_level(compared, on=on)
    else:
        level, reasons = _uncompared_level(evidence)
    return Strength(level=level, marks=_marks(evidence, is_element=is_element), reasons=reasons)


def _compared_level(compared: Sequence[Evidence], *, on: date) -> tuple[Level, tuple[str, ...]]:
    lowering = _lowering(compared, on=on)
    inferred = all(each.design_is_inferred for each in compared)
    compared_words = "+ undersøgt med sammenligningsgruppe"
    reasons = (f"{compared_words} (udledt af kilden)" if inferred else compared_words, *lowering)
    if lowering:
        return Level.LIMITED, reasons
    if _is_replicated(compared):
        return Level.STRONG, (*reasons, "+ mindst to uafhængige evalueringer er enige")
    return Level.MODERATE, (*reasons, "- mangler uafhængige evalueringer, der er enige")


def _lowering(compared: Sequence[Evidence], *, on: date) -> tuple[str, ...]:
    """Why no compared finding can be trusted fully for this citizen; nothing when one can."""
    weak = [_weaknesses(each, on=on) for each in compared]
    shared = chain.from_iterable(weak) if all(weak) else ()
    conflict = ("- fundene peger i hver sin retning",) if _conflicts(compared) else ()
    return (*dict.fromkeys(shared), *conflict)


def _weaknesses(each: Evidence, *, on: date) -> tuple[str, ...]:
    """The reasons to trust one finding less for this citizen."""
    told = {
        f"- målgruppen: {each.match.label}": each.match is not Match.DIRECT,
        "- meget få steder": each.sites is not None and each.sites < FEW_SITES,
        f"- ældre end {OLD_AFTER_YEARS} år": _is_old(each, on),
    }
    return tuple(reason for reason, holds in told.items() if holds)


def _uncompared_level(evidence: Sequence[Evidence]) -> tuple[Level, tuple[str, ...]]:
    designs = {each.design for each in evidence}
    if Design.D2 in designs:
        return Level.LIMITED, ("- kun statistisk kontrol, ingen sammenligningsgruppe",)
    if designs & EXPERIENCE:
        return Level.EXPERIENCE, ("- kun beskrivelser, oplevelser eller cases",)
    if designs:
        return Level.NOT_ASSESSED, ("- kilden oplyser ikke, hvordan fundet er nået",)
    return Level.NOT_ASSESSED, ("- hviler ikke på et fund",)


def _is_replicated(compared: Sequence[Evidence]) -> bool:
    """Whether independent evaluations of citizens like this one agree, one of them at least D4."""
    direct = [each for each in compared if each.match is Match.DIRECT]
    return any(
        one.outcome == other.outcome
        and one.direction is other.direction
        and one.direction in CLEAR
        and one.programmes.isdisjoint(other.programmes)
        and {one.design, other.design} & QUASI_EXPERIMENTAL
        for one in direct
        for other in direct
    )


def _conflicts(evidence: Sequence[Evidence]) -> bool:
    """Whether positive and other clear directions meet on the same outcome."""
    against = {Direction.NONE_DETECTED, Direction.NEGATIVE, Direction.MIXED}
    positive = {each.outcome for each in evidence if each.direction is Direction.POSITIVE}
    return any(each.outcome in positive and each.direction in against for each in evidence)


def _is_old(each: Evidence, on: date) -> bool:
    """Whether more than ten years have passed; the tenth anniversary itself is not more."""
    if each.published is None:
        return False
    published = each.published
    anniversary = (published.year + OLD_AFTER_YEARS, published.month, published.day)
    return (on.year, on.month, on.day) > anniversary


def _marks(evidence: Sequence[Evidence], *, is_element: bool) -> tuple[Mark, ...]:
    directions = {each.direction for each in evidence}
    told = {
        Mark.NO_EFFECT: Direction.NONE_DETECTED in directions,
        Mark.AGAINST: Direction.NEGATIVE in directions and directions.isdisjoint(SPEAKS_FOR),
        Mark.CONFLICTING: _conflicts(evidence),
        Mark.ELEMENT: is_element,
    }
    return tuple(mark for mark, holds in told.items() if holds)
