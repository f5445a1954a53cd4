"""What the first page of the desk tells: what waits to be published, and what to look after."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings

from portal.desk.addresses import FOLDERS, row_addresses
from portal.desk.lists import Shelf, todo_lists
from portal.desk.states import Standing, standings, submissions
from portal.desk.ways import Way, steps
from portal.models import Edition, Review
from portal.publication import desk_items
from portal.shelf import current_content
from portal.words import EditionKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """One thing that is not on the shelf as it stands on the desk."""

    standing: Standing
    desk_address: str
    steps: tuple[Way, ...]


def start_context(*, on: date, reader: Any) -> dict[str, Any]:
    """The lists of the first page for the reader, on the day ``on``."""
    stamps = Edition.objects.newest().defer("document")
    shelf = Shelf(
        content=current_content(),
        editions={(EditionKind(each.kind), each.slug): each for each in stamps},
        reviews=Review.objects.latest_days(),
        addresses=row_addresses(),
    )
    return {
        "four_eyes": settings.FOUR_EYES,
        "waiting": _waiting(shelf, reader),
        "todo": todo_lists(shelf, on=on),
    }


def _waiting(shelf: Shelf, reader: Any) -> list[Waiting]:
    """What can be sent or published, what is sent first; the questions do not grow with the rows.

    Participation has no such page: it is published as it is recorded, or with everything else.
    """
    found = standings(desk_items(), shelf.editions, sent=submissions())
    return [
        Waiting(
            standing=standing,
            desk_address=shelf.addresses[standing.kind, standing.slug],
            steps=steps(standing, reader),
        )
        for standing in sorted(found, key=lambda each: not each.is_sent)
        if standing.kind in FOLDERS and standing.waits
    ]
