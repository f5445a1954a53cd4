"""The desk of those who run the portal: users, and which municipalities take part in a trial."""

from portal.admin.participation import ParticipationAdmin
from portal.admin.users import UserAdmin

__all__ = ["ParticipationAdmin", "UserAdmin"]
