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


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
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
    changes: tuple[Change, ...]
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
) -> Iterator[Change]:
    before = _former(stamps)
    later = [
        each
        for each in stamps
        if each.at != opened and each.kind != EditionKind.MUNICIPALITIES and _is_known(each, trials)
    ]
    keys = {each.key for each in later} | {
        former.key for each in later if (former := before.get(each.key))
    }
    documents = Edition.objects.documents(keys)
    for each in later:
        yield _change(each, before.get(each.key), documents, trials)


def _is_known(stamp: Stamp, trials: dict[str, Stamp]) -> bool:
    """Records of a trial that was never published have no page to stand on."""
    return stamp.kind != EditionKind.PARTICIPATION or stamp.slug in trials


def _former(stamps: list[Stamp]) -> dict[int, Stamp]:
    """The edition before each, by the key of the later one."""
    newest: dict[tuple[str, str], Stamp] = {}
    found = {}
    for each in stamps:
        if former := newest.get((each.kind, each.slug)):
            found[each.key] = former
        newest[each.kind, each.slug] = each
    return found


def _change(
    stamp: Stamp, former: Stamp | None, documents: dict[int, Document], trials: dict[str, Stamp]
) -> Change:
    kind, document = EditionKind(stamp.kind), documents[stamp.key]
    is_trial, is_record = kind is EditionKind.TRIAL, kind is EditionKind.PARTICIPATION
    what = _what(stamp, former, documents)
    periods = rule_from(document).periods if what is ChangeKind.EXTENDED else ()
    return Change(
        key=stamp.key,
        at=stamp.at,
        kind=kind,
        slug=stamp.slug,
        number=stamp.number,
        title=trials[stamp.slug].title if is_record else stamp.title,
        what=what,
        reason=stamp.reason,
        detail=f"{max(periods, key=_reach).requirement}." if periods else "",
        trials=_named(document, "trials") | ({stamp.slug} if is_trial or is_record else set()),
        programmes=_programmes(kind, document),
        evaluations=frozenset(row["evaluation"] for row in document.get("supports", ())),
        area=rule_from(document).area if is_trial else None,
    )


def _what(stamp: Stamp, former: Stamp | None, documents: dict[int, Document]) -> ChangeKind:
    """What the edition did, beside the one before it."""
    if stamp.withdrawn:
        return ChangeKind.WITHDRAWN
    if stamp.kind == EditionKind.PARTICIPATION:
        return ChangeKind.RECORDED
    if former is None:
        return ChangeKind.NEW
    if former.withdrawn:
        return ChangeKind.RETURNED
    return _changed(stamp, former, documents)


def _changed(stamp: Stamp, former: Stamp, documents: dict[int, Document]) -> ChangeKind:
    """What came of a thing that was there, and is."""
    if stamp.kind in EVIDENCE:
        return ChangeKind.EVIDENCE
    if stamp.kind != EditionKind.TRIAL:
        return ChangeKind.CHANGED
    before, after = (rule_from(documents[each.key]).periods for each in (former, stamp))
    return ChangeKind.EXTENDED if is_extended(before, after) else ChangeKind.CHANGED


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


def trials_of(change: Change, content: Content) -> frozenset[str]:
    """The trials that the change is about, through programmes and evaluations too."""
    studies = [content.evaluations[each].document for each in change.evaluations
               if each in content.evaluations]  # fmt: skip
    programmes = change.programmes.union(*(_named(each, "programmes") for each in studies))
    named = [content.programmes[each] for each in programmes if each in content.programmes]
    return change.trials.union(*(_named(each, "trials") for each in [*studies, *named]))
