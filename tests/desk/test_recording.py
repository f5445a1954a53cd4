"""Recording participation: what is refused, and by whom it may be done."""

from datetime import date, timedelta

import pytest
from django.contrib import admin
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from portal.words import Role
from tests.desk.conftest import browser_of
from tests.desk.forms import filled, said, said_at, saved
from tests.desk.recording import ADD, IBBIS, LIST, NEXTWORK, editions, page_of, record, sheet
from tests.portal.pages import (
    IDENTITY_NUMBER,
)
from trials.models import Municipality, Participation, Trial

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


# --- What is refused --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fields", "field", "message"),
    [
        ({"trial": "voksenlaerling-positivliste"}, "trial", "gælder i hele landet"),
        ({"trial": "uddannelsesloeft-nordjylland"}, "trial", "nævner alle de kommuner"),
        ({"trial": IBBIS}, "municipality", "nævner allerede kommunen"),
        ({"takes_part": ""}, "takes_part", "påkrævet|udfyldes"),
        ({"takes_part": "måske"}, "takes_part", "valgmulighed|mulighederne"),
        ({"stated_by": ""}, "stated_by", "påkrævet|udfyldes"),
        ({"status": ""}, "status", "påkrævet|udfyldes"),
        ({"status": "inferred"}, "note", "Skriv, hvordan det er udledt"),
        ({"known_on": ""}, "known_on", "påkrævet|udfyldes"),
        ({"known_on": "31-02-2021"}, "known_on", "findes ikke"),
        ({"known_on": "1/12/21"}, "known_on", "fire cifre"),
        ({"known_on": "01-01-1999"}, "known_on", "Dagen skal ligge mellem"),
    ],
)
def test_what_cannot_be_recorded_is_said_at_the_field(administrator, fields, field, message):
    page = sheet(administrator)
    if trial := fields.get("trial"):
        fields = fields | {"trial": str(Trial.objects.get(slug=trial).pk)}
    response = page.post(**fields, _save="1")

    assert any(word in said_at(response, field) for word in message.split("|")), said(response)
    assert not Participation.objects.exists()
    assert editions() == []


def test_a_day_to_come_is_refused(administrator):
    tomorrow = timezone.localdate() + timedelta(days=1)
    response = sheet(administrator, known_on=tomorrow.strftime("%d-%m-%Y")).post()

    assert "ude i fremtiden" in said_at(response, "known_on")


@pytest.mark.parametrize("known_on", ["01-12-2021", "01.12.2021", "01/12/2021", "2021-12-01"])
def test_the_day_is_read_as_danes_write_it(administrator, known_on):
    assert record(administrator, known_on=known_on).known_on == date(2021, 12, 1)


def test_a_municipality_is_recorded_once(administrator):
    record(administrator)
    response = sheet(administrator).post()

    assert any("Kommunen er allerede registreret for forsøget." in told for told in said(response))


@pytest.mark.parametrize("field", ["stated_by", "note", "known_on", "trial", "takes_part"])
def test_an_identity_number_is_refused_and_not_shown(administrator, caplog, field):
    response = sheet(administrator).post(**{field: IDENTITY_NUMBER}, _save="1")

    assert "Feltet ligner et CPR-nummer" in said_at(response, field)
    assert IDENTITY_NUMBER not in response.content.decode()
    assert IDENTITY_NUMBER not in caplog.text


def test_the_answer_is_two_radios_and_none_is_chosen(administrator):
    page = administrator.get(ADD).content.decode()

    assert page.count('type="radio" name="takes_part"') == 2
    assert 'name="takes_part" value="True" checked' not in page
    assert 'type="checkbox"' not in page


def test_what_is_recorded_of_one_municipality_does_not_become_a_record_of_another(administrator):
    row = record(administrator)
    other = str(Municipality.objects.get(code="0751").pk)
    page = filled(administrator, page_of(row), form_id="^participation_form$")
    assert saved(page.post(municipality=other, trial="1", _save="1"))

    row.refresh_from_db()
    assert (row.municipality.code, row.trial.slug) == ("0101", NEXTWORK)


# --- Only what is published -------------------------------------------------------------------


def test_an_administrator_sees_no_draft(administrator):
    Trial.objects.filter(slug=NEXTWORK).update(title="Kladdens kanariefugl")
    Trial.objects.create(
        slug="kladde",
        title="Kanariefuglen selv",
        coverage="not_named",
        coverage_citation=Trial.objects.get(slug=NEXTWORK).coverage_citation,
    )
    row = record(administrator)

    for address in (ADD, LIST, page_of(row), f"{LIST}{row.pk}/delete/", f"{LIST}{row.pk}/history/"):
        assert "anariefugl" not in administrator.get(address).content.decode(), address
    draft = str(Trial.objects.get(slug="kladde").pk)
    assert said_at(sheet(administrator, municipality="0751").post(trial=draft, _save="1"), "trial")


# --- Who may ----------------------------------------------------------------------------------


@pytest.mark.parametrize("role", [Role.CASEWORKER, Role.EDITOR, Role.PUBLISHER])
def test_only_administrators_record(administrator, role):
    row = record(administrator)
    browser = browser_of(role)

    for address in (LIST, ADD, page_of(row), f"{LIST}{row.pk}/delete/"):
        assert browser.get(address, follow=True).status_code == 403, address
        response = browser.post(address, {"post": "yes", "takes_part": "False"}, follow=True)
        assert response.status_code == 403, address
    row.refresh_from_db()
    assert row.takes_part
    assert len(editions()) == 1


def test_an_administrator_opens_nothing_else_of_the_content(administrator):
    """Users, participation, and the municipalities to choose among: nothing that editors write.

    They are not even told that there are drafts.
    """
    own = {"user", "participation", "municipality", "change"}
    others = [model._meta for model in admin.site._registry if model._meta.model_name not in own]
    assert others

    for each in others:
        for page in ("changelist", "add"):
            address = reverse(f"admin:{each.app_label}_{each.model_name}_{page}")
            assert administrator.get(address).status_code in {403, 404}, address


@pytest.mark.slow
def test_the_list_takes_a_fixed_number_of_queries(administrator):
    def counted() -> int:
        with CaptureQueriesContext(connection) as queries:
            administrator.get(LIST)
        return len(queries)

    record(administrator)
    few = counted()
    for code in ("0751", "0851", "0461"):
        record(administrator, municipality=code)
    assert counted() == few
