"""The desk of those who run the portal: users, what is published, and who takes part in a trial."""

from portal.admin.editions import EditionAdmin
from portal.admin.participation import ParticipationAdmin
from portal.admin.users import UserAdmin

__all__ = ["EditionAdmin", "ParticipationAdmin", "UserAdmin"]
