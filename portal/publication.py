"""The one place that writes editions: from the rows of the desk to the documents of the shelf."""

import hashlib
import json
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.db import connection, transaction

from evaluations.models import Evaluation, Programme
from evaluations.recommendations.models import Recommendation
from portal.models import Edition, User
from portal.search_text import search_text_of
from portal.words import EditionKind
from trials.models import Municipality, Participation, Record, Trial

MUNICIPALITIES_SLUG = "kommuner"
# The key of the advisory lock: any number that nothing else in the database locks.
PUBLISHING = 20_211_201
# What is published row by row; the municipalities are one edition together, and so is what is
# recorded of one trial's municipalities.
MODELS: dict[EditionKind, Any] = {
    EditionKind.TRIAL: Trial,
    EditionKind.PROGRAMME: Programme,
    EditionKind.EVALUATION: Evaluation,
    EditionKind.RECOMMENDATION: Recommendation,
}


def kind_of(row: Record) -> EditionKind | None:
    """What the row is published as; None for what is only published inside something else."""
    return next((kind for kind, model in MODELS.items() if isinstance(row, model)), None)


@transaction.atomic
def publish_all(*, by: User | None, reason: str, at: datetime) -> list[Edition]:
    """Publish everything on the desk that differs from the shelf; the editions that it made."""
    _wait_for_turn()
    made = (
        publish(kind, document, by=by, reason=reason, at=at) for kind, document in _desk_documents()
    )
    return [edition for edition in made if edition is not None]


@transaction.atomic
def publish(
    kind: EditionKind, document: dict[str, Any], *, by: User | None, reason: str, at: datetime
) -> Edition | None:
    """Put the document on the shelf as a new edition, or None when it is there already."""
    newest = _newest(kind, document["slug"])
    content_hash = hash_of(document)
    if newest and not newest.withdrawn and newest.content_hash == content_hash:
        return None
    return Edition.objects.create(
        kind=kind,
        slug=document["slug"],
        number=newest.number + 1 if newest else 1,
        title=document["title"],
        document=document,
        content_hash=content_hash,
        search_text=search_text_of(document),
        published_at=at,
        published_by=by,
        reason=reason,
    )


@transaction.atomic
def publish_participation(
    trial: str, *, by: User | None, reason: str, at: datetime
) -> Edition | None:
    """Put on the shelf what is recorded of the municipalities of the trial with the slug."""
    _wait_for_turn()  # before the rows are read: a colleague may be recording another municipality
    document = _participation(trial)
    return publish(EditionKind.PARTICIPATION, document, by=by, reason=reason, at=at)


@transaction.atomic
def withdraw(
    kind: EditionKind, slug: str, *, by: User | None, reason: str, at: datetime
) -> Edition:
    """Take the thing off the shelf by an edition that says so. LookupError if it is not there."""
    newest = _newest(kind, slug)
    if newest is None or newest.withdrawn:
        raise LookupError(f"{kind} {slug}")
    return Edition.objects.create(
        kind=kind,
        slug=slug,
        number=newest.number + 1,
        title=newest.title,
        document=newest.document,
        content_hash=newest.content_hash,
        search_text=newest.search_text,
        withdrawn=True,
        published_at=at,
        published_by=by,
        reason=reason,
    )


def hash_of(document: Any) -> str:
    """The SHA-256 of the canonical JSON: keys sorted, no blanks, letters as they are."""
    canonical = json.dumps(document, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


def _newest(kind: EditionKind, slug: str) -> Edition | None:
    """The newest edition, as no other publication can change it before this one is committed."""
    _wait_for_turn()
    return Edition.objects.filter(kind=kind, slug=slug).order_by("-number").first()


def _wait_for_turn() -> None:
    """One publication at a time. A lock on rows would let two make the same next number."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [PUBLISHING])


def _desk_documents() -> Iterator[tuple[EditionKind, dict[str, Any]]]:
    yield EditionKind.MUNICIPALITIES, _municipalities()
    for kind, model in MODELS.items():
        for row in model.objects.for_publication():
            yield kind, row.as_document()
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
