"""The table of rights holds on every page: each address, role and method, from the resolver.

The roles and what they may do: reliability.md section 4, P9 and P10.
"""

from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import HttpResponse
from django.test import Client
from django.urls import URLResolver, path
from django.urls.resolvers import RegexPattern

from portal.models import User
from portal.rights import Access, Act, Page, met_by, page_named
from portal.urls import urlpatterns as pages
from portal.words import Role
from tests.portal.walk import NAMES, ROLES, address_of, browser_of, patterns, user_with

METHODS = ["GET", "PUT", "DELETE", "POST"]  # the last, for it may log out
STATUS = {Access.FORBIDDEN: 403, Access.HIDDEN: 404}


def uncovered(names: Any) -> list[str]:
    """The pages that are in no row of the table."""
    return [name for name in names if page_named(name) is None]


def test_every_address_of_the_site_is_in_the_table() -> None:
    assert len(NAMES) > 100
    assert uncovered(NAMES) == []


class WithNewPage:
    """The addresses of the site and one that nobody gave a row."""

    urlpatterns = [*pages, path("i-ingen-raekke/", HttpResponse, name="not_in_the_table")]


def test_an_address_without_a_row_is_found_by_the_walk() -> None:
    site = URLResolver(RegexPattern(r"^/"), WithNewPage.urlpatterns)
    names = [name for name, _ in patterns(site)]
    assert uncovered(names) == ["not_in_the_table"]


@pytest.mark.django_db
def test_an_address_without_a_row_is_there_for_nobody(settings: Any) -> None:
    settings.ROOT_URLCONF = WithNewPage
    for role in ROLES:
        assert browser_of(role).get("/i-ingen-raekke/").status_code == 404


@pytest.mark.walk
@pytest.mark.django_db
@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("name", NAMES)
def test_every_role_meets_on_every_page_what_the_table_says(name: str, role: str) -> None:
    page, address, user = page_named(name), address_of(name), user_with(role)
    assert page
    browser = browser_of(role, user)
    for method in METHODS:
        response = browser.generic(method, address)
        told = f"{role}: {method} {address} gave {response.status_code}"
        met = meets(user, page, method)
        if met is Access.ALLOWED and method == "POST" and name.endswith("_delete"):
            continue  # it depends on the row: see the tests of the desk
        if met is Access.LOGIN:
            assert response.status_code == 302, told
            assert response["Location"].startswith("/log-ind/?next="), told
        elif met is Access.ALLOWED:
            assert response.status_code not in {403, 500}, told
            assert (response.status_code == 405) is (method not in page.methods), told
        else:
            assert response.status_code == STATUS[met], told


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["trial_list", "trial", "search", "timeline"])
def test_a_stranger_logs_in_first_where_the_libraries_are_not_public(
    client: Client, settings: Any, name: str
) -> None:
    settings.LIBRARY_IS_PUBLIC = False
    address = address_of(name)
    assert client.get(address)["Location"] == f"/log-ind/?next={address}"


def meets(user: User | None, page: Page, method: str) -> Access:
    """What the table says: the first thing that the user may not do, if there is any."""
    met = [met_by(user or AnonymousUser(), act) for act in page.acts(method)]
    return next((each for each in met if each is not Access.ALLOWED), Access.ALLOWED)


@pytest.mark.django_db
def test_whoever_has_no_role_keeps_what_everyone_has() -> None:
    nobody = User.objects.create(username="uden-rolle")
    assert met_by(nobody, Act.LIBRARY) is Access.ALLOWED
    assert met_by(nobody, Act.GUIDE) is Access.FORBIDDEN
    assert met_by(nobody, Act.DRAFTS) is Access.HIDDEN


@pytest.mark.django_db
@pytest.mark.parametrize("role", [Role.EDITOR, Role.PUBLISHER])
def test_a_right_that_is_taken_away_is_gone_at_the_next_request(role: Role) -> None:
    user = user_with(role)
    assert user
    browser = browser_of(role, user)
    assert browser.get("/skrivebord/trials/trial/").status_code == 200

    user.groups.clear()
    assert browser.get("/skrivebord/trials/trial/").status_code == 404
    user.is_active = False
    user.save()
    assert browser.get("/skrivebord/trials/trial/").status_code == 302
