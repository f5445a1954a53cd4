"""Participation on the shelf: every change of a record is an edition of its own."""

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
from tests.desk.forms import filled, saved
from tests.desk.recording import (
    LIST,
    NEXTWORK,
    OFFICE,
    delete,
    editions,
    page_of,
    record,
    verdict,
)
from tests.editions import changeable_editions
from trials.models import Municipality, Participation, Trial

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


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
