"""How long an offer may last, in the words of the contract."""

from typing import Any

import pytest

from tests.command import guidance, question

pytestmark = pytest.mark.django_db

NEXTWORK = {
    "age": 24,
    "benefit": "uddannelseshjaelp",
    "readiness": "uddannelsesparat",
    "municipality": "0101",
}


def test_the_duration_of_jobrotation_is_counted_in_months() -> None:
    answer = guidance(question({"jobrotation_substitute": True}, offer={"weeks": 4})).only

    trial = _trial(answer, "jobrotation-varighed")
    assert trial["limit"] == {
        "unit": "months",
        "ordinary": 6,
        "allowed": 9,
        "possible": None,
        "steps": [{"months": 9, "requires": []}],
    }
    assert trial["offer"] is None


def test_a_duration_that_only_may_come_is_possible_and_not_allowed() -> None:
    answer = guidance(question()).only

    limit = _trial(answer, "jobrotation-varighed")["limit"]
    assert (limit["ordinary"], limit["allowed"], limit["possible"]) == (6, None, 9)


def test_the_steps_of_nextwork_say_what_each_requires() -> None:
    answer = guidance(question(NEXTWORK)).only

    limit = _trial(answer, "nextwork-praktik")["limit"]
    assert limit == {
        "unit": "weeks",
        "ordinary": 4,
        "allowed": 4,
        "possible": 13,
        "steps": [
            {"weeks": 13, "requires": []},
            {"weeks": 26, "requires": ["individual_assessment"]},
            {"weeks": None, "requires": ["individual_assessment", "special_need"]},
        ],
    }


@pytest.mark.parametrize(
    ("stated", "allowed"),
    [
        ({"weeks": 4}, "yes"),
        ({"weeks": 13}, "yes"),
        ({"weeks": 14}, "needs_assessment"),
        ({"weeks": 14, "individual_assessment": True}, "yes"),
        ({"weeks": 14, "individual_assessment": False}, "no"),
        ({"weeks": 27, "individual_assessment": True}, "needs_assessment"),
        ({"weeks": 27, "individual_assessment": True, "special_need": True}, "yes"),
    ],
)
def test_a_planned_offer_is_answered_step_by_step(stated: dict[str, Any], allowed: str) -> None:
    covered = {"hard_to_place": True, "participates": {"nextwork-praktik": True}}

    answer = guidance(question(NEXTWORK | covered, offer=stated)).only

    assert _trial(answer, "nextwork-praktik")["offer"] == {"allowed": allowed}


def test_an_offer_to_someone_who_may_be_covered_is_undetermined() -> None:
    answer = guidance(question(NEXTWORK, offer={"weeks": 13})).only

    assert _trial(answer, "nextwork-praktik")["offer"] == {"allowed": "undetermined"}


def _trial(answer: dict[str, Any], slug: str) -> dict[str, Any]:
    (trial,) = (trial for trial in answer["trials"] if trial["slug"] == slug)
    return trial
