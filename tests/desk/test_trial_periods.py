"""The periods of a trial on its page: days as people write them, and in order (rows 67 to 74)."""

from datetime import date
from typing import Any

import pytest
from django.test import Client

from tests.desk.forms import Sheet, filled, page_of, said, said_at, saved
from trials.models import Citation, Trial

pytestmark = [pytest.mark.slow, pytest.mark.django_db]


@pytest.fixture
def trial() -> Trial:
    """2021 and 2022 in two periods, and the decision to extend."""
    return Trial.objects.get(slug="jobrotation-varighed")


@pytest.fixture
def sheet(editor: Client, trial: Trial) -> Sheet:
    return filled(editor, page_of(trial))


def day_fields(first: str, last: str) -> dict[str, Any]:
    """A period whose first and last day are known."""
    source = Citation.objects.earliest("pk").pk
    return {
        "start_earliest": first,
        "start_latest": first,
        "start_citation": source,
        "end_earliest": last,
        "end_latest": last,
        "end_citation": source,
    }


@pytest.mark.parametrize(
    "typed", ["01-01-2023", "01.01.2023", "01/01/2023", "2023-01-01", "1-1-2023"]
)
def test_a_date_is_read_as_people_write_it(sheet: Sheet, trial: Trial, typed: str) -> None:
    sheet.row("periods", **day_fields(typed, "31-12-2023"))

    assert saved(sheet.post())
    assert [row.start_latest for row in trial.periods.all()][-1] == date(2023, 1, 1)


@pytest.mark.parametrize("typed", ["31-02-2023", "1/4/23", "12/31/2023", "i morgen"])
def test_a_day_that_does_not_exist_is_refused_with_how_to_write_it(
    sheet: Sheet, typed: str
) -> None:
    new = sheet.row("periods", **day_fields(typed, "31-12-2023"))
    assert "for eksempel 31-12-2022" in said_at(sheet.post(), f"{new}-start_latest")


# Row 74.
@pytest.mark.parametrize("typed", ["31-12-9999", "01-01-0001"])
def test_a_year_that_nobody_means_is_refused(sheet: Sheet, typed: str) -> None:
    sheet["ordinary_known_on"] = typed
    assert "Skriv en dag fra 1900 til 2100." in said_at(sheet.post(), "ordinary_known_on")


# Row 67.
def test_an_end_before_the_beginning_is_refused_at_the_end(sheet: Sheet) -> None:
    new = sheet.row("periods", **day_fields("01-02-2023", "01-01-2023"))

    response = sheet.post()

    assert "slutter, før den begynder. Ret en af dagene." in said_at(response, f"{new}-end_latest")
    assert len(said(response)) == 1


# Row 67: what the days of one period say against each other.
@pytest.mark.parametrize(
    ("days", "at", "message"),
    [
        pytest.param({"start_latest": "01-12-2022"}, "start_latest", "Byt om", id="start-reversed"),
        pytest.param({"end_latest": "01-12-2023"}, "end_latest", "Byt om", id="end-reversed"),
        pytest.param({"open_ended": "on"}, "end_latest", "Slet dagen", id="open-and-ended"),
    ],
)
def test_days_that_contradict_each_other_are_refused_at_the_field(
    sheet: Sheet, days: dict[str, Any], at: str, message: str
) -> None:
    new = sheet.row("periods", **day_fields("01-01-2023", "31-12-2023") | days)

    response = sheet.post()

    assert message in said_at(response, f"{new}-{at}")


# Row 68: both days count.
def test_a_period_of_one_day_is_a_period(sheet: Sheet, trial: Trial) -> None:
    sheet.row("periods", **day_fields("01-01-2023", "01-01-2023"))

    assert saved(sheet.post())
    assert trial.periods.count() == 3


# Row 69.
def test_an_overlap_with_a_saved_period_names_it_and_its_days(sheet: Sheet) -> None:
    new = sheet.row("periods", **day_fields("31-12-2022", "31-12-2023"))

    message = said_at(sheet.post(), f"{new}-start_latest")

    assert "overlapper periode 2 (fra 1. januar 2022 til og med 31. december 2022)" in message
    assert "Ret dagene" in message


# Row 70: Django itself answers 500 here.
def test_two_new_periods_that_overlap_are_refused_in_the_same_way(
    sheet: Sheet, trial: Trial
) -> None:
    sheet.row("periods", **day_fields("01-01-2023", "31-12-2023"))
    second = sheet.row("periods", **day_fields("01-07-2023", "31-12-2024"))

    message = said_at(sheet.post(), f"{second}-start_latest")

    assert "overlapper periode 3 (fra 1. januar 2023 til og med 31. december 2023)" in message
    assert trial.periods.count() == 2


def test_an_open_end_overlaps_what_comes_after(sheet: Sheet) -> None:
    open_end = {"end_earliest": "", "end_latest": "", "open_ended": "on"}
    sheet.row("periods", **day_fields("01-01-2023", "01-01-2023") | open_end)
    later = sheet.row("periods", **day_fields("01-01-2030", "31-12-2030"))

    assert "overlapper periode 3" in said_at(sheet.post(), f"{later}-start_latest")


# Row 71.
def test_a_gap_needs_a_tick(sheet: Sheet, trial: Trial) -> None:
    new = sheet.row("periods", **day_fields("01-03-2023", "31-12-2023"))

    message = said_at(sheet.post(), f"{new}-start_earliest")
    assert "et hul: 1. januar 2023 til 28. februar 2023" in message
    assert "\u201dhullet er tilsigtet\u201d" in message

    assert saved(sheet.post(gap_intended="on", _save="1"))
    assert "gap_intended" not in Trial.objects.get(pk=trial.pk).as_document()


# Row 72.
@pytest.mark.parametrize(
    ("until", "message"),
    [
        pytest.param("31-12-2024", "Ingen periode når til 31. december 2024", id="no-period"),
        pytest.param("31-12-2021", "ligger ikke efter den slutdag, der forlænges", id="same-day"),
        pytest.param("30-06-2021", "periode 1 (fra 1. januar 2021", id="before-the-end"),
        pytest.param("", "Skriv, til og med hvilken dag", id="no-day"),
    ],
)
def test_an_extension_that_extends_nothing_is_refused(
    sheet: Sheet, until: str, message: str
) -> None:
    sheet["decisions-0-until"] = until
    assert message in said_at(sheet.post(), "decisions-0-until")


# Row 72: the original's last day is certain, and the new period begins some time after it began.
def test_a_new_period_that_ends_before_what_it_extends_is_refused(sheet: Sheet) -> None:
    days = day_fields("01-06-2022", "30-09-2022") | {"start_latest": ""}
    new = sheet.row("periods", **days)
    assert "slutter før den, den forlænger: periode 2" in said_at(sheet.post(), f"{new}-end_latest")


# An empty day is a day that the source does not state, and no first day at all.
def test_an_extension_whose_first_day_nobody_states_can_be_written(sheet: Sheet) -> None:
    days = day_fields("", "31-12-2026")
    sheet.row("periods", **days)

    assert saved(sheet.post())


# Row 70: another was quicker, outside the desk; the database refuses, and the form is shown again.
def test_what_the_database_refuses_is_told_on_the_page(sheet: Sheet, trial: Trial) -> None:
    sheet |= {"periods-INITIAL_FORMS": "0", "periods-TOTAL_FORMS": "0"}
    sheet.row("periods", **day_fields("01-06-2021", "31-12-2022"))

    response = sheet.post()

    assert response.status_code == 200
    assert any("En anden har netop gemt" in message for message in said(response))
    assert trial.periods.count() == 2
