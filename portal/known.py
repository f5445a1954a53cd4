"""Kendt den: the shelf as it was when a Danish day ended, and the addresses that ask for it."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from django.utils.timezone import get_default_timezone

from portal.models import Edition
from portal.shelf import Content, content_before, current_content
from portal.words import EditionKind
from trials.rules import danish_date

# The parameter of an address, and the day in it as Danes write it.
KNOWN, DAY = "kendt", "%d-%m-%Y"
STILL_TO_COME = "Dagen er ikke kommet endnu. Skriv i dag eller en dag før."
NOTHING_YET = "Intet er udgivet i Vejviser endnu."


class NotKnownError(ValueError):
    """A day whose shelf cannot be asked about, with the reason in Danish."""


def content_known_on(day: date, *, today: date) -> Content:
    """What was published when the day ended; for today, what is published now.

    NotKnownError for a day that is still to come, or on which nothing was published.
    """
    if day > today:
        raise NotKnownError(STILL_TO_COME)
    content = current_content() if day == today else content_before(_midnight_after(day))
    if content.is_empty:
        raise NotKnownError(_nothing_then(day))
    return replace(content, known_on=day)


def day_of(edition: Edition) -> date:
    """The day of an edition as the calendar in Denmark had it."""
    return edition.published_at.astimezone(get_default_timezone()).date()


def as_known(content: Content) -> str:
    """What an address ends with when it leads to the editions of the same day as the content."""
    return f"?{KNOWN}={content.known_on:{DAY}}" if content.known_on else ""


def _midnight_after(day: date) -> datetime:
    return datetime.combine(day + timedelta(days=1), time.min, tzinfo=get_default_timezone())


def _nothing_then(day: date) -> str:
    first = Edition.objects.first_of(EditionKind.MUNICIPALITIES)
    if first is None:
        return NOTHING_YET
    return (
        f"Den {danish_date(day)} var intet udgivet i Vejviser. Den første dag, man kan spørge om, "
        f"er den {danish_date(day_of(first))}."
    )
