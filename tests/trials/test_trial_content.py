"""The trials on the desk, held against the domain catalogue (A6, A7)."""

import json
from datetime import date

import pytest
from django.conf import settings
from django.db import models

from tests.trials.ledger import (
    IBBIS,
    LENGTH,
    LIFT,
    LIST,
    NEWSLETTER,
    NEXTWORK,
    OBSOLETE,
    SKILLED,
    THRESHOLD,
)
from trials.models import Municipality, Trial, TrialClaim, TrialPeriod

pytestmark = pytest.mark.django_db


def test_municipalities() -> None:
    assert Municipality.objects.count() == 98
    eastern = Municipality.objects.filter(region_from_2027="Region Østdanmark")
    assert set(eastern.values_list("region", flat=True)) == {
        "Region Hovedstaden",
        "Region Sjælland",
    }
    assert eastern.count() == 46
    moved = ~models.Q(region=models.F("region_from_2027"))
    assert Municipality.objects.filter(moved).count() == 46


def test_coverage_is_never_an_empty_list_for_all() -> None:
    told = {
        trial.slug: (
            trial.coverage,
            trial.municipality_count,
            sorted(trial.municipalities.values_list("code", flat=True)),
        )
        for trial in Trial.objects.all()
    }
    nationwide: tuple[str, None, list[str]] = ("nationwide", None, [])
    seven = ["0773", "0810", "0813", "0840", "0849", "0851", "0860"]
    assert told == {
        NEXTWORK: ("not_named", 4, []),
        SKILLED: nationwide,
        OBSOLETE: nationwide,
        LIST: nationwide,
        LENGTH: nationwide,
        THRESHOLD: nationwide,
        LIFT: ("listed", 7, seven),
        IBBIS: ("listed_incomplete", None, ["0101", "0751"]),
    }


def test_no_trial_is_certain_to_be_in_force_after_2022() -> None:
    """C37: only the uddannelsesløft may have gone on, by a report from outside."""
    after = TrialPeriod.objects.exclude(end_latest__lte=date(2022, 12, 31))
    assert [(row.trial.slug, row.end_earliest, row.end_latest) for row in after] == [
        (LIFT, date(2022, 12, 31), date(2025, 12, 31))
    ]


def test_one_claim_of_each_topic_is_chosen_and_has_a_rival() -> None:
    topics: dict[tuple[str, str], list[bool]] = {}
    for claim in TrialClaim.objects.select_related("trial"):
        topics.setdefault((claim.trial.slug, claim.topic), []).append(claim.chosen)
    assert topics
    for topic, chosen in topics.items():
        assert sum(chosen) == 1, topic
        assert len(chosen) > 1, topic


def test_ibbis_is_shown_with_what_was_found_later() -> None:
    remark = Trial.objects.get(slug=IBBIS).remarks.get(kind="senere_viden")
    citation = remark.citation
    assert citation is not None
    assert citation.status == "outside"
    assert citation.source.published == date(2024, 11, 19)
    assert not citation.source.address


def test_only_what_stands_in_an_archived_text_is_cited_as_stated() -> None:
    """A text that an archived one names, and nobody has read, is never said to state anything."""
    archived = {"nyhedsbrev-evalueringer", NEWSLETTER}
    named = {"bek-1755-2021", "lab", "hoering-65779"}
    rows = json.loads((settings.BASE_DIR / "fixtures" / "02_sources.json").read_text())
    sources: dict[str, set[str]] = {}
    for row in rows:
        if row["model"] == "trials.citation":
            sources.setdefault(row["fields"]["status"], set()).add(row["fields"]["source"][0])
    assert sources["stated"] == archived
    assert named <= sources["outside"]
    assert not sources["outside"] & archived
