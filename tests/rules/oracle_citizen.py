"""The oracle's own reading of a citizen: the LAB group, and the facts as conditions spell them."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

Profile = Mapping[str, Any]

SPELLED = {True: "yes", False: "no"}

BY_BENEFIT = {
    "dagpenge": 1,
    "sygedagpenge": 6,
    "jobafklaring": 7,
    "ressourceforloeb": 8,
    "ledighedsydelse": 9,
    "fleksjob": 9,
    "revalidering": 10,
    "foertidspension": 11,
}

BY_READINESS = {
    ("kontanthjaelp", "jobparat"): 2,
    ("kontanthjaelp", "aktivitetsparat"): 3,
    ("kontanthjaelp", "uddannelsesparat"): 4,
    ("kontanthjaelp", "aabenlyst_uddannelsesparat"): 4,
    ("uddannelseshjaelp", "aktivitetsparat"): 5,
    ("uddannelseshjaelp", "uddannelsesparat"): 4,
    ("uddannelseshjaelp", "aabenlyst_uddannelsesparat"): 4,
    ("overgangsydelse", "jobparat"): 2,
    ("overgangsydelse", "aktivitetsparat"): 3,
    ("overgangsydelse", "uddannelsesparat"): 4,
    ("overgangsydelse", "aabenlyst_uddannelsesparat"): 4,
}

REFORM = date(2025, 7, 1)


def derived_lab_group(profile: Profile, day: date) -> int | None:
    """The number that benefit, readiness, age and day determine, if they do."""
    benefit, readiness = profile.get("benefit"), profile.get("readiness")
    if benefit in BY_BENEFIT:
        return BY_BENEFIT[benefit]
    number = BY_READINESS.get((str(benefit), str(readiness)))
    asks_age = benefit == "overgangsydelse" or day >= REFORM
    if number == 3 and asks_age and profile.get("age", 0) < 30:
        return None
    return number


def facts_of(profile: Profile, day: date) -> dict[str, Any]:
    """The stated facts in the spelling of the conditions, with lab_group filled in."""
    numbered = {"lab_group": derived_lab_group(profile, day), **profile}
    return {name: _spelled(name, fact) for name, fact in numbered.items()}


def _spelled(name: str, fact: Any) -> Any:
    if isinstance(fact, bool):
        return SPELLED[fact]
    if name in ("age", "unemployed_months"):
        return Decimal(str(fact))
    return str(fact) if isinstance(fact, int) else fact
