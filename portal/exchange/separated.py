"""CSV as Danish Excel writes and reads it."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from portal.exchange.cells import Cell, as_text, guarded, unguarded
from portal.exchange.refusals import FileRefusedError, echo, refused
from portal.exchange.sheets import Line, Sheet

HOW_TO_SAVE = "Gem den i Excel som \u201dCSV UTF-8 (semikolonsepareret)\u201d, og prøv igen."
NOT_TEXT = f"Filens tegnsæt kan ikke læses. {HOW_TO_SAVE}"
UTF_16 = f"Filen er gemt som UTF-16 (\u201dUnicode-tekst\u201d). {HOW_TO_SAVE}"
OLD = "Filen er gemt i et gammelt tegnsæt, så æ, ø og å bliver forkerte. "
BROKEN = "Filen kan ikke læses som CSV. Se efter et anførselstegn, der ikke er sluttet. "
# Tried only to tell what the file is: the first is that of DOS, the last that of old Macs.
OLD_CODECS = ("cp865", "cp850", "mac_roman")
LONGEST_CELL = 60_000
DANISH = frozenset("æøåÆØÅ")


def read_csv(data: bytes, wanted: Sequence[str]) -> Sheet:
    """The table in the file; ``wanted`` are the headings that tell which separator it has."""
    text, is_windows = _decoded(data)
    if text.lower().startswith(("sep=;", "sep=,")):
        text = text.split("\n", 1)[1] if "\n" in text else ""
    if _head(text, ",") == list(wanted):
        sheet = Sheet.of(_rows(text, ","))
    else:
        if is_windows and set(_head(text, ";")) != set(wanted):
            _refuse_old(data, wanted)
        sheet = Sheet.of(_rows(text, ";"))
    sheet.note = _told(sheet) if is_windows else ""
    return sheet


def write_csv(headings: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """Semicolons, CRLF and a mark of UTF-8; what looks like a formula gets an apostrophe."""
    file = io.StringIO(newline="")
    writer = csv.writer(file, delimiter=";", lineterminator="\r\n", quoting=csv.QUOTE_ALL)
    writer.writerow(headings)
    writer.writerows([guarded(as_text(cell)) for cell in row] for row in rows)
    return file.getvalue().encode("utf-8-sig", errors="replace")


def _decoded(data: bytes) -> tuple[str, bool]:
    """The text, and whether it had to be read as Windows-1252."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in data:
        raise refused(UTF_16)
    try:
        return data.decode("utf-8-sig"), False
    except UnicodeDecodeError:
        pass
    try:
        return data.decode("cp1252"), True
    except UnicodeDecodeError:
        raise refused(NOT_TEXT) from None


def _refuse_old(data: bytes, wanted: Sequence[str]) -> None:
    """Every table has æ, ø or å in its headings: they show what the file was saved as."""
    for codec in OLD_CODECS:
        if set(_head(data.decode(codec, errors="replace"), ";")) == set(wanted):
            raise refused(OLD + HOW_TO_SAVE)


def _head(text: str, separator: str) -> list[str]:
    """The cells of the first row, as they would be with that separator."""
    try:
        return [as_text(cell).strip() for cell in next(_rows(text, separator)).cells]
    except (FileRefusedError, StopIteration):
        return []


def _rows(text: str, separator: str) -> Iterator[Line]:
    csv.field_size_limit(LONGEST_CELL)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    number = 0
    while True:
        try:
            cells = next(reader, None)
        except csv.Error:
            row = number + 1
            raise refused(f"{BROKEN}{HOW_TO_SAVE}", row=row, column="hele rækken") from None
        if cells is None:
            return
        number += 1
        yield Line(number=number, cells=[unguarded(cell) for cell in cells])


def _told(sheet: Sheet) -> str:
    """How the letters came out, for the editor to see."""
    for line in [Line(number=1, cells=sheet.headings), *sheet.lines][::-1]:
        for cell in line.cells:
            if DANISH & set(as_text(cell)):
                return (
                    "Filen er læst som Windows-1252. Står bogstaverne rigtigt her? "
                    f"\u201d{echo(as_text(cell))}\u201d"
                )
    return "Filen er læst som Windows-1252."
