"""Many editors at one row at the same moment: every edit is there, or was refused (P12).

Real threads and real transactions: the views are the only thing that keeps them apart.
"""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.db import connections
from django.test import Client
from pytest_django import DjangoDbBlocker

from portal.models import User
from portal.words import Role
from tests.desk.forms import Sheet, filled, said, saved, sheet_of
from tests.journeys.conftest import refill
from trials.models import Source

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]

EDITORS = 8
EDITS = 6


@pytest.fixture(scope="module", autouse=True)
def refilled(django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """All content for the tests that come after these, which empty the database behind them."""
    yield
    with django_db_blocker.unblock():
        refill()


@pytest.fixture
def address() -> str:
    """The page of one source."""
    for role in Role:
        Group.objects.get_or_create(name=role.value)
    source = Source.objects.create(slug="samtidig", title="Samtidig", kind="rapport")
    return f"/skrivebord/trials/source/{source.pk}/change/"


def browser(number: int) -> Client:
    user = User.objects.create(username=f"redaktør-{number}")
    user.groups.add(Group.objects.get(name=Role.EDITOR))
    client = Client()
    client.force_login(user)
    return client


def attempts(number: int, address: str) -> tuple[list[str], int]:
    """What one editor got saved, a line for each edit, and how often another was in the way."""
    taken, refused = [], 0
    try:
        client = browser(number)
        for edit in range(EDITS):
            line = f"redaktør {number}, linje {edit}"
            sheet = filled(client, address)
            response = write(sheet, line, in_a_row=bool(edit % 2))
            if saved(response):
                taken.append(line)
            else:
                assert any("En anden har gemt" in text for text in said(response))
                assert line in response.content.decode(), "what was typed is shown again"
                refused += 1
    finally:
        connections.close_all()
    return taken, refused


def write(sheet: Sheet, line: str, *, in_a_row: bool) -> Any:
    """Add a line to the note of the source, or a place to its rows."""
    if in_a_row:
        sheet.row("citations", place=line, status="stated")
        return sheet.post()
    return sheet.post(note=f"{sheet['note']}\n{line}")


def test_every_edit_is_present_or_was_refused(address: str) -> None:
    with ThreadPoolExecutor(EDITORS) as pool:
        results = list(pool.map(lambda number: attempts(number, address), range(EDITORS)))

    source = Source.objects.get(slug="samtidig")
    places = set(source.citations.values_list("place", flat=True))
    stored = places | {line for line in source.note.split("\n") if line}
    taken = [line for lines, _ in results for line in lines]
    refused = sum(count for _, count in results)
    assert len(taken) + refused == EDITORS * EDITS
    assert stored == set(taken), "nothing is lost, and nothing is there that was refused"
    assert refused > 0, "the editors met, or the test proves nothing"


def test_an_edit_that_is_repeated_gets_through_in_the_end(address: str) -> None:
    def insist(number: int) -> str:
        try:
            client, line = browser(number), f"redaktør {number}"
            sheet = filled(client, address)
            sheet.row("citations", place=line, status="stated")
            response = sheet.post()
            while not saved(response):
                response = sheet_of(response, client, address).post()
        finally:
            connections.close_all()
        return line

    with ThreadPoolExecutor(EDITORS) as pool:
        lines = set(pool.map(insist, range(EDITORS)))
    places = Source.objects.get(slug="samtidig").citations.values_list("place", flat=True)
    assert set(places) == lines


@pytest.mark.usefixtures("address")  # which makes the roles
def test_two_who_add_the_same_at_once_make_one() -> None:
    def add(number: int) -> int:
        try:
            client = browser(number)
            sheet = filled(client, "/skrivebord/trials/source/add/", title="Ens", kind="rapport")
            return int(sheet.post().status_code)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(EDITORS) as pool:
        statuses = list(pool.map(add, range(EDITORS)))
    assert sorted(statuses) == [200] * (EDITORS - 1) + [302]
    assert Source.objects.filter(slug="ens").count() == 1


@pytest.mark.usefixtures("address")
def test_a_bulk_action_outside_a_transaction_is_no_failure() -> None:
    """Only a page that is saved holds its row: a list is posted without a transaction."""
    client = browser(1)
    source = Source.objects.get(slug="samtidig")
    chosen = {"action": "delete_selected", "_selected_action": str(source.pk)}
    assert client.post("/skrivebord/trials/source/?q=Samtidig", chosen).status_code in {200, 302}
