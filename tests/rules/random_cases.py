"""Seeded random rules, citizens, days and offers, shaped like the real trials.

Plain ``random``, not hypothesis: a hundred thousand cases take seconds, and a seed repeats them.
Documents and profiles come from a pool and are the same objects each time they are drawn.
"""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from random import Random
from typing import Any, NamedTuple

from tests.rules.oracle_citizen import derived_lab_group
from tests.rules.random_documents import (
    CODES,
    MUNICIPALITIES,
    SLUGS,
    THRESHOLDS,
    YES_NO,
    Json,
    pick,
    random_document,
)


class Case(NamedTuple):
    """One question to the engine."""

    document: Json
    profile: Json
    day: date
    offer: Json | None


def cases(seed: int, count: int) -> Iterator[Case]:
    """Different triples that contradict nothing; most citizens have the rule in mind."""
    rng = Random(seed)
    documents = [random_document(rng) for _ in range(400)]
    fitting = [[_profile(rng, document) for _ in range(8)] for document in documents]
    others = [_profile(rng, None) for _ in range(400)]
    seen: set[tuple[int, int, date]] = set()
    while len(seen) < count:
        number = rng.randrange(len(documents))
        profile = rng.choice(fitting[number] if rng.random() < 0.85 else others)
        day = _day(rng, documents[number])
        triple = (number, id(profile), day)
        if triple not in seen and not contradictory(documents[number], profile, day):
            seen.add(triple)
            yield Case(documents[number], profile, day, _offer(rng, documents[number]))


def contradictory(document: Json, profile: Json, day: date) -> bool:
    """Whether the statements are of those that architecture.md refuses."""
    derived = derived_lab_group(profile, day)
    return (
        (derived is not None and profile.get("lab_group", derived) != derived)
        or _readiness_contradicts(profile)
        or _age_contradicts(profile)
        or _participation_contradicts(document, profile)
    )


def _readiness_contradicts(profile: Json) -> bool:
    benefit, readiness = profile.get("benefit"), profile.get("readiness")
    if benefit is None:
        return False
    if readiness in ("uddannelsesparat", "aabenlyst_uddannelsesparat"):
        return benefit not in ("kontanthjaelp", "uddannelseshjaelp", "overgangsydelse")
    return readiness == "jobparat" and benefit == "uddannelseshjaelp"


def _age_contradicts(profile: Json) -> bool:
    age = profile.get("age")
    if age is None:
        return False
    too_long = profile.get("unemployed_months", 0) > (age - 14) * 12
    return too_long or (age >= 30 and profile.get("benefit") == "uddannelseshjaelp")


def _participation_contradicts(document: Json, profile: Json) -> bool:
    own = profile.get("participates", {}).get(document["slug"])
    stated, coverage = profile.get("municipality"), document["coverage"]
    if own is None or stated is None:
        return False
    if stated in {place["code"] for place in coverage["municipalities"]}:
        return not own
    if coverage["kind"] == "listed":
        return bool(own)
    recorded = [row for row in document.get("recorded", []) if row["code"] == stated]
    return coverage["kind"] != "nationwide" and any(row["takes_part"] != own for row in recorded)


# --- citizens -------------------------------------------------------------------------------


def _profile(rng: Random, document: Json | None) -> Json:
    """A citizen who may well fit the document, with gaps; or anyone."""
    wanted = _meeting(rng, document) if document else {}
    share = rng.choice([0.1, 0.5, 0.9])
    facts = {name: FACTS[name](rng) for name in FACTS if rng.random() < share}
    facts |= {name: fact for name, fact in wanted.items() if rng.random() < 0.93}
    while contradictory(document or NOWHERE, facts, date(2025, 7, 1)):
        facts.pop(rng.choice(sorted(facts)))
    return facts


NOWHERE: Json = {"slug": "", "coverage": {"kind": "not_named", "municipalities": []}}


