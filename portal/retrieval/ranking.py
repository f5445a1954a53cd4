"""Finds what is published by words: from what was typed to the entries that match, best first."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.contrib.postgres.search import SearchQueryField
from django.db import connection
from django.db.models import Value
from django.db.models.functions import Cast

from portal.models import SearchEntry, SearchEntryQuerySet
from portal.retrieval.lexicon import Query, Term, Vocabulary, query_from, words_of
from portal.shelf import Content
from portal.words import EditionKind

WORDS = "SELECT word, ndoc FROM ts_stat('SELECT words FROM portal_searchentry')"
# Each word is worth what its best level is worth: the word itself, a form, a compound, another
# word. The more of a level an entry has, and the nearer to its title, the more, but less and less.
# PostgreSQL's rank is an average over the words of a level, present or not; hence the size.
RANKED = """
SELECT edition.kind, edition.slug, entry.finding
FROM portal_searchentry AS entry
JOIN portal_edition AS edition ON edition.id = entry.edition_id
CROSS JOIN LATERAL (
    SELECT sum(best) AS worth FROM (
        SELECT max(
            value - value * %(halfway)s
            / (%(halfway)s + size * ts_rank(%(weights)s::float4[], entry.words, words))
        ) AS best
        FROM unnest(
            %(terms)s::int[], %(values)s::float8[], %(sizes)s::int[], %(levels)s::tsquery[]
        ) AS level (term, value, size, words)
        GROUP BY term
    ) AS term
) AS found
CROSS JOIN LATERAL (
    SELECT coalesce(sum(worth) FILTER (WHERE entry.words @@ words), 0) AS worth
    FROM unnest(%(bonuses)s::float8[], %(bonus_words)s::tsquery[]) AS bonus (worth, words)
) AS more
WHERE entry.words @@ %(wanted)s::tsquery
ORDER BY found.worth + more.worth DESC, edition.kind, edition.slug, entry.finding
"""
# From D, the rest of a document, to A, its title.
WEIGHTS = [0.1, 0.25, 0.5, 1.0]
# Half of the worth of a level is reached when it stands this well in an entry.
HALFWAY = 0.3
# Meanings that are about as good make one level.
LEVELS = (0.95, 0.6, 0.38, 0.0)
# What it is worth beside the words themselves that all are in the title, or two stand together.
ALL_IN_TITLE = 0.4
TOGETHER = 0.25
TOGETHER_IN_TITLE = 0.35


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
    if hits := _ranked(_all_of(query), query):
        return Result(query=query, hits=hits, has_all=True)
    some = _any(_one_of(term) for term in query.known)
    return Result(query=query, hits=_ranked(some, query), has_all=False)


def entries_with_all(text: str, content: Content) -> SearchEntryQuerySet:
    """The entries that have all the words, for those who filter and order by something else."""
    wanted = _all_of(query_from(text, vocabulary_of(content)))
    if not wanted:
        return SearchEntry.objects.none()
    return SearchEntry.objects.matching(Cast(Value(wanted), SearchQueryField()))


def vocabulary_of(content: Content) -> Vocabulary:
    """The words of what is published, read once per version of the content."""
    return _vocabulary(content.version, tuple(content.municipalities.values()))


@lru_cache(maxsize=2)
def _vocabulary(_: str, municipalities: Iterable[str]) -> Vocabulary:
    names = [word for name in municipalities for word in words_of(name)]
    with connection.cursor() as cursor:
        cursor.execute(WORDS)
        return Vocabulary(dict(cursor.fetchall()), names)


def _ranked(wanted: str, query: Query) -> list[Hit]:
    if not wanted:
        return []
    levels, bonuses = list(_levels(query)), list(_bonuses(query))
    asked: dict[str, Any] = {
        "wanted": wanted,
        "weights": WEIGHTS,
        "halfway": HALFWAY,
        "terms": [term for term, _, _ in levels],
        "values": [value for _, value, _ in levels],
        "sizes": [len(words) for _, _, words in levels],
        "levels": [_any(map(_quoted, words)) for _, _, words in levels],
        "bonuses": [worth for worth, _ in bonuses],
        "bonus_words": [words for _, words in bonuses],
    }
    with connection.cursor() as cursor:
        cursor.execute(RANKED, asked)
        return [
            Hit(kind=EditionKind(kind), slug=slug, finding=finding)
            for kind, slug, finding in cursor.fetchall()
        ]


def _levels(query: Query) -> Iterator[tuple[int, float, list[str]]]:
    """Each term's meanings from the best: the number of the term, the worth, and the words."""
    for number, term in enumerate(query.known):
        levels: dict[float, list[str]] = {}
        for word, value in term.meanings.items():
            levels.setdefault(next(each for each in LEVELS if value >= each), []).append(word)
        for words in levels.values():
            yield number, max(term.meanings[word] for word in words), words


def _bonuses(query: Query) -> Iterator[tuple[float, str]]:
    if query.known and all(term.close for term in query.known):
        in_title = (_any(_quoted(word, "A") for word in term.close) for term in query.known)
        yield ALL_IN_TITLE, " & ".join(in_title)
    for pair in query.neighbours:
        yield TOGETHER, _in_a_row(pair)
        yield TOGETHER_IN_TITLE, _in_a_row(pair, "A")


# --- The language of tsquery ------------------------------------------------------------------
# Only words of the vocabulary get here, and they hold letters, digits, § and _.


def _all_of(query: Query) -> str:
    """All the words and phrases; nothing when one of them stands nowhere."""
    wanted = [_one_of(term) for term in query.required if term.meanings]
    wanted += [_in_a_row(phrase) for phrase in query.phrases]
    return "" if query.unknown or not all(wanted) else " & ".join(wanted)


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
