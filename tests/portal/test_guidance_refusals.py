"""Every refusal names line, field and reason on one line, and gives no answer."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from portal.days import AHEAD
from tests.command import Outcome, guidance, question

pytestmark = pytest.mark.django_db

# Invented: a replacement number, whose day is 60 too high for any real person.
IDENTITY_NUMBER = "610190-0000"
ONE_LINE = re.compile(r"linje 1: [^\n:]+: [^\n]+\n")


def refused(text: str | bytes) -> str:
    """The fields and reasons of the one line that the refusal is; no answer, and exit code 2."""
    outcome: Outcome = guidance(text)

    assert (outcome.code, outcome.out) == (2, "")
    assert ONE_LINE.fullmatch(outcome.err), outcome.err
    return outcome.err.removeprefix("linje 1: ").rstrip("\n")


UNKNOWN_KEYS = {
    "question": (
        question(name="x"),
        "name: Ukendt felt. Kendte er id, on, known_on, profile, offer.",
    ),
    "profile": (question({"alder": 24}), "profile.alder: Ukendt oplysning. Kendte er age, "),
    "capital": (question({"Age": 24}), "profile.Age: Ukendt oplysning."),
    "null": (question({"alder": None}), "profile.alder: Ukendt oplysning."),
    "offer": (question(offer={"weeks": 4, "days": 1}), "offer.days: Ukendt oplysning."),
    "trial": (
        question({"participates": {"ukendt": True}}),
        "profile.participates.ukendt: Forsøget er ukendt.",
    ),
}


@pytest.mark.parametrize(("text", "told"), UNKNOWN_KEYS.values(), ids=UNKNOWN_KEYS)
def test_an_unknown_key_is_named_at_every_level(text: str, told: str) -> None:
    assert refused(text).startswith(told)


def test_every_wrong_field_is_named_in_the_order_they_stand() -> None:
    told = refused('{"b": 1, "a": 2, "c": 3}')

    assert re.findall(r"(\w+): ", told) == ["b", "a", "c", "profile"]


WRONG_VALUES: dict[str, tuple[dict[str, Any], str]] = {
    "benefit": ({"benefit": "SU"}, "Ukendt kode for ydelse. Vælg mellem dagpenge, "),
    "benefit-by-label": ({"benefit": "kontanthjælp"}, "Ukendt kode for ydelse."),
    "readiness": ({"readiness": ""}, "Ukendt kode for visitation."),
    "employment": ({"employment": ["ledig"]}, "Ukendt kode for beskæftigelse."),
    "skill_level": ({"skill_level": 3}, "Ukendt kode for uddannelsesniveau."),
    "cluster": ({"cluster": "alle"}, "Ukendt kode for klynge."),
    "municipality": ({"municipality": "0999"}, "Ukendt kommune."),
    "municipality-three-digits": ({"municipality": "101"}, "Ukendt kommune."),
    "municipality-number": ({"municipality": 101}, "Ukendt kommune."),
    "municipality-name": ({"municipality": "København"}, "Ukendt kommune."),
    "lab_group-0": ({"lab_group": 0}, "Målgruppen er et helt tal fra 1 til 13."),
    "lab_group-14": ({"lab_group": 14}, "Målgruppen er"),
    "lab_group-text": ({"lab_group": "4"}, "Målgruppen er"),
    "lab_group-bool": ({"lab_group": True}, "Målgruppen er"),
    "age-14": ({"age": 14}, "Skriv et helt tal fra 15 til 99 (år)."),
    "age-100": ({"age": 100}, "Skriv et helt tal"),
    "age-bool": ({"age": True}, "Skriv et helt tal"),
    "age-float": ({"age": 24.0}, "Skriv et helt tal"),
    "age-text": ({"age": "24"}, "Skriv et helt tal"),
    "months-below": ({"unemployed_months": -0.1}, "Skriv et tal fra 0 til 600 (måneder)."),
    "months-above": ({"unemployed_months": 600.5}, "Skriv et tal"),
    "months-bool": ({"unemployed_months": False}, "Skriv et tal"),
    "yes-no-text": ({"on_sick_leave": "ja"}, "Svar true eller false for sygemeldt"),
    "yes-no-number": ({"disability": 1}, "Svar true eller false for handicap"),
    "health-text": ({"health": "stress"}, "Skriv en liste for helbredsforhold"),
    "health-code": ({"health": ["stress", "influenza"]}, "Skriv en liste"),
    "health-nested": ({"health": [["stress"]]}, "Skriv en liste"),
    "health-twice": ({"health": ["stress", "stress"]}, "Samme kode står der to gange."),
    "participates-text": ({"participates": "ja"}, "Skriv for hvert forsøg true eller false"),
    "participates-number": ({"participates": {"ibbis": 1}}, "Skriv for hvert forsøg"),
}


@pytest.mark.parametrize(("stated", "reason"), WRONG_VALUES.values(), ids=WRONG_VALUES)
def test_a_wrong_value_is_refused_under_its_field(stated: dict[str, Any], reason: str) -> None:
    (field,) = stated

    assert refused(question(stated)).startswith(f"profile.{field}: {reason}")


@pytest.mark.parametrize(
    "day",
    [
        "2021-02-31",
        "2021-2-1",
        "2023-02-29",
        "20211201",
        "2021-W48-3",
        "01-12-2021",
        "2021-12-01T00:00",
        "２０２１-12-01",
        " 2021-12-1",
        "i dag",
        "",
        20211201,
        None,
        ["2021-12-01"],
        True,
    ],
)
def test_a_day_that_does_not_exist_or_is_written_otherwise_is_refused(day: Any) -> None:
    assert refused(question(on=day)) == "on: Skriv en dag, der findes, som ÅÅÅÅ-MM-DD."


@pytest.mark.parametrize("day", ["9999-12-31", "0001-01-01", "1999-12-31"])
def test_a_day_outside_what_rules_can_be_known_for_is_refused(day: str) -> None:
    assert refused(question(on=day)).startswith("on: Dagen skal ligge mellem 1. januar 2000 og ")


def test_the_first_and_the_last_day_are_answered() -> None:
    last = timezone.localdate() + AHEAD

    assert guidance(question(on="2000-01-01")).only["on"] == "2000-01-01"
    assert guidance(question(on=last.isoformat())).only["on"] == last.isoformat()
    assert refused(question(on=(last + timedelta(days=1)).isoformat())).startswith("on: ")


WRONG_OFFERS: dict[str, tuple[Any, str]] = {
    "without-weeks": ({"individual_assessment": True}, "offer.weeks: Skriv et helt antal uger "),
    "empty": ({}, "offer.weeks: "),
    "null-weeks": ({"weeks": None}, "offer.weeks: "),
    "zero": ({"weeks": 0}, "offer.weeks: Skriv et helt antal uger fra 1 til 520."),
    "negative": ({"weeks": -1}, "offer.weeks: "),
    "bool": ({"weeks": True}, "offer.weeks: "),
    "float": ({"weeks": 4.0}, "offer.weeks: "),
    "text": ({"weeks": "4"}, "offer.weeks: "),
    "billion": ({"weeks": 10**9}, "offer.weeks: "),
    "assessment": ({"weeks": 4, "special_need": "ja"}, "offer.special_need: Svar true eller "),
    "list": ([4], "offer: Skal være et objekt."),
    "null": (None, "offer: Skal være et objekt."),
}


@pytest.mark.parametrize(("offer", "told"), WRONG_OFFERS.values(), ids=WRONG_OFFERS)
def test_a_wrong_offer_is_refused(offer: Any, told: str) -> None:
    assert refused(question(offer=offer)).startswith(told)


BROKEN = {
    "array": ("[]", "json: Skal være ét objekt"),
    "array-of-questions": (f"[{question()}]", "json: Skal være ét objekt"),
    "number": ("7", "json: Skal være ét objekt"),
    "null": ("null", "json: Skal være ét objekt"),
    "half": ('{"profile": {', "json: Er ikke gyldig JSON ved tegn "),
    "two-on-a-line": (question() * 2, "json: Er ikke gyldig JSON ved tegn "),
    "single-quotes": ("{'profile': {}}", "json: Er ikke gyldig JSON ved tegn 2."),
    "nan": ('{"profile": {"age": NaN}}', "json: NaN er ikke et tal."),
    "infinity": ('{"profile": {"age": -Infinity}}', "json: -Infinity er ikke et tal."),
    "huge-float": ('{"profile": {"unemployed_months": 1e999}}', "profile.unemployed_months: "),
    "endless-float": ('{"profile": {"age": 1e99999999999999999999}}', "json: Et tal er for "),
    "tiny-float": ('{"profile": {"unemployed_months": 1e-9999999}}', "json: Et tal har for mange "),
    "long-float": (f'{{"profile": {{"age": 0.{"1" * 5000}}}}}', "json: Et tal har for mange "),
    "long-number": (f'{{"profile": {{"age": {"1" * 5000}}}}}', "json: Et tal har for mange cifre."),
    "depth-array": ("[" * 10_000 + "]" * 10_000, "json: "),
    "depth-object": ('{"a":' * 10_000 + "1" + "}" * 10_000, "json: Er indlejret for dybt."),
    "depth-open": ('{"profile": ' + "[" * 10_000, "json: Er indlejret for dybt."),
    "twice": ('{"profile": {}, "profile": {}}', "profile: Feltet står der to gange."),
    "twice-inside": ('{"profile": {"age": 24, "age": 25}}', "age: Feltet står der to gange."),
    "no-profile": ('{"id": "a"}', "profile: Mangler."),
    "null-profile": ('{"profile": null}', "profile: Skal være et objekt."),
    "list-profile": ('{"profile": []}', "profile: Skal være et objekt."),
    "number-id": ('{"id": 7, "profile": {}}', "id: Skal være tekst."),
    "surrogate-id": ('{"id": "\\ud800", "profile": {}}', "id: Har et tegn, der ikke findes."),
    "surrogate-key": ('{"profile": {"\\udfff": 1}}', "profile.\\udfff: Ukendt oplysning."),
    "nul-byte": ('{"profile": {"benefit": "\x00"}}', "json: Er ikke gyldig JSON ved tegn "),
    "utf-16": (question().encode("utf-16"), "json: "),
    "zeros": (b"\x00\x00\x00\x00", "json: "),
}


@pytest.mark.parametrize(("text", "told"), BROKEN.values(), ids=BROKEN)
def test_what_is_no_question_is_refused(text: str | bytes, told: str) -> None:
    assert refused(text).startswith(told)


@pytest.mark.parametrize(
    "text",
    [
        question(id=IDENTITY_NUMBER),
        question(id=f"borger {IDENTITY_NUMBER.replace('-', '')}"),
        f'{{"profile": {{}}, "{IDENTITY_NUMBER}": 1}}',
        question({IDENTITY_NUMBER: 1}),
        question(offer={"weeks": 4, IDENTITY_NUMBER: 1}),
        question({"participates": {IDENTITY_NUMBER: True}}),
        question({"participates": {"ibbis": IDENTITY_NUMBER}}),
        question({"municipality": IDENTITY_NUMBER}),
        question({"benefit": IDENTITY_NUMBER}),
        question({"health": [IDENTITY_NUMBER]}),
        question(on=IDENTITY_NUMBER),
        f'{{"profile": {{"{IDENTITY_NUMBER}": 1, "{IDENTITY_NUMBER}": 2}}}}',
        IDENTITY_NUMBER,
    ],
)
def test_an_identity_number_is_refused_and_never_repeated(text: str) -> None:
    told = refused(text)

    assert IDENTITY_NUMBER not in told
    assert "610190" not in told


def test_a_key_cannot_break_the_line_or_fill_the_screen() -> None:
    told = refused(question({f"a\nlinje 9: {'x' * 1000}": 1}))

    assert told.startswith("profile.a\\nlinje 9: xxx")
    assert "x" * 100 not in told


CONTRADICTIONS: dict[str, tuple[dict[str, Any], set[str]]] = {
    "group": ({"benefit": "dagpenge", "lab_group": 4}, {"lab_group", "benefit"}),
    "readiness": (
        {"benefit": "dagpenge", "readiness": "uddannelsesparat"},
        {"benefit", "readiness"},
    ),
    "job-ready": (
        {"benefit": "uddannelseshjaelp", "readiness": "jobparat"},
        {"benefit", "readiness"},
    ),
    "age": ({"benefit": "uddannelseshjaelp", "age": 30}, {"benefit", "age"}),
    "months": ({"age": 16, "unemployed_months": 25}, {"age", "unemployed_months"}),
    "listed-says-no": (
        {"municipality": "0101", "participates": {"ibbis": False}},
        {"municipality", "participates.ibbis"},
    ),
    "outside-says-yes": (
        {"municipality": "0101", "participates": {"uddannelsesloeft-nordjylland": True}},
        {"municipality", "participates.uddannelsesloeft-nordjylland"},
    ),
}


@pytest.mark.parametrize(("stated", "fields"), CONTRADICTIONS.values(), ids=CONTRADICTIONS)
def test_contradictory_statements_name_their_fields(
    stated: dict[str, Any], fields: set[str]
) -> None:
    told = refused(question(stated)).split("; ")

    assert {part.split(": ")[0] for part in told} == {f"profile.{field}" for field in fields}


@pytest.mark.parametrize(
    "stated",
    [
        {"benefit": "dagpenge", "employment": "beskaeftiget"},
        {"benefit": "uddannelseshjaelp", "age": 29},
        {"age": 16, "unemployed_months": 24},
        {"municipality": "0751", "participates": {"ibbis": True}},
        {"municipality": "0851", "participates": {"uddannelsesloeft-nordjylland": True}},
        {"municipality": "0173", "participates": {"ibbis": True}},
        {"municipality": "0101", "participates": {"nextwork-praktik": False}},
        {"unemployed_months": 3.5, "health": []},
    ],
)
def test_what_only_looks_odd_is_answered(stated: dict[str, Any]) -> None:
    assert guidance(question(stated)).code == 0
