"""The content that comes with the project: the fixture files, in the order of their numbers."""

from django.conf import settings
from django.core.management import call_command


def load_fixtures() -> None:
    """Put every fixture file on the desk, all or nothing."""
    files = sorted((settings.BASE_DIR / "fixtures").glob("*.json"))
    call_command("loaddata", *files, verbosity=0)
