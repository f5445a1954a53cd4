"""Dates, numbers and lists as Danish text."""

import re
import unicodedata
from collections.abc import Collection, Sequence
from datetime import date
from decimal import Decimal

_MONTHS = (
    "januar",
    "februar",
    "marts",
    "april",
    "maj",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "december",
)


_ALPHABET = str.maketrans("æøåé", "{|}e")


def danish_order(text: str) -> str:
    """What to sort a text by: æ, ø and å follow z, é is an e, and small and large are alike."""
    return text.lower().translate(_ALPHABET)


def danish_date(day: date) -> str:
    """31. marts 2022."""
    return f"{day.day}. {_MONTHS[day.month - 1]} {day.year}"


def danish_month(day: date) -> str:
    """marts 2022."""
    return f"{_MONTHS[day.month - 1]} {day.year}"


def danish_number(value: int | Decimal) -> str:
    """A number with a decimal comma and no trailing zeros: 3,5."""
    if isinstance(value, int):
        return str(value)
    text = f"{value:f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return text.replace(".", ",")


def danish_amount(value: int | Decimal, unit: str) -> str:
    """A number with its unit, which is given in the plural: 1 måned, 3,5 måneder."""
    return f"{danish_number(value)} {_ONE.get(unit, unit) if value == 1 else unit}"


_ONE = {"dage": "dag", "uger": "uge", "måneder": "måned", "eksempler": "eksempel"}


def joined(parts: Sequence[str], word: str = "og") -> str:
    """A list with a word before the last part: "a, b og c"."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {word} {parts[-1]}"


def capitalised(text: str) -> str:
    """The text with a capital first letter; the rest as it is."""
    return text[:1].upper() + text[1:]


def within(text: str) -> str:
    """A sentence as it stands inside another: a small first letter, but LAB stays LAB."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


_IN_ADDRESSES = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})
_LONGEST_SLUG = 60


def slug_from(text: str, *, taken: Collection[str] = ()) -> str:
    """A short name for an address, unlike those taken: "Længere praktik" as laengere-praktik."""
    plain = unicodedata.normalize("NFKD", text.lower().translate(_IN_ADDRESSES))
    words = re.findall(r"[a-z0-9]+", "".join(c for c in plain if not unicodedata.combining(c)))
    while len("-".join(words)) > _LONGEST_SLUG and len(words) > 1:
        words.pop()
    slug = "-".join(words)[:_LONGEST_SLUG]
    numbers = (f"{slug}-{number}" for number in range(2, len(taken) + 3))
    return slug if slug not in taken else next(name for name in numbers if name not in taken)
