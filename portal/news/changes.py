"""What has changed, told by the editions alone.

The first publication of all opened the portal: everything was new, so nothing of it is news. What
came later is: each edition is one change.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Any, NamedTuple

from portal.models import Edition
from portal.shelf import Content, Document
from portal.words import ChangeKind, EditionKind
from trials.rules import Area, Period, rule_from

EVIDENCE = (EditionKind.EVALUATION, EditionKind.RECOMMENDATION)


class Stamp(NamedTuple):
    """An edition without its document."""

    key: int
    kind: str
    slug: str
    number: int
    title: str
    withdrawn: bool
    at: datetime
    reason: str
    content_hash: str


class Before(NamedTuple):
    """What an edition came after; ``same_as`` is the last earlier one that says just the same."""

    former: Stamp | None
    same_as: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsItem:
    """En ændring: one edition, and what it did to the thing that it is an edition of.

    ``trials``, ``programmes`` and ``evaluations`` are what it names. ``area`` is that of a trial.
    """

    key: int
    at: datetime
    kind: EditionKind
    slug: str
    number: int
    title: str
    what: ChangeKind
    reason: str
    detail: str = ""
    trials: frozenset[str] = frozenset()
    programmes: frozenset[str] = frozenset()
    evaluations: frozenset[str] = frozenset()
    area: Area | None = None

    @property
    def page(self) -> EditionKind:
        """The kind of page that shows it: what is recorded of a trial stands on the trial's."""
        return EditionKind.TRIAL if self.kind is EditionKind.PARTICIPATION else self.kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Chronicle:
    """All changes, the newest first; the newest edition of each trial, and of all things.

    ``opened`` is when the first things were published: None before that.
    """

    opened: datetime | None
    changes: tuple[NewsItem, ...]
    trials: dict[str, Stamp]
    newest: Stamp | None


def chronicle() -> Chronicle:
    """The changes up to now; one query, and two when something is published since the last."""
    return _chronicle(Edition.objects.stamps())


@lru_cache(maxsize=2)
def _chronicle(rows: tuple[tuple[Any, ...], ...]) -> Chronicle:
    stamps = [Stamp(*row) for row in rows]
    opened = stamps[0].at if stamps else None
    trials = {each.slug: each for each in stamps if each.kind == EditionKind.TRIAL}
    return Chronicle(
        opened=opened,
        changes=tuple(reversed(list(_changes(stamps, opened, trials)))),
        trials=trials,
        newest=stamps[-1] if stamps else None,
    )


def _changes(
    stamps: list[Stamp], opened: datetime | None, trials: dict[str, Stamp]
) -> Iterator[NewsItem]:
    before = _before(stamps)
    later = [
        each
        for each in stamps
        if each.at != opened and each.kind != EditionKind.MUNICIPALITIES and _is_known(each, trials)
    ]
    keys = {each.key for each in later} | {
        former.key for each in later if (former := before[each.key].former)
    }
    documents = Edition.objects.documents(keys)
    for each in later:
        yield _change(each, before[each.key], documents, trials)


def _is_known(stamp: Stamp, trials: dict[str, Stamp]) -> bool:
    """Records of a trial that was never published have no page to stand on."""
    return stamp.kind != EditionKind.PARTICIPATION or stamp.slug in trials


def _before(stamps: list[Stamp]) -> dict[int, Before]:
    """What came before each edition, by its key. A withdrawal says nothing to go back to."""
    newest: dict[tuple[str, str], Stamp] = {}
    said: dict[tuple[str, str, str], int] = {}
    found = {}
    for each in stamps:
        thing = (each.kind, each.slug)
        says = (*thing, each.content_hash)
        found[each.key] = Before(former=newest.get(thing), same_as=said.get(says))
        newest[thing] = each
        if not each.withdrawn:
            said[says] = each.number
    return found


def _change(
    stamp: Stamp, before: Before, documents: dict[int, Document], trials: dict[str, Stamp]
) -> NewsItem:
    kind, document = EditionKind(stamp.kind), documents[stamp.key]
    is_trial, is_record = kind is EditionKind.TRIAL, kind is EditionKind.PARTICIPATION
    what = _what(stamp, before, documents)
    return NewsItem(
        key=stamp.key,
        at=stamp.at,
        kind=kind,
        slug=stamp.slug,
        number=stamp.number,
        title=trials[stamp.slug].title if is_record else stamp.title,
        what=what,
        reason=stamp.reason,
        detail=" ".join(_detail(what, stamp, before, documents)),
        trials=_named(document, "trials") | ({stamp.slug} if is_trial or is_record else set()),
        programmes=_programmes(kind, document),
        evaluations=frozenset(row["evaluation"] for row in document.get("supports", ())),
        area=rule_from(document).area if is_trial else None,
    )


