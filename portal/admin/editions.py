from django.contrib import admin

from portal.models import Edition
from trials.admin import NeverWritten, StrictListAdmin


@admin.register(Edition)
class EditionAdmin(NeverWritten, StrictListAdmin):
    """Udgaver: what was published, when, by whom and why. Publishing has pages of its own."""

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
