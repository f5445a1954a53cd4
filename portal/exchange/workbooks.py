"""Excel workbooks (.xlsx): read row by row, and written without a single formula."""

import re
import warnings
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from io import BytesIO
from typing import Any
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException
from openpyxl import Workbook, load_workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.utils.exceptions import InvalidFileException

from portal.exchange.archives import UNREADABLE, check_archive
from portal.exchange.cells import Cell, as_text
from portal.exchange.refusals import refused
from portal.exchange.sheets import MOST_COLUMNS, MOST_ROWS, TOO_MANY, Line, Sheet

LONGEST_CELL = 32_767
TOO_LONG = (
    "En celle er længere, end Excel kan rumme (32.767 tegn). Hent tabellen som CSV eller JSON."
)
TOO_WIDE = "Der er over 100 kolonner. Kopiér kun tabellen over i et nyt, tomt ark."
SEVERAL = "Filen har flere ark med indhold. Gem det ark, der skal indlæses, som en fil for sig."
DANGEROUS = "Filen indeholder XML, der ikke hører hjemme i en Excel-fil, og er ikke læst."
NOT_COMPUTED = "#N/A"
# A cell in column AAA or later.
_FAR_COLUMN = re.compile(rb'<(?:\w+:)?c r="[A-Z]{3}')
# What openpyxl raises when a part is missing, is no XML, or holds what it does not expect.
BROKEN = (
    KeyError, ValueError, IndexError, TypeError, AttributeError, OSError, EOFError, ParseError,
    NotImplementedError, RuntimeError, zipfile.BadZipFile, zipfile.LargeZipFile,
    InvalidFileException,
)  # fmt: skip


class TooLongError(Exception):
    """A text that Excel would cut."""


def read_workbook(data: bytes) -> Sheet:
    """The only table in the workbook."""
    check_archive(data)
    try:
        _check_parts(data)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of styles and drawings, which are not read
            return Sheet.of(_lines(data))
    except DefusedXmlException:
        raise refused(DANGEROUS) from None
    except BROKEN:
        raise refused(UNREADABLE) from None


def write_workbook(title: str, headings: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """One sheet; texts are texts whatever they begin with, and days are real days."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(title[:31])
    sheet.freeze_panes = "A2"
    # All cells first: a text that is too long for one would leave a file that is half written.
    for cells in [[_written(sheet, cell) for cell in row] for row in (headings, *rows)]:
        sheet.append(cells)
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def _check_parts(data: bytes) -> None:
    """Refuse declarations, which no workbook has and which can grow without end, and many rows.

    The parsers below refuse such declarations, or leave them unread, whichever is installed; told
    here, the reason is the same. And a sheet would be read to its end to learn how long it is.
    """
    with zipfile.ZipFile(BytesIO(data)) as archive:
        for name in archive.namelist():
            part = archive.read(name)
            if name.lower().endswith((".xml", ".rels")) and _has_declarations(part):
                raise refused(DANGEROUS)
            if part.count(b"<row") + part.count(b":row ") > MOST_ROWS + 1:
                raise refused(TOO_MANY)
            if _FAR_COLUMN.search(part):
                raise refused(TOO_WIDE)


def _has_declarations(part: bytes) -> bool:
    """A part in UTF-16 has null bytes; Excel writes UTF-8."""
    return b"<!DOCTYPE" in part or b"<!ENTITY" in part or b"\0" in part


def _lines(data: bytes) -> Iterator[Line]:
    book = load_workbook(BytesIO(data), read_only=True)
    computed = load_workbook(BytesIO(data), read_only=True, data_only=True)
    used = [name for name in book.sheetnames if _has_content(book[name])]
    if len(used) > 1:
        raise refused(SEVERAL)
    if not used:
        return
    sheet, values = book[used[0]], computed[used[0]]
    values.reset_dimensions()
    formulas = _Formulas(values.iter_rows(max_row=MOST_ROWS + 2, values_only=True))
    width = 0
    for number, row in enumerate(_rows(sheet), 1):
        cells = [_read(cell, number, place, formulas) for place, cell in enumerate(row)]
        while len(cells) > width and cells[-1] in (None, ""):
            cells.pop()
        if len(cells) > MOST_COLUMNS:
            raise refused(TOO_WIDE, row=number)
        # Excel does not store empty cells at the end of a row.
        width = width or len(cells)
        yield Line(number=number, cells=cells + [None] * (width - len(cells)))


def _rows(sheet: Any) -> Iterator[Any]:
    """The rows, and no more of them than can be imported: a gap counts as the rows it skips."""
    sheet.reset_dimensions()
    for number, row in enumerate(sheet.iter_rows(max_row=MOST_ROWS + 2), 1):
        if number > MOST_ROWS + 1:
            raise refused(TOO_MANY)
        yield row


def _has_content(sheet: Any) -> bool:
    if not hasattr(sheet, "iter_rows") or not hasattr(sheet, "reset_dimensions"):
        return False  # a sheet that is a drawing
    rows = (row for row in _rows(sheet))
    return any(cell.value not in (None, "") for row in rows for cell in row)


class _Formulas:
    """What Excel last computed, read only as far as somebody asks."""

    def __init__(self, rows: Iterator[Any]) -> None:
        self._rows, self._number, self._row = rows, 0, ()

    def value(self, number: int, place: int) -> Any:
        while self._number < number:
            self._row = next(self._rows, ())
            self._number += 1
        return self._row[place] if place < len(self._row) else None


def _read(cell: Any, number: int, place: int, formulas: _Formulas) -> Cell:
    value = cell.value
    if cell.data_type == "f":
        computed = formulas.value(number, place)
        value = NOT_COMPUTED if computed is None else computed
    if isinstance(value, str | int | float | date) or value is None:
        return value
    return str(value)  # a time of day, which no column holds: refused where it is read


def _written(sheet: Any, cell: Cell) -> Any:
    if isinstance(cell, date):
        written = WriteOnlyCell(sheet, cell)
        written.number_format = "dd-mm-yyyy"
        return written
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return cell
    text = ILLEGAL_CHARACTERS_RE.sub("\ufffd", as_text(cell))
    if len(text) > LONGEST_CELL:
        raise TooLongError(TOO_LONG)
    written = WriteOnlyCell(sheet, text or None)
    if text:
        written.data_type = "s"
        written.number_format = "@"
        written.quotePrefix = True
    return written
