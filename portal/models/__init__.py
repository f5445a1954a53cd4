"""What the portal keeps: its users, the editions on the shelf, what finds them, and the trail."""

from portal.models.editions import BY_TITLE, Edition, EditionQuerySet
from portal.models.search import Matches, SearchEntry, SearchEntryQuerySet
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
    "User",
]
