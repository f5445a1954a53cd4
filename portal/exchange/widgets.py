"""How a cell becomes a value of a field and back; a ValueError says in Danish what to write."""

import re
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from import_export.widgets import ManyToManyWidget, Widget

from portal.exchange.cells import Cell, as_text, danish_number, day_of, separated
from portal.exchange.places import Places
from portal.exchange.refusals import echo
from trials.rules import tidied

_DAY = re.compile(r"(\d{1,2})[-./](\d{1,2})[-./](\d{4})", re.ASCII)
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
_SHORT_YEAR = re.compile(r"\d{1,2}[-./]\d{1,2}[-./]\d{2}", re.ASCII)
_SERIAL = re.compile(r"\d{4,6}([.,]0+)?", re.ASCII)
MOST_CODES_TOLD = 20
WRITE_A_DAY = "Skriv dagen som dd-mm-åååå, for eksempel 31-12-2022."
SERIAL = (
    "Tallet er Excels løbenummer for en dag. Vælg datoformat for kolonnen i Excel, eller skriv "
    "dagen som dd-mm-åååå."
)
NOT_A_TEXT = "Cellen er en dato eller ja/nej, og kolonnen er tekst. Formatér cellen som tekst."
YES_OR_NO = "Skriv ja eller nej."
DIGITS_OF_A_CODE = 4


class TextWidget(Widget):
    """Any text, written as others would write it."""

    def clean(self, value: Any, row: Any = None, **kwargs: Any) -> Any:
        if isinstance(value, bool | date | list):
            raise ValueError(NOT_A_TEXT)
        text = tidied(as_text(value))
        return text if text.strip() else ""

    def render(self, value: Any, obj: Any = None, **kwargs: Any) -> Cell:
        return "" if value is None else value

    def told(self, value: Any) -> Cell:
        """The cell for what an edition holds."""
        return self.render(value)


class SlugWidget(TextWidget):
    """A short name in an address."""

    def clean(self, value: Any, row: Any = None, **kwargs: Any) -> Any:
        return super().clean(value).strip()


class MunicipalityCodeWidget(SlugWidget):
    """Four digits, also where Excel has taken the zero for nothing: 0101, 101, 101.0."""

    def clean(self, value: Any, row: Any = None, **kwargs: Any) -> Any:
        return four_digits(super().clean(value))


def four_digits(text: str) -> str:
    digits = re.sub(r"[.,]0\Z", "", text)
    is_number = digits.isascii() and digits.isdigit() and len(digits) <= DIGITS_OF_A_CODE
    return digits.zfill(DIGITS_OF_A_CODE) if is_number else text


class NumberWidget(TextWidget):
    """A whole number, or nothing."""

    def clean(self, value: Any, row: Any = None, **kwargs: Any) -> Any:
        if isinstance(value, bool | date | list):
            raise ValueError("Skriv et helt tal.")
        text = as_text(value).strip()
        if not text:
            return None
        number = danish_number(text.removesuffix(",0"))
        if number != int(number):
            raise ValueError(f"Skriv et helt tal: {echo(text)} har decimaler.")
        return int(number)


class DayWidget(TextWidget):
    """A day, or nothing: a real date cell, dd-mm-yyyy or yyyy-mm-dd."""

    def clean(self, value: Any, row: Any = None, **kwargs: Any) -> Any:
        if isinstance(value, datetime):
            return day_of(value)
        if isinstance(value, date):
            return value
        text = as_text(value).strip() if not isinstance(value, bool | list) else "?"
        return _day_in(text) if text else None

    def told(self, value: Any) -> Cell:
        return date.fromisoformat(value) if value else ""


