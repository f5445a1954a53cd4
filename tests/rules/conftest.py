"""The published content, read once: the rules that the trials' own tests ask."""

import pytest
from pytest_django import DjangoDbBlocker

from portal.shelf import Content, current_content


@pytest.fixture(scope="session")
def published(
    django_db_setup: None,
    django_db_blocker: DjangoDbBlocker,
) -> Content:
    """All content as it stands on the shelf. It is only read, so one reading serves every test."""
    with django_db_blocker.unblock():
        return current_content()
