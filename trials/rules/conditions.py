"""What a condition may compare, so that a wrong one is refused before it is stored."""

from collections.abc import Mapping, Sequence
from decimal import Decimal, InvalidOperation
from itertools import pairwise
from typing import Protocol

from trials.rules.attributes import ATTRIBUTES, Attribute, Kind
from trials.rules.danish import danish_amount, joined
from trials.rules.vocabulary import Comparison

_BY_LIST = frozenset({Comparison.ONE_OF, Comparison.NONE_OF})


def condition_errors(
    attribute: str, comparison: str, values: Sequence[str], borderline: Sequence[str]
) -> dict[str, str]:
    """Danish messages by field for an alternative that cannot be assessed; empty when it can."""
    declared = ATTRIBUTES.get(attribute)
    if declared is None or not declared.in_conditions:
        return {"attribute": "Oplysningen findes ikke eller kan ikke bruges i en betingelse."}
    if comparison not in set(Comparison):
        return {"comparison": "Sammenligningen findes ikke."}
    if declared.kind is Kind.NUMBER:
        return _number_errors(declared, comparison, values, borderline)
    return _code_errors(declared, comparison, values, borderline)


def _number_errors(
    declared: Attribute, comparison: str, values: Sequence[str], borderline: Sequence[str]
) -> dict[str, str]:
    if comparison in _BY_LIST:
        return {"comparison": "Et tal sammenlignes med mindst, mere end, højst eller mindre end."}
    if len(values) != 1:
        return {"values": "Skriv netop ét tal."}
    for field, numbers in (("values", values), ("borderline", borderline)):
        for number in numbers:
            if not _is_within(declared, number):
                return {field: f"\u201d{number}\u201d er ikke {_numbers_allowed(declared)}."}
    return {}


def _numbers_allowed(declared: Attribute) -> str:
    limits = f"fra {declared.minimum} til {declared.maximum} {declared.unit}"
    return (
        f"et tal {limits}, med punktum før decimaler"
        if declared.decimal
        else f"et helt tal {limits}"
    )


def _is_within(declared: Attribute, number: str) -> bool:
    try:
        value = Decimal(number)
    except InvalidOperation:
        return False
    if not value.is_finite() or not declared.minimum <= value <= declared.maximum:
        return False
    return declared.decimal or value == value.to_integral_value()


def _code_errors(
    declared: Attribute, comparison: str, values: Sequence[str], borderline: Sequence[str]
) -> dict[str, str]:
    if comparison not in _BY_LIST:
        return {"comparison": "Her vælges mellem \u201der en af\u201d og \u201der ingen af\u201d."}
    if not values:
        return {"values": "Vælg mindst én værdi."}
    if declared.kind is Kind.YES_NO and len(values) > 1:
        return {"values": "Vælg enten ja eller nej."}
    known = {word.value for word in declared.words or ()}
    for field, codes in (("values", values), ("borderline", borderline)):
        unknown = sorted(set(codes) - known)
        if unknown:
            return {field: f"Ukendt værdi for {declared.label}: {', '.join(unknown)}."}
    if set(values) & set(borderline):
        return {
            "borderline": "En værdi kan ikke både opfylde betingelsen og være et grænsetilfælde."
        }
    return {}


class Compared(Protocol):
    """An alternative, as far as it matters here."""

    @property
    def attribute(self) -> Attribute: ...
    @property
    def comparison(self) -> Comparison: ...
    @property
    def values(self) -> Sequence[str]: ...
    @property
    def borderline(self) -> Sequence[str]: ...


Conditions = Sequence[Sequence[Compared]]


def impossible_conditions(conditions: Conditions) -> dict[int, str]:
    """The conditions of one group that no number meets with those before them, by their places.

    Only conditions that ask for one and the same number are held together.
    """
    told: dict[int, str] = {}
    for attribute in ATTRIBUTES.values():
        if attribute.kind is Kind.NUMBER:
            told |= _impossible(attribute, _asking_only_for(attribute, conditions))
    return told


def _asking_only_for(
    attribute: Attribute, conditions: Conditions
) -> Mapping[int, Sequence[Compared]]:
    return {
        index: alternatives
        for index, alternatives in enumerate(conditions)
        if alternatives and all(each.attribute == attribute for each in alternatives)
    }


def _impossible(attribute: Attribute, asked: Mapping[int, Sequence[Compared]]) -> dict[int, str]:
    """The first condition that leaves no number; it is to be mended before others are looked at."""
    numbers = _numbers_that_matter(attribute, asked)
    wordings: list[str] = []
    for index, alternatives in asked.items():
        wordings.append(joined([_wording(each) for each in alternatives], "eller"))
        numbers = [number for number in numbers if any(_meets(number, a) for a in alternatives)]
        if not numbers:
            return {index: _nobody(wordings)}
    return {}


def _numbers_that_matter(
    attribute: Attribute, asked: Mapping[int, Sequence[Compared]]
) -> list[Decimal]:
    """Every whole number in reach; where decimals count, also the limits and a point between."""
    whole = range(attribute.minimum, attribute.maximum + 1)
    numbers = {Decimal(number) for number in whole}
    if attribute.decimal:
        typed = (
            number for each in asked.values() for a in each for number in (*a.values, *a.borderline)
        )
        numbers |= {Decimal(number) for number in typed}
        ordered = sorted(numbers)
        numbers |= {(low + high) / 2 for low, high in pairwise(ordered)}
    return sorted(numbers)


def _meets(number: Decimal, alternative: Compared) -> bool:
    """A borderline number may be met: the source does not say."""
    limit = Decimal(alternative.values[0])
    met = {
        Comparison.AT_LEAST: number >= limit,
        Comparison.MORE_THAN: number > limit,
        Comparison.AT_MOST: number <= limit,
        Comparison.LESS_THAN: number < limit,
    }[alternative.comparison]
    return met or any(number == Decimal(open_) for open_ in alternative.borderline)


def _wording(alternative: Compared) -> str:
    attribute = alternative.attribute
    amount = danish_amount(Decimal(alternative.values[0]), attribute.unit)
    return f"{attribute.subject} {alternative.comparison.label} {amount}"


def _nobody(wordings: Sequence[str]) -> str:
    told = joined([f"\u201d{wording}\u201d" for wording in wordings])
    both = f"både {told}" if len(wordings) > 1 else told
    return f"Ingen borger kan opfylde {both}. Ret et tal, eller slet en betingelse."
