"""Dates, units and lists as Danish text in templates."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from django import template

from portal import findings
from portal.guidance.answer import explanations
from trials.rules import Check, Judgement, Unit, danish_amount, joined
from trials.rules import danish_date as in_danish

register = template.Library()


@register.filter
def danish_date(day: date) -> str:
    """31. marts 2022."""
    return in_danish(day)


@register.filter
def iso_date(text: str) -> str:
    """The day of a document, 2022-03-31, as 31. marts 2022."""
    return in_danish(date.fromisoformat(text))


@register.filter
def amount(value: int, unit: str) -> str:
    """13 weeks as 13 uger, and 1 week as 1 uge."""
    return danish_amount(value, Unit(unit).label)


@register.filter
def judgements(codes: Iterable[str]) -> str:
    """The assessments that a step requires, as a Danish list."""
    return joined([Judgement(code).label for code in codes])


@register.filter
def design(finding: Mapping[str, Any]) -> str:
    """How a finding was reached: sammenligningsgruppe (udledt af kilden)."""
    return findings.design_words(finding)


@register.filter
def direction(finding: Mapping[str, Any]) -> str:
    """Which way a finding points: beskrivende: op."""
    return findings.direction_words(finding)


@register.filter
def host(address: str) -> str:
    """Who answers at an address: www.retsinformation.dk, in full, so that nobody is misled."""
    return urlsplit(address).hostname or ""


@register.filter
def standing(check: Check) -> explanations.Standing:
    """How a requirement stands: met, not met, and if it is open, why."""
    return explanations.standing_of(check)


@register.filter
def told(check: Check) -> str:
    """Its sentence, without the word that tells how it stands."""
    return explanations.told(check)
