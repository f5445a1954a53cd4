"""The mail to one user: what is new of what they follow, and which last days are near.

What was told is remembered in the transaction that sends: when the mail fails, it is told again at
the next run. Should the database fail after the mail is sent, it is told twice rather than never.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.core.mail import EmailMessage
from django.db import transaction
from django.db.models.functions import Greatest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.timezone import localdate

from portal.models import Told, User, Watch
from portal.news.changes import EVIDENCE, Chronicle, NewsItem
from portal.news.last_days import Reminder, nearest, reminders
from portal.news.selection import Selection
from portal.shelf import Content
from portal.words import ChangeKind, EditionKind, WatchKind, Word

SUBJECT = "Vejviser: nyt om det, du følger"


class Section(Word):
    """The headings of the mail, in their order."""

    NEW = "new", "Kommet til"
    EXTENDED = "extended", "Forlænget"
    REVERTED = "reverted", "Ført tilbage"
    SOON = "soon", "Udløber snart"
    OVER = "over", "Udløbet eller ikke længere sikkert"
    WITHDRAWN = "withdrawn", "Trukket tilbage"
    CHANGED = "changed", "Ændret"
    EVIDENCE = "evidence", "Viden om det, du følger"


class MailOutcome(Word):
    """What came of one user's mail."""

    SENT = "sent", "sendt"
    NOTHING = "nothing", "intet nyt"
    NO_ADDRESS = "no-address", "uden mailadresse"
    FAILED = "failed", "mislykkedes"


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """What there is to tell anybody on the day."""

    content: Content
    chronicle: Chronicle
    on: date
    site: str

    @property
    def newest(self) -> int:
        return self.chronicle.newest.key if self.chronicle.newest else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One thing in the mail."""

    section: Section
    title: str
    text: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Digest:
    """Everything that one user is told this time."""

    user: User
    changes: list[NewsItem]
    reminders: list[Reminder]

    @property
    def is_empty(self) -> bool:
        return not (self.changes or self.reminders)

    def body(self, site: str) -> str:
        """The mail as plain text."""
        items = [*_items(self, site)]
        parts = {each.label: [row for row in items if row.section is each] for each in Section}
        told = {label: rows for label, rows in parts.items() if rows}
        context = {"sections": told, "stop": site + reverse("following"), "user": self.user}
        return render_to_string("watches/digest.txt", context)


def digest_of(user: User, watches: Sequence[Watch], news: News) -> Digest:
    """What is new to the user of all that they follow, each thing once."""
    wanted = [(watch, _selection(watch, news.content)) for watch in watches]
    told = {(row.trial, row.day, row.days) for row in Told.objects.filter(user=user)}
    return Digest(
        user=user,
        changes=[
            change
            for change in news.chronicle.changes
            if any(change.key > watch.told_to and want.wants(change) for watch, want in wanted)
        ],
        reminders=[
            each
            for each in nearest(reminders(news.content, on=news.on))
            if (each.last_day.slug, each.last_day.day, each.days) not in told
            and any(_concerns(each, *row) for row in wanted)
        ],
    )


def tell(key: int, news: News) -> MailOutcome:
    """Send the user's mail, and remember what it told, both or neither. OSError when it fails."""
    with transaction.atomic():
        user = User.objects.get(pk=key)
        watches = list(Watch.objects.by(user).select_for_update())
        digest = digest_of(user, watches, news)
        if not user.email:
            return MailOutcome.NO_ADDRESS
        _remember(digest, news)
        if digest.is_empty:
            return MailOutcome.NOTHING
        EmailMessage(SUBJECT, digest.body(news.site), to=[user.email]).send()
        return MailOutcome.SENT


def preview(key: int, news: News) -> tuple[MailOutcome, str]:
    """What ``tell`` would do and send; nothing is sent, and nothing remembered."""
    user = User.objects.get(pk=key)
    digest = digest_of(user, list(Watch.objects.by(user)), news)
    if not user.email:
        return MailOutcome.NO_ADDRESS, ""
    if digest.is_empty:
        return MailOutcome.NOTHING, ""
    return MailOutcome.SENT, digest.body(news.site)


def _remember(digest: Digest, news: News) -> None:
    Watch.objects.by(digest.user).update(told_to=Greatest("told_to", news.newest))
    Told.objects.bulk_create(
        Told(user=digest.user, trial=row.last_day.slug, day=row.last_day.day, days=row.days)
        for row in digest.reminders
    )


def _selection(watch: Watch, content: Content) -> Selection:
    is_trial = watch.kind == WatchKind.TRIAL
    return Selection(
        content=content,
        trial=watch.code if is_trial else "",
        municipality="" if is_trial else watch.code,
    )


def _concerns(reminder: Reminder, watch: Watch, wanted: Selection) -> bool:
    """Whether to remind of it; not of what was over before the user began to follow it."""
    is_old = reminder.is_over and reminder.last_day.day < localdate(watch.since)
    return not is_old and wanted.wants_day(reminder.last_day)


def _items(digest: Digest, site: str) -> Iterator[Item]:
    for change in digest.changes:
        yield Item(
            section=_section(change),
            title=f"{change.title} ({change.page.label})",
            text=" ".join(filter(None, [_done(change), change.detail, change.reason])),
            address=site + reverse(change.page.value, args=[change.slug]),
        )
    for reminder in digest.reminders:
        yield Item(
            section=Section.OVER if reminder.is_over else Section.SOON,
            title=f"{reminder.last_day.title} (forsøg)",
            text=reminder.text,
            address=site + reverse("trial", args=[reminder.last_day.slug]),
        )


def _done(change: NewsItem) -> str:
    return f"{change.what.label.capitalize()}."


def _section(change: NewsItem) -> Section:
    if change.kind in EVIDENCE or change.kind is EditionKind.PROGRAMME:
        return Section.EVIDENCE
    return {
        ChangeKind.NEW: Section.NEW,
        ChangeKind.RETURNED: Section.NEW,
        ChangeKind.EXTENDED: Section.EXTENDED,
        ChangeKind.REVERTED: Section.REVERTED,
        ChangeKind.WITHDRAWN: Section.WITHDRAWN,
    }.get(change.what, Section.CHANGED)
