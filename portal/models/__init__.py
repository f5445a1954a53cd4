"""What the portal keeps: users, editions and their way to the shelf, and what they are found by."""

from portal.models.editions import BY_TITLE, Edition, EditionQuerySet
from portal.models.search import Matches, SearchEntry, SearchEntryQuerySet
from portal.models.submissions import Submission, SubmissionQuerySet
from portal.models.users import User

__all__ = [
    "BY_TITLE",
    "Edition",
    "EditionQuerySet",
    "Matches",
    "SearchEntry",
    "SearchEntryQuerySet",
    "Submission",
    "SubmissionQuerySet",
    "User",
]
