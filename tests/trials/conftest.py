"""The trials' content, loaded as the portal loads it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import transaction
from pytest_django.plugin import DjangoDbBlocker

FIXTURES = (
    "01_municipalities.json",
    "02_sources.json",
    "03_target_groups.json",
    "04_trials.json",
)


def fixture_paths() -> list[Path]:
    return [settings.BASE_DIR / "fixtures" / name for name in FIXTURES]


def load_content() -> None:
    call_command("loaddata", *fixture_paths(), verbosity=0)


@pytest.fixture(scope="module")
def content(
    django_db_setup: None,  # noqa: ARG001 - a fixture cannot use usefixtures
    django_db_blocker: DjangoDbBlocker,
) -> Iterator[None]:
    """Municipalities, sources, target groups and trials, once for the tests of a module.

    The transaction is rolled back behind them; ask for ``db`` too in a test that writes.
    """
    with django_db_blocker.unblock(), transaction.atomic():
        load_content()
        yield
        transaction.set_rollback(True)
