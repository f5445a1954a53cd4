"""The tables as they are on the shelf."""

from collections.abc import Iterable, Mapping
from typing import Any

from portal.exchange.cells import Cell
from portal.exchange.columns import Table


def published_rows(table: Table, documents: Iterable[Mapping[str, Any]]) -> list[list[Cell]]:
    """The rows of the table that the documents hold, in the order of the documents."""
    return [row for document in documents for row in table.rows_told(document)]
