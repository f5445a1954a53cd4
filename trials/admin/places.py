from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from trials.admin.desk import DeskAdmin
from trials.admin.uses import ShowsUses
from trials.models import Municipality


@admin.register(Municipality)
class MunicipalityAdmin(ShowsUses, DeskAdmin):
    """Kommuner: the 98 that there are. Names may be mended; none is added, and none deleted."""

    list_display = ("name", "code", "region")
    list_filter = ("region",)
    search_fields = ("name", "official_name", "code")
    list_per_page = 100
    readonly_fields = ("code", "used_by")
    fieldsets = (
        (None, {"fields": ("name", "official_name", "aliases", "code")}),
        ("Region", {"fields": ("region", "region_from_2027")}),
        ("Brug", {"fields": ("used_by",)}),
    )

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """Who uses a municipality tells of drafts: it is shown to those who may see drafts."""
        fieldsets = super().get_fieldsets(request, obj)
        if request.user.has_perm("trials.view_trial"):
            return fieldsets
        return [each for each in fieldsets if "used_by" not in each[1]["fields"]]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
