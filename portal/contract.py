"""The public contract as JSON: what another system may ask, and the form of the answer.

Keys and codes here do not change without a new version of the contract (docs/contract.md).
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from portal.days import check_day
from portal.matching import Guidance, RecommendationAnswer, TrialAnswer, read_profile
from portal.shelf import Content
from trials.rules import (
    ATTRIBUTES,
    CitizenProfile,
    Judgement,
    Kind,
    Offer,
    Stated,
    StatementError,
    YesNo,
    has_identity_number,
    offer_from,
)

KEYS = ("id", "on", "known_on", "profile", "offer")
# Stricter than fromisoformat, which also reads the days of ISO weeks.
DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
LONGEST_NUMBER = 40
LONE_SURROGATE = re.compile(r"[\ud800-\udfff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One question: a profile on a day, perhaps with a planned offer."""

    id: str | None
    on: date
    profile: CitizenProfile
    offer: Offer | None
    assumed: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question as it was written: what the profile says depends on what is published."""

    on: date
    known_on: date | None
    data: Mapping[str, Any]

    def of(self, content: Content) -> Request:
        """The question to that content, or StatementError naming every wrong field."""
        return Request(
            id=self.data.get("id"),
            on=self.on,
            profile=_profile(self.data["profile"], content, on=self.on),
            offer=_offer(self.data.get("offer")),
            assumed=() if "on" in self.data else ("on",),
        )


def request_from(text: str, content: Content, *, today: date) -> Request:
    """The question in a JSON text to that content, or StatementError naming every wrong field."""
    return question_from(text, today=today).of(content)


def question_from(text: str, *, today: date) -> Question:
    """The question in a JSON text, with its days read; or StatementError."""
    data = _json_object(text)
    errors = {
        _shown(key): f"Ukendt felt. Kendte er {', '.join(KEYS)}." for key in data if key not in KEYS
    }
    if "profile" not in data:
        errors["profile"] = "Mangler. Skriv et objekt; et tomt objekt er \u201dintet oplyst\u201d."
    for key in ("profile", "offer"):
        if not isinstance(data.get(key, {}), dict):
            errors[key] = "Skal være et objekt."
    if problem := _problem_with_id(data.get("id")):
        errors["id"] = problem
    if errors:
        raise StatementError(errors)
    on, known_on = (_day(data, key, today=today) for key in ("on", "known_on"))
    return Question(on=on or today, known_on=known_on, data=data)


def _problem_with_id(value: Any) -> str:
    if not isinstance(value, str | None):
        return "Skal være tekst."
    text = value or ""
    if LONE_SURROGATE.search(text):
        return "Har et tegn, der ikke findes."
    return "Ligner et CPR-nummer og må ikke stå her." if has_identity_number(text) else ""


def _json_object(text: str) -> dict[str, Any]:
    try:
        data = json.loads(
            text,
            object_pairs_hook=_without_repeats,
            parse_float=_decimal,
            parse_int=_whole_number,
            parse_constant=_refuse_constant,
        )
    except RecursionError:
        raise StatementError({"json": "Er indlejret for dybt."}) from None
    except json.JSONDecodeError as error:
        raise StatementError({"json": f"Er ikke gyldig JSON ved tegn {error.pos + 1}."}) from None
    if not isinstance(data, dict):
        raise StatementError({"json": "Skal være ét objekt i krøllede parenteser."})
    return data


def _without_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    data: dict[str, Any] = {}
    for key, value in pairs:
        if key in data:
            raise StatementError({_shown(key): "Feltet står der to gange."})
        data[key] = value
    return data


def _decimal(digits: str) -> Decimal:
    try:
        number = Decimal(digits)
    except InvalidOperation:
        raise StatementError({"json": "Et tal er for stort eller for lille."}) from None
    # Numbers are repeated in sentences, where 1e-9999999 would be ten million zeros.
    if len(digits) > LONGEST_NUMBER or number.adjusted() < -LONGEST_NUMBER:
        raise StatementError({"json": "Et tal har for mange cifre."})
    return number or Decimal(0)  # no minus before zero


def _whole_number(digits: str) -> int:
    try:
        return int(digits)
    except ValueError:  # more digits than Python reads
        raise StatementError({"json": "Et tal har for mange cifre."}) from None


def _refuse_constant(name: str) -> None:
    raise StatementError({"json": f"{name} er ikke et tal."})


def _day(data: Mapping[str, Any], key: str, *, today: date) -> date | None:
    if key not in data:
        return None
    value, message = data[key], "Skriv en dag, der findes, som ÅÅÅÅ-MM-DD."
    if not isinstance(value, str) or not DAY.fullmatch(value):
        raise StatementError({key: message})
    try:
        day = date.fromisoformat(value)
    except ValueError:
        raise StatementError({key: message}) from None
    try:
        check_day(day, today=today)
    except ValueError as error:
        raise StatementError({key: str(error)}) from None
    return day


def _profile(data: Mapping[str, Any], content: Content, *, on: date) -> CitizenProfile:
    try:
        return read_profile(content, data, on=on)
    except StatementError as error:
        raise StatementError(_within("profile", error)) from None


def _offer(data: Mapping[str, Any] | None) -> Offer | None:
    if data is None:
        return None
    try:
        return offer_from(data)
    except StatementError as error:
        raise StatementError(_within("offer", error)) from None


def _within(place: str, error: StatementError) -> dict[str, str]:
    return {f"{place}.{_shown(name)}": message for name, message in error.errors.items()}


def _shown(name: str) -> str:
    """A field name as it may be repeated: short, and never a number that identifies a person."""
    return "(ikke vist)" if has_identity_number(name) else ascii(name[:60])[1:-1]


def as_question(
    profile: CitizenProfile, *, on: date, offer: Offer | None, known_on: date | None = None
) -> dict[str, Any]:
    """The question in the form of the contract, which ``request_from`` reads as the same again.

    Numbers of up to 15 digits are exact, which is more than any form takes.
    """
    stated: dict[str, Any] = {
        name: _stated(name, profile.stated[name]) for name in ATTRIBUTES if name in profile.stated
    }
    if profile.participates:
        stated["participates"] = dict(sorted(profile.participates.items()))
    question: dict[str, Any] = {"on": on.isoformat(), **_known(known_on), "profile": stated}
    return question | ({"offer": _planned(offer)} if offer else {})


def _known(day: date | None) -> dict[str, str]:
    return {"known_on": day.isoformat()} if day else {}


def _stated(name: str, value: Stated) -> Any:
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if ATTRIBUTES[name].kind is Kind.YES_NO:
        return value == YesNo.YES
    return int(value) if name == "lab_group" else value


def _planned(offer: Offer) -> dict[str, Any]:
    assessed = {word.value: offer.assessed(word) for word in Judgement}
    told = {word: answer for word, answer in assessed.items() if answer is not None}
    return {"weeks": offer.weeks, **told}


def as_json(guidance: Guidance, *, id: str | None) -> dict[str, Any]:
    """The answer in the form of the contract."""
    return {
        "id": id,
        "on": guidance.on.isoformat(),
        **_known(guidance.known_on),
        "content_version": guidance.content_version,
        "assumed": list(guidance.assumed),
        "trials": [_trial(answer) for answer in guidance.trials],
        "evaluations": [
            {
                "slug": answer.document["slug"],
                "match": answer.relevance.match.value,
                "findings": answer.document["findings"],
            }
            for answer in guidance.evaluations
        ],
        "recommendations": [_recommendation(answer) for answer in guidance.recommendations],
        "questions": [
            {"attribute": question.attribute, "settles": list(question.settles)}
            for question in guidance.questions
        ],
    }


def _trial(answer: TrialAnswer) -> dict[str, Any]:
    assessment = answer.assessment
    allowed = assessment.offer_allowed
    return {
        "slug": answer.document["slug"],
        "answer": assessment.verdict.value,
        "deciding": list(assessment.deciding),
        "notes": [note.value for note in assessment.notes],
        "nearest_change": answer.nearest,
        "limit": _limit(answer),
        "offer": {"allowed": allowed.value} if allowed else None,
        "explanation": assessment.check.as_document(),
    }


def _limit(answer: TrialAnswer) -> dict[str, Any] | None:
    limit, found = answer.document["limit"], answer.assessment.limit
    if found is None:
        return None
    return {
        "unit": limit["unit"],
        "ordinary": limit["ordinary"],
        "allowed": found.allowed,
        "possible": found.possible,
        "steps": [
            {limit["unit"]: step["value"], "requires": step["requires"]} for step in limit["steps"]
        ],
    }


def _recommendation(answer: RecommendationAnswer) -> dict[str, Any]:
    return {
        "slug": answer.document["slug"],
        "match": answer.relevance.match.value,
        "strength": answer.strength.level.value,
        "marks": [mark.value for mark in answer.strength.marks],
        "status": answer.document["status"],
    }
