"""A table as a file to save."""

from collections.abc import Iterable, Sequence

from django.http import Http404, HttpResponse

from portal.exchange.cells import Cell
from portal.exchange.columns import Table
from portal.exchange.files import TYPES, write
from portal.exchange.tables import TABLES
from portal.exchange.workbooks import TooLongError
from trials.refusing import RefusedError


def table_named(slug: str) -> Table:
    if slug not in TABLES:
        raise Http404
    return TABLES[slug]


def attachment(table: Table, file_format: str, rows: Iterable[Sequence[Cell]]) -> HttpResponse:
    """The file; 404 for a format that there is not, 400 for what the format cannot hold."""
    if file_format not in TYPES:
        raise Http404
    try:
        data = write(file_format, table.title, table.headings, rows)
    except TooLongError as error:
        raise RefusedError(str(error)) from None
    response = HttpResponse(data, content_type=TYPES[file_format])
    response["Content-Disposition"] = f'attachment; filename="vejviser-{table.slug}.{file_format}"'
    response["Cache-Control"] = "private, no-store"
    return response
