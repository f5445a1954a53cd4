"""Reads what a caseworker or another system states, and refuses what cannot be.

The same door for the form, the command line and the API: codes as text, numbers as numbers,
yes/no as true and false, health as a list. Absent and null both mean "not stated".
"""

from collections.abc import Callable, Collection, Mapping
from datetime import date
from decimal import Decimal

from trials.rules.attributes import ATTRIBUTES, Attribute, Kind
from trials.rules.danish import danish_amount, danish_number, joined
from trials.rules.profile import (
    ADULT_AGE,
    EDUCATION_READY,
    EDUCATION_READY_BENEFITS,
    CitizenProfile,
    Stated,
)
from trials.rules.vocabulary import Benefit, Readiness, YesNo


class StatementError(ValueError):
    """Statements that were refused: Danish messages by field name."""

    def __init__(self, errors: Mapping[str, str]) -> None:
        super().__init__("; ".join(f"{field}: {message}" for field, message in errors.items()))
        self.errors = dict(errors)


def profile_from(
    data: Mapping[str, object], *, on: date, municipalities: Collection[str]
) -> CitizenProfile:
    """The profile that the statements make, or StatementError naming every wrong field."""
    stated: dict[str, Stated] = {}
    errors = {name: UNKNOWN for name in data if name not in {*ATTRIBUTES, "participates"}}
    for name in ATTRIBUTES:
        if (value := data.get(name)) is not None:
            try:
                stated[name] = _read(ATTRIBUTES[name], value, municipalities)
            except ValueError as error:
                errors[name] = str(error)
    participates = _read_participates(data.get("participates"), errors)
    if errors:
        raise StatementError(errors)
    profile = CitizenProfile(stated=stated, participates=participates)
    if refused := contradictions(profile, on=on):
        raise StatementError(refused)
    return profile


UNKNOWN = f"Ukendt oplysning. Kendte er {', '.join(ATTRIBUTES)} og participates."


def _read(attribute: Attribute, value: object, municipalities: Collection[str]) -> Stated:
    if attribute.name == "municipality":
        return _read_municipality(value, municipalities)
    if attribute.name == "lab_group":
        return _read_lab_group(value)
    return _READERS[attribute.kind](attribute, value)


def _read_municipality(value: object, municipalities: Collection[str]) -> str:
    if isinstance(value, str) and value in municipalities:
        return value
    raise ValueError("Ukendt kommune. Skriv kommunekoden med fire cifre, for eksempel 0101.")


def _read_lab_group(value: object) -> str:
    if isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= 13:
        return str(value)
    raise ValueError("Målgruppen er et helt tal fra 1 til 13.")


def _read_code(attribute: Attribute, value: object) -> str:
    codes = [word.value for word in attribute.words or ()]
    if isinstance(value, str) and value in codes:
        return value
    raise ValueError(f"Ukendt kode for {attribute.label}. Vælg mellem {joined(codes, 'og')}.")


def _read_yes_no(attribute: Attribute, value: object) -> str:
    if isinstance(value, bool):
        return YesNo.YES.value if value else YesNo.NO.value
    raise ValueError(f"Svar true eller false for {attribute.label}, eller udelad oplysningen.")


def _read_number(attribute: Attribute, value: object) -> Decimal:
    kinds = (int, float, Decimal) if attribute.decimal else (int,)
    if isinstance(value, bool) or not isinstance(value, kinds):
        raise ValueError(_number_message(attribute))
    number = Decimal(value) if isinstance(value, int) else Decimal(str(value))
    if not number.is_finite() or not attribute.minimum <= number <= attribute.maximum:
        raise ValueError(_number_message(attribute))
    return number


def _number_message(attribute: Attribute) -> str:
    kind = "et tal" if attribute.decimal else "et helt tal"
    return f"Skriv {kind} fra {attribute.minimum} til {attribute.maximum} ({attribute.unit})."


