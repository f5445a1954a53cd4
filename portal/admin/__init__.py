"""The desk of those who run the portal: users, editions, participation, and what is reported."""

from portal.admin.editions import EditionAdmin
from portal.admin.participation import ParticipationAdmin
from portal.admin.reports import ReportAdmin
from portal.admin.users import UserAdmin

__all__ = ["EditionAdmin", "ParticipationAdmin", "ReportAdmin", "UserAdmin"]
