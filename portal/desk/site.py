from typing import Any

from django.contrib import admin
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from portal.models import Edition
from portal.publication import kind_of
from portal.rights import PUBLISH
from portal.words import EditionKind
from trials.models import Record


class DeskSite(admin.AdminSite):
    """Skrivebordet: where content is written, and where users are kept."""

    site_title = "Vejviser"
    site_header = "Vejvisers skrivebord"
    index_title = "Skrivebordet"
    empty_value_display = "ikke oplyst"

    def has_permission(self, request: HttpRequest) -> bool:
        """Whoever has a right to anything here; a caseworker has none."""
        user = request.user
        return user.is_active and (user.is_superuser or bool(user.get_all_permissions()))

    def login(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:  # noqa: ARG002
        """The portal's own login page. Whoever is logged in already lacks the right: 403."""
        if request.user.is_authenticated:
            raise PermissionDenied
        return redirect_to_login(request.get_full_path())

    def password_change(self, request: HttpRequest, extra_context: Any = None) -> Any:  # noqa: ARG002
        return redirect("password_change")

    def is_published(self, row: Record) -> bool:
        """Whether there is an edition of the row, withdrawn or not: it may not be deleted."""
        kind = kind_of(row)
        return kind is not None and self._editions(kind, row).exists()

    def shelf_context(self, request: HttpRequest, row: Record) -> dict[str, Any]:
        """What the page of the row tells of its editions, and where it can be published."""
        kind = kind_of(row)
        if not kind:
            return {}
        return {
            "newest_edition": self._editions(kind, row).first(),
            "may_publish": request.user.has_perm(PUBLISH),
        }

    def _editions(self, kind: EditionKind, row: Any) -> QuerySet[Edition]:
        return Edition.objects.filter(kind=kind, slug=row.slug).order_by("-number")
