"""The eight trials as documents, written by hand from the table of trials."""

from typing import Any

from tests.rules.random_documents import Json


def _bounds(earliest: str | None, latest: str | None) -> Json:
    return {"earliest": earliest, "latest": latest, "source": None}


def _asks(attribute: str, comparison: str, *values: str, borderline: str = "") -> Json:
    return {
        "attribute": attribute,
        "comparison": comparison,
        "values": list(values),
        "borderline": borderline.split(),
    }


def _group(*conditions: list[Json]) -> Json:
    return {"conditions": [{"alternatives": alternatives} for alternatives in conditions]}


def _trial(
    slug: str,
    start: tuple[str | None, str],
    end: tuple[str, str],
    *conditions: list[Json],
    coverage: tuple[str, str] = ("nationwide", ""),
    **more: Any,
) -> Json:
    kind, codes = coverage
    return {
        "slug": slug,
        "periods": [{"start": _bounds(*start), "end": _bounds(*end), "open_ended": False}],
        "coverage": {"kind": kind, "municipalities": [{"code": code} for code in codes.split()]},
        "target_groups": [_group(*conditions)],
        "ordinary_group": None,
        "limit": None,
        **more,
    }


def _limit(unit: str, ordinary: int, *steps: tuple[int | None, str]) -> Json:
    listed = [{"value": value, "requires": requires.split()} for value, requires in steps]
    return {"unit": unit, "ordinary": ordinary, "steps": listed}


SKILLED = [_asks("skill_level", "one_of", "faglaert")]
LOOKING = [_asks("employment", "one_of", "ledig")]
WORKING = [_asks("employment", "one_of", "beskaeftiget")]
CURRENT = [_asks("education_obsolete", "one_of", "no")]
OBSOLETE = [_asks("education_obsolete", "one_of", "yes")]
SUBSTITUTE = [_asks("jobrotation_substitute", "one_of", "yes")]
YOUNG = [_asks("lab_group", "one_of", "4")]
HARD = [
    _asks("work_experience", "one_of", "no"),
    _asks("long_term_unemployed", "one_of", "yes"),
    _asks("hard_to_place", "one_of", "yes"),
]
ILL = _asks(
    "health",
    "one_of",
    *("angst_let", "depression_let", "stress", "udbraendthed", "tilpasningsreaktion"),
    borderline="angst angst_svaer depression depression_svaer",
)
AUGUST_2020 = ("2020-08-01", "2020-08-31")
YEAR_2021 = ("2021-01-01", "2021-01-01")
TO_2021 = ("2021-12-31", "2021-12-31")
TO_2022 = ("2022-12-31", "2022-12-31")
ASSESSED = "individual_assessment"

TRIALS = [
    _trial(
        "nextwork-praktik",
        (None, "2021-11-10"),
        ("2022-03-31", "2022-03-31"),
        YOUNG,
        [_asks("readiness", "none_of", "aabenlyst_uddannelsesparat")],
        HARD,
        coverage=("not_named", ""),
        ordinary_group=_group(YOUNG),
        limit=_limit("weeks", 4, (13, ""), (26, ASSESSED), (None, f"{ASSESSED} special_need")),
    ),
    _trial(
        "voksenlaerling-ledighedskrav",
        ("2020-08-01", "2021-01-01"),
        TO_2022,
        SKILLED,
        LOOKING,
        CURRENT,
        [_asks("age", "at_least", "25")],
        [_asks("unemployed_months", "more_than", "3")],
    ),
    _trial("voksenlaerling-foraeldet-uddannelse", AUGUST_2020, TO_2021, WORKING, SKILLED, OBSOLETE),
    _trial("voksenlaerling-positivliste", AUGUST_2020, TO_2021, WORKING),
    _trial(
        "jobrotation-varighed", YEAR_2021, TO_2022, SUBSTITUTE, limit=_limit("months", 6, (9, ""))
    ),
    _trial(
        "jobrotation-ledighedskrav",
        YEAR_2021,
        TO_2022,
        SUBSTITUTE,
        [_asks("unemployed_months", "at_least", "3")],
    ),
    _trial(
        "uddannelsesloeft-nordjylland",
        (None, "2021-12-31"),
        ("2022-12-31", "2025-12-31"),
        [_asks("benefit", "one_of", "dagpenge")],
        LOOKING,
        SKILLED,
        CURRENT,
        coverage=("listed", "0851 0860 0810 0849 0840 0773 0813"),
    ),
    _trial(
        "ibbis",
        (None, "2021-12-31"),
        ("2022-04-30", "2022-04-30"),
        [_asks("on_sick_leave", "one_of", "yes")],
        [ILL],
        coverage=("listed_incomplete", "0101 0751"),
    ),
]
BY_SLUG = {document["slug"]: document for document in TRIALS}
