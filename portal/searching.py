"""Finds what is published by words: from what was typed to the entries that match, best first."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from operator import itemgetter

from django.contrib.postgres.search import SearchQueryField, SearchRank
from django.db import connection
from django.db.models import Case, F, FloatField, Value, When
from django.db.models.functions import Cast, Greatest

from portal.lexicon import Query, Term, Vocabulary, query_from, words_of
from portal.models import Matches, SearchEntry, SearchEntryQuerySet
from portal.shelf import Content
from portal.words import EditionKind

WORDS = "SELECT word, ndoc FROM ts_stat('SELECT words FROM portal_searchentry')"
# From D, the rest of a document, to A, its title.
WEIGHTS = [0.1, 0.25, 0.5, 1.0]
# Half of the worth of a word is reached when it stands this well in an entry.
HALFWAY = 0.3
# What it is worth beside the words themselves that all are in the title, or two stand together.
ALL_IN_TITLE = 0.4
TOGETHER = 0.25
TOGETHER_IN_TITLE = 0.35
NOTHING = Value(0.0, output_field=FloatField())


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One thing that was found, or the finding of that slug in it."""

    kind: EditionKind
    slug: str
    finding: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What was found, best first; ``has_all`` tells whether each of it has all the words."""

    query: Query
    hits: Sequence[Hit]
    has_all: bool


def search(text: str, content: Content) -> Result:
    """Everything that has all the words; if nothing has, what has some of them."""
    query = query_from(text, vocabulary_of(content))
    if not query.known:
        return Result(query=query, hits=(), has_all=not query.terms)
    entries = _all_of(query)
    hits = _ranked(entries, query)
    if hits:
        return Result(query=query, hits=hits, has_all=True)
    some = SearchEntry.objects.matching(_tsquery(_any(_one_of(term) for term in query.known)))
    return Result(query=query, hits=_ranked(some, query), has_all=False)


def entries_with_all(text: str, content: Content) -> SearchEntryQuerySet:
    """The entries that have all the words, for those who filter and order by something else."""
    return _all_of(query_from(text, vocabulary_of(content)))


def vocabulary_of(content: Content) -> Vocabulary:
    """The words of what is published, read once per version of the content."""
    return _vocabulary(content.version, tuple(content.municipalities.values()))


@lru_cache(maxsize=2)
def _vocabulary(_: str, municipalities: Iterable[str]) -> Vocabulary:
    names = [word for name in municipalities for word in words_of(name)]
    with connection.cursor() as cursor:
        cursor.execute(WORDS)
        return Vocabulary(dict(cursor.fetchall()), names)


def _all_of(query: Query) -> SearchEntryQuerySet:
    if query.unknown or not query.terms:
        return SearchEntry.objects.none()
    wanted = [_one_of(term) for term in query.required]
    wanted += [_in_a_row(phrase) for phrase in query.phrases]
    if not all(wanted):
        return SearchEntry.objects.none()
    return SearchEntry.objects.matching(_tsquery(" & ".join(wanted)))


def _ranked(entries: SearchEntryQuerySet, query: Query) -> list[Hit]:
    score = sum((_worth(term) for term in query.known), NOTHING) + _bonus(query)
    order = ("-score", "edition__kind", "edition__slug", "finding")
    rows = entries.annotate(score=score).order_by(*order)
    return [
        Hit(kind=EditionKind(kind), slug=slug, finding=finding)
        for kind, slug, finding in rows.values_list("edition__kind", "edition__slug", "finding")
    ]


def _worth(term: Term):
    """The best of the ways in which the entry has the word: itself, a form, a compound, another."""
    levels = groupby(sorted(term.meanings.items(), key=itemgetter(1)), key=itemgetter(1))
    ways = [_standing([word for word, _ in words], value) for value, words in levels]
    return Greatest(NOTHING, *ways)


def _standing(words: Sequence[str], value: float):
    """How well one of the words stands in the entry; more of them count, but less and less."""
    rank = SearchRank(F("words"), _tsquery(_any(map(_quoted, words))), weights=WEIGHTS)
    # PostgreSQL takes the average over the words of the query, present or not.
    total = rank * Value(float(len(words)))
    # total / (total + HALFWAY), asked for once.
    return Value(value) * (Value(1.0) - Value(HALFWAY) / (total + Value(HALFWAY)))


def _bonus(query: Query):
    found = NOTHING
    if all(term.close for term in query.known):
        in_title = " & ".join(
            _any(_quoted(word, "A") for word in term.close) for term in query.known
        )
        found += _if(in_title, ALL_IN_TITLE)
    for pair in query.neighbours:
        found += _if(_in_a_row(pair), TOGETHER) + _if(_in_a_row(pair, "A"), TOGETHER_IN_TITLE)
    return found


def _if(wanted: str, worth: float):
    return Case(When(Matches(F("words"), _tsquery(wanted)), then=Value(worth)), default=NOTHING)


# --- The language of tsquery ------------------------------------------------------------------
# Only words of the vocabulary get here, and they hold letters, digits, § and _.


def _tsquery(text: str):
    return Cast(Value(text), SearchQueryField())


def _quoted(word: str, weight: str = "") -> str:
    return f"'{word}':{weight}" if weight else f"'{word}'"


def _any(parts: Iterable[str]) -> str:
    return f"({' | '.join(sorted(parts))})"


def _one_of(term: Term, weight: str = "") -> str:
    return _any(_quoted(word, weight) for word in term.meanings)


def _in_a_row(terms: Sequence[Term], weight: str = "") -> str:
    """The words, or forms of them, one right after the other; nothing when one is unknown."""
    if not all(term.close for term in terms):
        return ""
    return f"({' <-> '.join(_any(_quoted(word, weight) for word in term.close) for term in terms)})"
