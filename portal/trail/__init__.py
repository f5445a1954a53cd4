"""Sporet: who did what on the desk, when and why, as the triggers of the database recorded it."""

from portal.trail.acting import acting
from portal.trail.authors import first_author, last_author
from portal.trail.written import written_by

__all__ = ["acting", "first_author", "last_author", "written_by"]
