"""Who may do what: one table of roles, what each page takes, and both in the words of Django."""

from portal.rights.access import may, met_by, permits
from portal.rights.backend import CONTENT, PUBLISH, SEE_DRAFTS, SEND, RightsBackend, rights, written
from portal.rights.matrix import Access, Act
from portal.rights.pages import Page, page_named

__all__ = [
    "CONTENT",
    "PUBLISH",
    "SEE_DRAFTS",
    "SEND",
    "Access",
    "Act",
    "Page",
    "RightsBackend",
    "may",
    "met_by",
    "page_named",
    "permits",
    "rights",
    "written",
]
