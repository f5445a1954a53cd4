"""The content that comes with the project: the fixture files, in the order of their numbers."""

from django.conf import settings
from django.core.management import call_command


def load_fixtures() -> None:
    """Put every fixture file on the desk, all or nothing; they build on each other in order."""
    files = sorted(settings.FIXTURE_DIRS[0].glob("*.json"))
    call_command("loaddata", *files, verbosity=0)
