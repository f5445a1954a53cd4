"""The worked examples of the domain, and what it means that an answer agrees with one.

As their ``meta`` says: only the keys that an example expects are compared.
"""

import json
from pathlib import Path
from typing import Any

from tests.command import lines

FILE = Path(__file__).with_name("domain") / "examples.json"
VECTORS: list[dict[str, Any]] = json.loads(FILE.read_text())["vectors"]
TRIALS = [vector for vector in VECTORS if vector["kind"] == "trial"]
EVIDENCE = [vector for vector in VECTORS if vector["kind"] == "evidence"]


def as_questions(vectors: list[dict[str, Any]]) -> str:
    """The examples as the command line reads them, one per line."""
    keys = ("id", "on", "profile", "offer")
    return lines(
        json.dumps({key: vector[key] for key in keys if key in vector}) for vector in vectors
    )


def agrees(trial: dict[str, Any], vector: dict[str, Any]) -> None:
    """The answer about the trial is the one that the example expects."""
    expected = vector["expected"]
    told = _told(trial)
    assert {**told, **{key: expected[key] for key in expected if key in told}} == told
    assert set(expected) <= {*told, "notes", "absent_notes", "steps"}
    assert set(expected.get("notes", ())) <= set(trial["notes"])
    assert set(expected.get("absent_notes", ())).isdisjoint(trial["notes"])


def steps_agree(limit: dict[str, Any], vector: dict[str, Any]) -> None:
    """The steps of the limit are those that the example expects."""
    expected = vector["expected"]["steps"]
    assert limit["unit"] == "weeks"
    assert len(limit["steps"]) == len(expected)
    for step, told in zip(limit["steps"], expected, strict=True):
        assert told.items() <= step.items()


def of(rows: list[dict[str, Any]], slug: str) -> dict[str, Any]:
    """The one row with the slug."""
    (row,) = (row for row in rows if row["slug"] == slug)
    return row


def _told(trial: dict[str, Any]) -> dict[str, Any]:
    """What the contract tells of a trial, under the names that the examples use."""
    limit, offer = trial["limit"] or {}, trial["offer"] or {}
    return {
        "answer": trial["answer"],
        "deciding": trial["deciding"],
        "allowed_weeks": limit.get("allowed"),
        "possible_weeks": limit.get("possible"),
        "offer_allowed": offer.get("allowed"),
    }
