"""Does evidence speak to this citizen? Its own words, never those of eligibility.

Per target group of a study: any condition that fails is indirect, all met is direct, nothing
stated is unknown, something not stated is partial, and only borderline values open is boundary.
With several groups the closest counts.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from evaluations.words import Match
from trials.rules import Answer, Check, CitizenProfile, Group, Reason

CLOSEST_FIRST = (Match.DIRECT, Match.BOUNDARY, Match.PARTIAL, Match.UNKNOWN, Match.INDIRECT)
NOT_STATED = frozenset({Reason.NOT_STATED, Reason.NOT_DERIVABLE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Relevance:
    """The distance to the closest studied group, and that group condition by condition."""

    match: Match
    check: Check | None


def relevance(groups: Iterable[Group], profile: CitizenProfile, *, on: date) -> Relevance:
    """The relevance of what was studied in ``groups`` for this citizen; no groups is unknown."""
    checks = (group.check(profile, on=on) for group in groups)
    return closest(Relevance(match=match_of(check), check=check) for check in checks)


def closest(found: Iterable[Relevance]) -> Relevance:
    """The first of the closest; nothing that was studied is unknown."""
    nothing = Relevance(match=Match.UNKNOWN, check=None)
    return min(found, key=lambda each: CLOSEST_FIRST.index(each.match), default=nothing)


def match_of(group: Check) -> Match:
    """The distance that the check of one target group tells."""
    if group.answer is Answer.NO:
        return Match.INDIRECT
    if group.answer is Answer.YES:
        return Match.DIRECT
    if all(leaf.reason in NOT_STATED for leaf in _leaves(group)):
        return Match.UNKNOWN
    open_parts = [part for part in group.parts if part.answer is Answer.UNKNOWN]
    if any(leaf.reason in NOT_STATED for part in open_parts for leaf in _leaves(part)):
        return Match.PARTIAL
    return Match.BOUNDARY


def _leaves(check: Check) -> Iterator[Check]:
    if not check.parts:
        yield check
    for part in check.parts:
        yield from _leaves(part)
