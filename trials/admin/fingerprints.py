"""What a row looked like when an editor opened it, so that a later save can tell."""

import hashlib
from collections.abc import Iterator
from typing import Any

from django.core import serializers
from django.db import models

from trials.models import Record

# Changed by logging in, which is no edit.
NOT_EDITED = frozenset({"last_login"})


def fingerprint(row: models.Model) -> str:
    """A digest of the row as stored with everything that belongs to it; empty for a new row."""
    if row.pk is None:
        return ""
    stored = type(row)._base_manager.get(pk=row.pk)
    written = "\n".join(_written(each) for each in [stored, *_belonging_to(stored)])
    return hashlib.sha256(written.encode()).hexdigest()


def _written(row: models.Model) -> str:
    names = [field.name for field in (*row._meta.fields, *row._meta.many_to_many)]
    return serializers.serialize("json", [row], fields=set(names) - NOT_EDITED)


def _belonging_to(row: models.Model) -> Iterator[models.Model]:
    """The parts of the row, and theirs: what is deleted with it."""
    for relation in row._meta.related_objects:
        belongs = relation.one_to_many and relation.on_delete is models.CASCADE
        if belongs and issubclass(relation.related_model, Record):
            parts: Any = relation.related_model._base_manager
            for part in parts.filter(**{relation.field.name: row}).order_by("pk"):
                yield part
                yield from _belonging_to(part)
