"""The trials' fixtures: every contradiction that concerns them is in, and they load cleanly."""

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.conf import settings
from django.db import models

from tests.trials.conftest import fixture_paths, load_content
from trials.models import Municipality, Trial, TrialClaim, TrialPeriod

pytestmark = pytest.mark.usefixtures("content")

NEXTWORK = "nextwork-praktik"
SKILLED = "voksenlaerling-ledighedskrav"
OBSOLETE = "voksenlaerling-foraeldet-uddannelse"
LIST = "voksenlaerling-positivliste"
LENGTH = "jobrotation-varighed"
THRESHOLD = "jobrotation-ledighedskrav"
LIFT = "uddannelsesloeft-nordjylland"
IBBIS = "ibbis"
NEWSLETTER = "nyhedsbrev-forsoeg"

# Each contradiction or gap of the domain catalogue that concerns a trial, and the rows that hold
# it: (model, natural key). "absent" has the catalogue's reason instead of a key.
LEDGER: dict[str, list[tuple[str, Any]]] = {
    "C2": [
        ("trialremark", (SKILLED, "forsoegets-nummer")),
        ("trialremark", (OBSOLETE, "forsoegets-nummer")),
    ],
    "C5": [
        ("trialperiod", (NEXTWORK, 1)),
        ("trialclaim", (NEXTWORK, "slut-marts-2022")),
        ("trialclaim", (NEXTWORK, "slut-marts-2023")),
        ("trialremark", (NEXTWORK, "slutdato-er-udledt")),
    ],
    "C6": [("trialremark", (NEXTWORK, "lovforslag-67"))],
    "C7": [
        *(
            (model, (slug, key))
            for slug in (SKILLED, LENGTH, THRESHOLD, LIFT, IBBIS)
            for model, key in (
                ("trialclaim", "beslutning-i-hoering"),
                ("trialclaim", "beslutning-omtalt"),
                ("trialremark", "forlaengelse-i-hoering"),
            )
        ),
        ("trialclaim", (SKILLED, "beslutning-bekraeftet")),
        ("trialclaim", (OBSOLETE, "beslutning-bekraeftet")),
        ("trialclaim", (LIST, "beslutning-bekraeftet")),
    ],
    "C8": [
        ("trialremark", (IBBIS, "covid-formuleringen")),
        ("trialclaim", (IBBIS, "ingen-betingelse-om-covid")),
        ("trialclaim", (IBBIS, "covid-som-aarsag")),
    ],
    "C21": [
        ("trialclaim", (SKILLED, "mere-end-3-maaneder")),
        ("trialclaim", (SKILLED, "3-maaneder-uden-ord")),
        ("trialclaim", (THRESHOLD, "mindst-3-maaneder")),
        ("trialremark", (SKILLED, "mindst-eller-mere-end")),
        ("trialremark", (THRESHOLD, "mindst-eller-mere-end")),
    ],
    "C22": [
        ("trialclaim", (OBSOLETE, "adgang-til-ordningen")),
        ("trialclaim", (OBSOLETE, "adgang-til-uddannelsen")),
        ("trialremark", (OBSOLETE, "ordning-eller-uddannelse")),
    ],
    "C23": [
        ("trialremark", (LENGTH, "tal-fra-andre-kilder")),
        ("trialremark", (THRESHOLD, "tal-fra-andre-kilder")),
    ],
    "C24": [
        (model, (slug, key))
        for slug in (OBSOLETE, LIST)
        for model, key in (("trialdecision", 1), ("trialremark", "slutdato-mangler"))
    ],
    "C25": [
        ("trialremark", (slug, "til-og-med")) for slug in (SKILLED, LENGTH, THRESHOLD, LIFT, IBBIS)
    ],
    "C26": [
        (model, (slug, key))
        for slug in (OBSOLETE, LIST)
        for model, key in (("trialperiod", 1), ("trialremark", "start-i-august-2020"))
    ],
    "C27": [
        ("trialremark", (NEXTWORK, "ord-uden-definition")),
        *(("trialremark", (slug, "hvad-er-foraeldet")) for slug in (SKILLED, OBSOLETE, LIFT)),
    ],
    "C28": [
        ("trialremark", (NEXTWORK, "kommunerne-ikke-navngivet")),
        ("trialremark", (IBBIS, "kommunerne-er-ufuldstaendige")),
    ],
    "C29": [("trialremark", (LIFT, "syv-af-elleve-kommuner"))],
    "C30": [("source", ("nyhedsbrev-evalueringer",)), ("source", (NEWSLETTER,))],
    "C33": [("absent", "relative words of time are never rendered: see the test on the texts")],
    "C35": [("absent", "a validation message of the profile, not a row")],
    "C36": [("trialremark", (NEXTWORK, "praktik-over-slutdatoen"))],
    "C37": [("absent", "the page says what is in force today: see the test on the periods")],
    "C38": [
        ("trialperiod", (SKILLED, 1)),
        ("trialclaim", (SKILLED, "start-mellem-to-datoer")),
        ("trialclaim", (SKILLED, "start-august-2020")),
        ("trialclaim", (SKILLED, "start-1-januar-2021")),
        ("trialremark", (SKILLED, "to-startdatoer")),
    ],
    "C39": [
        (model, (slug, key))
        for slug in (LENGTH, THRESHOLD)
        for model, key in (
            ("trialclaim", "aftale-om-oprindelsen"),
            ("trialclaim", "aftale-om-forlaengelsen"),
            ("trialremark", "to-politiske-aftaler"),
        )
    ],
}

