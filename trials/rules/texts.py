"""What no text may hold, and no address: told in Danish with the remedy.

Everything here takes time that grows with the length of the text and no faster: whoever pastes
fifty thousand accents waits no longer than others.
"""

import re
import unicodedata
from urllib.parse import urlsplit

MOST_CHARACTERS = 50_000
MOST_MARKS = 4

TURNING = (
    "Teksten indeholder skjulte tegn, der vender læseretningen, så den ser anderledes ud, end den "
    "er. Skriv den igen, eller indsæt den som ren tekst."
)
UNREADABLE = (
    "Teksten indeholder styretegn, der ikke kan læses. Skriv den igen, eller indsæt den som ren "
    "tekst."
)
INVISIBLE = "Teksten består kun af usynlige tegn. Skriv noget, der kan læses."
MARKED = f"Der står mere end {MOST_MARKS} accenter på samme bogstav. Fjern dem."

# Marks, embeddings, overrides and isolates: everything that only turns the direction of reading.
_TURNING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_LINE_BREAKS = frozenset("\t\n\r")
# Counted as letters and symbols, and yet drawn as nothing.
_BLANK_LETTERS = frozenset("\u115f\u1160\u2800\u3164\uffa0")
_MARKS = frozenset({"Mn", "Mc", "Me"})
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Cn", "Zs", "Zl", "Zp"}) | _MARKS
_SPACES = str.maketrans({"\u00a0": " ", "\u202f": " "})


def text_fault(text: str) -> str:
    """What is wrong with the text; empty when nothing is. An empty text is not wrong."""
    if len(text) > MOST_CHARACTERS:
        return _too_long(len(text))
    characters = {character: unicodedata.category(character) for character in set(text)}
    if not _TURNING.isdisjoint(characters):
        return TURNING
    if any(_is_unreadable(*each) for each in characters.items()):
        return UNREADABLE
    if text and not any(_is_seen(*each) for each in characters.items()):
        return INVISIBLE
    return MARKED if _is_overmarked(text, characters) else ""


def tidied(text: str) -> str:
    """The same text as others would write it: composed letters, plain blanks and line breaks.

    A text that will be refused is left as it is: to compose it could take very long.
    """
    if text_fault(text):
        return text
    plain = text.translate(_SPACES).replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", plain)


def _too_long(length: int) -> str:
    counted, most = (f"{number:,}".replace(",", ".") for number in (length, MOST_CHARACTERS))
    return f"Teksten er på {counted} tegn, og der er plads til {most}. Gør den kortere."


def _is_unreadable(character: str, category: str) -> bool:
    return category == "Cs" or (category == "Cc" and character not in _LINE_BREAKS)


def _is_seen(character: str, category: str) -> bool:
    return category not in _UNSEEN and character not in _BLANK_LETTERS


def _is_overmarked(text: str, characters: dict[str, str]) -> bool:
    marks = "".join(each for each, category in characters.items() if category in _MARKS)
    return bool(marks and re.search(f"[{re.escape(marks)}]{{{MOST_MARKS + 1}}}", text))


# --- Addresses --------------------------------------------------------------------------------

HTTPS_ONLY = "Skriv en adresse, der begynder med https://."
NO_USER = "Adressen må ikke indeholde et brugernavn før værten. Fjern det, der står foran @."
NO_BLANKS = "Adressen må ikke indeholde mellemrum eller linjeskift. Fjern dem."
PUBLIC_HOST = (
    "Skriv en offentlig adresse med et navn, for eksempel https://www.star.dk. Et IP-nummer, "
    "localhost og andre lokale navne kan læseren ikke bruge."
)
LOOK_ALIKE = (
    "Værten i adressen må kun bestå af bogstaverne a til z, æ, ø, å, ä, ö, ü og é, tal og "
    "bindestreg. Andre bogstaver kan ligne dem og føre et andet sted hen."
)
_HOST_LETTERS = re.compile(r"[a-z0-9æøåäöüé.\-]+")
_PORT = re.compile(r":\d{1,5}\Z")
_LOCAL = frozenset({"localhost", "local", "localdomain", "internal", "lan", "home", "intranet"})


def address_fault(address: str) -> str:
    """What is wrong with an address that readers will follow; empty when nothing is."""
    if any(character.isspace() or not character.isprintable() for character in address):
        return NO_BLANKS
    if not address.lower().startswith("https://"):
        return HTTPS_ONLY
    try:
        server = urlsplit(address).netloc
    except ValueError:  # a bracket that is not ended, or a letter that stands for a dash or a dot
        return PUBLIC_HOST
    if "@" in server or "\\" in address:
        return NO_USER
    return _host_fault(_PORT.sub("", server).lower().rstrip("."))


def _host_fault(host: str) -> str:
    if host.startswith("["):
        return PUBLIC_HOST
    shown = _shown(host)
    if not _HOST_LETTERS.fullmatch(shown):
        return LOOK_ALIKE if host else PUBLIC_HOST
    *names, last = shown.split(".")
    # A last part with a digit is a number of some kind: 127.0.0.1, 0x7f.1, 2130706433.
    if not names or not all(names) or last in _LOCAL or re.search(r"\d", last):
        return PUBLIC_HOST
    return ""


def _shown(host: str) -> str:
    """The host as a browser shows it: xn-- stands for letters beyond a to z."""
    try:
        return host.encode("ascii").decode("idna") if "xn--" in host else host
    except UnicodeError:
        return "?"
