"""What a cell may hold, and how it stands in a file."""

import re
from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal

Cell = str | int | float | bool | date | list[str] | None

BETWEEN = " | "
# What Excel and LibreOffice take for a formula, also in the wide forms of East Asian keyboards.
FORMULA_STARTS = frozenset("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20")
APOSTROPHE = "'"
# In English and in Danish.
_ERRORS = frozenset(
    f"#{name}"
    for name in (
        "N/A", "I/T", "REF!", "REFERENCE!", "DIV/0!", "DIVISION/0!", "VALUE!", "VÆRDI!", "NAME?",
        "NAVN?", "NUM!", "NUM", "NULL!", "NUL!", "SPILL!", "OVERLØB!", "CALC!", "BEREGN!",
    )
)  # fmt: skip
_DANISH_NUMBER = re.compile(r"\d+(,\d+)?|\d{1,3}(\.\d{3})+(,\d+)?", re.ASCII)
_WITH_UNIT = re.compile(r"(\d+(?:,\d+)?)\s*\D+", re.ASCII)
_SPLIT = re.compile(r"(?<!\\)(?:\\\\)*\|")


def as_text(cell: Cell) -> str:
    """The cell as a Dane writes it: ja or nej, dd-mm-yyyy, a decimal comma, " | " in lists."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "ja" if cell else "nej"
    if isinstance(cell, date):
        return f"{cell:%d-%m-%Y}"
    if isinstance(cell, list):
        return joined(cell)
    return f"{cell}".replace(".", ",") if isinstance(cell, float) else str(cell)


def joined(items: Iterable[str]) -> str:
    """The items in one text; a bar inside an item is written with a backslash before it."""
    return BETWEEN.join(each.replace("\\", "\\\\").replace("|", "\\|") for each in items)


def separated(text: str) -> list[str]:
    """The items of such a text; empty ones are left out."""
    items, start = [], 0
    for bar in _SPLIT.finditer(text):
        items.append(text[start : bar.end() - 1])
        start = bar.end()
    items.append(text[start:])
    plain = [re.sub(r"\\([\\|])", r"\1", each.strip()) for each in items]
    return [each for each in plain if each]


def is_blank(cell: Cell) -> bool:
    return cell is None or cell == [] or (isinstance(cell, str) and not cell.strip())


def is_error(cell: Cell) -> bool:
    """Whether Excel has failed to compute the cell."""
    return isinstance(cell, str) and cell.strip().upper() in _ERRORS


def guarded(text: str) -> str:
    """The text with an apostrophe before what a spreadsheet would take for a formula."""
    return APOSTROPHE + text if text[:1] in FORMULA_STARTS | {APOSTROPHE} else text


def unguarded(text: str) -> str:
    is_guarded = text[:1] == APOSTROPHE and text[1:2] in FORMULA_STARTS | {APOSTROPHE}
    return text[1:] if is_guarded and len(text) > 1 else text


def danish_number(text: str) -> Decimal:
    """A number with points between thousands and a decimal comma; ValueError says what to write."""
    if _DANISH_NUMBER.fullmatch(text):
        return Decimal(text.replace(".", "").replace(",", "."))
    if unit := _WITH_UNIT.fullmatch(text):
        raise ValueError(f"Skriv kun tallet: {unit[1]}. Enheden står i kolonnen.")
    raise ValueError("Skriv et tal på dansk: komma før decimaler, som 1.000,5 eller 13.")


def day_of(moment: datetime) -> date:
    """The day of a date cell; ValueError when it has a time too."""
    if moment.time() != datetime.min.time():
        raise ValueError("Cellen har et klokkeslæt. Skriv kun dagen: dd-mm-åååå.")
    return moment.date()
