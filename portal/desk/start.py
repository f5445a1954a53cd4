"""What the first page of the desk tells: what waits to be published, and what is about to end."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.conf import settings

from portal.desk.addresses import FOLDERS, public_address, row_addresses
from portal.desk.states import Standing, standings, submissions
from portal.desk.ways import Way, steps
from portal.models import Edition
from portal.publication import desk_items
from portal.shelf import PublishedTrial, current_content
from portal.words import EditionKind
from trials.rules import danish_date

SOON = timedelta(days=120)
MOST_ENDED = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """One thing that is not on the shelf as it stands on the desk."""

    standing: Standing
    desk_address: str
    steps: tuple[Way, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """A published trial whose last period ends soon, or has ended."""

    title: str
    public_address: str
    text: str


def start_context(*, on: date, reader: Any) -> dict[str, Any]:
    """The lists of the first page for the reader, on the day ``on``."""
    told = {"four_eyes": settings.FOUR_EYES}
    return {**told, "waiting": _waiting(reader), "ending": _ending(on)}


def _waiting(reader: Any) -> list[Waiting]:
    """What can be sent or published, what is sent first; the questions do not grow with the rows.

    Participation has no such page: it is published as it is recorded, or with everything else.
    """
    stamps = Edition.objects.newest().defer("document")
    shelf = {(EditionKind(each.kind), each.slug): each for each in stamps}
    addresses = row_addresses()
    found = standings(desk_items(), shelf, sent=submissions())
    return [
        Waiting(
            standing=standing,
            desk_address=addresses[standing.kind, standing.slug],
            steps=steps(standing, reader),
        )
        for standing in sorted(found, key=lambda each: not each.is_sent)
        if standing.kind in FOLDERS and standing.waits
    ]


def _ending(on: date) -> list[Ending]:
    """Those that end within four months, the first to end first, and then those ended last."""
    ends = [
        (end, trial) for trial in current_content().trials.values() if (end := _last_day(trial))
    ]
    soon = sorted((row for row in ends if on <= row[0] <= on + SOON), key=_by_day)
    ended = sorted((row for row in ends if row[0] < on), key=_by_day, reverse=True)
    return [_told(*row, on=on) for row in [*soon, *ended[:MOST_ENDED]]]


def _last_day(trial: PublishedTrial) -> date | None:
    """The last day that the trial may be in force; None when no last day is known or set."""
    ends = [period.end.latest for period in trial.rule.periods]
    return max((end for end in ends if end), default=None) if all(ends) else None


def _by_day(row: tuple[date, PublishedTrial]) -> tuple[date, str]:
    return row[0], row[1].rule.slug


def _told(end: date, trial: PublishedTrial, *, on: date) -> Ending:
    verb = "Udløb" if end < on else "Udløber"
    document = trial.document
    return Ending(
        title=document["title"],
        public_address=public_address(EditionKind.TRIAL, document["slug"]),
        text=f"{verb} senest den {danish_date(end)}",
    )
