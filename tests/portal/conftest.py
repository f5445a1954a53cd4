"""What the tests of the portal share."""

import copy

import pytest
from django.test import Client

from portal.hashes import hash_of
from portal.models import Edition
from portal.retrieval.index import put_in_index
from portal.words import EditionKind


@pytest.fixture
def ten_times(portal: Client) -> Client:
    """Ten times as much of everything on the shelf, but the municipalities."""
    for edition in list(Edition.objects.newest()):
        if edition.kind == EditionKind.MUNICIPALITIES:
            continue
        for number in range(2, 11):
            document = copy.deepcopy(edition.document)
            document["slug"] = f"{edition.slug}-{number}"
            made = Edition.objects.create(
                kind=edition.kind,
                slug=document["slug"],
                number=1,
                title=edition.title,
                document=document,
                content_hash=hash_of(document),
                published_at=edition.published_at,
                reason="Prøve",
            )
            put_in_index([made])
    return portal
