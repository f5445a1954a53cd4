"""The answer has exactly the form that the contract promises other systems."""

from collections.abc import Iterator
from enum import Enum
from typing import Any

import pytest

from evaluations.words import (
    Change,
    Design,
    Direction,
    EvidenceKind,
    Level,
    Mark,
    Match,
    Outcome,
    RecommendationStatus,
)
from tests.command import guidance, lines, question
from trials.rules import ATTRIBUTES, Judgement, Note, OfferAnswer, Reason, Unit, Verdict

pytestmark = pytest.mark.django_db

ANSWER = [
    "id",
    "on",
    "content_version",
    "assumed",
    "trials",
    "evaluations",
    "recommendations",
    "questions",
]
TRIAL = {
    "slug",
    "answer",
    "deciding",
    "notes",
    "nearest_change",
    "limit",
    "offer",
    "explanation",
}
LIMIT = {"unit", "ordinary", "allowed", "possible", "steps"}
NODE = {"requirement", "answer", "reason", "sentence", "attribute", "source", "parts"}
FINDING = {
    "slug",
    "outcome",
    "outcome_label",
    "statement",
    "direction",
    "direction_label",
    "change",
    "kind",
    "kind_label",
    "design",
    "design_label",
    "magnitude",
    "horizon_from_months",
    "horizon_months",
    "ceases",
    "population",
    "cluster",
    "sources",
}
TRIALS = {
    "nextwork-praktik",
    "voksenlaerling-ledighedskrav",
    "voksenlaerling-foraeldet-uddannelse",
    "voksenlaerling-positivliste",
    "jobrotation-varighed",
    "jobrotation-ledighedskrav",
    "uddannelsesloeft-nordjylland",
    "ibbis",
}
EVALUATIONS = {
    "handicappuljer-2019",
    "voksenlaerling-star-2023",
    "flere-skal-med-ii",
    "social-stoette-ramboell-2021",
    "social-stoette-vive-2023",
    "en-plan-vive",
}

NEXTWORK = {
    "age": 24,
    "benefit": "uddannelseshjaelp",
    "readiness": "uddannelsesparat",
    "municipality": "0101",
}
ALL_KINDS = {
    "nothing": question(),
    "young": question(NEXTWORK, offer={"weeks": 20, "individual_assessment": True}),
    "substitute": question({"jobrotation_substitute": True, "unemployed_months": 7}),
    "sick": question({"on_sick_leave": True, "health": ["angst"], "age": 45}),
    "skilled": question({"skill_level": "faglaert", "employment": "ledig", "age": 40}),
    "supported": question({"age": 30, "benefit": "kontanthjaelp", "readiness": "aktivitetsparat"}),
    "later": question({"benefit": "ressourceforloeb"}, on="2024-06-01"),
}


@pytest.fixture(params=ALL_KINDS.values(), ids=list(ALL_KINDS))
def answer(request: pytest.FixtureRequest) -> dict[str, Any]:
    """The answers to a few questions that are far from each other."""
    return guidance(request.param).only


def test_the_answer_has_the_keys_of_the_contract_in_their_order(answer: dict[str, Any]) -> None:
    assert list(answer) == ANSWER
    assert len(answer["content_version"]) == 64


def test_every_trial_is_answered_with_the_keys_of_the_contract(answer: dict[str, Any]) -> None:
    assert {trial["slug"] for trial in answer["trials"]} == TRIALS
    for trial in answer["trials"]:
        assert set(trial) == TRIAL
        assert trial["offer"] is None or set(trial["offer"]) == {"allowed"}


def test_every_evaluation_comes_with_all_its_findings(answer: dict[str, Any]) -> None:
    assert {each["slug"] for each in answer["evaluations"]} >= EVALUATIONS
    for evaluation in answer["evaluations"]:
        assert set(evaluation) == {"slug", "match", "findings"}
        assert evaluation["findings"]
        assert {frozenset(finding) for finding in evaluation["findings"]} == {frozenset(FINDING)}


def test_recommendations_and_questions_have_the_keys_of_the_contract(
    answer: dict[str, Any],
) -> None:
    assert answer["recommendations"]
    for recommendation in answer["recommendations"]:
        assert set(recommendation) == {"slug", "match", "strength", "marks", "status"}
    for asked in answer["questions"]:
        assert set(asked) == {"attribute", "settles"}
        assert set(asked["settles"]) <= TRIALS


def test_only_trials_that_set_a_duration_have_a_limit(answer: dict[str, Any]) -> None:
    limits = {trial["slug"]: trial["limit"] for trial in answer["trials"] if trial["limit"]}

    assert set(limits) == {"nextwork-praktik", "jobrotation-varighed"}
    for limit in limits.values():
        assert set(limit) == LIMIT
        assert {frozenset(step) for step in limit["steps"]} == {
            frozenset({limit["unit"], "requires"})
        }


