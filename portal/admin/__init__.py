"""The desk of those who run the portal: users, what is published, who takes part, and the trail."""

from portal.admin.changes import ChangeAdmin
from portal.admin.editions import EditionAdmin
from portal.admin.participation import ParticipationAdmin
from portal.admin.users import UserAdmin

__all__ = ["ChangeAdmin", "EditionAdmin", "ParticipationAdmin", "UserAdmin"]
