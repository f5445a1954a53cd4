"""A live site with all content, for a real browser."""

from collections.abc import Iterator

import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.db import connections
from django.test import override_settings
from playwright.sync_api import Playwright
from pytest_django import DjangoDbBlocker
from pytest_django.live_server_helper import LiveServer

from portal.models import Edition
from portal.words import Role
from tests.conftest import fill


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


@pytest.fixture
def site(live_server: LiveServer, tidy_connections: None) -> str:
    """The address of the site, with all content and the demo users."""
    refill()
    with override_settings(DEBUG=True):  # demo users are for development only
        call_command("demo_users", verbosity=0)
    return str(live_server.url)
