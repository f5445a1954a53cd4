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

    def has_add_permission(self, request: HttpRequest) -> bool:  # noqa: ARG002 - Django's signature
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:  # noqa: ARG002
        return False
