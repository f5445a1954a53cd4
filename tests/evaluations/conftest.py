"""The evidence as it comes with the project."""

import pytest
from django.conf import settings

FILES = sorted((settings.BASE_DIR / "fixtures").glob("*.json"))


@pytest.fixture
def content(db: None) -> None:
    """All content on the desk: ``tests/conftest.py`` has filled the database."""