def _day_in(text: str) -> date:
    if _SERIAL.fullmatch(text):
        raise ValueError(SERIAL)
    if _SHORT_YEAR.fullmatch(text):
        raise ValueError(f"Skriv årstallet med fire cifre. {WRITE_A_DAY}")
    danish, iso = _DAY.fullmatch(text), _ISO.fullmatch(text)
    if found := danish or iso:
        one, month, other = map(int, found.groups())
        day, year = (one, other) if danish else (other, one)
        try:
            return date(year, month, day)
        except ValueError:
            raise ValueError(f"Dagen {echo(text)} findes ikke i kalenderen. Ret den.") from None
    raise ValueError(WRITE_A_DAY)


class YesNoWidget(TextWidget):
    """Ja eller nej; an empty cell is neither."""

    def clean(self, value: Any, row: Any = None, **kwargs: Any) -> Any:
        text = as_text(value).strip().lower()
        if text not in ("ja", "nej"):
            raise ValueError(YES_OR_NO)
        return text == "ja"


class CodeWidget(TextWidget):
    """One of a closed list: written by its words, and read by its code too."""

    def __init__(self, choices: Iterable[tuple[str, str]]) -> None:
        super().__init__()
        self.labels = dict(choices)

    def clean(self, value: Any, row: Any = None, **kwargs: Any) -> Any:
        text = super().clean(value).strip()
        return self.code(text) if text else ""

    def code(self, text: str) -> str:
        wanted = text.lower()
        for code, label in self.labels.items():
            if wanted in (code.lower(), label.lower()):
                return code
        few = "; ".join(list(self.labels.values())[:MOST_CODES_TOLD])
        raise ValueError(f"\u201d{echo(text)}\u201d er ikke på listen. Skriv en af disse: {few}.")

    def render(self, value: Any, obj: Any = None, **kwargs: Any) -> Cell:
        return self.labels.get(value, value or "")


class ListWidget(TextWidget):
    """Several texts, with a bar between them."""

    def clean(self, value: Any, row: Any = None, **kwargs: Any) -> Any:
        return [tidied(each) for each in items_of(value)]

    def render(self, value: Any, obj: Any = None, **kwargs: Any) -> Cell:
        return list(value or ())


class CodesWidget(ListWidget):
    """Several of a closed list."""

    def __init__(self, choices: Iterable[tuple[str, str]]) -> None:
        super().__init__()
        self.one = CodeWidget(choices)

    def clean(self, value: Any, row: Any = None, **kwargs: Any) -> Any:
        return [self.one.code(each) for each in items_of(value)]

    def render(self, value: Any, obj: Any = None, **kwargs: Any) -> Cell:
        return [str(self.one.render(each)) for each in value or ()]


def items_of(value: Any) -> list[str]:
    if isinstance(value, bool | date):
        raise ValueError(NOT_A_TEXT)
    return value if isinstance(value, list) else separated(as_text(value))


class ReferenceWidget(TextWidget):
    """Another row by its short name; the field holds its key."""

    def __init__(self, places: Places) -> None:
        super().__init__()
        self.places = places

    def clean(self, value: Any, row: Any = None, **kwargs: Any) -> Any:
        text = super().clean(value).strip()
        return self.places.key(text) if text else None

    def render(self, value: Any, obj: Any = None, **kwargs: Any) -> Cell:
        return self.places.name(value) if value else ""

    def told(self, value: Any) -> Cell:
        return self.places.told(value) if value else ""


class ReferencesWidget(ManyToManyWidget):
    """Several other rows by their short names, in the order of the names."""

    def __init__(self, places: Places) -> None:
        super().__init__(places.model)
        self.places = places

    def clean(self, value: Any, row: Any = None, **kwargs: Any) -> Any:
        names = dict.fromkeys(each.strip() for each in items_of(value))
        return [self.places.row(name) for name in names]

    def render(self, value: Any, obj: Any = None, **kwargs: Any) -> Cell:
        return sorted(self.places.name(row.pk) for row in value.all()) if value else []

    def told(self, value: Any) -> Cell:
        return sorted(self.places.told(each) for each in value or ())
