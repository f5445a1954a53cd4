"""What every test may ask for."""

import gc
import os
import shutil
from collections.abc import Iterator
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.db import connection
from django.test import Client, override_settings
from django.utils import timezone
from pytest_django import DjangoDbBlocker

from portal.content import load_fixtures
from portal.models import User
from portal.publication import publish_all
from portal.words import Role
from trials.models import Municipality

# Playwright runs an event loop of its own, and Django's live server needs the database beside it.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

OTHER_SESSIONS_END = """
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid()
"""

# Quiet, without a sandbox of its own (a container has none to give), and without calling home.
CHROMIUM_ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def pytest_collection_finish() -> None:
    """What is loaded now stays: looking through it again and again is a sixth of the time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """The system's Chromium; Playwright's own is never downloaded."""
    chromium = shutil.which("chromium")
    if chromium is None:
        pytest.fail("Chromium is missing: install it, or leave the tests out with -m 'not browser'")
    return {
        **browser_type_launch_args,
        "executable_path": chromium,
        "args": CHROMIUM_ARGUMENTS,
    }


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    """Every window is a Danish one."""
    return {**browser_context_args, "locale": "da-DK", "timezone_id": "Europe/Copenhagen"}


@pytest.fixture(scope="session", autouse=True)
def quick_passwords() -> Iterator[None]:
    """Making a password is slow on purpose; here it would be half the time of many a test."""
    with override_settings(PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"]):
        yield


def fill() -> None:
    """All fixtures on the desk, and all of it on the shelf, as ``make run`` leaves them."""
    load_fixtures()
    publish_all(by=None, reason="Til prøve", at=timezone.now())


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """The test database holds all content, once; what a test changes is undone after it."""
    # There is no test database unless a test that is collected is marked with django_db.
    if not connection.settings_dict["NAME"].startswith("test_"):
        pytest.fail("Mark the test with django_db: it would fill the database of the checkout.")
    with django_db_blocker.unblock():
        fill()
    yield
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        # A request that a closed browser left behind would keep the database from being dropped.
        cursor.execute(OTHER_SESSIONS_END)


@pytest.fixture
def caseworker(db: None) -> User:
    """A caseworker at home in København."""
    user = User.objects.create_user(
        "sanne", password="prøve-adgang-1", home_municipality=Municipality.objects.get(code="0101")
    )
    user.groups.add(Group.objects.get(name=Role.CASEWORKER))
    return user


@pytest.fixture
def portal(caseworker: User) -> Client:
    """A browser without JavaScript, logged in as the caseworker."""
    client = Client()
    client.force_login(caseworker)
    return client