def _read_set(attribute: Attribute, value: object) -> frozenset[str]:
    codes = [word.value for word in attribute.words or ()]
    if not isinstance(value, list | tuple) or not all(code in codes for code in value):
        raise ValueError(
            f"Skriv en liste for {attribute.label} med koder blandt {joined(codes, 'og')}; "
            "en tom liste betyder ingen af dem."
        )
    if len(set(value)) != len(value):
        raise ValueError("Samme kode står der to gange.")
    return frozenset(value)


_READERS: Mapping[Kind, Callable[[Attribute, object], Stated]] = {
    Kind.CHOICE: _read_code,
    Kind.YES_NO: _read_yes_no,
    Kind.NUMBER: _read_number,
    Kind.SET: _read_set,
}


def _read_participates(value: object, errors: dict[str, str]) -> dict[str, bool]:
    if value is None:
        return {}
    if isinstance(value, Mapping) and all(
        isinstance(slug, str) and isinstance(answer, bool | None) for slug, answer in value.items()
    ):
        return {slug: answer for slug, answer in value.items() if answer is not None}
    errors["participates"] = "Skriv for hvert forsøg true eller false, eller udelad det."
    return {}


def contradictions(profile: CitizenProfile, *, on: date) -> dict[str, str]:
    """The first contradiction among the stated facts, under every field that it concerns."""
    for fields, message in (
        _readiness_against_benefit(profile),
        _age_against_benefit(profile),
        _unemployment_against_age(profile),
        _group_against_derived(profile, on=on),
    ):
        if message:
            return dict.fromkeys(fields, message)
    return {}


_Contradiction = tuple[tuple[str, ...], str]


def _readiness_against_benefit(profile: CitizenProfile) -> _Contradiction:
    benefit, readiness = profile.stated.get("benefit"), profile.stated.get("readiness")
    fields = ("benefit", "readiness")
    if benefit is None or readiness is None:
        return fields, ""
    clash = (readiness in EDUCATION_READY and benefit not in EDUCATION_READY_BENEFITS) or (
        readiness == Readiness.JOB and benefit == Benefit.EDUCATION
    )
    if not clash:
        return fields, ""
    words = f"{Benefit(str(benefit)).label} og {Readiness(str(readiness)).label}"
    return fields, f"Ydelse og visitation passer ikke sammen: {words}. Ret en af dem."


def _age_against_benefit(profile: CitizenProfile) -> _Contradiction:
    age = profile.stated.get("age")
    is_adult = isinstance(age, Decimal) and age >= ADULT_AGE
    clash = is_adult and profile.stated.get("benefit") == Benefit.EDUCATION
    message = "Uddannelseshjælp gives kun til personer under 30 år. Ret alder eller ydelse."
    return ("age", "benefit"), message if clash else ""


def _unemployment_against_age(profile: CitizenProfile) -> _Contradiction:
    """Someone of whole age n turned 15 less than n - 14 years ago."""
    fields = ("age", "unemployed_months")
    age, months = profile.stated.get("age"), profile.stated.get("unemployed_months")
    if not (isinstance(age, Decimal) and isinstance(months, Decimal)):
        return fields, ""
    if months <= (age - 14) * 12:
        return fields, ""
    words = f"{danish_amount(months, 'måneder')} ved {danish_number(age)} år"
    return fields, (
        f"Ledigheden er længere end tiden siden 15-årsdagen: {words}. Ret alder eller ledighed."
    )


def _group_against_derived(profile: CitizenProfile, *, on: date) -> _Contradiction:
    stated, derived = profile.stated.get("lab_group"), profile.derived_lab_group(on=on)
    if stated is None or derived is None or stated == derived:
        return (), ""
    basis = [name for name in ("benefit", "readiness") if name in profile.stated]
    if _without_age(profile).derived_lab_group(on=on) is None:
        basis.append("age")
    return ("lab_group", *basis), (
        f"LAB-målgruppe nr. {stated} passer ikke med de andre oplysninger, "
        f"som giver nr. {derived}. Ret nummeret eller det, som det udledes af."
    )


def _without_age(profile: CitizenProfile) -> CitizenProfile:
    stated = {name: value for name, value in profile.stated.items() if name != "age"}
    return CitizenProfile(stated=stated)
