"""The one place that writes editions: from the rows of the desk to the documents of the shelf."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any

from portal.four_eyes import OwnChangeError, own_changes
from portal.gate import NotReadyError, Reference, missing, references
from portal.hashes import hash_of
from portal.kinds import MODELS
from portal.models import Edition, Submission, User
from portal.retrieval.index import put_in_index
from portal.turns import our_turn
from portal.words import EditionKind, SubmissionOutcome
from trials.models import Municipality, Participation

MUNICIPALITIES_SLUG = "kommuner"


class ChangedError(Exception):
    """What would be published is not what the publisher has seen."""


Item = tuple[EditionKind, dict[str, Any]]
Key = tuple[EditionKind, str]
Shelf = Mapping[Key, Edition]


def publish_all(*, by: User | None, reason: str, at: datetime | None = None) -> list[Edition]:
    """Publish everything on the desk that differs from the shelf; the editions that it made."""
    return publish_together(desk_items(), by=by, reason=reason, at=at)


def publish(
    kind: EditionKind,
    document: dict[str, Any],
    *,
    by: User | None,
    reason: str,
    at: datetime | None = None,
) -> Edition | None:
    """Put the document on the shelf as a new edition, or None when it is there already."""
    return next(iter(publish_together([(kind, document)], by=by, reason=reason, at=at)), None)


def publish_together(
    items: Iterable[Item],
    *,
    by: User | None,
    reason: str,
    at: datetime | None = None,
    seen: str = "",
) -> list[Edition]:
    """Publish what differs from the shelf, all or nothing: NotReadyError names what is missing.

    OwnChangeError names what ``by`` changed last, and nobody else has looked at; the command line,
    where it is None, is for those who run the portal. ChangedError when it is not what was
    ``seen``, if that is given: a digest of what differs.

    The items are read when it is our turn, so that all of them are of one moment. ``at`` is that
    moment by the database's clock, unless it is given.
    """
    with our_turn() as now:
        shelf = shelf_now()
        changed = [(kind, document) for kind, document in items if differs(kind, document, shelf)]
        if seen and changed and hash_of(changed) != seen:
            raise ChangedError
        _refuse_own(changed, by)
        _refuse_unready(changed, shelf)
        told = {"published_at": at or now, "published_by": by, "reason": reason}
        made = [
            _put(kind, document, shelf.get((kind, document["slug"])), **told)
            for kind, document in changed
        ]
        put_in_index(made)
        published = {(edition.kind, edition.slug) for edition in made}
        Submission.objects.among(published).close(SubmissionOutcome.PUBLISHED, by=by)
        return made


def publish_participation(
    trial: str, *, by: User | None, reason: str, at: datetime | None = None
) -> list[Edition]:
    """Put on the shelf what is recorded of the municipalities of the trial with the slug.

    The rows are read when it is our turn: a colleague may be recording another municipality.
    """
    items = ((EditionKind.PARTICIPATION, _participation(slug)) for slug in [trial])
    return publish_together(items, by=by, reason=reason, at=at)


def withdraw(
    kind: EditionKind, slug: str, *, by: User | None, reason: str, at: datetime | None = None
) -> Edition:
    """Take the thing off the shelf by an edition that says so. LookupError if it is not there."""
    with our_turn() as now:
        newest = Edition.objects.newest().filter(kind=kind, slug=slug).first()
        if newest is None or newest.withdrawn:
            raise LookupError(f"{kind} {slug}")
        told = {"published_at": at or now, "published_by": by, "reason": reason}
        made = _put(kind, newest.document, newest, withdrawn=True, **told)
        put_in_index([made])
        return made


def restore(
    kind: EditionKind,
    slug: str,
    *,
    by: User | None,
    reason: str,
    seen: int,
    at: datetime | None = None,
) -> Edition:
    """Undo: what the newest edition took the place of goes on the shelf again, as a new edition.

    The desk keeps its rows. ChangedError when the newest is another than was ``seen``, LookupError
    when there is nothing to go back to, NotReadyError as when anything is published.
    """
    with our_turn() as now:
        newest, former = newest_and_former(kind, slug)
        if newest is None or former is None:
            raise LookupError(f"{kind} {slug}")
        if newest.number != seen:
            raise ChangedError
        _refuse_unready([(kind, former.document)], shelf_now())
        told = {"published_at": at or now, "published_by": by, "reason": reason}
        made = _put(kind, former.document, newest, **told)
        put_in_index([made])
        return made


def newest_and_former(kind: EditionKind, slug: str) -> tuple[Edition | None, Edition | None]:
    """The newest edition of the thing, and the one to go back to; one withdrawn is not that."""
    newest, former = [*Edition.objects.last_two(kind, slug), None, None][:2]
    return newest, None if former is None or former.withdrawn else former


def shelf_now() -> dict[Key, Edition]:
    """The newest edition of each thing, withdrawn or not."""
    return {(EditionKind(each.kind), each.slug): each for each in Edition.objects.newest()}


def unready(items: Iterable[Item], shelf: Shelf) -> dict[Key, list[str]]:
    """What each of the items lacks if they are published together; nothing for what is ready."""
    documents = {(kind, document["slug"]): document for kind, document in items}
    there = {key: each.document for key, each in shelf.items() if not each.withdrawn} | documents
    found = {
        (kind, slug): [
            *missing(kind, document),
            *_unpublished(kind, document, there),
            *_still_needed(kind, document, there),
        ]
        for (kind, slug), document in documents.items()
    }
    return {key: lacks for key, lacks in found.items() if lacks}


def differs(kind: EditionKind, document: dict[str, Any], shelf: Shelf) -> bool:
    """Whether the document is not what the shelf holds now."""
    newest = shelf.get((kind, document["slug"]))
    return newest is None or newest.withdrawn or newest.content_hash != hash_of(document)


def desk_items(kind: EditionKind | None = None, **chosen: Any) -> Iterator[Item]:
    """The documents that the rows of the desk make now: all, of a kind, or those chosen of it."""
    together = chosen in ({}, {"slug": MUNICIPALITIES_SLUG})
    if kind in (None, EditionKind.MUNICIPALITIES) and together:
        yield EditionKind.MUNICIPALITIES, _municipalities()
    for each, model in MODELS.items():
        if kind in (None, each):
            for row in model.objects.for_publication().filter(**chosen):
                yield each, row.as_document()
    if kind is None:
        for trial in _trials_with_participation():
            yield EditionKind.PARTICIPATION, _participation(trial)


def _municipalities() -> dict[str, Any]:
    rows = [row.as_document() for row in Municipality.objects.all()]
    return {"slug": MUNICIPALITIES_SLUG, "title": "Danmarks kommuner", "municipalities": rows}


def _trials_with_participation() -> list[str]:
    """The slugs of the trials for which something is recorded, or was."""
    recorded = Participation.objects.values_list("trial__slug", flat=True)
    shelved = Edition.objects.filter(kind=EditionKind.PARTICIPATION).values_list("slug", flat=True)
    return sorted({*recorded, *shelved})


def _participation(trial: str) -> dict[str, Any]:
    rows = [row.as_document() for row in Participation.objects.in_trial(trial)]
    return {"slug": trial, "title": f"Deltagelse i {trial}", "municipalities": rows}


def _refuse_own(items: list[Item], by: User | None) -> None:
    if by and (own := own_changes(items, by=by)):
        raise OwnChangeError(own, by)


def _refuse_unready(items: list[Item], shelf: Shelf) -> None:
    lacks = unready(items, shelf)
    if lacks:
        raise NotReadyError(
            (document["title"], lacks[kind, document["slug"]])
            for kind, document in items
            if (kind, document["slug"]) in lacks
        )


def _unpublished(
    kind: EditionKind, document: dict[str, Any], there: Mapping[Key, dict[str, Any]]
) -> list[str]:
    """What the document points at that is neither on the shelf nor published with it."""
    return [
        _not_there(reference)
        for reference in references(kind, document)
        if not _holds(there.get((reference.kind, reference.slug)), reference)
    ]


def _still_needed(
    kind: EditionKind, document: dict[str, Any], there: Mapping[Key, dict[str, Any]]
) -> list[str]:
    """The findings that the document no longer holds, and that advice would still rest on."""
    return [
        f"Fundet \u201d{reference.finding}\u201d mangler, men anbefalingen "
        f"\u201d{other['title']}\u201d hviler på det. Udgiv den uden fundet først eller samtidig."
        for (pointing, _), other in there.items()
        for reference in references(pointing, other)
        if reference.finding and (reference.kind, reference.slug) == (kind, document["slug"])
        if not _holds(document, reference)
    ]


def _holds(document: dict[str, Any] | None, reference: Reference) -> bool:
    if document is None or not reference.finding:
        return document is not None
    return any(row["slug"] == reference.finding for row in document["findings"])


def _not_there(reference: Reference) -> str:
    what = f"{reference.kind.label} \u201d{reference.slug}\u201d"
    if reference.finding:
        what = f"fundet \u201d{reference.finding}\u201d i {what}"
    return f"Der henvises til {what}, som ikke er udgivet. Udgiv det først eller samtidig."


def _put(
    kind: EditionKind, document: dict[str, Any], newest: Edition | None, **told: Any
) -> Edition:
    """The next edition of the thing."""
    return Edition.objects.create(
        kind=kind,
        slug=document["slug"],
        number=newest.number + 1 if newest else 1,
        title=document["title"],
        document=document,
        content_hash=hash_of(document),
        **told,
    )
