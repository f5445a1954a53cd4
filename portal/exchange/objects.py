"""JSON: a list of objects with the same columns as the table."""

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from portal.exchange.cells import Cell
from portal.exchange.refusals import echo, refused
from portal.exchange.sheets import Line, Sheet

NOT_A_LIST = (
    "Filen skal være en liste af objekter: [{…}, {…}]. Hent tabellen som JSON for at se en."
)
UNREADABLE = "Filen er ikke gyldig JSON i UTF-8"
NOT_A_CELL = "Værdien kan ikke stå i en celle. Skriv en tekst, et helt tal, true, false eller null."


def read_json(data: bytes, wanted: Sequence[str]) -> Sheet:
    """The table in the file. Objects are numbered as rows under headings: the first is row 2."""
    try:
        rows = json.loads(
            data.decode("utf-8-sig"), object_pairs_hook=_once, parse_constant=_no_constant
        )
    except json.JSONDecodeError as error:
        raise refused(
            f"{UNREADABLE}: fejl i linje {error.lineno}. Ret den, og prøv igen."
        ) from None
    except (ValueError, RecursionError):  # bytes that are no text, a number of thousands of digits
        raise refused(f"{UNREADABLE}. Ret den, og prøv igen.") from None
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise refused(NOT_A_LIST)
    return Sheet.of(_lines(rows, list(wanted)))


def write_json(headings: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    told = [dict(zip(headings, map(_plain, row), strict=True)) for row in rows]
    text = json.dumps(told, ensure_ascii=False, indent=2)
    return f"{text}\n".encode(errors="replace")


def _lines(rows: list[dict[str, Any]], wanted: list[str]) -> Iterator[Line]:
    names = list(rows[0]) if rows else wanted
    yield Line(number=1, cells=list(names))
    for number, row in enumerate(rows, 2):
        if set(row) != set(names):
            told = "; ".join(echo(name) for name in wanted)
            raise refused(f"Objektet har ikke de samme navne som det første. Ventede: {told}.",
                          row=number)  # fmt: skip
        yield Line(number=number, cells=[_cell(row[name], number, name) for name in names])


def _cell(value: Any, row: int, name: str) -> Cell:
    is_list = isinstance(value, list) and all(isinstance(each, str) for each in value)
    if value is None or is_list or isinstance(value, str | int | float):
        return value
    raise refused(NOT_A_CELL, row=row, column=echo(name))


def _plain(cell: Cell) -> Any:
    return cell.isoformat() if isinstance(cell, date) else cell


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    if len({name for name, _ in pairs}) != len(pairs):
        raise ValueError
    return dict(pairs)


def _no_constant(name: str) -> Any:
    raise ValueError(name)
