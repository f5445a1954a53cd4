"""How far a typed word is from one that exists: letters left out, doubled, wrong or swapped."""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches

SHORTEST = 5
LONG = 10
LIKENESS = 0.7
MOST_SUGGESTED = 3


def allowed(word: str) -> int:
    """How many slips a word of that length may hold and still be told from all others."""
    if len(word) < SHORTEST or not word.isalpha():
        return 0
    return 1 if len(word) < LONG else 2


def nearest(word: str, known: Iterable[str]) -> list[str]:
    """The known words with the fewest slips; none when all are too far."""
    most = allowed(word)
    found = [(distance(word, other), other) for other in _alike(word, known, most)]
    fewest = min((slips for slips, _ in found), default=most + 1)
    return sorted(other for slips, other in found if slips == fewest <= most)


def suggestions(word: str, known: Iterable[str]) -> list[str]:
    """Words that someone may have meant, however far: to offer, not to search for."""
    return get_close_matches(word, known, n=MOST_SUGGESTED, cutoff=LIKENESS)


def _alike(word: str, known: Iterable[str], most: int) -> Iterator[str]:
    """Cheaply leave out what is too long, too short, or shares neither beginning nor end."""
    for other in known:
        shares = word[:1] == other[:1] or word[-3:] == other[-3:]
        # "u" turns a word into its opposite: ufaglært is no slip of faglært.
        opposite = word in (f"u{other}", other[1:] if other[:1] == "u" else "")
        if most and shares and not opposite and abs(len(word) - len(other)) <= most:
            yield other


def distance(one: str, other: str) -> int:
    """The least number of letters to insert, take out, change, or swap with their neighbour."""
    before, last = list[int](), list(range(len(other) + 1))
    for i, letter in enumerate(one):
        row = [i + 1]
        for j, wanted in enumerate(other):
            row.append(min(last[j + 1] + 1, row[j] + 1, last[j] + (letter != wanted)))
            if i and j and letter == other[j - 1] and one[i - 1] == wanted:
                row[-1] = min(row[-1], before[j - 1] + 1)
        before, last = last, row
    return last[-1]
