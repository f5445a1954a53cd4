"""What the first page of the desk tells: what waits to be published, and what to look after."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from portal.desk.addresses import FOLDERS, publish_address, row_addresses
from portal.desk.lists import Shelf, todo_lists
from portal.desk.states import Standing, standings
from portal.models import Edition, Review
from portal.publication import desk_items
from portal.shelf import current_content
from portal.words import EditionKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """One thing that is not on the shelf as it stands on the desk."""

    standing: Standing
    desk_address: str
    publish_address: str


def start_context(*, on: date) -> dict[str, Any]:
    """The lists of the first page, on the day ``on``."""
    stamps = Edition.objects.newest().defer("document")
    shelf = Shelf(
        content=current_content(),
        editions={(EditionKind(each.kind), each.slug): each for each in stamps},
        reviews=Review.objects.latest_days(),
        addresses=row_addresses(),
    )
    return {"waiting": _waiting(shelf), "todo": todo_lists(shelf, on=on)}


def _waiting(shelf: Shelf) -> list[Waiting]:
    """What an editor can publish; the number of questions does not grow with that of the rows.

    Participation has no such page: it is published as it is recorded, or with everything else.
    """
    return [
        Waiting(
            standing=standing,
            desk_address=shelf.addresses[standing.kind, standing.slug],
            publish_address=publish_address(standing.kind, standing.slug),
        )
        for standing in standings(desk_items(), shelf.editions)
        if standing.kind in FOLDERS and standing.differs
    ]
