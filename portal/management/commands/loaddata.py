"""Django's own loaddata, whose changes say in the trail where they come from."""

from typing import Any

from django.core.management.commands import loaddata

from portal.trail import acting

MOST_LETTERS = 250


class Command(loaddata.Command):
    """Load fixtures. Who ran it is the role of the database."""

    def loaddata(self, fixture_labels: Any) -> None:
        names = ", ".join(str(label).rpartition("/")[2] for label in fixture_labels)
        with acting(None, f"Indlæst med loaddata: {names}"[:MOST_LETTERS]):
            super().loaddata(fixture_labels)
