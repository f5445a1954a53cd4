from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from portal.models import Edition
from trials.admin import StrictListAdmin


@admin.register(Edition)
class EditionAdmin(StrictListAdmin):
    """Udgaver: what was published, when, by whom and why. Nobody writes here."""

    list_display = ("title", "kind", "number", "withdrawn", "published_at", "published_by")
    list_filter = ("kind", "withdrawn")
    list_select_related = ("published_by",)
    list_per_page = 50
    search_fields = ("title", "slug", "reason")
    date_hierarchy = "published_at"
    fields = (
        "title",
        ("kind", "slug"),
        "number",
        "withdrawn",
        ("published_at", "published_by"),
        "reason",
        "content_hash",
    )

    def has_add_permission(self, request: HttpRequest) -> bool:
        """The right to add an edition is the right to publish, which has its own page."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
