"""The calendar: every last day of a trial as an event of a whole day."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from django.urls import reverse
from icalendar import Calendar, Event, vDuration

from portal.news.changes import Stamp
from portal.news.last_days import End, LastDay

NAME = "Vejviser: sidste dage for forsøg"
REFRESH = timedelta(days=1)


def calendar_of(last_days: Iterable[LastDay], *, site: str, editions: dict[str, Stamp]) -> bytes:
    """The days as iCalendar (RFC 5545), each dated by the newest edition of its trial."""
    calendar = Calendar()
    calendar.add("prodid", "-//Vejviser//Sidste dage//DA")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", NAME)
    calendar.add("refresh-interval", vDuration(REFRESH), parameters={"VALUE": "DURATION"})
    for each in last_days:
        edition = editions[each.slug]
        calendar.add_component(_event(each, site=site, number=edition.number, at=edition.at))
    return calendar.to_ical()


def _event(last_day: LastDay, *, site: str, number: int, at: datetime) -> Event:
    """An extension moves the event: it is the end of the same chain, so it keeps its UID."""
    kind = "sikker" if last_day.end is End.SURE else "sidste"
    is_sure = last_day.end is End.EXACT
    unsure = "" if is_sure else " (usikker)"
    label = "Sidste mulige dag" if last_day.end is End.POSSIBLE else last_day.end.label.capitalize()
    event = Event()
    event.add("uid", f"{last_day.slug}.{last_day.chain}.{kind}@vejviser")
    event.add("dtstamp", at.astimezone(UTC))
    event.add("last-modified", at.astimezone(UTC))
    event.add("sequence", number)
    event.add("dtstart", last_day.day)
    event.add("dtend", last_day.day + timedelta(days=1))
    event.add("summary", f"{label}{unsure}: {last_day.title}")
    event.add("description", last_day.text)
    event.add("url", site + reverse("trial", args=[last_day.slug]))
    event.add("transp", "TRANSPARENT")
    event.add("status", "CONFIRMED" if is_sure else "TENTATIVE")
    return event
