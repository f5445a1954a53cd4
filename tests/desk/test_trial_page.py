"""What the page of a trial refuses, at the field and with the remedy (rows 76, 83, 84)."""

import time
from typing import Any

import pytest
from django.test import Client

from tests.desk.forms import Sheet, filled, new_page, page_of, said, said_at, saved
from trials.models import Municipality, Trial, TrialPeriod

pytestmark = [pytest.mark.slow, pytest.mark.django_db]

SLUG = "jobrotation-varighed"


@pytest.fixture
def trial() -> Trial:
    """2021 and 2022 in two periods, an extension, 6 months and a step of 9."""
    return Trial.objects.get(slug=SLUG)


@pytest.fixture
def sheet(editor: Client, trial: Trial) -> Sheet:
    return filled(editor, page_of(trial))


@pytest.mark.parametrize("slug", [SLUG, "nextwork-praktik", "ibbis"])
def test_a_trial_that_is_opened_and_saved_says_the_same(editor: Client, slug: str) -> None:
    before = Trial.objects.get(slug=slug).as_document()

    assert saved(filled(editor, page_of(Trial.objects.get(slug=slug))).post())
    assert Trial.objects.get(slug=slug).as_document() == before


def test_the_page_tells_the_rule_in_words_and_no_code(sheet: Sheet) -> None:
    page = sheet.client.get(sheet.address).content.decode()

    assert "fra den 1. januar 2021 (fra en anden kilde) til og med den 31. december 2021" in page
    assert "I forsøget op til 9 måneder." in page


def test_a_trial_without_periods_says_what_is_missing(trial: Trial, editor: Client) -> None:
    trial.periods.all().delete()
    page = editor.get(page_of(trial)).content.decode()
    assert "Der er ingen periode. Tilføj mindst én." in page


# Row 76.
@pytest.mark.parametrize(
    ("steps", "at", "message"),
    [
        pytest.param(
            [{"value": "6"}], "steps-0-value", "almindelige varighed på 6 måneder", id="0"
        ),
        pytest.param([{}, {"value": "9"}], "steps-1-value", "Trinnene skal stige", id="equal"),
        pytest.param(
            [{"value": ""}, {"value": "12"}], "steps-1-value", "skal stå sidst", id="none"
        ),
        pytest.param([{"requires": "held"}], "steps-0-requires", "på listen", id="unknown-code"),
    ],
)
def test_steps_that_do_not_rise_are_refused_at_the_step(
    sheet: Sheet, steps: list[dict[str, str]], at: str, message: str
) -> None:
    for number, fields in enumerate(steps):
        if number:
            sheet.row("steps", citation=sheet["steps-0-citation"])
        sheet.update({f"steps-{number}-{name}": value for name, value in fields.items()})

    assert message in said_at(sheet.post(), at)


@pytest.mark.parametrize(
    ("fields", "at", "message"),
    [
        pytest.param({"limit_unit": ""}, "limit_unit", "Vælg uger eller måneder", id="no-unit"),
        pytest.param({"ordinary_limit": ""}, "ordinary_limit", "fjern enheden", id="no-limit"),
        pytest.param({"coverage": "maaske"}, "coverage", "på listen", id="unknown-coverage"),
        pytest.param({"coverage": "listed"}, "municipalities", "Vælg de kommuner", id="no-list"),
        pytest.param(
            {"coverage": "listed_incomplete"}, "municipalities", "Vælg de kommuner", id="nor-this"
        ),
        pytest.param({"municipalities": ["x"]}, "municipalities", "på listen", id="no-such-place"),
        pytest.param({"target_groups": []}, "target_groups", "skal udfyldes", id="nobody"),
    ],
)
def test_fields_that_do_not_hold_together_are_refused_at_the_field(
    sheet: Sheet, fields: dict[str, Any], at: str, message: str
) -> None:
    assert message in said_at(sheet.post(**fields, _save="1"), at)


