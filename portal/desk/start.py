"""What the first page of the desk tells: what waits to be published, and what to look after."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings

from portal.desk.addresses import FOLDERS, row_addresses
from portal.desk.lists import Shelf, todo_lists
from portal.desk.states import Standing, standings, submissions
from portal.desk.ways import Way, steps
from portal.models import Edition, Review, User
from portal.publication import desk_items
from portal.shelf import current_content
from portal.trail import written_by
from portal.turns import one_moment
from portal.words import EditionKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """One thing that is not on the shelf as it stands on the desk."""

    standing: Standing
    desk_address: str
    steps: tuple[Way, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingList:
    """What waits for the same; ``name`` is what an address on the page may lead to."""

    name: str
    heading: str
    rows: list[Waiting]


def start_context(*, on: date, reader: Any) -> dict[str, Any]:
    """The lists of the first page for the reader, on the day ``on``; all of one moment."""
    with one_moment():
        stamps = Edition.objects.newest().defer("document")
        shelf = Shelf(
            content=current_content(),
            editions={(EditionKind(each.kind), each.slug): each for each in stamps},
            reviews=Review.objects.latest_days(),
            addresses=row_addresses(),
        )
        waiting, todo = _lists(_waiting(shelf, reader), reader), todo_lists(shelf, on=on)
        # That there is nothing is worth knowing, and no more than a line.
        return {
            "four_eyes": settings.FOUR_EYES,
            "waiting": waiting,
            "none_waiting": [each.heading for each in waiting if not each.rows],
            "todo": todo,
            "nothing_to_do": [each.heading for each in todo if not each.count],
        }


def _lists(waiting: list[Waiting], reader: Any) -> list[WaitingList]:
    """What waits, in the order in which it is taken up; nothing stands in two lists."""
    mine = written_by(reader) if isinstance(reader, User) else set()
    sent = [row for row in waiting if row.standing.is_sent]
    unsent = [row for row in waiting if not row.standing.is_sent]
    own = [row for row in unsent if (row.standing.kind, row.standing.slug) in mine]
    others = [row for row in unsent if row not in own]
    return [
        WaitingList(name="godkendes", heading="Venter på godkendelse", rows=sent),
        WaitingList(name="mine", heading="Mine kladder og ændringer", rows=own),
        WaitingList(name="andres", heading="Andre kladder og ændringer", rows=others),
    ]


def _waiting(shelf: Shelf, reader: Any) -> list[Waiting]:
    """What can be sent or published; the questions do not grow with the rows.

    Participation has no such page: it is published as it is recorded, or with everything else.
    """
    found = standings(desk_items(), shelf.editions, sent=submissions())
    return [
        Waiting(
            standing=standing,
            desk_address=shelf.addresses[standing.kind, standing.slug],
            steps=steps(standing, reader),
        )
        for standing in found
        if standing.kind in FOLDERS and standing.waits
    ]
