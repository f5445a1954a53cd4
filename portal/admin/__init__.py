"""The desk of the portal itself: what is published."""

from portal.admin.editions import EditionAdmin

__all__ = ["EditionAdmin"]
