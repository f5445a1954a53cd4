"""A column of a table, and a table: declared once for the desk, the shelf and the documents."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import models

from portal.exchange.cells import Cell
from portal.words import EditionKind

Document = Mapping[str, Any]
# Where a part stands: in which document, in which other part of it, and as which.
OWNER, ABOVE, POSITION = "_owner", "_above", "_position"
WHOLE = "*"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A heading, the field of the row, how its cells are read, and its place in a document."""

    heading: str
    attribute: str
    widget: Any
    path: str

    @property
    def field(self) -> str:
        """The field as Django's messages name it: without the key of what it points at."""
        return self.attribute.removesuffix("_id")

    def cell(self, part: Document) -> Cell:
        """The cell for a part of a document."""
        value: Any = part
        for name in self.path.split(".") if self.path != WHOLE else ():
            value = value.get(name) if isinstance(value, Mapping) else None
        return self.widget.told(value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """En tabel: rows of one model under Danish headings, told apart by the key columns."""

    slug: str
    title: str
    model: Any
    keys: tuple[str, ...]
    columns: tuple[Column, ...]
    kind: EditionKind
    # Where its rows stand in a document; empty when the document is the row.
    parts: tuple[str, ...] = ()
    order: tuple[str, ...]
    # Rows that there are once for all can be mended, and none can be added.
    is_closed: bool = False

    @property
    def headings(self) -> list[str]:
        return [column.heading for column in self.columns]

    @property
    def label(self) -> str:
        return f"{self.model._meta.app_label}_{self.model._meta.model_name}"

    def right(self, action: str) -> str:
        options: models.options.Options[Any] = self.model._meta
        return f"{options.app_label}.{action}_{options.model_name}"

    def rows_told(self, document: Document) -> Iterator[list[Cell]]:
        """The rows of the table that an edition holds."""
        for part in _parts(document, self.parts, document):
            yield [column.cell(part) for column in self.columns]


def _parts(part: Document, path: tuple[str, ...], owner: Document) -> Iterator[Document]:
    if not path:
        yield part
        return
    value: Any = part
    for name in path[0].split("."):
        value = (value or {}).get(name)
    for position, each in enumerate(value or (), 1):
        above = {"evaluation": owner["slug"], "finding": part.get("slug")}
        inner = {**each, OWNER: owner, POSITION: position, ABOVE: above}
        yield from _parts(inner, path[1:], owner)
