"""Receipts for tests: a question in the form of the contract, answered from the shelf."""

import json
from datetime import date, datetime
from decimal import Decimal
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

from portal.contract import request_from
from portal.guidance.sheet.receipt import Receipt, receipt_for
from portal.matching import guidance_for
from portal.shelf import Content, current_content
from trials.rules import ATTRIBUTES, Kind, StatementError

TODAY = date(2026, 11, 22)
ANSWERED = datetime(2026, 11, 22, 10, 41, 7, tzinfo=ZoneInfo("Europe/Copenhagen"))


def receipt_of(
    profile: dict[str, Any] | None = None,
    *,
    on: str = "2021-12-01",
    offer: dict[str, Any] | None = None,
    content: Content | None = None,
) -> Receipt:
    """The receipt for the answer to that question."""
    content = content or current_content()
    asked = {"on": on, "profile": profile or {}} | ({"offer": offer} if offer else {})
    request = request_from(json.dumps(asked), content, today=TODAY)
    guidance = guidance_for(content, request.profile, on=request.on, offer=request.offer)
    return receipt_for(guidance, request.profile, offer=request.offer, answered=ANSWERED)


def random_receipts(seed: int, count: int) -> list[Receipt]:
    """Receipts for random citizens on random days; what contradicts itself is left out."""
    rng, content, found = Random(seed), current_content(), list[Receipt]()
    while len(found) < count:
        on = date.fromordinal(rng.randint(date(2017, 1, 1).toordinal(), TODAY.toordinal()))
        offer = {"weeks": rng.randint(1, 520), "special_need": rng.choice([True, False, None])}
        try:
            found.append(
                receipt_of(
                    _profile(rng, content),
                    on=on.isoformat(),
                    offer=rng.choice([None, offer]),
                    content=content,
                )
            )
        except StatementError:
            continue
    return found


def _profile(rng: Random, content: Content) -> dict[str, Any]:
    often = rng.random()
    stated = {name: _value(rng, name, content) for name in ATTRIBUTES if rng.random() < often}
    open_areas = [slug for slug, trial in content.trials.items() if trial.rule.area.is_open]
    stated["participates"] = {
        slug: rng.choice([True, False]) for slug in open_areas if rng.random() < often
    }
    return stated


def _value(rng: Random, name: str, content: Content) -> Any:
    attribute = ATTRIBUTES[name]
    if name == "municipality":
        return rng.choice(sorted(content.municipalities))
    if name == "lab_group":
        return rng.randint(1, 13)
    if attribute.kind is Kind.YES_NO:
        return rng.choice([True, False])
    if attribute.kind is Kind.NUMBER:
        number = rng.randint(attribute.minimum, attribute.maximum - 1)
        parts = rng.choice([Decimal(0), Decimal("0.25"), Decimal("0.5"), Decimal("0.07")])
        return float(number + parts) if attribute.decimal else number
    codes = [word.value for word in attribute.words or ()]
    if attribute.kind is Kind.SET:
        return rng.sample(codes, rng.randint(0, len(codes)))
    return rng.choice(codes)
