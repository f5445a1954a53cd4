"""What is to be looked after, as lists on the first page of the desk: the first ten of each.

Everything is read once and told several times: the number of questions is fixed. What is published
is read from editions, and where to write it from the rows of the desk. No address is ever fetched:
whether one can be right is seen by its form alone.
"""

from calendar import monthrange
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.urls import reverse
from django.utils.timezone import localdate

from portal.desk.addresses import list_address, list_title, review_address
from portal.desk.ways import Way
from portal.kinds import MODELS
from portal.models import Edition, Report, Review
from portal.publication import Key
from portal.shelf import Content
from portal.validity import Ending, expired, expiring
from portal.words import EditionKind
from trials.models import Citation, Source
from trials.rules import ClaimStatus, address_fault, capitalised, danish_date

FIRST = 10
NEAR, NEARER = 90, 30
EVER = 366 * 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One thing to look after; ``review_address`` is where it is marked as looked over."""

    title: str
    address: str
    text: str = ""
    review_address: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Todo:
    """One list: how many there are, the first of them, and the ways to them all."""

    name: str
    heading: str
    count: int
    rows: tuple[Row, ...]
    ways: tuple[Way, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """What the lists are about: the content, its newest editions, reviews, and desk addresses."""

    content: Content
    editions: Mapping[Key, Edition]
    reviews: Mapping[tuple[str, str], Review]
    addresses: Mapping[Key, str]

    def looked_at(self, key: Key) -> date:
        """The last day on which somebody published it or looked it over."""
        days = [localdate(self.editions[key].published_at)]
        if review := self.reviews.get(key):
            days.append(localdate(review.at))
        return max(days)


def todo_lists(shelf: Shelf, *, on: date) -> list[Todo]:
    """All lists, also those that are empty: that there is nothing is worth knowing."""
    soon = expiring(shelf.content, on=on, days=NEAR)
    nearer = [each for each in soon if _days_left(each, on) <= NEARER]
    later = [each for each in soon if each not in nearer]
    return [
        _published("udloeber-30", f"Udløber inden for {NEARER} dage", shelf, _ends(nearer)),
        _published("udloeber-90", f"Udløber om {NEARER + 1} til {NEAR} dage", shelf, _ends(later)),
        _published(
            "udloebet",
            "Udløbet og ikke gennemgået siden",
            shelf,
            _not_reviewed(shelf, on),
            may_review=True,
        ),
        _published(
            "gennemgang",
            f"Ikke udgivet eller gennemgået i {settings.REVIEW_MONTHS} måneder",
            shelf,
            _review_due(shelf, on),
            may_review=True,
        ),
        *_of_the_desk(),
    ]


# --- What is published ------------------------------------------------------------------------

Told = Iterable[tuple[Key, str]]


def _published(
    name: str, heading: str, shelf: Shelf, told: Told, *, may_review: bool = False
) -> Todo:
    found = list(told)
    return Todo(
        name=name,
        heading=heading,
        count=len(found),
        rows=tuple(
            Row(
                title=shelf.editions[key].title,
                address=shelf.addresses.get(key, ""),
                text=text,
                review_address=review_address(*key) if may_review else "",
            )
            for key, text in found[:FIRST]
        ),
        ways=tuple(_ways([key for key, _ in found])),
    )


def _ways(keys: list[Key]) -> Iterator[Way]:
    """To the list of each kind, showing these alone."""
    for kind in MODELS:
        slugs = [slug for each, slug in keys if each is kind]
        if slugs:
            yield Way(
                page="",
                text=f"{capitalised(list_title(kind))} ({len(slugs)})",
                address=_chosen(list_address(kind), slugs),
            )


def _chosen(address: str, slugs: Iterable[str]) -> str:
    return f"{address}?udvalg={','.join(slugs)}"


def _ends(endings: Iterable[Ending]) -> Told:
    for each in endings:
        day = each.sure or each.latest
        word = "dag" if each.sure == each.latest else "sikre dag" if each.sure else "mulige dag"
        yield _key(each), f"Sidste {word} er den {danish_date(day)}." if day else ""


def _not_reviewed(shelf: Shelf, on: date) -> Told:
    """What has expired since anybody published it or looked it over."""
    for each in expired(shelf.content, on=on, days=EVER):
        if each.latest and shelf.looked_at(_key(each)) <= each.latest:
            yield _key(each), f"Udløb senest den {danish_date(each.latest)}."


def _review_due(shelf: Shelf, on: date) -> Told:
    """The longest neglected first."""
    limit = months_before(on, settings.REVIEW_MONTHS)
    keys = [key for key, each in shelf.editions.items() if key[0] in MODELS and not each.withdrawn]
    due = sorted((day, key) for key in keys if (day := shelf.looked_at(key)) <= limit)
    for day, key in due:
        yield key, f"Senest den {danish_date(day)}."


def months_before(day: date, months: int) -> date:
    """The same day so many months before, or the last day of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _key(ending: Ending) -> Key:
    return EditionKind.TRIAL, ending.trial.rule.slug


def _days_left(ending: Ending, on: date) -> int:
    return ((ending.sure or ending.latest or on) - on).days


# --- What is on the desk ----------------------------------------------------------------------


def _of_the_desk() -> Iterator[Todo]:
    sources = list(Source.objects.all())
    page = "admin:trials_source_changelist"
    undated = [_source(each) for each in sources if each.published is None]
    yield _listed("uden-dato", "Kilder uden dato", undated, reverse(page, query={"dag": "mangler"}))
    faulty = [(each, fault) for each in sources if (fault := _fault(each))]
    yield _listed(
        "adresser",
        "Adresser, der ikke kan følges (set på formen)",
        [_source(each, fault) for each, fault in faulty],
        _chosen(reverse(page), [each.slug for each, _ in faulty]),
    )
    inferred = [_citation(each) for each in Citation.objects.inferred()]
    yield _listed(
        "udledt",
        "Udledt af kilden og ikke bekræftet",
        inferred,
        reverse("admin:trials_citation_changelist", query={"status__exact": ClaimStatus.INFERRED}),
    )
    reports = [_report(each) for each in Report.objects.waiting()]
    yield _listed(
        "meldinger",
        "Fejlmeldinger, der venter på svar",
        reports,
        reverse("admin:portal_report_changelist", query={"stand": "venter"}),
    )


def _listed(name: str, heading: str, rows: list[Row], address: str) -> Todo:
    ways = (Way(page="", text="Se dem alle", address=address),) if rows else ()
    return Todo(name=name, heading=heading, count=len(rows), rows=tuple(rows[:FIRST]), ways=ways)


def _fault(source: Source) -> str:
    """What is wrong with the form of the addresses that readers are sent to."""
    faults = (address_fault(each) for each in (source.address, source.eli) if each)
    return next(filter(None, faults), "")


def _source(source: Source, text: str = "") -> Row:
    address = reverse("admin:trials_source_change", args=[source.pk])
    return Row(title=source.title, address=address, text=text)


def _citation(citation: Citation) -> Row:
    address = reverse("admin:trials_citation_change", args=[citation.pk])
    return Row(title=str(citation), address=address, text=citation.note)


def _report(report: Report) -> Row:
    address = reverse("admin:portal_report_change", args=[report.pk])
    return Row(title=str(report), address=address, text=report.text)