def _what(stamp: Stamp, before: Before, documents: dict[int, Document]) -> ChangeKind:
    """What the edition did, beside those before it."""
    if stamp.withdrawn:
        return ChangeKind.WITHDRAWN
    if stamp.kind == EditionKind.PARTICIPATION:
        return ChangeKind.RECORDED
    if before.former is None:
        return ChangeKind.NEW
    if before.former.withdrawn:
        return ChangeKind.RETURNED
    # Whether it was undone or written back by hand, this is what it came to.
    if before.same_as:
        return ChangeKind.REVERTED
    return _changed(stamp, before.former, documents)


def _changed(stamp: Stamp, former: Stamp, documents: dict[int, Document]) -> ChangeKind:
    """What came of a thing that was there, and is."""
    if stamp.kind in EVIDENCE:
        return ChangeKind.EVIDENCE
    if stamp.kind != EditionKind.TRIAL:
        return ChangeKind.CHANGED
    old, new = (rule_from(documents[each.key]).periods for each in (former, stamp))
    return ChangeKind.EXTENDED if is_extended(old, new) else ChangeKind.CHANGED


def _detail(
    what: ChangeKind, stamp: Stamp, before: Before, documents: dict[int, Document]
) -> Iterator[str]:
    """What nobody should have to look up: which edition it is back at, and a moved last day."""
    if what is ChangeKind.REVERTED:
        yield f"Siden siger igen det samme som i udgave {before.same_as}."
    is_told = what in {ChangeKind.EXTENDED, ChangeKind.CHANGED, ChangeKind.REVERTED}
    if not (is_told and before.former and stamp.kind == EditionKind.TRIAL):
        return
    old, new = (rule_from(documents[each.key]).periods for each in (before.former, stamp))
    if what is ChangeKind.EXTENDED:
        yield f"{_last(new).requirement}."
    elif old and new and _ends(old) != _ends(new):
        now = "igen" if what is ChangeKind.REVERTED else "nu"
        yield f"Forsøget løber {now} {_last(new).until}."
        yield f"I udgave {before.former.number} stod: {_last(old).until}."


def is_extended(before: tuple[Period, ...], after: tuple[Period, ...]) -> bool:
    """Whether a later period was added, or the last end moved later."""
    if not before or not after:
        return False
    if len(after) > len(before) and _start(after[-1]) > _start(before[-1]):
        return True
    return any(new > old for new, old in zip(_ends(after), _ends(before), strict=True))


def _ends(periods: tuple[Period, ...]) -> tuple[date, date]:
    """The last sure and the last possible end; an end that is not set is the last of all."""
    reaches = [_reach(each) for each in periods]
    return max(sure for sure, _ in reaches), max(latest for _, latest in reaches)


def _reach(period: Period) -> tuple[date, date]:
    if period.open_ended:
        return date.max, date.max
    sure = period.end.earliest or date.min
    return sure, period.end.latest or sure


def _last(periods: tuple[Period, ...]) -> Period:
    return max(periods, key=_reach)


def _start(period: Period) -> date:
    return period.start.latest or period.start.earliest or date.min


def _programmes(kind: EditionKind, document: Document) -> frozenset[str]:
    if kind is EditionKind.PROGRAMME:
        return frozenset({document["slug"]})
    if kind is EditionKind.RECOMMENDATION:
        return frozenset({document["programme"]["slug"]} if document["programme"] else ())
    return _named(document, "programmes")


def _named(document: Document, part: str) -> frozenset[str]:
    return frozenset(row["slug"] for row in document.get(part, ()))


def trials_of(change: NewsItem, content: Content) -> frozenset[str]:
    """The trials that the change is about, through programmes and evaluations too."""
    studies = [content.evaluations[each].document for each in change.evaluations
               if each in content.evaluations]  # fmt: skip
    programmes = change.programmes.union(*(_named(each, "programmes") for each in studies))
    named = [content.programmes[each] for each in programmes if each in content.programmes]
    return change.trials.union(*(_named(each, "trials") for each in [*studies, *named]))
