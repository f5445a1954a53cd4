"""The search against what PostgreSQL offers by itself: quality and time on the same queries."""

import time
from collections.abc import Callable
from statistics import median, quantiles

from django.db import DatabaseError, connection, transaction

from portal.models import Edition, SearchEntry
from portal.retrieval.passages import searchables
from portal.retrieval.ranking import Hit, search
from portal.shelf import current_content
from portal.words import EditionKind
from tests.search.gold import GOLD
from tests.search.quality import Search, named, ours, outcomes, quality

# So many times the content, to see how the time grows.
TIMES = (1, 10, 100, 900)
ROUNDS = 7
TIMED = {"commonest word": "borger", "two common": "indsats borger", "rare": "skizofreni"}
TIMED |= {"slip": "nextwrok", "some of the words": "skizofreni positivliste"}

TEXTS = "CREATE TEMPORARY TABLE bench_text (name text, body text, words tsvector)"
FILL = "INSERT INTO bench_text VALUES (%s, %s, to_tsvector('danish', %s))"
FULL_TEXT = """
    SELECT name FROM bench_text, websearch_to_tsquery('danish', %(text)s) AS query
    WHERE words @@ query ORDER BY ts_rank(words, query) DESC, name
"""
SUBSTRING = """
    SELECT name FROM bench_text WHERE body ILIKE ALL (%(words)s) ORDER BY length(body), name
"""
TRIGRAM = """
    SELECT name FROM bench_text WHERE word_similarity(%(text)s, body) >= 0.6
    ORDER BY word_similarity(%(text)s, body) DESC, name
"""
PEERS = {"full text, danish": FULL_TEXT, "substring": SUBSTRING, "trigram": TRIGRAM}
# Only the entries: an edition need not be there a hundred times to be looked for.
MORE = """
    INSERT INTO portal_searchentry (edition_id, finding, words)
    SELECT edition_id, finding || '-' || copy, words
    FROM portal_searchentry, generate_series(%s, %s) AS copy WHERE finding !~ '-[0-9]+$'
"""


def run() -> None:
    """Print how good each is and how long it takes."""
    _prepare()
    finders = {"ours": ours(current_content())} | {
        name: _asking(sql) for name, sql in PEERS.items() if name != "trigram" or _has_trigrams()
    }
    print(f"\nSearch: {len(GOLD)} queries, {SearchEntry.objects.count()} entries")
    print(f"{'':20}{'recall@10':>10}{'MRR':>7}{'false':>7}{'median ms':>11}{'p95 ms':>8}")
    for name, find in finders.items():
        _print_quality(name, find)


def _prepare() -> None:
    """The same texts for the peers, in the order in which our index has them."""
    with connection.cursor() as cursor:
        cursor.execute(TEXTS)
        for edition in Edition.objects.newest():
            for each in searchables(EditionKind(edition.kind), edition.document):
                hit = Hit(kind=EditionKind(edition.kind), slug=edition.slug, finding=each.finding)
                body = "\n".join(passage.text for passage in each.passages)
                cursor.execute(FILL, [named(hit), body, body])


def _asking(sql: str) -> Search:
    def find(text: str) -> list[str]:
        with connection.cursor() as cursor:
            cursor.execute(sql, {"text": text, "words": [f"%{word}%" for word in text.split()]})
            return [name for (name,) in cursor.fetchall()]

    return find


def _has_trigrams() -> bool:
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")
    except DatabaseError:
        print("This server has no pg_trgm: that peer is left out.")
        return False
    return True


def _print_quality(name: str, find: Search) -> None:
    found = quality(outcomes(find))
    times = [_milliseconds(find, line.query) for line in GOLD]
    middle, late = median(times), quantiles(times, n=20)[-1]
    figures = f"{found.recall:>10.3f}{found.mrr:>7.3f}{found.false:>7}{middle:>11.1f}{late:>8.1f}"
    print(f"{name:20}{figures}")


def growth() -> None:
    """Print our time at more and more content."""
    content = current_content()
    print(f"\nMedian ms of our search\n{'entries':>10}", *(f"{name:>18}" for name in TIMED))
    have = 1
    for many in TIMES:
        with connection.cursor() as cursor:
            cursor.execute(MORE, [have + 1, many])
            cursor.execute("VACUUM ANALYZE portal_searchentry")
        have = many
        told = [
            median(_milliseconds(lambda each: search(each, content), text) for _ in range(ROUNDS))
            for text in TIMED.values()
        ]
        print(f"{SearchEntry.objects.count():>10}", *(f"{figure:>18.1f}" for figure in told))


def _milliseconds(find: Callable[[str], object], text: str) -> float:
    start = time.perf_counter()
    find(text)
    return (time.perf_counter() - start) * 1000
