"""Django's own loaddata, whose changes say in the trail where they come from."""

from collections.abc import Sequence
from typing import Any

from django.core.management.commands import loaddata

from portal.trail import acting

MOST_LETTERS = 250


class Command(loaddata.Command):
    """Load fixtures. Who ran it is the role of the database."""

    def loaddata(self, fixture_labels: Any) -> None:
        with acting(None, f"Indlæst med loaddata: {_named(fixture_labels)}"[:MOST_LETTERS]):
            super().loaddata(fixture_labels)


def _named(labels: Sequence[object]) -> str:
    """The files; of many only the first two, for every row that they hold says so."""
    names = [str(label).rpartition("/")[2] for label in labels]
    told = ", ".join(names[:2])
    return told if len(names) <= 2 else f"{told} og {len(names) - 2} til"
