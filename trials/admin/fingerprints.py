"""What a row and its parts looked like when an editor opened them, so that a save can tell."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db import connection, models

# Changed by logging in, which is no edit.
NOT_EDITED = frozenset({"last_login"})

# Each row of a page by its name, such as trials.trial.3, with a digest of all that is stored of it.
Prints = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Parts:
    """The rows of one inline of a page: their model, their way to their owner, their own parts."""

    model: Any
    owner: str
    inside: "tuple[Parts, ...]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """The rows that somebody else has saved since the page was opened, by name."""

    changed: frozenset[str]
    added: frozenset[str]
    gone: frozenset[str]

    @classmethod
    def between(cls, seen: Prints, stored: Prints) -> "Changes":
        both = seen.keys() & stored.keys()
        return cls(
            changed=frozenset(name for name in both if seen[name] != stored[name]),
            added=frozenset(stored.keys() - seen.keys()),
            gone=frozenset(seen.keys() - stored.keys()),
        )

    def __bool__(self) -> bool:
        return bool(self.changed or self.added or self.gone)


def prints_of(row: models.Model | None, parts: Iterable[Parts], *, saving: bool) -> Prints:
    """The row as it is in memory, with its parts as they are stored; nothing for a new row.

    While it is saved its parts are held too: some of them have a page of their own.
    """
    if row is None or row.pk is None:
        return {}
    return {name_of(each): _digest(each) for each in _rows(row, parts, saving=saving)}


def name_of(row: models.Model) -> str:
    return f"{row._meta.label_lower}.{row.pk}"


def row_named(name: str) -> models.Model:
    """The row of such a name, as it is stored."""
    label, _, pk = name.rpartition(".")
    row: models.Model = apps.get_model(label)._base_manager.get(pk=pk)
    return row


def as_text(prints: Prints) -> str:
    """The prints as they stand in a hidden field."""
    return " ".join(f"{name}:{digest}" for name, digest in prints.items())


def from_text(text: str) -> Prints:
    """The prints that a hidden field holds; what is not one tells of nothing that is stored."""
    return {name: digest for name, _, digest in (each.partition(":") for each in text.split())}


def _rows(row: models.Model, parts: Iterable[Parts], *, saving: bool) -> Iterator[models.Model]:
    yield row
    for each in parts:
        inside = each.model._base_manager.filter(**{each.owner: row}).order_by("pk")
        if saving and connection.in_atomic_block:
            inside = inside.select_for_update(of=("self",), no_key=True)
        for part in inside:
            yield from _rows(part, each.inside, saving=saving)


def _digest(row: models.Model) -> str:
    stored: dict[str, Any] = {
        field.name: field.value_to_string(row)
        for field in row._meta.fields
        if field.name not in NOT_EDITED
    }
    for field in row._meta.many_to_many:
        stored[field.name] = sorted(getattr(row, field.name).values_list("pk", flat=True))
    return hashlib.sha256(json.dumps(stored, sort_keys=True).encode()).hexdigest()[:20]
