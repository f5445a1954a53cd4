"""Participation: what is recorded works at once, and only where the source is silent."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier

import pytest
from django.db import connection, transaction
from django.utils import timezone

from portal.models import Edition, User
from portal.publication import publish_all, publish_participation, withdraw
from portal.shelf import current_content
from portal.words import EditionKind
from tests.command import guidance, question
from tests.desk.forms import filled, saved
from tests.desk.recording import (
    AT_HOME,
    FIELD,
    IBBIS,
    LIST,
    NEXTWORK,
    OFFICE,
    QUESTION,
    delete,
    editions,
    page_of,
    record,
    verdict,
)
from tests.editions import changeable_editions
from tests.portal.pages import (
    GUIDANCE,
    article,
    ask,
    refused_at,
    text_of,
)
from trials.models import Municipality, Participation, Trial

pytestmark = pytest.mark.django_db


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


@pytest.mark.parametrize("again", ["everything", "another record"])
def test_a_municipality_that_is_renamed_has_its_new_name_when_it_is_published_again(
    administrator, again
):
    record(administrator)
    Municipality.objects.filter(code="0101").update(name="Hovedstaden")

    if again == "everything":
        publish_all(by=None, reason="Nyt navn")
    else:
        record(administrator, municipality="0751")

    named = {row["code"]: row["name"] for row in editions()[-1].document["municipalities"]}
    assert named["0101"] == "Hovedstaden"


def test_a_withdrawn_trial_takes_its_records_off_the_pages_with_it(administrator):
    row = record(administrator)
    withdraw(EditionKind.TRIAL, NEXTWORK, by=None, reason="Prøve", at=timezone.now())

    assert NEXTWORK not in current_content().trials
    assert administrator.get(LIST).status_code == 200
    assert administrator.get(page_of(row)).status_code == 200
    delete(administrator, row)


def elsewhere(work: Callable[[], None]) -> None:
    """Do the work on a connection of its own, where it is committed."""
    try:
        work()
    finally:
        connection.close()


@pytest.fixture
def committed() -> Iterator[None]:
    """Takes away what threads committed behind the test."""
    yield
    with ThreadPoolExecutor(1) as pool:
        pool.submit(elsewhere, forget).result()


def forget() -> None:
    Participation.objects.all().delete()
    with changeable_editions():
        Edition.objects.filter(kind=EditionKind.PARTICIPATION).delete()


def record_at_once(code: str, start: Barrier) -> None:
    with transaction.atomic():
        Participation.objects.create(
            trial=Trial.objects.get(slug=NEXTWORK),
            municipality=Municipality.objects.get(code=code),
            takes_part=True,
            stated_by=OFFICE,
            status="outside",
            known_on=date(2021, 12, 1),
        )
        start.wait(timeout=30)
        publish_participation(NEXTWORK, by=None, reason="Prøve", at=timezone.now())


@pytest.mark.slow
@pytest.mark.usefixtures("committed")
def test_two_who_record_at_the_same_moment_are_both_on_the_shelf():
    codes = ["0101", "0751", "0851", "0461"]
    start = Barrier(len(codes))
    with ThreadPoolExecutor(len(codes)) as pool:
        list(pool.map(lambda code: elsewhere(lambda: record_at_once(code, start)), codes))

    on_shelf = editions()[-1].document["municipalities"]
    assert sorted(row["code"] for row in on_shelf) == sorted(codes)
