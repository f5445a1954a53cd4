from django.contrib import admin

from trials.admin.desk import DeskAdmin, DeskStacked
from trials.models import Citation, Source


class CitationInline(DeskStacked):
    model = Citation


@admin.register(Source)
class SourceAdmin(DeskAdmin):
    """Kilder, with the places in them that claims rest on."""

    list_display = ("title", "kind", "publisher", "published")
    list_filter = ("kind",)
    search_fields = ("title", "publisher", "slug")
    fieldsets = (
        (None, {"fields": ("title", "slug", "kind", "publisher")}),
        ("Udgivelse", {"fields": ("published", "published_precision")}),
        ("Adresse", {"fields": ("address", "eli")}),
        ("Til læseren", {"fields": ("note",)}),
    )
    inlines = (CitationInline,)


@admin.register(Citation)
class CitationAdmin(DeskAdmin):
    """Henvisninger: found by the autocompletes of other pages, and made in their windows."""

    list_display = ("source", "place", "status")
    list_filter = ("status",)
    search_fields = ("source__title", "place", "note")
    autocomplete_fields = ("source",)
    fieldsets = ((None, {"fields": ("source", "place", "status", "note")}),)
