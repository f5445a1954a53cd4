"""The words that stand in the content, and which of them a typed word may mean."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from functools import cached_property

from portal.lexicon.compounds import splits
from portal.lexicon.inflection import root, stem
from portal.lexicon.spelling import nearest, suggestions
from portal.lexicon.synonyms import SYNONYMS, synonyms_of
from portal.lexicon.tokens import STOP_WORDS, bared, spelt_out

# How good a hit is: the word itself, a form of it, a compound, a relative, another word.
EXACT = 1.0
INFLECTED = 0.9
COMPOUND_END = 0.55
COMPOUND_START = 0.45
RELATED = 0.4
SYNONYM = 0.4
# What is left of it when the word was not spelt as it should be.
RESPELT = 0.7
SHORTEST_COMPOUND = 6
SHORTEST_PART = 3

Meanings = dict[str, float]
Index = dict[str, set[str]]


class Vocabulary:
    """The words of the content, with the number of entries that each stands in.

    ``names`` are those of places, which are never taken apart.
    """

    def __init__(self, counts: Mapping[str, int], names: Collection[str] = ()) -> None:
        self.counts = dict(counts)
        self._names = {spelt_out(word) for word in names}
        self._spelt = _index((spelt_out(word), word) for word in self.counts)
        self._stems = _index((stem(spelt_out(word)), word) for word in self.counts)
        self._roots = _index((root(spelt_out(word)), word) for word in self.counts)
        self._bare = _index((bared(base), base) for base in (*self._stems, *SYNONYMS))

    def meanings(self, typed: str) -> Meanings:
        """The words of the content that the typed one may stand for, and how good a hit each is."""
        found = self._forms(typed)
        for other in synonyms_of(typed):
            _add(found, self._forms(other), SYNONYM)
        return found

    def respelt(self, typed: str) -> list[str]:
        """Words that exist, for one that does not: its letters were bare, or slipped."""
        base = bared(stem(spelt_out(typed)))
        bare = [base] if base in self._bare else nearest(base, self._bare)
        return sorted({self._shown(each) for key in bare for each in self._bare[key]})

    def taken_apart(self, typed: str) -> list[str]:
        """The two words that a compound is made of, when the content knows only those."""
        spelt = spelt_out(typed)
        for place in range(len(spelt) - SHORTEST_PART, SHORTEST_PART, -1):
            for start in (spelt[:place], spelt[:place].removesuffix("s")):
                parts = [stem(start), stem(spelt[place:])]
                if all(len(part) >= SHORTEST_PART and self._is_known(part) for part in parts):
                    return [self._shown(part) for part in parts]
        return []

    def suggestions(self, typed: str) -> list[str]:
        """Words to offer when nothing was found."""
        return [
            self._shown(next(iter(sorted(self._bare[each]))))
            for each in suggestions(bared(stem(spelt_out(typed))), self._bare)
        ]

    def rarity_base(self, words: Iterable[str]) -> int:
        """The number of entries that the commonest of the words stands in."""
        return max((self.counts[word] for word in words), default=0)

    def _forms(self, typed: str) -> Meanings:
        """The word, its inflections, the compounds that it is a part of, and its relatives."""
        spelt = spelt_out(typed)
        base = stem(spelt)
        first, last = self._parts
        found: Meanings = {}
        _add(found, dict.fromkeys(self._spelt.get(spelt, ()), EXACT))
        _add(found, dict.fromkeys(self._stems.get(base, ()), INFLECTED))
        if spelt.isalpha() and len(spelt) >= SHORTEST_PART and typed not in STOP_WORDS:
            _add(found, dict.fromkeys(last.get(base, ()), COMPOUND_END))
            _add(found, dict.fromkeys(first.get(base, ()), COMPOUND_START))
            _add(found, dict.fromkeys(self._roots.get(root(spelt), ()), RELATED))
        return found

    @cached_property
    def _parts(self) -> tuple[Index, Index]:
        """The compounds by the stem of what they start with, and of what they end with."""
        pairs = [
            (parts, word)
            for word in self.counts
            if len(word) >= SHORTEST_COMPOUND and spelt_out(word) not in self._names
            for parts in splits(spelt_out(word), self._is_known)
        ]
        return (
            _index((parts.first, word) for parts, word in pairs if parts.first),
            _index((parts.last, word) for parts, word in pairs if parts.last),
        )

    def _is_known(self, base: str) -> bool:
        return any(word not in STOP_WORDS for word in self._stems.get(base, ()))

    def _shown(self, base: str) -> str:
        """The commonest word of that stem, as it stands in the content."""
        words = self._stems.get(base, {base})
        return max(sorted(words), key=lambda word: self.counts.get(word, 0))


def _index(pairs: Iterable[tuple[str, str]]) -> Index:
    found: Index = defaultdict(set)
    for key, word in pairs:
        found[key].add(word)
    return dict(found)


def _add(found: Meanings, more: Mapping[str, float], share: float = 1.0) -> None:
    """Add the meanings, each as good as the best way that leads to it."""
    for word, value in more.items():
        found[word] = max(found.get(word, 0.0), value * share)
