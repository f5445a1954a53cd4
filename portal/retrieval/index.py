"""Keeps the entries of the search beside the editions that are current."""

from collections.abc import Iterable

from django.contrib.postgres.search import SearchVectorField
from django.db.models import Value
from django.db.models.functions import Cast

from portal.models import Edition, SearchEntry
from portal.retrieval.passages import searchables
from portal.words import EditionKind


def put_in_index(editions: Iterable[Edition]) -> None:
    """Let the things of these new editions be found by what they say now, unless withdrawn."""
    for edition in editions:
        SearchEntry.objects.of(edition.kind, edition.slug).delete()
        if not edition.withdrawn:
            SearchEntry.objects.bulk_create(
                SearchEntry(
                    edition=edition,
                    finding=each.finding,
                    words=Cast(Value(each.vector), SearchVectorField()),
                )
                for each in searchables(EditionKind(edition.kind), edition.document)
            )
