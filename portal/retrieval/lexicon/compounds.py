"""Danish joins words, as virksomhed + s + praktik: where they may be taken apart again.

Letters that happen to stand together are not a part: what is left must look like a word too, so
that "pension" is not found in "suspension", nor "borger" in "Aalborg".
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from portal.retrieval.lexicon.inflection import DERIVED, VOWEL, stem

SHORTEST_PART = 3
# What may be joined by an s, and what nobody knows, is longer.
SHORTEST_BEFORE_S = 4
SHORTEST_UNKNOWN = 5
SHORTEST_UNKNOWN_END = 6
# What stands before a word without being one: overgang is no gang, and samarbejde no arbejde.
PARTICLES = frozenset(
    [
        "af",
        "an",
        "ad",
        "be",
        "bi",
        "bort",
        "efter",
        "en",
        "er",
        "for",
        "fore",
        "forud",
        "frem",
        "fra",
        "ge",
        "gen",
        "hen",
        "hjem",
        "igen",
        "ind",
        "inde",
        "indtil",
        "kon",
        "med",
        "mellem",
        "men",
        "mis",
        "mod",
        "ned",
        "ny",
        "om",
        "op",
        "oven",
        "over",
        "paa",
        "per",
        "pre",
        "pro",
        "re",
        "sam",
        "som",
        "til",
        "trans",
        "ud",
        "ude",
        "under",
        "und",
        "ur",
        "van",
        "ved",
        "vel",
        "vide",
    ]
)
SUFFIXES = ("hed", "ighed", "ning", "else", "dom", "lig", "skab", "isk", "som", "bar", "agtig")
ENDS_NO_WORD = frozenset({*DERIVED, *SUFFIXES})

# Words so short that they end a compound only because they are known to.
SHORT_ENDS = frozenset(["dag", "fag", "job", "krav", "løn", "mål", "plan", "sag", "tid"])
# The stems of words that only say what kind of thing it is: a voksenlærlingeordning is about the
# voksenlærling.
KINDS = frozenset(["forsøg", "metod", "ordning", "program", "projekt", "pulj", "reg", "regl"])
# Adverbs that end like a verb.
WHOLE = frozenset({"anderledes", "således", "særdeles", "ligeledes"})

IsKnown = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Parts:
    """A word taken apart in two: the stems of what it starts and what it ends with.

    One of them is empty when only the other can be trusted.
    """

    first: str
    last: str


def splits(word: str, is_known: IsKnown) -> Iterator[Parts]:
    """Every plausible way to take the word apart; ``is_known`` tells whether a stem is a word's."""
    if not word.isalpha() or word in WHOLE:
        return
    for place in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1):
        start, end = word[:place], word[place:]
        if not can_end(end):
            continue
        for begin, joint in _without_joint(start):
            if begin not in PARTICLES and VOWEL.search(begin):
                yield from _parts(begin, joint, end, is_known)


def subject(word: str, is_known: IsKnown) -> str:
    """The stem of what a scheme, a pool or a method is about, as its name says; or nothing."""
    for parts in splits(word, is_known):
        if parts.last in KINDS and is_known(parts.first):
            return parts.first
    return ""


def _parts(begin: str, joint: str, end: str, is_known: IsKnown) -> Iterator[Parts]:
    first, last = stem(begin), stem(end)
    knows_first, knows_last = is_known(first), is_known(last)
    is_long = len(end) >= SHORTEST_UNKNOWN_END and not end.startswith(SUFFIXES)
    may_stand_first = knows_first and len(begin) >= SHORTEST_BEFORE_S and is_long
    trusts_first = bool(joint) or knows_last or may_stand_first
    least = SHORTEST_UNKNOWN - len(joint)
    is_word = len(end) >= least or end in SHORT_ENDS
    trusts_last = knows_first or (len(begin) >= SHORTEST_UNKNOWN and is_word)
    if trusts_first or trusts_last:
        yield Parts(first if trusts_first else "", last if trusts_last else "")


def _without_joint(start: str) -> Iterator[tuple[str, str]]:
    yield start, ""
    if start.endswith("s") and len(start) > SHORTEST_BEFORE_S:
        yield start[:-1], "s"


def can_end(end: str) -> bool:
    """Whether a word could start here: it has a vowel, and is no mere ending."""
    return bool(VOWEL.search(end)) and end not in ENDS_NO_WORD and stem(end) not in ENDS_NO_WORD
