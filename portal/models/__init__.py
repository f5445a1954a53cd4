"""What the portal keeps: users, editions, submissions, the trail, and what things are found by.

And what users keep: what they follow, what they report, and what they have looked over.
"""

from portal.models.editions import BY_TITLE, Edition, EditionQuerySet
from portal.models.reports import Report, ReportQuerySet
from portal.models.reviews import Review, ReviewQuerySet
from portal.models.search import Matches, SearchEntry, SearchEntryQuerySet
from portal.models.submissions import Submission, SubmissionQuerySet
from portal.models.trail import Change, ChangeQuerySet
from portal.models.users import User
from portal.models.watches import Told, Watch, WatchQuerySet

__all__ = [
    "BY_TITLE",
    "Change",
    "ChangeQuerySet",
    "Edition",
    "EditionQuerySet",
    "Matches",
    "Report",
    "ReportQuerySet",
    "Review",
    "ReviewQuerySet",
    "SearchEntry",
    "SearchEntryQuerySet",
    "Submission",
    "SubmissionQuerySet",
    "Told",
    "User",
    "Watch",
    "WatchQuerySet",
]
