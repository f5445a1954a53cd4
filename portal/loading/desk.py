"""The rows of the desk by their natural keys, and each of them as a file tells it."""

from collections.abc import Iterable
from typing import Any

from django.apps import apps
from django.core.serializers import sort_dependencies
from django.db import models

from portal.rights import CONTENT
from trials.models import in_order

Key = tuple[Any, ...]


def content_models() -> list[Any]:
    """The models of the content; those that others point at come before them."""
    every = [(app, None) for app in map(apps.get_app_config, CONTENT)]
    return list(sort_dependencies(every))


def written_fields(model: Any) -> list[Any]:
    """The fields that a file tells: neither the number of the row nor what is computed."""
    own = [each for each in model._meta.concrete_fields if not each.primary_key]
    return [*(each for each in own if not each.generated), *model._meta.many_to_many]


class Desk:
    """The rows of the desk, read table by table as they are asked for, and kept up to date."""

    def __init__(self) -> None:
        self._rows: dict[Any, dict[Key, Any]] = {}
        self._keys: dict[Any, dict[int, Key]] = {}
        self._ties: dict[Any, dict[int, set[int]]] = {}

    def rows(self, model: Any) -> dict[Key, Any]:
        if model not in self._rows:
            rows = {row.natural_key(): row for row in model._base_manager.select_related()}
            self._rows[model] = rows
            self._keys[model] = {row.pk: key for key, row in rows.items()}
        return self._rows[model]

    def find(self, model: Any, key: Key) -> Any:
        """The row with that natural key, or None."""
        return self.rows(model).get(key)

    def put(self, row: Any, ties: dict[str, set[int]]) -> None:
        """The row as it is now stored, and what it is tied to."""
        key = row.natural_key()
        self.rows(type(row))[key] = row
        self._keys[type(row)][row.pk] = key
        for name, others in ties.items():
            self._tied(row._meta.get_field(name))[row.pk] = others

    def is_as_read(self, row: Any) -> bool:
        """Whether the row still says what was read. From now on nobody else can change it."""
        rows = type(row)._base_manager.select_for_update(of=("self",), no_key=True)
        locked = rows.filter(pk=row.pk).first()
        return locked is not None and self.told(locked) == self.told(row)

    def told(self, row: Any, ties: dict[str, set[int]] | None = None) -> dict[str, Any]:
        """The row as a file tells it; ``ties`` where they are not those that are stored."""
        return {field.name: self._value(field, row, ties) for field in written_fields(type(row))}

    def _value(self, field: Any, row: Any, ties: dict[str, set[int]] | None) -> Any:
        if field.many_to_many:
            tied = self._tied(field).get(row.pk, ()) if ties is None else ties[field.name]
            return self._sorted(field.related_model, tied)
        value = getattr(row, field.attname)
        if field.is_relation:
            return None if value is None else list(self._key(field.related_model, value))
        is_day = isinstance(field, models.DateField) and value is not None
        return value.isoformat() if is_day else value

    def _key(self, model: Any, pk: int) -> Key:
        self.rows(model)
        return self._keys[model][pk]

    def _sorted(self, model: Any, keys: Iterable[int]) -> list[list[Any]]:
        return sorted(list(self._key(model, pk)) for pk in keys)

    def _tied(self, field: Any) -> dict[int, set[int]]:
        if field not in self._ties:
            found: dict[int, set[int]] = {}
            through = field.remote_field.through._base_manager
            names = (f"{field.m2m_field_name()}_id", f"{field.m2m_reverse_field_name()}_id")
            for owner, other in through.values_list(*names):
                found.setdefault(owner, set()).add(other)
            self._ties[field] = found
        return self._ties[field]


def in_stable_order(desk: Desk, model: Any) -> list[Any]:
    """All rows of the table by their natural keys."""
    return in_order(desk.rows(model).values())
