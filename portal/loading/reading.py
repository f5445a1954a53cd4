"""Reads a file of content as strict JSON: one list of objects, each with its place in the file."""

import json
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import isfinite
from typing import Any

from portal.loading.reports import FileError, Place
from trials.rules import has_identity_number

# All content is about one megabyte.
MOST_BYTES = 50_000_000
LONGEST_NUMBER = 40
BYTE_ORDER_MARK = b"\xef\xbb\xbf"
SIXTEEN_BITS = (b"\xff\xfe", b"\xfe\xff")
_BLANK = re.compile(r"[ \t\r\n]*")

EMPTY = "filen er tom. Der er intet at indlæse."
NO_LIST = "filen skal være en liste: den begynder med [ og slutter med ]."
NO_OBJECT = 'her skal stå et objekt: {"model": …, "fields": …}.'
NOT_WHOLE = "ikke gyldig JSON (filen slutter for tidligt). Hent den igen; den er måske ikke hel."
TOO_DEEP = "ikke gyldig JSON (for mange niveauer inden i hinanden)."
REASONS = {
    "Expecting value": "her mangler en værdi",
    "Expecting ',' delimiter": "her mangler et komma eller en parentes",
    "Expecting ':' delimiter": "her mangler et kolon",
    "Expecting property name enclosed in double quotes": "her mangler et navn i anførselstegn",
    "Illegal trailing comma before end of object": "der er et komma for meget",
    "Illegal trailing comma before end of array": "der er et komma for meget",
    "Unterminated string starting at": "teksten, der begynder her, slutter ikke",
    "Invalid control character at": "teksten indeholder et styretegn",
    "Invalid \\escape": "der er en skråstreg for meget",
    "Invalid \\uXXXX escape": "der er en skråstreg for meget",
}


class _StrictError(ValueError):
    """What Python reads, and no content may hold; the message is Danish."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One object of a file, as it stands there."""

    place: Place
    data: dict[str, Any]

    def place_of(self, what: str) -> Place:
        """The place, with which row stands there."""
        return replace(self.place, what=what)


def items_of(name: str, data: bytes) -> Iterator[Item]:
    """The objects of the file, one after the other; FileError where it cannot be read."""
    file = Place(file=name, line=1)
    text = _text(file, data)
    at = _after_blanks(text, 0)
    if at == len(text):
        raise FileError(file, EMPTY)
    lines = _Lines(text)
    number = 0
    for start, value in _values(text, at, file, lines):
        number += 1
        place = replace(file, line=lines.of(start), number=number)
        if not isinstance(value, dict):
            raise FileError(place, NO_OBJECT)
        yield Item(place=place, data=value)
    if not number:
        raise FileError(file, EMPTY)


def _text(file: Place, data: bytes) -> str:
    """The letters of the file. Nothing is guessed of another encoding."""
    if len(data) > MOST_BYTES:
        raise FileError(file, f"filen er større end {MOST_BYTES // 1_000_000} MB. Del den.")
    if data.startswith(BYTE_ORDER_MARK):
        raise FileError(file, "ikke gyldig JSON (den begynder med BOM). Gem som UTF-8 uden BOM.")
    if data.startswith(SIXTEEN_BITS) or b"\x00" in data[:4]:
        raise FileError(file, "ikke gyldig JSON (den er skrevet i UTF-16). Gem som UTF-8.")
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        message = "ikke gyldig JSON (her er et tegn, der ikke er UTF-8). Gem som UTF-8."
        raise FileError(replace(file, line=line), message) from None


class _Lines:
    """Which line a place in the text stands on."""

    def __init__(self, text: str) -> None:
        self._ends = [match.start() for match in re.finditer("\n", text)]

    def of(self, at: int) -> int:
        return bisect_right(self._ends, at - 1) + 1


def _values(text: str, at: int, file: Place, lines: _Lines) -> Iterator[tuple[int, Any]]:
    """Each value of the list that begins there, and where it begins."""
    if text[at] != "[":
        told = NO_LIST if text[at] == "{" else f"ikke gyldig JSON ({NO_LIST.rstrip('.')})."
        raise FileError(replace(file, line=lines.of(at)), told)
    at = _after_blanks(text, at + 1)
    if text[at : at + 1] == "]":
        at += 1
    else:
        end = ","
        while end == ",":
            value, after = _value(text, at, replace(file, line=lines.of(at)), lines)
            yield at, value
            after = _after_blanks(text, after)
            end = text[after : after + 1]
            if end not in {",", "]"}:
                told = NOT_WHOLE if not end else _no_json(REASONS["Expecting ',' delimiter"])
                raise FileError(replace(file, line=lines.of(after)), told)
            at = _after_blanks(text, after + 1) if end == "," else after + 1
    if (rest := _after_blanks(text, at)) < len(text):
        told = _no_json("der står mere efter listen")
        raise FileError(replace(file, line=lines.of(rest)), told)


def _value(text: str, at: int, place: Place, lines: _Lines) -> tuple[Any, int]:
    try:
        return _DECODER.raw_decode(text, at)
    except json.JSONDecodeError as error:
        is_short = error.pos >= len(text.rstrip()) or error.msg.startswith("Unterminated")
        told = NOT_WHOLE if is_short else _no_json(REASONS.get(error.msg, "den kan ikke læses"))
        raise FileError(replace(place, line=lines.of(error.pos)), told) from None
    except RecursionError:
        raise FileError(place, TOO_DEEP) from None
    except _StrictError as error:
        raise FileError(place, _no_json(str(error))) from None


def _no_json(reason: str) -> str:
    return f"ikke gyldig JSON ({reason})."


def _after_blanks(text: str, at: int) -> int:
    found = _BLANK.match(text, at)
    return found.end() if found else at


# --- What Python's reader would let through ---------------------------------------------------


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in pairs:
        if name in found:
            shown = "et navn" if has_identity_number(name) else f"\u201d{name[:40]}\u201d"
            raise _StrictError(f"{shown} står to gange i objektet")
        found[name] = value
    return found


def _constant(name: str) -> Any:
    raise _StrictError(f"{name} er ikke et tal")


def _whole(digits: str) -> int:
    if len(digits) > LONGEST_NUMBER:
        raise _StrictError(f"et tal har {len(digits)} cifre")
    return int(digits)


def _number(digits: str) -> float:
    number = float(digits)
    if len(digits) > LONGEST_NUMBER or not isfinite(number):
        raise _StrictError("et tal er for stort eller for langt")
    return number


_DECODER = json.JSONDecoder(
    object_pairs_hook=_once, parse_constant=_constant, parse_int=_whole, parse_float=_number
)
