"""A text as words: where each stands, and the ways in which one and the same word is written."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

# Letters, or digits, or a section sign with its number. An underscore is part of a code, not a gap.
WORD = re.compile(r"§+\s*\d+(?:\s*[a-z]\b)?|\d+|[^\W\d]+(?:['\u2019][^\W\d]+)?", re.IGNORECASE)
# "a-kasse" is one word; "CTI-metoden" is two.
INITIAL = re.compile(r"\b([^\W\d_])[-\u2010\u2011](?=[^\W\d_]{2})")
PARAGRAPH = re.compile(r"\bparagraf(?:fen)?\s+(?=\d)", re.IGNORECASE)
# As typists without Danish keys write them, and as the letters are most often slipped on.
SPELT_OUT = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "ä": "ae", "ö": "oe"})
DIGRAPH = re.compile("ae|oe|aa")
LETTERS = {"ae": "æ", "oe": "ø", "aa": "å"}
BARE = str.maketrans("æøåäö", "aoaao")

# Marks upon letters, and characters that nobody sees.
LEFT_OUT = frozenset({"Mn", "Me", "Cf", "Cc"})

STOP_WORDS = frozenset(
    [
        "af",
        "alle",
        "alt",
        "altså",
        "at",
        "blev",
        "blive",
        "bliver",
        "da",
        "de",
        "dem",
        "den",
        "denne",
        "der",
        "deres",
        "det",
        "dette",
        "dig",
        "din",
        "du",
        "efter",
        "eller",
        "en",
        "end",
        "er",
        "et",
        "for",
        "fra",
        "få",
        "får",
        "gør",
        "ham",
        "han",
        "hans",
        "har",
        "have",
        "havde",
        "hen",
        "her",
        "hos",
        "hun",
        "hvad",
        "hvem",
        "hver",
        "hvilke",
        "hvilken",
        "hvilket",
        "hvis",
        "hvor",
        "hvordan",
        "hvorfor",
        "hvornår",
        "i",
        "ikke",
        "ind",
        "ja",
        "jeg",
        "jo",
        "kan",
        "kun",
        "kunne",
        "man",
        "med",
        "meget",
        "men",
        "mere",
        "mig",
        "min",
        "må",
        "når",
        "nogle",
        "noget",
        "nogen",
        "nu",
        "og",
        "også",
        "om",
        "op",
        "os",
        "på",
        "samt",
        "se",
        "selv",
        "sig",
        "sin",
        "sine",
        "skal",
        "skulle",
        "som",
        "så",
        "til",
        "ud",
        "under",
        "var",
        "ved",
        "vi",
        "vil",
        "ville",
        "være",
        "været",
        "the",
        "and",
        "of",
    ]
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a text: as it is compared, and where it stands."""

    word: str
    start: int
    end: int


def tokens(text: str) -> Iterator[Token]:
    """The words of the text in their order; their places are those in the text as it is."""
    for found in WORD.finditer(text):
        start, end = found.span()
        word = normalised(found.group())
        # The initial of "a-kasse" belongs to the word after it.
        if len(word) == 1 and INITIAL.match(text, start):
            continue
        before = INITIAL.match(text, start - 2) if start >= 2 else None
        if before and before.end() == start:
            word, start = normalised(before.group(1)) + word, before.start()
        if word:
            yield Token(word, start, end)


def words_of(text: str) -> list[str]:
    """The words of what someone typed, in their order."""
    return [token.word for token in tokens(PARAGRAPH.sub("§ ", cleaned(text)))]


def cleaned(text: str) -> str:
    """The text with each letter in the one form that Unicode has, without what nobody sees.

    A mark that Unicode joins to its letter is part of it, as in "å"; one that is left over is a
    slip of a keyboard or a converter, and goes.
    """
    joined = unicodedata.normalize("NFC", text)
    return "".join(each for each in joined if unicodedata.category(each) not in LEFT_OUT)


@lru_cache(maxsize=100_000)
def normalised(word: str) -> str:
    """In lower case, without accents; æ, ø and å are letters, and so is what stands for them."""
    lowered = unicodedata.normalize("NFKC", word).lower()
    letters = "".join(_plain(letter) for letter in lowered)
    return "".join(letter for letter in letters if letter.isalnum() or letter in "§_")


def _plain(letter: str) -> str:
    """é as e; æ, ø, å and their German sisters as they are."""
    if letter in "æøåäöü":
        return letter
    return unicodedata.normalize("NFKD", letter)[:1]


def spelt_out(word: str) -> str:
    """As one writes it without Danish keys: målgruppe is maalgruppe, and Ålborg aalborg."""
    return word.translate(SPELT_OUT)


def with_letters(word: str) -> str:
    """As it is meant by who has no Danish keys: maalgruppe is målgruppe."""
    return DIGRAPH.sub(lambda found: LETTERS[found.group()], word)


def bared(word: str) -> str:
    """As one writes it without caring for the letters: malgruppe, and maalgruppe, for målgruppe."""
    return with_letters(word).translate(BARE)
