"""Administrators give users their roles and stop them; nobody else does."""

import pytest
from django.contrib.auth.models import Group
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from portal.models import User
from portal.words import Role
from tests.desk.anna import ADD, ANNA, PASSWORD, USERS, invite, open_page, page_of
from tests.desk.conftest import browser_of
from tests.desk.forms import said, said_at, saved
from tests.portal.pages import GUIDANCE, text_of
from trials.models import Municipality

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.fixture
def anna(administrator: Client) -> User:
    """Invited as a caseworker, without a password yet."""
    assert saved(invite(administrator))
    return User.objects.get(username="anna")


@pytest.fixture
def at_work(anna: User) -> Client:
    """Anna's own browser, where she is logged in."""
    browser = Client()
    browser.force_login(anna)
    return browser


# --- Roles and access -------------------------------------------------------------------------


def test_a_user_has_exactly_one_role(administrator, anna):
    anna.groups.add(Group.objects.get(name=Role.EDITOR))

    assert saved(open_page(administrator, anna, role=Role.PUBLISHER.value).post())
    assert [group.name for group in anna.groups.all()] == [Role.PUBLISHER]


def test_a_new_role_works_at_the_next_request(administrator, anna, at_work):
    def sources() -> int:
        return at_work.get("/skrivebord/trials/source/", follow=True).status_code

    assert sources() == 404
    open_page(administrator, anna, role=Role.EDITOR.value).post()
    assert sources() == 200
    open_page(administrator, anna, role=Role.CASEWORKER.value).post()
    assert sources() == 404


def test_a_stopped_user_is_out_at_the_next_request_and_can_come_back(
    administrator, anna, at_work, client
):
    anna.set_password(PASSWORD)
    anna.save()
    at_work.force_login(anna)
    assert at_work.get(GUIDANCE).status_code == 200

    sheet = open_page(administrator, anna)
    del sheet["is_active"]
    assert saved(sheet.post())
    assert at_work.get(GUIDANCE).status_code == 302
    assert not client.login(username="anna", password=PASSWORD)

    assert saved(open_page(administrator, anna, is_active="on").post())
    assert client.login(username="anna", password=PASSWORD)


def test_a_new_home_municipality_is_filled_in_at_the_next_request(administrator, anna, at_work):
    aarhus = Municipality.objects.get(name="Aarhus")
    open_page(administrator, anna, home_municipality=str(aarhus.pk)).post()

    assert '<option value="0751" selected>' in at_work.get(GUIDANCE).content.decode()


def test_administrators_cannot_change_their_own_role_or_close_their_own_access(administrator):
    own = User.objects.get(username="prøve-administrator")
    sheet = open_page(administrator, own, email="a@kommune.example", role=Role.EDITOR.value)
    del sheet["is_active"]
    response = sheet.post()

    assert "Du kan ikke ændre din egen rolle" in said_at(response, "role")
    assert "Du kan ikke lukke din egen adgang" in said_at(response, "is_active")
    assert administrator.get(USERS).status_code == 200


def test_administrators_may_change_the_rest_of_their_own_page(administrator):
    own = User.objects.get(username="prøve-administrator")

    assert saved(open_page(administrator, own, email="a@kommune.example").post())


def test_a_superuser_has_no_role_to_choose_and_may_save_all_the_same(anna):
    rod = User.objects.create_superuser("rod", "rod@kommune.example", PASSWORD)
    browser = Client()
    browser.force_login(rod)

    assert saved(open_page(browser, rod, first_name="Rod").post())
    assert not rod.groups.exists()
    assert saved(open_page(browser, anna, role=Role.EDITOR.value).post())


def test_two_administrators_cannot_overwrite_each_other_unseen(administrator, anna):
    first, second = open_page(administrator, anna), open_page(administrator, anna)
    assert saved(first.post(role=Role.EDITOR.value, _save="1"))

    response = second.post(last_name="Prøve", _save="1")
    assert any("En anden har gemt" in message for message in said(response))


def test_nobody_deletes_a_user(administrator, anna):
    root = Client()
    root.force_login(User.objects.create_superuser("rod", "rod@kommune.example", PASSWORD))

    for browser in (administrator, root):
        assert browser.post(f"{USERS}{anna.pk}/delete/", {"post": "yes"}).status_code == 403
        chosen = {"action": "delete_selected", "_selected_action": anna.pk, "post": "yes"}
        browser.post(USERS, chosen)
    assert User.objects.filter(pk=anna.pk).exists()


# --- Who may ----------------------------------------------------------------------------------


@pytest.mark.parametrize("role", [Role.CASEWORKER, Role.EDITOR, Role.PUBLISHER])
def test_no_other_role_opens_the_users(role):
    browser = browser_of(role)
    own = User.objects.get(username=f"prøve-{role}")

    for address in (USERS, ADD, page_of(own), f"{USERS}{own.pk}/history/"):
        assert browser.get(address, follow=True).status_code == 403, address
        assert browser.post(address, ANNA, follow=True).status_code == 403, address
    assert not User.objects.filter(username="anna").exists()


def test_a_stranger_is_asked_to_log_in(client):
    assert client.get(USERS)["Location"] == f"/log-ind/?next={USERS}"


def test_the_list_shows_finds_and_filters(administrator, anna):
    Municipality.objects.get(name="Aarhus").users.add(anna)

    listed = administrator.get(USERS)
    assert "anna" in text_of(listed)
    assert "sagsbehandler" in text_of(listed)
    assert "Aarhus" in text_of(listed)
    for query, found in (
        ("q=anna", True),
        ("q=ukendt", False),
        ("rolle=sagsbehandler", True),
        ("rolle=redaktør", False),
        ("is_active__exact=0", False),
    ):
        rows = administrator.get(f"{USERS}?{query}").content.decode()
        assert (page_of(anna) in rows) is found, query


@pytest.mark.slow
def test_the_list_takes_a_fixed_number_of_queries(administrator):
    def counted() -> int:
        with CaptureQueriesContext(connection) as queries:
            administrator.get(USERS)
        return len(queries)

    few = counted()
    for number in range(20):
        user = User.objects.create(username=f"bruger-{number}")
        user.groups.add(Group.objects.get(name=Role.EDITOR))
        Municipality.objects.get(name="Aarhus").users.add(user)
    assert counted() == few
