"""Finds Danish personal identity numbers (CPR) in text, so that they can be refused everywhere.

No modulus 11 test: numbers have been issued without it, and a slip of the pen is as private as the
number it stands for. Days 61 to 91 are replacement numbers (erstatningsnumre), as are numbers that
end in letters.
"""

import re
import unicodedata

REFUSAL = (
    "Feltet ligner et CPR-nummer. Vejviser må ikke indeholde oplysninger om personer. "
    "Fjern nummeret og prøv igen."
)

# A field name that a program may have, and a person's name or a sentence does not.
_PLAIN_NAME = re.compile(r"[a-z][a-z0-9_-]{0,39}", re.ASCII)

_DAY = r"(?:0[1-9]|[12]\d|3[01]|6[1-9]|[78]\d|9[01])"
_MONTH = r"(?:0[1-9]|1[0-2])"
_BLANK = r"[^\S\r\n]"
_DASH = r"\-\u2010-\u2015\u2212"
_GAP = rf"{_BLANK}{{0,2}}[{_DASH}_./]{{0,2}}{_BLANK}{{0,2}}"
_POINT = rf"(?:{_BLANK}|[{_DASH}./])"
_CENTURY = "(?:19|20)"
# A date and its year once more, "01.01.22 2022", is not a number.
_YEAR_AGAIN = rf"(?!{_BLANK}{{1,2}}{_CENTURY}(?P=year)(?!\d))"
_NUMBER = re.compile(
    r"(?<!\d)(?<!\d[.,/:\-])"
    r"(?:"
    rf"{_DAY}{_MONTH}\d{{2}}{_GAP}\d{{4}}"
    rf"|{_DAY}{_MONTH}\d{{2}}-(?=[A-Z]{{0,3}}\d)(?=\d{{0,3}}[A-Z])[A-Z\d]{{4}}(?![A-Za-z])"
    rf"|{_DAY}{_POINT}{_MONTH}{_POINT}(?P<year>\d{{2}}){_YEAR_AGAIN}{_GAP}"
    rf"(?:\d{{4}}|\d{{2}}{_BLANK}\d{{2}}(?!{_BLANK}\d))"
    rf"|{_DAY}{_POINT}?{_MONTH}{_POINT}?{_CENTURY}\d{{2}}[{_DASH}](?!{_CENTURY}\d{{2}}(?!\d))\d{{4}}"
    rf"|{_DAY}{_MONTH}{_BLANK}\d{{2}}{_BLANK}?\d{{4}}"
    rf"|{_DAY}{_MONTH}{_BLANK}\d{{6}}"
    r")"
    r"(?!\d)(?![.,/:\-]\d)"
)
_INVISIBLE = frozenset({"Cf", "Cc", "Mn", "Me"})


def has_identity_number(text: str) -> bool:
    """Whether the text holds something that looks like a CPR number with a possible date."""
    return _NUMBER.search(_normalised(text)) is not None


def loggable_name(name: str) -> str:
    """A field name from outside as it may stand in a log; what it held never may."""
    is_safe = _PLAIN_NAME.fullmatch(name) and not has_identity_number(name)
    return name if is_safe else "(ikke vist)"


def _normalised(text: str) -> str:
    """Each character as ASCII where it stands for it; what nobody sees is left out.

    Character by character, never the text as a whole: joining long runs of accents takes time
    that grows with the square of their number.
    """
    return text.translate({ord(character): _plain(character) for character in set(text)})


def _plain(character: str) -> str:
    if unicodedata.category(character) in _INVISIBLE and not character.isspace():
        return ""
    if character.isdecimal():
        return str(unicodedata.decimal(character))
    return unicodedata.normalize("NFKC", character)
