"""The search finds what people look for: measured on the list of queries in gold.py."""

import pytest

from portal.retrieval.ranking import search, vocabulary_of
from portal.shelf import current_content
from tests.search.gold import GOLD
from tests.search.quality import LETTERS, named, ours, outcomes, quality

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

LEAST_RECALL = 0.97
LEAST_MRR = 0.9


def test_there_are_many_queries_and_all_ask_for_what_is_published():
    content = current_content()
    there = {f"t:{slug}" for slug in content.trials}
    there |= {f"r:{slug}" for slug in content.recommendations}
    there |= {f"p:{slug}" for slug in content.programmes}
    for slug, row in content.evaluations.items():
        there |= {f"e:{slug}", *(f"f:{slug}/{f['slug']}" for f in row.document["findings"])}

    assert len(GOLD) >= 100
    for line in GOLD:
        for each in (*line.wanted, *line.unwanted):
            assert each in there, (line.query, each)


def test_the_search_is_as_good_as_it_was():
    found = quality(outcomes(ours(current_content())))

    assert found.recall >= LEAST_RECALL
    assert found.mrr >= LEAST_MRR
    assert found.false == 0


def test_everything_is_found_by_its_own_title():
    content = current_content()
    for kind, rows in {
        "t": {slug: row.document for slug, row in content.trials.items()},
        "e": {slug: row.document for slug, row in content.evaluations.items()},
        "r": {slug: row.document for slug, row in content.recommendations.items()},
        "p": content.programmes,
    }.items():
        for slug, document in rows.items():
            found = search(document["title"], content)
            assert found.has_all
            assert f"{kind}:{slug}" in [named(hit) for hit in found.hits][:3], document["title"]
    assert set(LETTERS.values()) == {"t", "e", "r", "p"}


def test_every_word_that_is_published_finds_something():
    content = current_content()
    vocabulary = vocabulary_of(content)

    for word in vocabulary.counts:
        assert word in vocabulary.meanings(word)