@pytest.mark.parametrize("coverage", ["nationwide", "not_named"])
def test_a_list_beside_a_geography_that_has_none_is_refused(sheet: Sheet, coverage: str) -> None:
    sheet |= {"coverage": coverage, "municipalities": [Municipality.objects.get(code="0101").pk]}
    assert "Fjern kommunerne" in said_at(sheet.post(), "municipalities")


@pytest.mark.parametrize(("count", "message"), [("1", "Ret tallet"), ("3", "Tilføj resten")])
def test_a_count_that_is_not_that_of_the_list_is_refused(
    sheet: Sheet, count: str, message: str
) -> None:
    two = [Municipality.objects.get(code=code).pk for code in ("0101", "0751")]
    sheet |= {"coverage": "listed", "municipalities": two, "municipality_count": count}
    assert message in said_at(sheet.post(), "municipality_count")


def test_steps_without_an_ordinary_duration_are_refused(sheet: Sheet) -> None:
    response = sheet.post(limit_unit="", ordinary_limit="", _save="1")
    assert any("Trin regnes fra den almindelige varighed." in message for message in said(response))


def test_rows_may_swap_places(sheet: Sheet, trial: Trial) -> None:
    first = trial.periods.first()
    sheet |= {"periods-0-position": "2", "periods-1-position": "1"}

    assert saved(sheet.post())
    assert trial.periods.last() == first


def test_a_row_may_take_the_place_of_one_that_is_deleted(sheet: Sheet, trial: Trial) -> None:
    sheet |= {"periods-0-position": "2", "periods-1-DELETE": "on", "decisions-0-DELETE": "on"}

    assert saved(sheet.post())
    assert [period.position for period in trial.periods.all()] == [2]


# Row 83: refused before any row is read.
@pytest.mark.parametrize("count", ["TOTAL_FORMS", "INITIAL_FORMS"])
def test_far_too_many_rows_are_refused_at_once(sheet: Sheet, count: str) -> None:
    began = time.monotonic()
    response = sheet.post(**{f"periods-{count}": "3000000", "_save": "1"})

    assert response.status_code == 400
    assert "højst tage 50 rækker" in response.content.decode()
    assert time.monotonic() - began < 2


def test_fifty_one_rows_are_told_how_many_there_may_be(sheet: Sheet, trial: Trial) -> None:
    sheet["claims-TOTAL_FORMS"] = "55"
    source = sheet["steps-0-citation"]
    for number in range(55):
        fields = {"topic": f"emne {number}", "statement": "ord", "citation": source}
        sheet |= {f"claims-{number}-{name}": value for name, value in fields.items()}

    assert any("50" in message for message in said(sheet.post()))
    assert trial.claims.count() < 50


# Row 84.
@pytest.mark.parametrize("key", ["\x00", "1" + "0" * 30, "abc", "another"])
def test_the_number_of_another_row_changes_nothing(sheet: Sheet, trial: Trial, key: str) -> None:
    another = TrialPeriod.objects.exclude(trial=trial).earliest("pk")
    before = [another.as_document(), trial.as_document()]
    sheet["periods-0-id"] = str(another.pk) if key == "another" else key
    sheet["periods-0-start_earliest"] = "02-01-2021"

    response = sheet.post()

    assert response.status_code == 200
    assert said(response)
    another.refresh_from_db()
    assert [another.as_document(), Trial.objects.get(pk=trial.pk).as_document()] == before


def test_a_claim_gets_its_short_name_from_its_words(sheet: Sheet, trial: Trial) -> None:
    new = sheet.row("claims", topic="Slut", statement="Året er 2022", chosen="on")
    sheet[f"{new}-citation"] = sheet["steps-0-citation"]

    assert saved(sheet.post())
    assert trial.claims.get(topic="Slut").slug == "slut-aaret-er-2022"
    assert f"{new}-slug" not in sheet


def test_a_new_trial_is_refused_with_a_message_at_each_field(editor: Client) -> None:
    response = filled(editor, new_page(Trial)).post()
    for field in ("title", "summary", "target_groups", "coverage", "coverage_citation"):
        assert said_at(response, field) == "Feltet skal udfyldes."
