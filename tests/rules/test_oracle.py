"""The engine against an oracle that counts, and the oracle against the worked examples."""

import json
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from itertools import combinations, islice, product
from pathlib import Path
from typing import Any

import pytest

from tests.rules import oracle
from tests.rules.oracle import Expected, Leaf, Table
from tests.rules.oracle_citizen import derived_lab_group
from tests.rules.random_cases import Case, cases
from tests.rules.random_documents import ATTRIBUTES, MUNICIPALITIES, Json
from tests.rules.trial_documents import BY_SLUG
from trials.rules import assess, offer_from, profile_from, rule_from

TESTS = Path(__file__).parents[1]
SEED = 20211201


# --- engine and oracle ----------------------------------------------------------------------


def answers(drawn: list[Case]) -> Iterator[Expected]:
    """What the engine says, each document translated once."""
    documents = {id(case.document): case.document for case in drawn}
    rules = {
        number: rule_from(document, document["recorded"]) for number, document in documents.items()
    }
    for document, profile, day, offer in drawn:
        citizen = profile_from(profile, on=day, municipalities=MUNICIPALITIES)
        wanted = None if offer is None else offer_from(offer)
        yield _in_short(assess(rules[id(document)], citizen, on=day, offer=wanted))


def _in_short(assessment: Any) -> Expected:
    limit = assessment.limit
    return Expected(
        str(assessment.verdict),
        tuple(assessment.deciding),
        None if limit is None else (limit.allowed, limit.possible),
        assessment.offer_allowed,
    )


@cache
def _few() -> tuple[list[Case], list[Expected]]:
    drawn = list(cases(SEED + 1, 2_500))
    return drawn, list(answers(drawn))


@pytest.mark.slow
def test_engine_and_oracle_agree_on_a_hundred_thousand_cases() -> None:
    drawn = list(cases(SEED, 100_000))
    wanted = [oracle.expected(*case) for case in drawn]
    pairs = zip(drawn, wanted, answers(drawn), strict=True)
    differences = [(case, right, wrong) for case, right, wrong in pairs if right != wrong]
    shown = "\n\n".join(map(str, differences[:3]))
    assert not differences, f"{len(differences)} differences, the first:\n{shown}"
    shares = Counter(answer.verdict for answer in wanted)
    assert set(shares) == set(oracle.VERDICTS.values())
    assert min(shares.values()) >= 5_000


def _is_noticed(changed: Iterator[Case]) -> bool:
    """Whether the engine's answer ever differs from the oracle's to a changed question."""
    _, given = _few()
    return any(
        oracle.expected(*case) != answer for case, answer in zip(changed, given, strict=True)
    )


@pytest.mark.parametrize("name", [*ATTRIBUTES, "municipality", "participates"])
def test_a_fact_that_the_oracle_overlooks_is_noticed(name: str) -> None:
    assert _is_noticed(case._replace(profile=_without(case.profile, name)) for case in _few()[0])


def _without(facts: Json, name: str) -> Json:
    return {key: fact for key, fact in facts.items() if key != name}


@pytest.mark.parametrize("days", [-1, 1], ids=["a day early", "a day late"])
def test_a_bound_that_is_a_day_wrong_is_noticed(days: int) -> None:
    shift = timedelta(days=days)
    assert _is_noticed(case._replace(day=case.day + shift) for case in _few()[0])


@pytest.mark.parametrize("name", ["individual_assessment", "special_need"])
def test_an_assessment_that_the_oracle_overlooks_is_noticed(name: str) -> None:
    assert _is_noticed(
        case._replace(offer=case.offer and _without(case.offer, name)) for case in _few()[0]
    )


def test_a_borderline_that_the_oracle_overlooks_is_noticed() -> None:
    assert _is_noticed(case._replace(document=_decided(case.document)) for case in _few()[0])


def _decided(document: Json) -> Json:
    """The same document without borderline values."""
    copied: Json = json.loads(json.dumps(document))
    for group in (*copied["target_groups"], copied["ordinary_group"] or {"conditions": []}):
        for condition in group["conditions"]:
            for alternative in condition["alternatives"]:
                alternative["borderline"] = []
    return copied


# --- the oracle itself, by brute force ------------------------------------------------------


def test_counting_agrees_with_trying_every_way_the_coins_can_fall() -> None:
    for table in _small_tables(leaves=10):
        held = [_holds(table, truths) for truths in product(*map(_sides, _leaves(table)))]
        assert oracle.rule_ways(table) == (len(held), sum(held))


def test_what_decides_is_what_the_smallest_repairs_touch() -> None:
    """From "no" to anything better, from "unknown" to "yes": all the leaves that could help."""
    for table in _small_tables(leaves=8):
        repairs = _smallest_repairs(table)
        if repairs:
            leaves = _leaves(table)
            names = {leaves[number].name for repair in repairs for number in repair}
            assert oracle.deciding(table) == tuple(sorted(names))


