"""The Atom feed: every change, and every last day that comes near."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time
from typing import Any

from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape
from django.utils.timezone import get_default_timezone, make_aware

from portal.news.changes import NewsItem
from portal.news.last_days import Reminder

MOST_ENTRIES = 100
TITLE = "Vejviser: hvad er nyt?"
# An address that is no page: the same entry keeps it, wherever the portal is moved.
TAG = "tag:vejviser,2026"
# What no XML may hold. Forms refuse it; what came another way must not end the feed for good.
_UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One thing that the feed tells."""

    tag: str
    at: datetime
    title: str
    text: str
    path: str


class NewsFeed(Atom1Feed):
    """Django would date an empty feed by the clock: it would be new at every visit."""

    newest: datetime

    def latest_post_date(self) -> datetime:
        return super().latest_post_date() if self.items else self.newest


def entries_of(changes: Iterable[NewsItem], reminders: Iterable[Reminder]) -> list[Entry]:
    """Changes and reminders as entries, the newest first, and not without end."""
    entries = [*map(_of_change, changes), *map(_of_reminder, reminders)]
    return sorted(entries, key=lambda each: (each.at, each.tag), reverse=True)[:MOST_ENTRIES]


def _of_change(change: NewsItem) -> Entry:
    return Entry(
        tag=f"{TAG}:udgave/{change.kind.value}/{change.slug}/{change.number}",
        at=change.at,
        title=f"{change.what.label.capitalize()}: {change.title} ({change.page.label})",
        text=" ".join(filter(None, [change.detail, change.reason])),
        path=reverse(change.page.value, args=[change.slug]),
    )


def _of_reminder(reminder: Reminder) -> Entry:
    last = reminder.last_day
    return Entry(
        tag=f"{TAG}:udloeb/{last.slug}/{last.end.value}/{last.day}/{reminder.days}",
        at=make_aware(datetime.combine(reminder.since, time.min), get_default_timezone()),
        title=f"{reminder.heading}: {last.title} (forsøg)",
        text=reminder.text,
        path=reverse("trial", args=[last.slug]),
    )


def atom(entries: list[Entry], *, site: str, path: str, newest: datetime) -> str:
    """The feed as Atom (RFC 4287); ``site`` is what addresses begin with."""
    about: dict[str, Any] = {"language": "da", "author_name": "Vejviser"}
    feed = NewsFeed(TITLE, f"{site}{reverse('news')}", "", feed_url=f"{site}{path}", **about)
    feed.newest = newest
    for each in entries:
        feed.add_item(
            _UNWRITABLE.sub(" ", each.title),
            f"{site}{each.path}",
            # What Django writes as HTML.
            escape(_UNWRITABLE.sub(" ", each.text)),
            unique_id=each.tag,
            pubdate=each.at,
            updateddate=each.at,
        )
    return feed.writeString("utf-8")
