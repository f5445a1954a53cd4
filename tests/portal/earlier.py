"""A shelf with a past that the tests know: everything published on one day, then a rule edited."""

from datetime import UTC, datetime

from portal.models import Edition
from portal.publication import publish
from portal.words import EditionKind
from tests.editions import changeable_editions

NEXTWORK = "nextwork-praktik"
# Noon on 4 May and 1 July 2024 in Denmark.
FIRST, SECOND = datetime(2024, 5, 4, 10, tzinfo=UTC), datetime(2024, 7, 1, 10, tzinfo=UTC)
BEFORE, BETWEEN, AFTER = "2024-05-03", "2024-06-30", "2024-07-01"


def everything_published(at: datetime = FIRST) -> None:
    """All editions there are, as if they had been published at that moment."""
    with changeable_editions():
        Edition.objects.update(published_at=at)


def nextwork_ends_at_once(at: datetime = SECOND) -> None:
    """A second edition of NExTWORK, by which it was over on the day that it began.

    Without its worked examples, which know better.
    """
    document = Edition.objects.history(EditionKind.TRIAL, NEXTWORK)[0].document
    periods = [row | {"end": row["start"]} for row in document["periods"]]
    changed = document | {"periods": periods, "examples": []}
    publish(EditionKind.TRIAL, changed, by=None, reason="Rettet", at=at)
