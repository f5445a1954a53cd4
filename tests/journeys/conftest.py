"""A live site with all content, for a real browser."""

from collections.abc import Iterator

import pytest
from django.conf import settings
from django.contrib.auth.models import Group
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.db import connections
from django.test import Client, override_settings
from playwright.sync_api import Playwright, StorageState, StorageStateCookie, expect
from pytest_django import DjangoDbBlocker
from pytest_django.live_server_helper import LiveServer

from portal.management.commands.demo_users import ROLES
from portal.models import Edition, User
from portal.words import Role
from tests.conftest import fill

# A slow machine is no fault of the page.
expect.set_options(timeout=20_000)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Function]) -> None:
    """Whoever visits the site needs its database."""
    for item in items:
        if "site" in item.fixturenames:
            item.add_marker(pytest.mark.django_db)


def make_roles() -> None:
    """What a migration made, and a live server empties after each test."""
    for role in Role:
        Group.objects.get_or_create(name=role.value)


def refill() -> None:
    """Put back all that a live server empties after each test."""
    make_roles()
    if not Edition.objects.exists():
        fill()


@pytest.fixture(scope="module", autouse=True)
def refilled(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """All content for the tests that come after the journeys, whatever their order is."""
    yield
    with django_db_blocker.unblock():
        refill()


@pytest.fixture(scope="session")
def tidy_connections(playwright: Playwright) -> Iterator[None]:
    """Close what was opened while Playwright's event loop ran.

    Django keeps connections apart by event loop: once the loop is gone, so is the way to close
    them, and the test database cannot be removed.
    """
    yield
    connections.close_all()


@pytest.fixture(scope="module")
def site(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, tidy_connections: None
) -> Iterator[str]:
    """The address of a site with all content and the demo users, for journeys that only read.

    Nothing is emptied between the tests of a module, as it is with pytest-django's own fixture.
    """
    server = LiveServer("localhost")
    with django_db_blocker.unblock():
        with override_settings(DEBUG=True):  # demo users are for development only
            call_command("demo_users", verbosity=0)
        yield server.url
        server.stop()
        Session.objects.all().delete()
        User.objects.filter(username__in=ROLES).delete()


@pytest.fixture(scope="module")
def known(site: str) -> StorageState:
    """What a browser keeps of the caseworker who has logged in: for journeys that begin there.

    Whoever logs out again must have logged in on the page: this one is for all tests of a module.
    """
    client = Client()
    client.force_login(User.objects.get(username="sagsbehandler"))
    cookie = client.cookies[settings.SESSION_COOKIE_NAME]
    kept: StorageStateCookie = {
        "name": cookie.key,
        "value": cookie.value,
        "domain": "localhost",
        "path": "/",
        "expires": -1,
        "httpOnly": True,
        "secure": False,
    }
    return {"cookies": [kept], "origins": []}