def _meeting(rng: Random, document: Json) -> Json:
    """Facts that meet one alternative of each condition of one group."""
    listed = [place["code"] for place in document["coverage"]["municipalities"]]
    facts: Json = {"municipality": rng.choice(listed)} if listed else {}
    groups = [group for group in document["target_groups"] if group["conditions"]]
    for condition in rng.choice(groups)["conditions"] if groups else []:
        alternative = rng.choice(condition["alternatives"])
        facts[alternative["attribute"]] = _met(rng, alternative)
    return facts


def _met(rng: Random, alternative: Json) -> Any:
    """A fact that meets the alternative; now and then it is also borderline."""
    name, values = alternative["attribute"], alternative["values"]
    if name in THRESHOLDS:
        step = {"at_least": 0, "more_than": 1, "at_most": 0, "less_than": -1}
        return max(
            15 if name == "age" else 0, int(float(values[0])) + step[alternative["comparison"]]
        )
    if alternative["comparison"] == "one_of":
        return _as_fact(name, rng.choice(values))
    left = [code for code in CODES.get(name, ["yes", "no"]) if code not in values]
    return _as_fact(name, rng.choice(left))


def _as_fact(name: str, code: str) -> Any:
    """The condition's code as a profile states it."""
    if name in YES_NO:
        return code == "yes"
    if name == "health":
        return [code]
    return int(code) if name == "lab_group" else code


def _age(rng: Random) -> int:
    return rng.choice([15, 16, 17, 18, 24, 25, 26, 29, 30, 31, 59, 60, 61, 99, 40, 45])


def _months(rng: Random) -> int | float:
    return rng.choice([0, 2, 2.9, 3, 3.1, 3.5, 4, 5.9, 6, 6.5, 11, 12, 12.1, 24, 600])


def _illnesses(rng: Random) -> list[str]:
    return rng.sample(CODES["health"], rng.choice([0, 1, 1, 2, 3]))


def _own_answers(rng: Random) -> dict[str, bool]:
    return {slug: rng.random() < 0.7 for slug in SLUGS if rng.random() < 0.6}


def _code_of(name: str) -> Callable[[Random], Any]:
    return lambda rng: _as_fact(name, rng.choice(CODES.get(name, ["yes", "no"])))


FACTS: dict[str, Callable[[Random], Any]] = {
    **{name: _code_of(name) for name in (*CODES, *YES_NO)},
    "health": _illnesses,
    "age": _age,
    "unemployed_months": _months,
    "municipality": lambda rng: rng.choice(list(MUNICIPALITIES)),
    "participates": _own_answers,
}


# --- days and offers ------------------------------------------------------------------------

AROUND = [timedelta(days=days) for days in (-1, 0, 1)]


def _day(rng: Random, document: Json) -> date:
    """Inside a period, beside one of its bounds, at the reform of 2025, or anywhere."""
    known = [day for period in document["periods"] for day in _known_days(period)]
    kind = pick(rng, {"inside": 45, "bound": 45, "reform": 4, "any": 6})
    if kind == "inside" and known:
        first = min(known)
        return first + timedelta(days=rng.randint(0, (max(known) - first).days))
    if kind == "bound" and known:
        return rng.choice(known) + rng.choice(AROUND)
    if kind == "reform":
        return date(2025, 7, 1) + rng.choice(AROUND)
    return date(2019, 1, 1) + timedelta(days=rng.randrange(3000))


def _known_days(period: Json) -> list[date]:
    texts = [period[bound][side] for bound in ("start", "end") for side in ("earliest", "latest")]
    return [date.fromisoformat(text) for text in texts if text]


def _offer(rng: Random, document: Json) -> Json | None:
    """Around the limits when there are any; each assessment stated, rejected or left out."""
    if rng.random() < 0.4:
        return None
    limit = document["limit"] or {"ordinary": 4, "steps": []}
    lengths = [limit["ordinary"], *(step["value"] or 60 for step in limit["steps"])]
    offer: Json = {"weeks": rng.choice(lengths) + rng.choice([-1, 0, 1])}
    for name in ("individual_assessment", "special_need"):
        if (stated := rng.choice([True, False, None])) is not None:
            offer[name] = stated
    return offer
