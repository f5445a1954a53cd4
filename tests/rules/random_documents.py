"""Seeded random documents of trials, shaped like the real ones."""

from datetime import date, timedelta
from random import Random
from typing import Any

from trials.rules import Benefit, Employment, Health, LabGroup, Readiness, SkillLevel

Json = dict[str, Any]

MUNICIPALITIES = {
    "0101": "København",
    "0751": "Aarhus",
    "0773": "Morsø",
    "0810": "Brønderslev",
    "0813": "Frederikshavn",
    "0825": "Læsø",
    "0840": "Rebild",
    "0846": "Mariagerfjord",
    "0851": "Aalborg",
}
CODES: dict[str, list[str]] = {
    "benefit": [word.value for word in Benefit],
    "readiness": [word.value for word in Readiness],
    "lab_group": [word.value for word in LabGroup],
    "employment": [word.value for word in Employment],
    "skill_level": [word.value for word in SkillLevel],
    "health": [word.value for word in Health],
}
YES_NO = (
    "education_obsolete",
    "work_experience",
    "long_term_unemployed",
    "hard_to_place",
    "on_sick_leave",
    "disability",
    "mental_illness",
    "complex_problems",
    "jobrotation_substitute",
)
THRESHOLDS = {"age": ["18", "25", "30", "60"], "unemployed_months": ["3", "6", "3.5", "12"]}
ATTRIBUTES = (*CODES, *YES_NO, *THRESHOLDS)
# Fewer slugs than documents: then the caseworker's own answers often concern the rule at hand.
SLUGS = [f"forsoeg-{number}" for number in range(10)]


def random_document(rng: Random) -> Json:
    limit = _limit(rng) if rng.random() < 0.6 else None
    return {
        "slug": rng.choice(SLUGS),
        "recorded": _recorded(rng),
        "periods": _periods(rng),
        "coverage": _coverage(rng),
        "target_groups": [_group(rng, n) for n in range(pick(rng, {0: 2, 1: 58, 2: 28, 3: 12}))],
        "ordinary_group": _group(rng, 0) if limit and rng.random() < 0.8 else None,
        "limit": limit,
        "reservation": "",
    }


def pick(rng: Random, weights: dict[Any, int]) -> Any:
    return rng.choices(list(weights), list(weights.values()))[0]


def _periods(rng: Random) -> list[Json]:
    """One after the other, now and then the day after, as an extension is."""
    count = pick(rng, {0: 2, 1: 58, 2: 28, 3: 12})
    first = date(2019, 1, 1) + timedelta(days=rng.randrange(1500))
    periods: list[Json] = []
    while len(periods) < count and not (periods and periods[-1]["open_ended"]):
        last = first + timedelta(days=rng.choice([0, 1, 90, 364, 730]))
        periods.append(_period(rng, first, last))
        first = last + timedelta(days=rng.choice([1, 1, 2, 200]) + 130)
    return periods


def _period(rng: Random, first: date, last: date) -> Json:
    """The certain days are ``first`` to ``last`` unless a bound is not known at all."""
    open_ended = rng.random() < 0.06
    spread = timedelta(days=rng.choice([1, 30, 130]))
    start = _bound(rng, first - spread, first, certain=first)
    end = _bound(rng, last, last + spread, certain=last)
    if open_ended:
        end = {"earliest": None, "latest": None, "source": None}
    return {"start": start, "end": end, "open_ended": open_ended}


def _bound(rng: Random, earliest: date, latest: date, *, certain: date) -> Json:
    kind = pick(rng, {"day": 72, "span": 14, "until": 6, "from": 5, "unknown": 3})
    days = {
        "day": (certain, certain),
        "span": (earliest, latest),
        "until": (None, latest),
        "from": (earliest, None),
        "unknown": (None, None),
    }[kind]
    low, high = (day and day.isoformat() for day in days)
    return {"earliest": low, "latest": high, "source": None}


def _coverage(rng: Random) -> Json:
    kind = pick(rng, {"nationwide": 45, "listed": 25, "listed_incomplete": 15, "not_named": 15})
    named = rng.sample(list(MUNICIPALITIES), rng.randint(1, 6)) if "listed" in kind else []
    return {
        "kind": kind,
        "count": 4 if kind == "not_named" else None,
        "municipalities": [{"code": code, "name": MUNICIPALITIES[code]} for code in named],
        "source": None,
    }


def _recorded(rng: Random) -> list[Json]:
    """What an administrator recorded, also where it means nothing: the source has the last word."""
    codes = rng.sample(list(MUNICIPALITIES), pick(rng, {0: 50, 1: 20, 4: 20, 8: 10}))
    source = {"title": "jobcenteret"}
    return [
        {
            "code": code,
            "name": MUNICIPALITIES[code],
            "takes_part": rng.random() < 0.6,
            "source": source,
        }
        for code in codes
    ]


def _group(rng: Random, number: int) -> Json:
    count = pick(rng, {0: 6, 1: 34, 2: 30, 3: 20, 4: 10})
    return {
        "slug": f"maalgruppe-{number}",
        "name": f"målgruppe {number}",
        "description": "",
        "source": None,
        "conditions": [_condition(rng) for _ in range(count)],
    }


def _condition(rng: Random) -> Json:
    count = pick(rng, {1: 60, 2: 25, 3: 15})
    return {
        "wording": "",
        "source": None,
        "alternatives": [_alternative(rng, rng.choice(ATTRIBUTES)) for _ in range(count)],
    }


def _alternative(rng: Random, attribute: str) -> Json:
    if attribute in THRESHOLDS:
        comparison = rng.choice(["at_least", "more_than", "at_most", "less_than"])
        values = [rng.choice(THRESHOLDS[attribute])]
        unclear = [*values, rng.choice(THRESHOLDS[attribute])]
    else:
        comparison = rng.choice(["one_of", "one_of", "none_of"])
        codes = rng.sample(known := CODES.get(attribute, ["yes", "no"]), len(known))
        size = rng.randint(1, len(codes) // 2)
        values, unclear = codes[:size], codes[size:]
    doubt = rng.random() < 0.25 and attribute not in YES_NO
    return {
        "attribute": attribute,
        "comparison": comparison,
        "values": values,
        "borderline": unclear[: rng.randint(1, 4)] if doubt else [],
    }


def _limit(rng: Random) -> Json:
    """Longer steps ask for more, the first mostly for nothing; the last may name no number."""
    ordinary = rng.randint(2, 8)
    lengths: list[int | None] = [ordinary + 5, ordinary + 12, ordinary + 20]
    lengths = lengths[: rng.randint(1, 3)] + [None] * (rng.random() < 0.4)
    asked = ["individual_assessment", "special_need"]
    sooner = int(rng.random() < 0.3)
    return {
        "unit": pick(rng, {"weeks": 75, "months": 25}),
        "ordinary": ordinary,
        "steps": [
            {"value": length, "requires": asked[: number + sooner], "source": None}
            for number, length in enumerate(lengths)
        ],
    }