def _small_tables(*, leaves: int) -> list[Table]:
    """Few enough leaves to try everything, and enough tables to mean something."""
    tables = (oracle.table_of(*case[:3]) for case in cases(SEED + 2, 2_500))
    small = [table for table in tables if len(_leaves(table)) <= leaves]
    assert len(small) > 1_000
    return small


def _leaves(table: Table) -> list[Leaf]:
    alternatives = [leaf for group in table.groups for condition in group for leaf in condition]
    return [*table.periods, table.coverage, *alternatives]


def _sides(leaf: Leaf) -> tuple[bool, ...]:
    return (False, True) if leaf.ways == oracle.OPEN else (leaf.ways == oracle.YES,)


def _holds(table: Table, truths: tuple[bool, ...]) -> bool:
    """Plain two-valued logic over the leaves in their order."""
    rest = iter(truths)
    period = _any_of_next(rest, table.periods)
    covered = next(rest)
    groups = [[_any_of_next(rest, condition) for condition in group] for group in table.groups]
    return period and covered and any(map(all, groups))


def _any_of_next(truths: Iterator[bool], leaves: list[Leaf]) -> bool:
    """Takes one truth for each leaf, also when the first would do."""
    return any(list(islice(truths, len(leaves))))


def _smallest_repairs(table: Table) -> list[set[int]]:
    """The smallest sets of leaves that, made to hold, lift the answer by one."""
    whole = oracle.answer(oracle.rule_ways(table))
    leaves = _leaves(table)
    base = [
        leaf.ways == oracle.YES or (whole == "no" and leaf.ways == oracle.OPEN) for leaf in leaves
    ]
    asked = [n for n, leaf in enumerate(leaves) if oracle.answer(leaf.ways) == whole != "yes"]
    found: list[set[int]] = []
    for size in range(len(asked) + 1):
        for repair in map(set, combinations(asked, size)):
            truths = tuple(held or n in repair for n, held in enumerate(base))
            if not any(smaller <= repair for smaller in found) and _holds(table, truths):
                found.append(repair)
    return found


# --- the oracle itself, by the worked examples ----------------------------------------------


def _examples() -> list[Json]:
    text = (TESTS / "domain" / "examples.json").read_text(encoding="utf-8")
    vectors: list[Json] = json.loads(text)["vectors"]
    return [vector for vector in vectors if vector["kind"] == "trial"]


@pytest.mark.parametrize("example", _examples(), ids=lambda example: example["id"])
def test_the_oracle_answers_as_the_worked_example(example: Json) -> None:
    document, day = BY_SLUG[example["trial"]], date.fromisoformat(example["on"])
    said = oracle.expected(document, example["profile"], day, example.get("offer"))
    allowed, possible = said.limit or (None, None)
    spoken = {
        "answer": said.verdict,
        "deciding": list(said.deciding),
        "allowed_weeks": allowed,
        "possible_weeks": possible,
        "offer_allowed": said.offer_allowed,
    }
    wanted = {key: value for key, value in example["expected"].items() if key in spoken}
    assert {key: spoken[key] for key in wanted} == wanted


@pytest.mark.parametrize(
    ("stated", "day", "number"),
    [
        ({"benefit": "dagpenge", "readiness": "jobparat"}, "2021-01-01", 1),
        ({"benefit": "kontanthjaelp", "readiness": "aktivitetsparat"}, "2025-06-30", 3),
        ({"benefit": "kontanthjaelp", "readiness": "aktivitetsparat"}, "2025-07-01", None),
        (
            {"benefit": "kontanthjaelp", "readiness": "aktivitetsparat", "age": 29},
            "2025-07-01",
            None,
        ),
        ({"benefit": "kontanthjaelp", "readiness": "aktivitetsparat", "age": 30}, "2025-07-01", 3),
        (
            {"benefit": "overgangsydelse", "readiness": "aktivitetsparat", "age": 29},
            "2021-01-01",
            None,
        ),
        (
            {"benefit": "overgangsydelse", "readiness": "aktivitetsparat", "age": 30},
            "2021-01-01",
            3,
        ),
        ({"benefit": "uddannelseshjaelp", "readiness": "aktivitetsparat"}, "2021-01-01", 5),
        ({"readiness": "uddannelsesparat"}, "2021-01-01", None),
        ({"benefit": "fleksjob"}, "2021-01-01", 9),
    ],
)
def test_the_oracle_derives_the_lab_group(stated: Json, day: str, number: int | None) -> None:
    assert derived_lab_group(stated, date.fromisoformat(day)) == number
