"""How a row is named in a cell, and which row a name stands for."""

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Any

from django.db import models

from portal.exchange.refusals import echo
from trials.models import Citation
from trials.rules import ClaimStatus

Document = Mapping[str, Any]


class Places:
    """All rows of a model by name; asked for once, and then for as long as the import takes."""

    def __init__(
        self,
        model: type[models.Model],
        *,
        named: Callable[[Any], str] = lambda row: row.natural_key()[0],
        told: Callable[[Any], str] = lambda part: part["slug"],
        read: Callable[[str], str] = str,
        related: str = "",
    ) -> None:
        self.model, self.named, self._told = model, named, told
        self.read, self.related = read, related

    def __deepcopy__(self, memo: Any) -> "Places":
        """Fields are copied for each import: so is this, without what it knows."""
        return Places(
            self.model, named=self.named, told=self._told, read=self.read, related=self.related
        )

    @cached_property
    def _rows(self) -> dict[int, Any]:
        rows = self.model._base_manager.all()
        return {
            row.pk: row for row in (rows.select_related(self.related) if self.related else rows)
        }

    @cached_property
    def _keys(self) -> dict[str, int]:
        return {self.named(row).lower(): key for key, row in self._rows.items()}

    def key(self, name: str) -> int:
        """The key of the row with the name; ValueError says what to do when there is none."""
        key = self._keys.get(self.read(name).lower())
        if key is None:
            many = self.model._meta.verbose_name_plural
            raise ValueError(
                f"\u201d{echo(name)}\u201d findes ikke under {many}. Ret stavemåden, eller opret "
                "rækken først."
            )
        return key

    def told(self, value: Any) -> str:
        """The name as a document has it: a short name alone, or the part that holds it."""
        return value if isinstance(value, str) else self._told(value)

    def row(self, name: str) -> Any:
        return self._rows[self.key(name)]

    def name(self, key: int) -> str:
        return self.named(self._rows[key])


def citations() -> Places:
    """Henvisninger: "kildens-kortnavn, sted (status)"."""

    def named(citation: Citation) -> str:
        return _citation(citation.source.slug, citation.place, citation.status)

    def told(part: Document) -> str:
        return _citation(part["source"], part["place"], part["status"])

    return Places(Citation, named=named, told=told, related="source")


def _citation(source: str, place: str, status: str) -> str:
    return f"{source}, {place} ({ClaimStatus(status).label})"
