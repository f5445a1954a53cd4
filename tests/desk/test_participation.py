"""Participation: what is recorded works at once, and only where the source is silent."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.contrib import admin
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from portal.models import Edition, User
from portal.publication import publish_all, withdraw
from portal.shelf import current_content
from portal.words import EditionKind, Role
from tests.command import guidance, question
from tests.desk.conftest import browser_of
from tests.desk.forms import Sheet, filled, said, said_at, saved
from tests.portal.pages import (
    GUIDANCE,
    IDENTITY_NUMBER,
    YOUNG,
    article,
    ask,
    refused_at,
    text_of,
)
from trials.models import Municipality, Participation, Trial

pytestmark = pytest.mark.django_db

NEXTWORK, IBBIS = "nextwork-praktik", "ibbis"
FIELD = f"participates_{NEXTWORK}"
LIST = "/skrivebord/trials/participation/"
ADD = f"{LIST}add/"
OFFICE = "jobcentrets ledelse"
QUESTION = "Deltager jeres kommune i forsøget"
# The README's example, without the answer to whether the municipality takes part.
AT_HOME = {name: value for name, value in YOUNG.items() if name != FIELD} | {
    "work_experience": "no"
}


def sheet(
    browser: Client, *, trial: str = NEXTWORK, municipality: str = "0101", **fields: str
) -> Sheet:
    told = {
        "trial": str(Trial.objects.get(slug=trial).pk),
        "municipality": str(Municipality.objects.get(code=municipality).pk),
        "takes_part": "True",
        "stated_by": OFFICE,
        "known_on": "01-12-2021",
        "status": "outside",
    }
    return filled(browser, ADD, form_id="^participation_form$", **{**told, **fields})


def record(browser: Client, **fields: str) -> Participation:
    response = sheet(browser, **fields).post()
    assert saved(response), said(response)
    return Participation.objects.latest("pk")


def page_of(row: Participation) -> str:
    return f"{LIST}{row.pk}/change/"


def delete(browser: Client, row: Participation) -> None:
    assert saved(browser.post(f"{LIST}{row.pk}/delete/", {"post": "yes"}))


def editions() -> list[Edition]:
    return list(Edition.objects.filter(kind=EditionKind.PARTICIPATION).order_by("number"))


def verdict(**profile: Any) -> dict[str, Any]:
    """The answer of the command line for a young citizen in København."""
    stated = {
        "age": 24,
        "benefit": "uddannelseshjaelp",
        "readiness": "uddannelsesparat",
        "work_experience": False,
        "municipality": "0101",
        **profile,
    }
    answer = guidance(question(stated, on="2021-12-01")).only
    (found,) = [trial for trial in answer["trials"] if trial["slug"] == NEXTWORK]
    return found | {"questions": [row["attribute"] for row in answer["questions"]]}


# --- What a record does -----------------------------------------------------------------------


# Line 78 of the newsletter: "de fire kommuner", without their names.
def test_a_caseworker_is_not_asked_where_it_is_recorded_and_gets_an_answer(administrator, portal):
    assert QUESTION in text_of(portal.get(GUIDANCE))
    record(administrator)

    form = portal.get(GUIDANCE).content.decode()
    assert FIELD not in form
    assert f"participates_{IBBIS}" in form  # nothing is recorded for that one

    answer = article(ask(portal, **AT_HOME), NEXTWORK)
    told = f"Det er registreret, at København deltager (oplyst af {OFFICE})."
    assert told in answer
    assert f"{OFFICE}, oplyst pr. 1. december 2021 (fra en anden kilde)" in answer


def test_recorded_as_taking_part_the_trial_applies(administrator):
    assert verdict()["answer"] == "undetermined"
    record(administrator)

    found = verdict()
    assert found["answer"] == "applies"
    assert f"participates:{NEXTWORK}" not in found["questions"]
    where = found["explanation"]["parts"][1]
    assert (where["answer"], where["reason"]) == ("yes", "participates")
    assert where["source"] == {
        "source": "",
        "title": OFFICE,
        "place": "oplyst pr. 1. december 2021",
        "status": "outside",
        "status_label": "fra en anden kilde",
        "note": "",
        "address": "",
    }


def test_recorded_as_not_taking_part_the_municipality_decides(administrator):
    record(administrator, takes_part="False")

    found = verdict()
    assert (found["answer"], found["deciding"]) == ("not_applies", ["municipality"])
    assert found["explanation"]["parts"][1]["reason"] == "does_not_participate"
    assert found["nearest_change"] == "Gælder kun i de kommuner, der deltager."


def test_another_municipality_is_still_asked_and_told_who_takes_part(administrator, portal):
    record(administrator)

    assert verdict(municipality="0751")["answer"] == "undetermined"
    assert f"participates:{NEXTWORK}" in verdict(municipality="0751")["questions"]
    refused = verdict(municipality="0751", participates={NEXTWORK: False})
    assert refused["nearest_change"].endswith("Det er registreret, at København deltager.")
    response = ask(portal, **AT_HOME | {"municipality": "0751"})
    assert f'name="{FIELD}"' in response.content.decode()


def test_without_a_municipality_it_is_one_of_the_questions(administrator):
    assert "municipality" not in verdict(municipality=None)["questions"]
    record(administrator)

    assert {"municipality", f"participates:{NEXTWORK}"} <= set(
        verdict(municipality=None)["questions"]
    )


# Row 18: what contradicts is refused, naming both fields.
@pytest.mark.parametrize(
    ("recorded", "stated", "told"),
    [("True", "no", "København deltager"), ("False", "yes", "København ikke deltager")],
)
def test_an_answer_against_the_record_is_refused_at_both_fields(
    administrator, portal, recorded, stated, told
):
    record(administrator, takes_part=recorded)

    response = ask(portal, **AT_HOME, **{FIELD: stated})
    for field in ("municipality", FIELD):
        refused_at(response, field, told)
        refused_at(response, field, "bed jeres administrator om at rette registreringen")


def test_an_answer_that_agrees_with_the_record_is_kept(administrator, portal):
    record(administrator)

    response = ask(portal, **AT_HOME, **{FIELD: "yes"})
    assert response.status_code == 200
    assert f'name="{FIELD}"' in response.content.decode()


def test_the_command_line_refuses_an_answer_against_the_record(administrator):
    record(administrator)

    run = guidance(question({"municipality": "0101", "participates": {NEXTWORK: False}}))
    assert run.code == 2
    assert "profile.municipality" in run.err
    assert f"profile.participates.{NEXTWORK}" in run.err


def test_a_page_from_before_the_record_is_still_read(administrator, portal, caplog):
    """The empty answer of an older form is no unknown field."""
    record(administrator)

    assert ask(portal, **AT_HOME, **{FIELD: ""}).status_code == 200
    assert "Ukendte felter" not in caplog.text


def test_deleting_the_record_asks_again(administrator, portal):
    delete(administrator, record(administrator))

    assert FIELD in portal.get(GUIDANCE).content.decode()
    assert verdict()["answer"] == "undetermined"


def test_a_list_that_is_complete_has_the_last_word(administrator):
    """The source may be found after the record was made; then it decides."""
    row = record(administrator)
    trial = Trial.objects.get(slug=NEXTWORK)
    trial.coverage, trial.municipality_count = "listed", None
    trial.save()
    trial.municipalities.set([Municipality.objects.get(code="0751")])
    publish_all(by=None, reason="Kilden er fundet", at=timezone.now())

    assert verdict()["explanation"]["parts"][1]["reason"] == "not_listed"
    delete(administrator, row)


# --- Editions ---------------------------------------------------------------------------------


def test_every_change_is_an_edition_that_says_what_was_done_and_by_whom(administrator):
    row = record(administrator)
    assert saved(
        filled(administrator, page_of(row), form_id="^participation_form$", takes_part="False")
        .post()
    )  # fmt: skip
    second = record(administrator, municipality="0751")
    delete(administrator, row)

    by = User.objects.get(username="prøve-administrator")
    assert {edition.published_by for edition in editions()} == {by}
    assert [(edition.number, edition.reason) for edition in editions()] == [
        (1, f"Registreret: København deltager, oplyst af {OFFICE} pr. 1. december 2021."),
        (2, f"Rettet: København deltager ikke, oplyst af {OFFICE} pr. 1. december 2021."),
        (3, f"Registreret: Aarhus deltager, oplyst af {OFFICE} pr. 1. december 2021."),
        (4, "Slettet: registreringen af København."),
    ]
    newest = editions()[-1]
    assert newest.slug == NEXTWORK
    assert newest.document["municipalities"] == [second.as_document()]


def test_a_record_changes_the_content_version_and_deleting_it_leaves_an_empty_list(administrator):
    before = current_content().version
    row = record(administrator)
    assert current_content().version != before

    delete(administrator, row)
    assert editions()[-1].document["municipalities"] == []


def test_publishing_everything_finds_nothing_more_to_publish(administrator):
    record(administrator)

    assert publish_all(by=None, reason="Igen", at=timezone.now()) == []


def test_publishing_everything_publishes_what_was_recorded_past_the_desk():
    Participation.objects.create(
        trial=Trial.objects.get(slug=NEXTWORK),
        municipality=Municipality.objects.get(code="0101"),
        takes_part=True,
        stated_by=OFFICE,
        status="outside",
        known_on=date(2021, 12, 1),
    )
    assert verdict()["answer"] == "undetermined"

    (made,) = publish_all(by=None, reason="Registreret i databasen", at=timezone.now())
    assert (made.kind, made.slug) == (EditionKind.PARTICIPATION, NEXTWORK)
    assert verdict()["answer"] == "applies"


def test_a_withdrawn_trial_takes_its_records_off_the_pages_with_it(administrator):
    row = record(administrator)
    withdraw(EditionKind.TRIAL, NEXTWORK, by=None, reason="Prøve", at=timezone.now())

    assert NEXTWORK not in current_content().trials
    assert administrator.get(LIST).status_code == 200
    assert administrator.get(page_of(row)).status_code == 200
    delete(administrator, row)


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
    """Users, participation, and the municipalities to choose among: nothing that editors write."""
    own = {"user", "participation", "municipality"}
    others = [model._meta for model in admin.site._registry if model._meta.model_name not in own]
    assert others

    for each in others:
        for page in ("changelist", "add"):
            address = reverse(f"admin:{each.app_label}_{each.model_name}_{page}")
            assert administrator.get(address, follow=True).status_code == 403, address
