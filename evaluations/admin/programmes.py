from django.contrib import admin

from evaluations.admin.claims import ClaimFields, RemarkFields
from evaluations.models import (
    Organisation,
    Programme,
    ProgrammeClaim,
    ProgrammeElement,
    ProgrammeRelation,
    ProgrammeRemark,
)
from trials.admin import ChosenFilter, DeskAdmin, DeskStacked, DeskTabular, ShowsUses


@admin.register(Organisation)
class OrganisationAdmin(ShowsUses, DeskAdmin):
    """Organisationer: who commissions, evaluates or publishes."""

    list_display = ("name", "kind", "slug")
    list_filter = ("kind",)
    search_fields = ("name", "other_names", "slug")
    fieldsets = (
        (None, {"fields": ("name", "slug", "kind", "other_names")}),
        ("Til læseren", {"fields": ("note",)}),
        ("Brug", {"fields": ("used_by",)}),
    )
    readonly_fields = ("used_by",)


class ElementInline(DeskTabular):
    model = ProgrammeElement
    fields = ("position", "text", "citation")
    autocomplete_fields = ("citation",)


class RelationInline(DeskTabular):
    model = ProgrammeRelation
    fk_name = "programme"
    fields = ("position", "kind", "other", "citation")
    autocomplete_fields = ("other", "citation")


class ProgrammeClaimInline(ClaimFields, DeskStacked):
    model = ProgrammeClaim


class ProgrammeRemarkInline(RemarkFields, DeskStacked):
    model = ProgrammeRemark


@admin.register(Programme)
class ProgrammeAdmin(ShowsUses, DeskAdmin):
    """Programmer: what was tried out, with its parts and its kin."""

    list_display = ("name", "kind", "period_wording")
    list_filter = ("kind", "coverage", ChosenFilter)
    search_fields = ("name", "other_names", "slug", "summary")
    autocomplete_fields = ("organisations", "trials", "citations")
    fieldsets = (
        (None, {"fields": ("name", "slug", "kind", "other_names", "summary")}),
        ("Formål og målgruppe", {"fields": ("aim", "target_group_wording")}),
        ("Hvornår og hvor", {"fields": ("period_wording", "coverage", "municipality_count")}),
        ("Bag programmet", {"fields": ("organisations", "trials", "citations")}),
        ("Brug", {"fields": ("used_by",)}),
    )
    readonly_fields = ("used_by",)
    inlines = (ElementInline, RelationInline, ProgrammeClaimInline, ProgrammeRemarkInline)
