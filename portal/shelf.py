"""What is on the shelf now: the documents of the current editions, and the rules in them.

Built once per content version in each process; every request asks for the version, which is one
query, and a second one fetches the documents when the version is new.
"""

from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from portal.hashes import hash_of
from portal.models import Edition, EditionQuerySet
from portal.words import EditionKind
from trials.rules import Group, Rule, group_from, rule_from

Document = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedTrial:
    """A trial on the shelf: its document, and the rule that the engine reads from it."""

    document: Document
    rule: Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedEvidence:
    """An evaluation or a recommendation on the shelf, with its own target groups."""

    document: Document
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """Everything that is published, by slug, under one version.

    ``known_on`` is the earlier day whose shelf this was asked for as; None for the shelf now.
    """

    version: str
    municipalities: dict[str, str]
    trials: dict[str, PublishedTrial]
    programmes: dict[str, Document]
    evaluations: dict[str, PublishedEvidence]
    recommendations: dict[str, PublishedEvidence]
    known_on: date | None = None

    @property
    def is_empty(self) -> bool:
        return not self.municipalities


def current_content() -> Content:
    """The content of the shelf now, from memory when its version is known."""
    return _current(_stamps(Edition.objects.newest()))


def content_before(moment: datetime) -> Content:
    """The content of the shelf just before the moment; empty before the first publication."""
    return _earlier(_stamps(Edition.objects.before(moment).newest()))


def content_of(version: str) -> Content | None:
    """The content that had the version; None when the shelf never held it.

    Editions are never changed, so the shelf of any moment can be put together again.
    """
    shelf: dict[tuple[str, str], tuple[int, str]] = {}
    for row in Edition.objects.in_turn():
        shelf.pop((row.kind, row.slug), None)
        if not row.withdrawn:
            shelf[row.kind, row.slug] = (row.pk, row.content_hash)
        stamps = tuple(shelf.values())
        if _version(stamps) == version:
            return _earlier(stamps)
    return None


Stamps = tuple[tuple[int, str], ...]


def _version(stamps: Stamps) -> str:
    return hash_of(sorted(digest for _, digest in stamps))


def _stamps(newest: EditionQuerySet) -> Stamps:
    rows = newest.only("pk", "content_hash", "withdrawn")
    return tuple((row.pk, row.content_hash) for row in rows if not row.withdrawn)


def _content(stamps: Stamps) -> Content:
    editions = Edition.objects.filter(pk__in=[pk for pk, _ in stamps])
    documents = {(edition.kind, edition.slug): edition.document for edition in editions}
    return build_content(_by_kind(documents), version=_version(stamps))


def content_with(kind: EditionKind, document: Document) -> Content:
    """The content as it would be with the document on the shelf; it has no version.

    KeyError or ValueError when a draft cannot be read as a rule or as a target group.
    """
    newest = [edition for edition in Edition.objects.newest() if not edition.withdrawn]
    documents = {(edition.kind, edition.slug): edition.document for edition in newest}
    return build_content(_by_kind(documents | {(kind, document["slug"]): document}), version="")


def _by_kind(documents: dict[tuple[str, str], Document]) -> dict[str, list[Document]]:
    """Sorted here and not by the database: the answer is the same under every collation."""
    by_kind: dict[str, list[Document]] = {kind.value: [] for kind in EditionKind}
    for (kind, _), document in sorted(documents.items(), key=lambda row: row[0][1]):
        by_kind[kind].append(document)
    return by_kind


# Apart, so that whoever looks back does not push out what everyone else is reading.
_current = lru_cache(maxsize=2)(_content)
_earlier = lru_cache(maxsize=8)(_content)


def build_content(by_kind: dict[str, list[Document]], *, version: str) -> Content:
    """The content that the documents make, by their kind."""
    recorded = {
        document["slug"]: document["municipalities"]
        for document in by_kind[EditionKind.PARTICIPATION]
    }
    return Content(
        version=version,
        municipalities={
            row["code"]: row["name"]
            for document in by_kind[EditionKind.MUNICIPALITIES]
            for row in document["municipalities"]
        },
        trials={
            document["slug"]: PublishedTrial(
                document=document, rule=rule_from(document, recorded.get(document["slug"], ()))
            )
            for document in by_kind[EditionKind.TRIAL]
        },
        programmes={row["slug"]: row for row in by_kind[EditionKind.PROGRAMME]},
        evaluations={
            document["slug"]: PublishedEvidence(document=document, groups=_groups(document))
            for document in by_kind[EditionKind.EVALUATION]
        },
        recommendations={
            document["slug"]: PublishedEvidence(document=document, groups=_groups(document))
            for document in by_kind[EditionKind.RECOMMENDATION]
        },
    )


def _groups(document: Document) -> tuple[Group, ...]:
    return tuple(group_from(row) for row in document["target_groups"])
