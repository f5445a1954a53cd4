"""Participation: what is recorded works at once, and only where the source is silent."""

import pytest
from django.utils import timezone

from portal.publication import publish_all
from tests.command import guidance, question
from tests.desk.recording import (
    AT_HOME,
    FIELD,
    IBBIS,
    NEXTWORK,
    OFFICE,
    QUESTION,
    delete,
    record,
    verdict,
)
from tests.portal.pages import (
    GUIDANCE,
    article,
    ask,
    refused_at,
    text_of,
)
from trials.models import Municipality, Trial

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


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


def test_the_page_of_the_trial_shows_what_is_recorded_and_who_said_it(administrator, client):
    page = f"/forsoeg/{NEXTWORK}/"
    assert "Registreret:" not in text_of(client.get(page))
    record(administrator)
    record(administrator, municipality="0751", takes_part="False")

    told = text_of(client.get(page))
    assert f"Registreret: København deltager. Kilde: {OFFICE}, oplyst pr. 1. december 2021" in told
    assert "Registreret: Aarhus deltager ikke. Kilde:" in told


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
    trial.examples.all().delete()  # they know the coverage as it was
    publish_all(by=None, reason="Kilden er fundet", at=timezone.now())

    assert verdict()["explanation"]["parts"][1]["reason"] == "not_listed"
    delete(administrator, row)
