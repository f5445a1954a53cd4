"""What a condition may compare, so that a wrong one is refused before it is stored."""

from collections.abc import Sequence
from decimal import Decimal, InvalidOperation

from trials.rules.attributes import ATTRIBUTES, Attribute, Kind
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
