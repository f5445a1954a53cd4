"""Findings to judge: each is usual, but for what a test states of it."""

from datetime import date
from typing import Any

from evaluations.recommendations.strength import Evidence, Strength, strength
from evaluations.words import Design, Direction, Match

DAY = date(2023, 6, 1)


def evidence(**stated: Any) -> Evidence:
    """A finding of a recent comparison in many places, unless something else is stated."""
    usual: dict[str, Any] = {
        "evaluation": "en",
        "programmes": frozenset({"program-et"}),
        "outcome": "beskaeftigelse",
        "direction": Direction.POSITIVE,
        "design": Design.D3,
        "match": Match.DIRECT,
        "has_comparison": True,
        "sites": 12,
        "published": date(2021, 4, 1),
    }
    return Evidence(**usual | stated)


def independent(**stated: Any) -> Evidence:
    """A finding of another evaluation of another programme."""
    return evidence(evaluation="to", programmes=frozenset({"program-to"}), **stated)


def judged(*found: Evidence, is_element: bool = False, on: date = DAY) -> Strength:
    return strength(found, is_element=is_element, on=on)


def lowering(judgement: Strength) -> list[str]:
    return [reason for reason in judgement.reasons if reason.startswith("-")]
