"""How strong the evidence behind a recommendation is, by a documented rule that shows its reasons.

The rule stands in docs/evidence.md. Two evaluations of one programme are not independent.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from evaluations.words import Design, Direction, Level, Mark, Match

COMPARED = frozenset({Design.D3, Design.D4, Design.D5})
QUASI_EXPERIMENTAL = frozenset({Design.D4, Design.D5})
EXPERIENCE = frozenset({Design.D0, Design.D1})
CLEAR = frozenset({Direction.POSITIVE, Direction.NONE_DETECTED, Direction.NEGATIVE})
FEW_SITES = 5
OLD_AFTER_YEARS = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One supporting finding, with what the rule must know of its evaluation."""

    evaluation: str
    programmes: frozenset[str]
    outcome: str
    direction: Direction
    design: Design
    has_comparison: bool
    sites: int | None
    published: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Strength:
    """The level, the marks beside it, and the reasons in Danish."""

    level: Level
    marks: tuple[Mark, ...]
    reasons: tuple[str, ...]


def strength(evidence: Sequence[Evidence], *, match: Match, is_element: bool, on: date) -> Strength:
    """The strength of the body of evidence for a citizen at this distance from the studies."""
    compared = [each for each in evidence if each.design in COMPARED and each.has_comparison]
    if compared:
        level, reasons = _compared_level(compared, match=match, on=on)
    else:
        level, reasons = _uncompared_level(evidence)
    return Strength(level=level, marks=_marks(evidence, is_element=is_element), reasons=reasons)


def _compared_level(
    compared: Sequence[Evidence], *, match: Match, on: date
) -> tuple[Level, tuple[str, ...]]:
    lowering = _lowering(compared, match=match, on=on)
    reasons = ("+ undersøgt med sammenligningsgruppe", *lowering)
    if lowering:
        return Level.LIMITED, reasons
    if _is_replicated(compared):
        return Level.STRONG, (*reasons, "+ mindst to uafhængige evalueringer er enige")
    return Level.MODERATE, (*reasons, "- mangler uafhængige evalueringer, der er enige")


def _lowering(compared: Sequence[Evidence], *, match: Match, on: date) -> tuple[str, ...]:
    """Every reason to trust the compared findings less for this citizen."""
    told = {
        f"- målgruppen: {match.label}": match is not Match.DIRECT,
        "- meget få steder": all(each.sites and each.sites < FEW_SITES for each in compared),
        "- fundene peger i hver sin retning": _conflicts(compared),
        f"- ældre end {OLD_AFTER_YEARS} år": all(_is_old(each, on) for each in compared),
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
    """Whether independent evaluations agree on an outcome, one of them at least D4."""
    return any(
        one.outcome == other.outcome
        and one.direction is other.direction
        and one.direction in CLEAR
        and one.programmes.isdisjoint(other.programmes)
        and {one.design, other.design} & QUASI_EXPERIMENTAL
        for one in compared
        for other in compared
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
    none_detected = any(each.direction is Direction.NONE_DETECTED for each in evidence)
    told = {
        Mark.NO_EFFECT: none_detected,
        Mark.CONFLICTING: _conflicts(evidence),
        Mark.ELEMENT: is_element,
    }
    return tuple(mark for mark, holds in told.items() if holds)
