from typing import Any

from django.contrib import admin

from trials.admin.confirming import Confirms
from trials.admin.desk import DeskAdmin, DeskStacked
from trials.admin.forms import DatedForm
from trials.admin.lists import ChosenFilter, CodeFilter
from trials.admin.uses import ShowsUses
from trials.models import Citation, Source

# A law is cited at many more places than a trial has rows, and every page may add some.
MOST_CITATIONS = 300


class UndatedFilter(CodeFilter):
    """Whether it is known when the source was published."""

    title = "udgivelsesdag"
    parameter_name = "dag"

    def lookups(self, request: Any, model_admin: Any) -> list[tuple[str, str]]:
        return [("mangler", "mangler"), ("kendt", "kendt")]

    def queryset(self, request: Any, queryset: Any) -> Any:
        if self.value() is None:
            return queryset
        return queryset.filter(published__isnull=self.value() == "mangler")


class CitationInline(DeskStacked):
    model = Citation
    max_num = MOST_CITATIONS
    fields = (("place", "status"), "note")


@admin.register(Source)
class SourceAdmin(DeskAdmin):
    """Kilder, with the places in them that claims rest on."""

    form = DatedForm
    list_display = ("title", "kind", "publisher", "published")
    list_filter = ("kind", UndatedFilter, ChosenFilter)
    search_fields = ("title", "publisher", "slug")
    fieldsets = (
        (None, {"fields": ("title", "slug", "kind", "publisher")}),
        ("Udgivelse", {"fields": ("published", "published_precision")}),
        (
            "Adresse",
            {
                "fields": ("address", "eli"),
                "description": "ELI er lovens faste adresse hos Retsinformation.",
            },
        ),
        ("Til læseren", {"fields": ("note",)}),
    )
    inlines = (CitationInline,)


@admin.register(Citation)
class CitationAdmin(Confirms, ShowsUses, DeskAdmin):
    """Henvisninger: found by the autocompletes of other pages, and made in their windows."""

    list_display = ("source", "place", "status")
    list_filter = ("status", "source")
    list_select_related = ("source",)
    search_fields = ("source__title", "place", "note")
    autocomplete_fields = ("source",)
    readonly_fields = ("used_by",)
    fieldsets = ((None, {"fields": ("source", ("place", "status"), "note", "used_by")}),)

    def get_queryset(self, request: Any) -> Any:
        return super().get_queryset(request).select_related("source")