RELATIVE_TIME = re.compile(
    r"\b(ny|nye|nyt|netop|igangværende|kommende|næste år|sidste år|snart|i dag|for nylig|nu)\b",
    re.I,
)
NAMES = {("source", "title"), ("source", "address")}


def all_rows() -> list[models.Model]:
    return [
        row
        for model in apps.get_app_config("trials").get_models()
        for row in model._default_manager.all()
    ]


def snapshot() -> dict[str, list[dict[str, Any]]]:
    """Every stored value of every row, with its key in the database, tables of links included."""
    return {
        model._meta.label: list(model._default_manager.order_by("pk").values())
        for model in apps.get_app_config("trials").get_models(include_auto_created=True)
    }


@pytest.mark.parametrize("contradiction", LEDGER)
def test_contradiction_has_its_rows(contradiction: str) -> None:
    for name, key in LEDGER[contradiction]:
        if name == "absent":
            assert key, f"{contradiction} is absent without a reason"
        else:
            apps.get_model("trials", name)._default_manager.get_by_natural_key(*key)


def test_loading_twice_changes_nothing() -> None:
    once = snapshot()
    load_content()
    assert snapshot() == once


def test_every_row_passes_full_clean() -> None:
    rows = all_rows()
    assert len(rows) >= sum(len(json.loads(path.read_text())) for path in fixture_paths())
    for row in rows:
        row.full_clean()


@pytest.mark.parametrize("path", fixture_paths(), ids=lambda path: path.name)
def test_fixture_is_tidy_and_without_keys_of_the_database(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    rows = json.loads(text)
    assert text == json.dumps(rows, ensure_ascii=False, indent=2) + "\n"
    assert not any("pk" in row for row in rows)


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


def test_texts_say_no_relative_time() -> None:
    """C33, except that titles and addresses of sources are names and stay as they are."""
    for row in all_rows():
        for field in row._meta.concrete_fields:
            text = getattr(row, field.attname)
            if isinstance(text, str) and (row._meta.model_name, field.name) not in NAMES:
                assert not RELATIVE_TIME.search(text), (row, text)


def test_archived_texts_are_cited_as_stated_or_inferred_and_others_as_outside() -> None:
    """A stated fact stands in one of the archived texts, or in a text that one of them names."""
    archived = {"nyhedsbrev-evalueringer", NEWSLETTER}
    named = {"bek-1755-2021", "lab", "hoering-65779"}
    rows = json.loads((settings.BASE_DIR / "fixtures" / "02_sources.json").read_text())
    sources: dict[str, set[str]] = {}
    for row in rows:
        if row["model"] == "trials.citation":
            sources.setdefault(row["fields"]["status"], set()).add(row["fields"]["source"][0])
    assert sources["stated"] == archived | named
    assert not sources["outside"] & (archived | named)
