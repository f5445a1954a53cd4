"""Finds Danish personal identity numbers (CPR) in text, so that they can be refused everywhere.

No modulus 11 test: numbers have been issued without it, and a slip of the pen is as private as the
number it stands for. Days 61 to 91 are replacement numbers (erstatningsnumre).
"""

import re
import unicodedata

REFUSAL = (
    "Feltet ligner et CPR-nummer. Vejviser må ikke indeholde oplysninger om personer. "
    "Fjern nummeret og prøv igen."
)

_GAP = r"[ ]{0,2}[-\u2010-\u2015\u2212_./]{0,2}[ ]{0,2}"
_NUMBER = re.compile(
    r"(?<![\d])(?<!\d[.,/:\-])"
    r"(?:"
    rf"(?P<a>\d{{2}})(?P<b>\d{{2}})\d{{2}}{_GAP}\d{{4}}"
    rf"|(?P<c>\d{{2}})[ .\-/](?P<d>\d{{2}})[ .\-/]\d{{2}}{_GAP}(?:\d{{4}}|\d{{2}} \d{{2}})"
    r"|(?P<e>\d{2})(?P<f>\d{2}) \d{2} ?\d{4}"
    r"|(?P<g>\d{2})(?P<h>\d{2}) \d{6}"
    r")"
    r"(?![\d])(?![.,/:\-]\d)"
)


def has_identity_number(text: str) -> bool:
    """Whether the text holds something that looks like a CPR number with a possible date."""
    return any(_is_possible_date(match) for match in _NUMBER.finditer(_normalised(text)))


def _normalised(text: str) -> str:
    """Compatibility forms joined, invisible characters removed, every decimal digit as ASCII."""
    visible = (
        character
        for character in unicodedata.normalize("NFKC", text)
        if unicodedata.category(character) != "Cf"
    )
    return "".join(
        str(unicodedata.decimal(character)) if character.isdecimal() else character
        for character in visible
    )


def _is_possible_date(match: re.Match[str]) -> bool:
    day, month = (int(part) for part in match.groups() if part is not None)
    return 1 <= month <= 12 and (1 <= day <= 31 or 61 <= day <= 91)