def test_every_node_of_an_explanation_has_the_same_form(answer: dict[str, Any]) -> None:
    for trial in answer["trials"]:
        for node in _nodes(trial["explanation"]):
            assert set(node) == NODE
            assert node["requirement"]
            assert node["sentence"]
            assert node["parts"] or node["attribute"]


def test_the_leaves_of_an_explanation_say_where_they_come_from(answer: dict[str, Any]) -> None:
    for trial in answer["trials"]:
        for node in _nodes(trial["explanation"]):
            if not node["parts"]:
                assert node["source"]["title"], node["requirement"]


def test_codes_come_from_the_closed_lists(answer: dict[str, Any]) -> None:
    attributes = {*ATTRIBUTES, "period"}
    for trial in answer["trials"]:
        nodes = list(_nodes(trial["explanation"]))
        assert trial["answer"] in _codes(Verdict)
        assert set(trial["deciding"]) <= attributes
        assert set(trial["notes"]) <= _codes(Note)
        assert {node["answer"] for node in nodes} <= {"yes", "no", "unknown"}
        assert {node["reason"] for node in nodes} <= _codes(Reason)
        assert {node["attribute"] for node in nodes} <= {*attributes, None}
        assert (trial["offer"] or {"allowed": "yes"})["allowed"] in _codes(OfferAnswer)
    for limit in filter(None, (trial["limit"] for trial in answer["trials"])):
        assert limit["unit"] in _codes(Unit)
        assert {word for step in limit["steps"] for word in step["requires"]} <= _codes(Judgement)
    asked = {each["attribute"] for each in answer["questions"]}
    assert {name for name in asked if not name.startswith("participates:")} <= set(ATTRIBUTES)
    assert {name.removeprefix("participates:") for name in asked - set(ATTRIBUTES)} <= TRIALS


def test_the_codes_of_evidence_come_from_the_closed_lists(answer: dict[str, Any]) -> None:
    for evaluation in answer["evaluations"]:
        assert evaluation["match"] in _codes(Match)
        for finding in evaluation["findings"]:
            assert finding["outcome"] in _codes(Outcome)
            assert finding["direction"] in _codes(Direction)
            assert finding["change"] in {*_codes(Change), ""}
            assert finding["kind"] in _codes(EvidenceKind)
            assert finding["design"] in _codes(Design)
            assert isinstance(finding["horizon_months"], int | None)
    for recommendation in answer["recommendations"]:
        assert recommendation["match"] in _codes(Match)
        assert recommendation["strength"] in _codes(Level)
        assert recommendation["status"] in _codes(RecommendationStatus)
        assert set(recommendation["marks"]) <= _codes(Mark)


def test_the_codes_themselves_do_not_change() -> None:
    assert _codes(Verdict) == {"applies", "not_applies", "undetermined"}
    assert _codes(OfferAnswer) == {"yes", "no", "needs_assessment", "undetermined"}
    assert _codes(Match) == {"direct", "boundary", "partial", "indirect", "unknown"}
    assert _codes(Direction) == {"positive", "none_detected", "negative", "mixed", "descriptive"}
    assert _codes(Mark) == {
        "uden_paavist_effekt",
        "taler_imod",
        "modstridende",
        "element_ikke_saerskilt",
    }
    assert _codes(Level) == {
        "staerk",
        "moderat",
        "begraenset",
        "erfaringsbaseret",
        "ikke_vurderet",
    }
    assert _codes(RecommendationStatus) == {
        "explicit",
        "element",
        "learning",
        "pattern",
        "official_guidance",
    }
    assert {"crosses_expiry", "no_upper_limit_stated", "ordinary_rule_sufficient"} < _codes(Note)


def test_nearest_change_is_told_only_when_a_trial_does_not_apply(answer: dict[str, Any]) -> None:
    for trial in answer["trials"]:
        assert bool(trial["nearest_change"]) == (trial["answer"] == "not_applies")


def test_deciding_is_sorted_and_empty_when_a_trial_applies(answer: dict[str, Any]) -> None:
    for trial in answer["trials"]:
        assert trial["deciding"] == sorted(set(trial["deciding"]))
        assert (trial["deciding"] == []) == (trial["answer"] == "applies")


def test_the_same_question_gives_the_same_bytes_again() -> None:
    asked = lines(ALL_KINDS.values())

    assert guidance(asked).out == guidance(asked).out


def test_the_order_in_which_facts_are_stated_changes_nothing() -> None:
    stated = {"health": ["stress", "angst"], "on_sick_leave": True, "age": 45}
    turned = {"age": 45, "on_sick_leave": True, "health": ["angst", "stress"]}

    assert guidance(question(stated)).out == guidance(question(turned)).out


def _nodes(node: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield node
    for part in node["parts"]:
        yield from _nodes(part)


def _codes(words: type[Enum]) -> set[str]:
    return {word.value for word in words}
