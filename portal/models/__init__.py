"""What the portal keeps: users, editions, submissions, the trail, and what things are found by."""

from portal.models.editions import BY_TITLE, Edition, EditionQuerySet
from portal.models.search import Matches, SearchEntry, SearchEntryQuerySet
from portal.models.submissions import Submission, SubmissionQuerySet
from portal.models.trail import Change, ChangeQuerySet
from portal.models.users import User

__all__ = [
    "BY_TITLE",
    "Change",
    "ChangeQuerySet",
    "Edition",
    "EditionQuerySet",
    "Matches",
    "SearchEntry",
    "SearchEntryQuerySet",
    "Submission",
    "SubmissionQuerySet",
    "User",
]
