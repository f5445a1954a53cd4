"""The public contract as JSON: what another system may ask, and the form of the answer.

Keys and codes here do not change without a new version of the contract (docs/contract.md).
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from portal.matching import Guidance, RecommendationAnswer, TrialAnswer, read_profile
from portal.shelf import Content
from trials.rules import (
    CitizenProfile,
    Offer,
    StatementError,
    danish_date,
    has_identity_number,
    offer_from,
)

KEYS = ("id", "on", "profile", "offer")
EARLIEST = date(2000, 1, 1)
AHEAD = timedelta(days=5 * 366)


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One question: a profile on a day, perhaps with a planned offer."""

    id: str | None
    on: date
    profile: CitizenProfile
    offer: Offer | None
    assumed: tuple[str, ...]


def request_from(text: str, content: Content, *, today: date) -> Request:
    """The question in a JSON text, or StatementError naming every wrong field."""
    data = _json_object(text)
    errors = {
        _shown(key): f"Ukendt felt. Kendte er {', '.join(KEYS)}." for key in data.keys() - KEYS
    }
    if "profile" not in data:
        errors["profile"] = "Mangler. Skriv et objekt; et tomt objekt er \u201dintet oplyst\u201d."
    for key in ("profile", "offer"):
        if not isinstance(data.get(key, {}), dict):
            errors[key] = "Skal være et objekt."
    if not isinstance(data.get("id"), str | None):
        errors["id"] = "Skal være tekst."
    elif has_identity_number(data.get("id") or ""):
        errors["id"] = "Ligner et CPR-nummer og må ikke stå her."
    if errors:
        raise StatementError(errors)
    on = _day(data["on"], today=today) if "on" in data else today
    return Request(
        id=data.get("id"),
        on=on,
        profile=_profile(data["profile"], content, on=on),
        offer=_offer(data.get("offer")),
        assumed=() if "on" in data else ("on",),
    )


def check_day(day: date, *, today: date) -> None:
    """Refuse a day that no rule could be known for. ValueError with a Danish message."""
    latest = today + AHEAD
    if not EARLIEST <= day <= latest:
        raise ValueError(
            f"Dagen skal ligge mellem {danish_date(EARLIEST)} og {danish_date(latest)}."
        )


def _json_object(text: str) -> dict[str, Any]:
    try:
        data = json.loads(
            text,
            object_pairs_hook=_without_repeats,
            parse_float=Decimal,
            parse_constant=_refuse_constant,
        )
    except RecursionError:
        raise StatementError({"json": "Er indlejret for dybt."}) from None
    except json.JSONDecodeError as error:
        raise StatementError({"json": f"Er ikke gyldig JSON ved tegn {error.pos + 1}."}) from None
    except ValueError as error:
        raise StatementError({"json": str(error)}) from None
    if not isinstance(data, dict):
        raise StatementError({"json": "Skal være ét objekt i krøllede parenteser."})
    return data


def _without_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    data = dict(pairs)
    if len(data) != len(pairs):
        raise ValueError("Samme felt står der to gange.")
    return data


def _refuse_constant(name: str) -> None:
    raise ValueError(f"{name} er ikke et tal.")


def _day(value: Any, *, today: date) -> date:
    message = "Skriv en dag, der findes, som ÅÅÅÅ-MM-DD."
    if not isinstance(value, str) or len(value) != len("2021-12-01"):
        raise StatementError({"on": message})
    try:
        day = date.fromisoformat(value)
    except ValueError:
        raise StatementError({"on": message}) from None
    try:
        check_day(day, today=today)
    except ValueError as error:
        raise StatementError({"on": str(error)}) from None
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


def as_json(guidance: Guidance, *, id: str | None) -> dict[str, Any]:
    """The answer in the form of the contract."""
    return {
        "id": id,
        "on": guidance.on.isoformat(),
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
