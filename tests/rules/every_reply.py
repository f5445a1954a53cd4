"""Every legal reply of random citizens, by brute force, and what the oracle answers to each."""

from collections.abc import Iterator
from functools import cache
from itertools import chain, combinations
from typing import Any, NamedTuple

from tests.rules import oracle
from tests.rules.random_cases import Case, cases, contradictory
from tests.rules.random_documents import CODES, MUNICIPALITIES, THRESHOLDS, YES_NO, Json


class Citizen(NamedTuple):
    """One citizen on one day, and the documents of the trials at hand."""

    case: Case
    documents: list[Json]


@cache
def drawn() -> list[Citizen]:
    """Citizens with one to three trials, of which one is open at least."""
    pool = list(cases(20211110, 900))
    drawn = []
    for number, case in enumerate(pool):
        others = [pool[(number * 7 + step) % len(pool)].document for step in range(number % 3)]
        documents = {document["slug"]: document for document in (*others, case.document)}
        at_hand = [each for each in documents.values() if not _refused([each], case, case.profile)]
        if any(_answered(each, case, case.profile) == "unknown" for each in at_hand):
            drawn.append(Citizen(case, at_hand))
    return drawn


def _refused(documents: list[Json], case: Case, profile: Json) -> bool:
    return any(contradictory(document, profile, case.day) for document in documents)


def _answered(document: Json, case: Case, profile: Json) -> str:
    return oracle.answer(oracle.rule_ways(oracle.table_of(document, profile, case.day)))


def settling(citizen: Citizen) -> set[tuple[str, str]]:
    """Every attribute with a legal reply that settles a trial, and the trial."""
    case, documents = citizen
    opened = [each for each in documents if _answered(each, case, case.profile) == "unknown"]
    return {
        (name, document["slug"])
        for document in opened
        for name in _open_to_ask(document, case.profile)
        if any(
            _answered(document, case, more) != "unknown"
            for more in _with_each_reply(name, case.profile)
            if not _refused(documents, case, more)
        )
    }


def _open_to_ask(document: Json, profile: Json) -> set[str]:
    """What the document is about and nobody has stated."""
    names = {
        alternative["attribute"]
        for group in document["target_groups"]
        for condition in group["conditions"]
        for alternative in condition["alternatives"]
    }
    if "lab_group" in names:
        names |= {"benefit", "readiness", "age"}
        names -= set() if _is_number_asked(profile) else {"lab_group"}
    names |= {"municipality"}
    # A complete list is asked about by the municipality alone.
    if document["coverage"]["kind"] in ("listed_incomplete", "not_named"):
        names.add(f"participates:{document['slug']}")
    stated = {*profile, *(f"participates:{slug}" for slug in profile.get("participates", {}))}
    return names - stated


def _is_number_asked(profile: Json) -> bool:
    """The LAB number is asked for last: benefit comes first, then visitation where it matters."""
    benefit = profile.get("benefit")
    by_visitation = benefit in ("kontanthjaelp", "uddannelseshjaelp", "overgangsydelse")
    return benefit is not None and (not by_visitation or "readiness" in profile)


def _with_each_reply(name: str, profile: Json) -> Iterator[Json]:
    if name.startswith("participates:"):
        slug = name.removeprefix("participates:")
        for answer in (True, False):
            yield profile | {"participates": profile.get("participates", {}) | {slug: answer}}
        return
    for value in _every_value(name):
        yield profile | {name: value}


@cache
def _every_value(name: str) -> list[Any]:
    if name == "municipality":
        return list(MUNICIPALITIES)
    if name == "age":
        return list(range(15, 100))
    if name == "unemployed_months":
        near = [float(text) + shift for text in THRESHOLDS[name] for shift in (-0.01, 0, 0.01)]
        return [*(12 * years for years in range(51)), *near]
    if name == "health":
        codes = CODES[name]
        sizes = range(len(codes) + 1)
        return [*map(list, chain.from_iterable(combinations(codes, size) for size in sizes))]
    if name in YES_NO:
        return [True, False]
    return [int(code) if name == "lab_group" else code for code in CODES[name]]
