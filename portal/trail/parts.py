"""Which rows of the desk a thing is made of: itself, its parts, and what it refers to."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.db.models import Q

from evaluations.models import Finding
from portal.kinds import MODELS
from portal.models import Change
from portal.rights import CONTENT
from portal.words import EditionKind
from trials.models import Municipality, Participation, Trial

# What has an edition of its own, or is a part of one: others only tell what it is called.
TOLD_BY_NAME = frozenset({*MODELS.values(), Municipality, Finding})
NAMES = ("slug", "code", "name", "title")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """Rows of one table, those whose ``column`` holds one of the keys; without keys all of them."""

    model: Any
    keys: frozenset[int] | None
    column: str = "id"
    by_name: bool = False

    @property
    def wanted(self) -> Q:
        """Their changes, also those of rows that are gone."""
        of_table = Q(table_name=self.model._meta.db_table)
        if self.keys is None:
            return of_table
        if self.column == "id":
            return of_table & Q(row_key__in=[str(key) for key in self.keys])
        sides = (Q(**{f"{side}__{self.column}__in": self.keys}) for side in ("before", "after"))
        return of_table & (next(sides) | next(sides))

    def are_changed_by(self, change: Change) -> bool:
        """Whether the change is one of what the thing says, and not only of what it points at."""
        if change.table_name != self.model._meta.db_table:
            return False
        before, after = change.before or {}, change.after or {}
        if (
            self.keys is not None
            and not {before.get(self.column), after.get(self.column)} & self.keys
        ):
            return False
        return not self.by_name or any(before.get(name) != after.get(name) for name in NAMES)


@dataclass(frozen=True, slots=True)
class Found:
    """Rows that a walk has come to, and whether only what they are called matters."""

    model: Any
    keys: set[int]
    by_name: bool


def rows_of(kind: EditionKind, slug: str) -> list[Rows]:
    """The rows that the document of a thing is made of; nothing when it is not on the desk."""
    if kind is EditionKind.MUNICIPALITIES:
        return [Rows(model=Municipality, keys=None)]
    model = MODELS.get(kind, Trial)
    key = model.objects.filter(slug=slug).values_list("pk", flat=True).first()
    if key is None:
        return []
    if kind is EditionKind.PARTICIPATION:
        return list(_participation(key))
    return list(made_of(model, {key}))


def made_of(model: Any, keys: set[int]) -> Iterator[Rows]:
    """The rows, their parts, the parts of those, and what all of them refer to."""
    waiting = [Found(model, keys, by_name=False)]
    seen: dict[Any, set[int]] = {}
    while waiting:
        found = waiting.pop()
        new = found.keys - seen.setdefault(found.model, set())
        seen[found.model] |= new
        if new:
            yield Rows(model=found.model, keys=frozenset(new), by_name=found.by_name)
        if new and not found.by_name:
            yield from _links(found.model, new)
            waiting += _next(found.model, new)


def parts_of(model: Any) -> Iterator[models.ForeignKey[Any, Any]]:
    """How the parts of such a row point at it: they are deleted with it."""
    for relation in model._meta.related_objects:
        is_part = relation.one_to_many and relation.on_delete is models.CASCADE
        if is_part and relation.related_model._meta.app_label in CONTENT:
            yield relation.field


def _participation(trial: int) -> Iterator[Rows]:
    yield Rows(model=Participation, keys=frozenset({trial}), column="trial_id")
    recorded = Participation.objects.filter(trial=trial).values_list("municipality_id", flat=True)
    yield Rows(model=Municipality, keys=frozenset(recorded), by_name=True)


def _links(model: Any, keys: set[int]) -> Iterator[Rows]:
    """The rows that tie it to others, and its parts: found by their owner, for some are gone."""
    for field in model._meta.many_to_many:
        yield Rows(
            model=field.remote_field.through, keys=frozenset(keys), column=field.m2m_column_name()
        )
    for field in parts_of(model):
        yield Rows(model=field.model, keys=frozenset(keys), column=field.column)


def _next(model: Any, keys: set[int]) -> Iterator[Found]:
    """What the rows lead on to: what they refer to, and their parts."""
    for field in model._meta.many_to_many:
        rows = field.remote_field.through.objects.filter(**{f"{field.m2m_field_name()}__in": keys})
        yield _referred(field, _keys(rows.values_list(field.m2m_reverse_field_name())))
    for field in filter(_refers, model._meta.concrete_fields):
        rows = model._base_manager.filter(pk__in=keys)
        yield _referred(field, _keys(rows.values_list(field.attname)))
    for part in parts_of(model):
        rows = part.model._base_manager.filter(**{f"{part.name}__in": keys})
        yield Found(part.model, _keys(rows.values_list("pk")), by_name=False)


def _referred(field: Any, keys: set[int]) -> Found:
    model = field.related_model
    return Found(model, keys, by_name=model in TOLD_BY_NAME)


def _refers(field: Any) -> bool:
    """Whether it points at something else than its owner."""
    return field.many_to_one and field.remote_field.on_delete is not models.CASCADE


def _keys(rows: Iterable[tuple[Any]]) -> set[int]:
    return {key for (key,) in rows if key is not None}
