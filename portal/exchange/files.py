"""Which kind of file it is, told from its first bytes and never from its name."""

from collections.abc import Iterable, Sequence

from portal.exchange.cells import Cell
from portal.exchange.objects import read_json, write_json
from portal.exchange.refusals import refused
from portal.exchange.separated import read_csv, write_csv
from portal.exchange.sheets import Sheet
from portal.exchange.workbooks import read_workbook, write_workbook

MOST_BYTES = 10_000_000
TOO_LARGE = "Filen er større end 10 MB. Del den, og indlæs delene hver for sig."
EMPTY = "Filen er tom. Vælg en fil med overskrifter og rækker."
ACCEPTED = "Gem tabellen som CSV, .xlsx eller JSON, og prøv igen."
# The first bytes of what is often sent instead.
OTHERS = {
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": (
        "Filen er en gammel Excel-fil (.xls) eller beskyttet med en adgangskode. Fjern "
        f"adgangskoden. {ACCEPTED}"
    ),
    b"%PDF": f"Filen er en PDF. {ACCEPTED}",
    b"{\\rtf": f"Filen er et tekstdokument (RTF). {ACCEPTED}",
    b"\x89PNG": f"Filen er et billede. {ACCEPTED}",
    b"\xff\xd8\xff": f"Filen er et billede. {ACCEPTED}",
    b"\x1f\x8b": f"Filen er pakket (gzip). Pak den ud. {ACCEPTED}",
    b"<": f"Filen er en webside eller XML. {ACCEPTED}",
}
TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "json": "application/json",
}


def read(data: bytes, wanted: Sequence[str]) -> Sheet:
    """The table in the file, checked against the headings that it should have."""
    if len(data) > MOST_BYTES:
        raise refused(TOO_LARGE)
    start = data[:64].removeprefix(b"\xef\xbb\xbf").lstrip()
    if not start:
        raise refused(EMPTY)
    for magic, reason in OTHERS.items():
        if start.startswith(magic):
            raise refused(reason)
    if data.startswith(b"PK"):
        sheet = read_workbook(data)
    elif start[:1] in (b"[", b"{"):
        sheet = read_json(data, wanted)
    else:
        sheet = read_csv(data, wanted)
    sheet.check(wanted)
    return sheet


def write(
    file_format: str, title: str, headings: Sequence[str], rows: Iterable[Sequence[Cell]]
) -> bytes:
    if file_format == "xlsx":
        return write_workbook(title, headings, rows)
    return (write_json if file_format == "json" else write_csv)(headings, rows)
