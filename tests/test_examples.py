"""The worked examples of the domain, asked through the command line's contract."""

from collections.abc import Mapping
from typing import Any

import pytest
from pytest_django import DjangoDbBlocker

from tests.command import guidance
from tests.examples import EVIDENCE, TRIALS, VECTORS, agrees, as_questions, of, steps_agree
from trials.models import WorkedExample

# What an example says must be shown, and the findings that show it.
CLOSER_TO_WORK = {
    "outcome": "taettere_paa_arbejdsmarkedet",
    "direction": "positive",
    "kind": "count",
    "design": "D1",
}
SATISFIED = {"outcome": "tilfredshed", "direction": "positive", "kind": "experienced"}
MUST_SHOW: dict[str, list[dict[str, Any]]] = {
    "positive: employment (ordinary and supported)": [
        {"outcome": "ordinaer_beskaeftigelse", "direction": "positive", "kind": "effect"},
        {"outcome": "stoettet_beskaeftigelse", "direction": "positive", "kind": "effect"},
    ],
    "positive: participation in company-based measures": [
        {"outcome": "virksomhedsrettet_indsats", "direction": "positive", "kind": "effect"},
    ],
    "positive (experienced): well-being": [
        {"outcome": "trivsel", "direction": "positive", "kind": "experienced"},
    ],
    "positive: start of company-based measure": [
        {"outcome": "virksomhedsrettet_indsats", "direction": "positive", "kind": "effect"},
    ],
    "positive: entry into employment (smaller)": [
        {"outcome": "beskaeftigelse", "direction": "positive", "kind": "effect"},
    ],
    "none: retention in ordinary employment": [
        {"outcome": "fastholdelse_ordinaer", "direction": "none_detected", "kind": "effect"},
    ],
    "time-limited: retention in company-based measure ends after 1.5 years": [
        {
            "outcome": "fastholdelse_virksomhedsrettet",
            "direction": "positive",
            "kind": "effect",
            "horizon_months": 18,
            "ceases": True,
        },
    ],
    "descriptive/experienced: moved closer to the labour market, satisfied": [
        CLOSER_TO_WORK,
        SATISFIED,
    ],
    "no effect size, no comparison group reported in the seeds": [
        CLOSER_TO_WORK | {"magnitude": ""},
        SATISFIED | {"magnitude": "", "design": "D0"},
    ],
    "same": [CLOSER_TO_WORK, SATISFIED],
    "descriptive: municipalities largely succeeded": [
        {"outcome": "beskaeftigelse", "direction": "positive", "kind": "count", "design": "D1"},
    ],
    "hours: few paid hours often a stepping stone (association)": [
        {"outcome": "beskaeftigelse", "direction": "positive", "kind": "association"},
    ],
    "mixed: many better cooperation, some no improvement": [
        {"outcome": "samarbejde", "direction": "positive", "kind": "experienced"},
        {"outcome": "samarbejde", "direction": "negative", "kind": "experienced"},
    ],
    "cases: parents into employment mostly in family cases": [
        {"outcome": "beskaeftigelse", "direction": "descriptive", "kind": "qualitative"},
    ],
    "growth driven by unskilled is not an effect of the trials": [
        {
            "slug": "resten-er-ufaglaerte",
            "outcome": "tilgang",
            "direction": "descriptive",
            "change": "up",
            "kind": "count",
        },
    ],
}

# The mark makes these tests run before those that empty the database behind them.
pytestmark = pytest.mark.django_db

Answers = Mapping[str, dict[str, Any]]


@pytest.fixture(scope="module")
def answers(
    django_db_setup: None,  # noqa: ARG001 - a fixture cannot use usefixtures
    django_db_blocker: DjangoDbBlocker,
) -> Answers:
    """All examples in one batch, by id."""
    with django_db_blocker.unblock():
        outcome = guidance(as_questions(VECTORS))
    assert (outcome.code, outcome.err) == (0, "")
    assert [answer["id"] for answer in outcome.answers] == [vector["id"] for vector in VECTORS]
    return {answer["id"]: answer for answer in outcome.answers}


def by_id(vectors: list[dict[str, Any]]) -> Any:
    return pytest.mark.parametrize("vector", [pytest.param(v, id=v["id"]) for v in vectors])


@by_id(TRIALS)
def test_a_trial_answers_as_the_example_says(answers: Answers, vector: dict[str, Any]) -> None:
    agrees(of(answers[vector["id"]]["trials"], vector["trial"]), vector)


@by_id([vector for vector in TRIALS if "steps" in vector["expected"]])
def test_the_steps_are_those_of_the_example(answers: Answers, vector: dict[str, Any]) -> None:
    trial = of(answers[vector["id"]]["trials"], vector["trial"])

    steps_agree(trial["limit"], vector)


@by_id(EVIDENCE)
def test_evidence_is_as_close_as_the_example_says(answers: Answers, vector: dict[str, Any]) -> None:
    evaluation = of(answers[vector["id"]]["evaluations"], vector["evaluation"])

    assert evaluation["match"] == vector["expected"]["match"]
    assert set(vector["expected"]) <= {"match", "must_show"}


@by_id([vector for vector in EVIDENCE if vector["expected"]["must_show"]])
def test_evidence_shows_what_the_example_says_must_be_shown(
    answers: Answers, vector: dict[str, Any]
) -> None:
    findings = of(answers[vector["id"]]["evaluations"], vector["evaluation"])["findings"]

    for text in vector["expected"]["must_show"]:
        for wanted in MUST_SHOW[text]:
            assert any(wanted.items() <= finding.items() for finding in findings), (text, wanted)


@pytest.mark.parametrize("slug", ["handicappuljer-2019", "voksenlaerling-star-2023"])
def test_no_finding_is_an_effect_where_the_source_compares_with_nobody(
    answers: Answers, slug: str
) -> None:
    findings = of(answers["EVIDENCE-10"]["evaluations"], slug)["findings"]

    assert "effect" not in {finding["kind"] for finding in findings}


def test_the_examples_are_the_ones_the_tests_know() -> None:
    assert {vector["kind"] for vector in VECTORS} == {"trial", "evidence"}
    assert {text for vector in EVIDENCE for text in vector["expected"]["must_show"]} == set(
        MUST_SHOW
    )


# --- The same beside the trials ---------------------------------------------------------------

# What an example beside a trial leaves out: the steps are the rule itself, and no answer of it.
RENAMED = {"allowed_weeks": "allowed", "possible_weeks": "possible"}


def as_row(vector: dict[str, Any]) -> dict[str, Any]:
    """What the row of the fixtures must say of the shared example."""
    expected = {
        RENAMED.get(name, name): each
        for name, each in vector["expected"].items()
        if name != "steps" and each != []
    }
    asked = {name: vector.get(name, {}) for name in ("on", "profile", "offer")}
    return {"slug": vector["id"].lower(), **asked, "expected": expected}


@by_id(TRIALS)
def test_the_fixtures_have_the_same_example_beside_its_trial(vector: dict[str, Any]) -> None:
    row = WorkedExample.objects.get(trial__slug=vector["trial"], slug=vector["id"].lower())

    document = row.as_document()
    assert {name: document[name] for name in as_row(vector)} == as_row(vector)
    assert document["why"]


def test_the_fixtures_have_no_other_examples() -> None:
    assert WorkedExample.objects.count() == len(TRIALS)
