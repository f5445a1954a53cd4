"""What someone typed, as words to find: all of them, or as many as possible."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from portal.retrieval.lexicon.tokens import STOP_WORDS, words_of
from portal.retrieval.lexicon.vocabulary import (
    EXACT,
    INFLECTED,
    SYNONYM,
    Meanings,
    Vocabulary,
    add,
)

QUOTED = re.compile(r"[\"\u201c\u201d\u201e«»]([^\"\u201c\u201d\u201e«»]+)[\"\u201c\u201d\u201e«»]")
# What is left of a hit when the word was not spelt as it should be.
RESPELT = 0.7
CLOSE = INFLECTED * RESPELT
MOST_WORDS = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One word that was typed, and the words of the content that it may stand for.

    ``respelt`` are the words that were looked for instead, when it is none itself. An optional
    term makes a hit better and need not be there.
    """

    typed: str
    meanings: Meanings
    respelt: tuple[str, ...] = ()
    is_optional: bool = False

    @property
    def close(self) -> list[str]:
        """The word and its forms; what may stand beside another word in a phrase."""
        return [word for word, value in self.meanings.items() if value >= CLOSE]


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """The words to find, those that must stand side by side, and those that do so when it suits."""

    terms: tuple[Term, ...]
    phrases: tuple[tuple[Term, ...], ...]
    neighbours: tuple[tuple[Term, Term], ...]

    @property
    def required(self) -> tuple[Term, ...]:
        return tuple(term for term in self.terms if not term.is_optional)

    @property
    def known(self) -> tuple[Term, ...]:
        """The terms that stand somewhere in the content."""
        return tuple(term for term in self.terms if term.meanings)

    @property
    def unknown(self) -> tuple[Term, ...]:
        return tuple(term for term in self.required if not term.meanings)

    @property
    def respelt(self) -> tuple[Term, ...]:
        return tuple(term for term in self.terms if term.respelt)

    @property
    def words(self) -> frozenset[str]:
        """Every word of the content that is a hit."""
        return frozenset(word for term in self.terms for word in term.meanings)


def query_from(text: str, vocabulary: Vocabulary) -> Query:
    """Read what was typed. A word that only holds sentences together need not be found."""
    typed = words_of(text)[:MOST_WORDS]
    every = _with_joined([term for word in typed for term in _terms(word, vocabulary)], vocabulary)
    carrying = [term for term in every if term.typed not in STOP_WORDS]
    quoted = (words_of(each) for each in QUOTED.findall(text))
    return Query(
        terms=tuple(_once(carrying or every)),
        phrases=tuple(tuple(_known(word, vocabulary) for word in each) for each in quoted if each),
        neighbours=tuple(
            (one, other) for one, other in pairwise(every) if one.close and other.close
        ),
    )


def _known(typed: str, vocabulary: Vocabulary) -> Term:
    return Term(typed=typed, meanings=vocabulary.meanings(typed))


def _terms(typed: str, vocabulary: Vocabulary) -> Sequence[Term]:
    """The word; or as it should be spelt; or the two words that it is made of, the first of which
    says what it is about. A last one that stands nowhere is told to be missing.
    """
    found = _known(typed, vocabulary)
    if found.meanings or typed in STOP_WORDS:
        return [found]
    if typed.startswith("§"):
        return [_known(typed.removeprefix("§"), vocabulary)]
    if respelt := vocabulary.respelt(typed):
        return [_respelt(typed, respelt, vocabulary)]
    if parts := vocabulary.taken_apart(typed):
        first, last = (_known(part, vocabulary) for part in parts)
        return [first, replace(last, is_optional=bool(last.meanings))]
    return [found]


def _respelt(typed: str, others: Sequence[str], vocabulary: Vocabulary) -> Term:
    meanings: Meanings = {}
    for other in others:
        add(meanings, vocabulary.meanings(other), RESPELT)
    return Term(typed=typed, meanings=meanings, respelt=tuple(others))


def _with_joined(terms: Sequence[Term], vocabulary: Vocabulary) -> list[Term]:
    """Two words that should have been one, as in "kontakt person", may also stand as one.

    Two that nobody knows may even stand for another word, as in "burn out".
    """
    found = [dict(term.meanings) for term in terms]
    for index, (one, other) in enumerate(pairwise(terms)):
        least = INFLECTED if one.meanings or other.meanings else SYNONYM * INFLECTED
        for joined in (one.typed + other.typed, f"{one.typed}s{other.typed}"):
            for word, value in vocabulary.meanings(joined).items():
                if value >= least:
                    found[index][word] = found[index + 1][word] = EXACT
    return [replace(term, meanings=words) for term, words in zip(terms, found, strict=True)]


def _once(terms: Iterable[Term]) -> list[Term]:
    return list({term.typed: term for term in terms}.values())
