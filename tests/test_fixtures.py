"""The fixture files as a whole: they load, load again, validate, and leave nothing out."""

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.serializers import serialize
from django.db import models

from portal.content import load_fixtures
from tests.evaluations import ledger as evidence
from tests.trials import ledger as trials

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

FILES = sorted(settings.FIXTURE_DIRS[0].glob("*.json"))
RELATIVE_TIME = re.compile(
    r"\b(ny|nye|nyt|nyeste|netop|igangværende|kommende|næste år|sidste år|i år|snart|for nylig)\b",
    re.IGNORECASE,
)
# Titles and addresses of sources are names, and stay as their publishers wrote them.
NAMES = {("source", "title"), ("source", "address")}
MODELS = [
    model
    for label in ("trials", "evaluations", "recommendations")
    for model in apps.get_app_config(label).get_models()
]


def rows() -> list[models.Model]:
    """Every row of the desk."""
    return [row for model in MODELS for row in model._default_manager.all()]


def everything() -> list[str]:
    """All rows as text with natural keys, so that two loads can be compared."""
    return [
        line
        for model in MODELS
        for line in serialize(
            "jsonl",
            model._default_manager.order_by("pk"),
            use_natural_foreign_keys=True,
            use_natural_primary_keys=True,
        ).splitlines()
    ]


def test_loading_again_gives_the_same_rows() -> None:
    before = everything()
    load_fixtures()
    assert everything() == before


def test_no_row_is_written_in_two_places() -> None:
    written = Counter(row["model"] for path in FILES for row in json.loads(path.read_text()))
    stored = {model._meta.label_lower: model._default_manager.count() for model in MODELS}
    assert written == {label: count for label, count in stored.items() if count}


def test_every_row_passes_its_own_validation() -> None:
    failures = []
    for row in rows():
        try:
            row.full_clean()
        except ValidationError as error:
            failures.append((row._meta.label, str(row), error.message_dict))
    assert failures == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_file_is_tidy_and_has_no_keys_of_the_database(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    written = json.loads(text)
    assert text == json.dumps(written, ensure_ascii=False, indent=2) + "\n"
    assert not any("pk" in row for row in written)


def test_no_text_is_dated_by_its_own_words() -> None:
    """C33: "ny" and "kommende" say when a text was written, not when it is read."""
    found = [
        (row._meta.label, field.name, text)
        for row in rows()
        for field in row._meta.concrete_fields
        if (row._meta.model_name, field.name) not in NAMES
        and isinstance(text := getattr(row, field.attname), str)
        and RELATIVE_TIME.search(text)
    ]
    assert found == []


def test_no_text_claims_that_something_does_not_work() -> None:
    """C16: no detected effect is not evidence of no effect."""
    assert not any("virker ikke" in path.read_text().lower() for path in FILES)


def test_each_contradiction_is_told_or_absent_with_a_reason() -> None:
    """C1 to C39 of the domain catalogue."""
    told: dict[str, list[tuple[str, Any]]] = {f"C{number}": [] for number in range(1, 40)}
    for number, places in evidence.CONTRADICTIONS.items():
        told[number] += places
    for number, places in trials.CONTRADICTIONS.items():
        told[number] += [(f"trials.{name}", key) for name, key in places]
    for number, reason in trials.ABSENT.items():
        assert reason, number
        assert not told.pop(number), number
    for number, found in told.items():
        assert found, number
        for label, key in found:
            assert apps.get_model(label)._default_manager.get_by_natural_key(*key)
