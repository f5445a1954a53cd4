"""The desk of those who run the portal: users, editions, participation, reports, the trail."""

from portal.admin.changes import ChangeAdmin
from portal.admin.editions import EditionAdmin
from portal.admin.participation import ParticipationAdmin
from portal.admin.reports import ReportAdmin
from portal.admin.users import UserAdmin

__all__ = ["ChangeAdmin", "EditionAdmin", "ParticipationAdmin", "ReportAdmin", "UserAdmin"]
