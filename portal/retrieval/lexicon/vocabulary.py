"""The words that stand in the content, and which of them a typed word may mean."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cached_property

from portal.retrieval.lexicon.compounds import can_end, splits, subject
from portal.retrieval.lexicon.inflection import root, stem
from portal.retrieval.lexicon.spelling import allowed, nearest, suggestions
from portal.retrieval.lexicon.synonyms import SYNONYMS, synonyms_of
from portal.retrieval.lexicon.tokens import STOP_WORDS, bared, spelt_out, with_letters

# How good a hit is: the word itself, a form of it, a compound, a relative, another word.
EXACT = 1.0
INFLECTED = 0.9
COMPOUND_END = 0.55
COMPOUND_START = 0.45
RELATED = 0.4
SYNONYM = 0.4
SUBJECT = 0.3
SHORTEST_COMPOUND = 6
SHORTEST_PART = 3
# What is a word when what it is joined with is none that the content knows.
SHORTEST_HALF = 4

LETTERS = frozenset("æøå")

Meanings = dict[str, float]
Index = dict[str, set[str]]


class Vocabulary:
    """The words of the content, with the number of entries that each stands in.

    ``names`` are those of places, which are never taken apart.
    """

    def __init__(self, counts: Mapping[str, int], names: Collection[str] = ()) -> None:
        self.counts = dict(counts)
        self._names = frozenset(names)
        self._spelt = _index((spelt_out(word), word) for word in self.counts)
        self._stems = _index((stem(word), word) for word in self.counts)
        self._roots = _index((root(word), word) for word in self.counts)
        # Without their letters, to find what was typed without them; stems, and then whole words.
        self._bare = _index((bared(base), base) for base in (*self._stems, *SYNONYMS))
        self._bare_words = _index((bared(word), stem(word)) for word in self.counts)

    def meanings(self, typed: str) -> Meanings:
        """The words of the content that the typed one may stand for, and how good a hit each is."""
        found = self._forms(typed)
        for other in synonyms_of(typed):
            add(found, self._forms(other), SYNONYM)
        about = subject(with_letters(typed), self._is_known)
        add(found, dict.fromkeys(self._stems.get(about, ()), SUBJECT))
        return found

    def respelt(self, typed: str) -> list[str]:
        """Words that exist, for one that does not: its letters were bare, or slipped."""
        base = bared(stem(typed))
        if base in self._bare and not LETTERS & set(typed):
            return self._all_shown(self._bare[base])
        # A short stem says little: then the whole word is held against whole words.
        index = self._bare if allowed(base) else self._bare_words
        near = nearest(base if allowed(base) else bared(typed), index)
        return self._all_shown(each for key in near for each in index[key])

    def taken_apart(self, typed: str) -> list[str]:
        """The two words that a compound is made of, when the content knows those; if it knows no
        such two, the longest that it starts with, and the rest.
        """
        parts = list(self._halves(with_letters(typed)))
        both = (each for each in parts if self._stands(each[1]))
        long = (each for each in parts if min(map(len, each)) >= SHORTEST_HALF)
        return list(next(both, None) or next(long, ()))

    def _halves(self, word: str) -> Iterator[tuple[str, str]]:
        """A word that the content knows and what follows it, the longest first."""
        for place in range(len(word) - SHORTEST_PART, SHORTEST_PART - 1, -1):
            if can_end(word[place:]):
                for start in dict.fromkeys((word[:place], word[:place].removesuffix("s"))):
                    if len(start) >= SHORTEST_PART and self._can_start(start):
                        yield start, word[place:]

    def _can_start(self, start: str) -> bool:
        """Whether it is a word. A short one must be written so: borg is not the stem of borger."""
        if len(start) <= SHORTEST_HALF:
            return start in self.counts or bool(synonyms_of(start))
        return self._stands(start) or bool(synonyms_of(start))

    def suggestions(self, typed: str) -> list[str]:
        """Words to offer when nothing was found."""
        near = suggestions(bared(typed), self._bare_words)
        return [self._shown(min(self._bare_words[each])) for each in near]

    def _forms(self, typed: str) -> Meanings:
        """The word, its inflections, the compounds that it is a part of, and its relatives."""
        found: Meanings = {}
        add(found, dict.fromkeys(self._spelt.get(spelt_out(typed), ()), EXACT))
        for word in dict.fromkeys((typed, with_letters(typed))):
            base = stem(word)
            add(found, dict.fromkeys(self._stems.get(base, ()), INFLECTED))
            if word.isalpha() and len(word) >= SHORTEST_PART and word not in STOP_WORDS:
                first, last = self._parts
                add(found, dict.fromkeys(last.get(base, ()), COMPOUND_END))
                add(found, dict.fromkeys(first.get(base, ()), COMPOUND_START))
                add(found, dict.fromkeys(self._roots.get(root(word), ()), RELATED))
        return found

    @cached_property
    def _parts(self) -> tuple[Index, Index]:
        """The compounds by the stem of what they start with, and of what they end with."""
        pairs = [
            (parts, word)
            for word in self.counts
            if len(word) >= SHORTEST_COMPOUND and word not in self._names
            for parts in splits(word, self._is_known)
        ]
        return (
            _index((parts.first, word) for parts, word in pairs if parts.first),
            _index((parts.last, word) for parts, word in pairs if parts.last),
        )

    def _stands(self, word: str) -> bool:
        """Whether the word stands in the content by itself, in some form."""
        return word not in STOP_WORDS and self._is_known(stem(word))

    def _is_known(self, base: str) -> bool:
        return any(word not in STOP_WORDS for word in self._stems.get(base, ()))

    def _all_shown(self, bases: Iterable[str]) -> list[str]:
        return sorted({self._shown(base) for base in bases})

    def _shown(self, base: str) -> str:
        """The commonest word of that stem, as it stands in the content."""
        words = self._stems.get(base, {base})
        return max(sorted(words), key=lambda word: self.counts.get(word, 0))


def add(found: Meanings, more: Mapping[str, float], share: float = 1.0) -> None:
    """Add the meanings, each as good as the best way that leads to it."""
    for word, value in more.items():
        found[word] = max(found.get(word, 0.0), value * share)


def _index(pairs: Iterable[tuple[str, str]]) -> Index:
    found: Index = defaultdict(set)
    for key, word in pairs:
        found[key].add(word)
    return dict(found)
