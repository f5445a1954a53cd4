from typing import Any

from django.apps import apps
from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import URLPattern, URLResolver, path
from django.utils import timezone

from portal.desk import history, pages, reviews, trying
from portal.desk.acts import recorded
from portal.desk.addresses import chosen_address, kind_in
from portal.desk.start import start_context
from portal.desk.states import citing, standings, submissions
from portal.desk.urls import desk_urls
from portal.desk.ways import ways
from portal.exchange.pages import export_page, table_page
from portal.kinds import kind_of
from portal.models import Edition, Submission
from portal.publication import shelf_now
from portal.rights import PUBLISH, SEE_DRAFTS, written
from portal.trail import first_author
from portal.words import EditionKind
from trials.drafts import Draft
from trials.models import Citation, Record


class DeskSite(admin.AdminSite):
    """Skrivebordet: where content is written, and where users are kept."""

    site_title = "Vejviser"
    site_header = "Vejvisers skrivebord"
    index_title = "Skrivebordet"
    empty_value_display = "ikke oplyst"

    def __init__(self, name: str = "admin") -> None:
        super().__init__(name)
        # What is written is deleted one by one, where the page says what else uses it.
        self.disable_action("delete_selected")

    # --- Who may come in ----------------------------------------------------------------------

    def has_permission(self, request: HttpRequest) -> bool:
        """Whoever has a right to anything here; a caseworker has none."""
        user = request.user
        return user.is_active and (user.is_superuser or bool(user.get_all_permissions()))

    def password_change(self, request: HttpRequest, extra_context: Any = None) -> Any:
        return redirect("password_change")

    def admin_view(self, view: Any, cacheable: bool = False) -> Any:
        """A page of the desk: what it writes is recorded with who and why."""
        return super().admin_view(recorded(view), cacheable)

    def may_publish(self, request: HttpRequest, model: type[Record]) -> bool:
        """Whether this user may put such rows on the shelf."""
        return kind_of(model) is not None and request.user.has_perm(PUBLISH)

    # --- Pages --------------------------------------------------------------------------------

    def get_urls(self) -> list[URLResolver | URLPattern]:
        view = self.admin_view
        return [
            path("udgiv/<slug:folder>/", view(self.publish_chosen_page), name="publish_chosen"),
            path("udgiv/<slug:folder>/<slug:slug>/", view(self.publish_page), name="publish"),
            path(
                "traek-tilbage/<slug:folder>/<slug:slug>/",
                view(self.withdraw_page),
                name="withdraw",
            ),
            *desk_urls(self),
            path("gennemgaaet/<slug:folder>/<slug:slug>/", view(self.review), name="review"),
            path("tabeller/<slug:slug>/", view(self.table_page), name="table"),
            path("tabeller/<slug:slug>.<slug:file_format>", view(export_page), name="table_export"),
            *super().get_urls(),
        ]

    def index(self, request: HttpRequest, extra_context: Any = None) -> Any:
        """The first page; those who write or publish see what waits."""
        told = {}
        if request.user.has_perm(SEE_DRAFTS):
            told = {"writes": True, **start_context(on=timezone.localdate(), reader=request.user)}
        return super().index(request, {**told, **(extra_context or {})})

    def app_index(self, request: HttpRequest, app_label: str, extra_context: Any = None) -> Any:
        """The lists of one app under its own name, without Django's addition to it."""
        title = apps.get_app_config(app_label).verbose_name
        return super().app_index(request, app_label, {"title": title, **(extra_context or {})})

    def publish_page(self, request: HttpRequest, folder: str, slug: str) -> HttpResponse:
        kind = kind_in(folder)
        return pages.publish_page(request, self, kind, slug=slug)

    def publish_chosen_page(self, request: HttpRequest, folder: str) -> HttpResponse:
        keys = pages.chosen_keys(request.GET.getlist("valgt"))
        return pages.publish_page(request, self, kind_in(folder), pk__in=keys)

    def withdraw_page(self, request: HttpRequest, folder: str, slug: str) -> HttpResponse:
        return pages.withdraw_page(request, self, kind_in(folder), slug)

    def history_page(self, request: HttpRequest, row: Any, parts: Any) -> HttpResponse:
        return history.history_page(request, self, row, parts)

    def review(self, request: HttpRequest, folder: str, slug: str) -> HttpResponse:
        return reviews.review(request, kind_in(folder), slug)

    def table_page(self, request: HttpRequest, slug: str) -> HttpResponseBase:
        return table_page(request, self, slug)

    # --- What the pages of rows ask -----------------------------------------------------------

    def chosen_address(self, model: type[Record], keys: list[str]) -> str:
        """Where the chosen rows are published together; empty when they are too many."""
        kind = kind_of(model)
        if kind is None or len(keys) > pages.MOST_TOGETHER:
            return ""
        return chosen_address(kind, keys)

    def is_published(self, row: Record) -> bool:
        """Whether there is an edition of the row, withdrawn or not: it may not be deleted."""
        kind = kind_of(row)
        return kind is not None and self._editions(kind, row).exists()

    def is_withdrawn(self, row: Record) -> bool:
        """Whether the portal shows nothing of the row any more."""
        newest = self._newest(row)
        return newest is not None and newest.withdrawn

    def is_sent(self, row: Record) -> bool:
        """Whether the row waits for a publisher: it may not be deleted or be called another."""
        kind = kind_of(row)
        sent = Submission.objects.open()
        return kind is not None and sent.of(kind, getattr(row, "slug", "")).exists()

    def is_others(self, request: HttpRequest, row: Record) -> bool:
        """Whether the row is somebody else's draft, which an editor does not delete."""
        if row._meta.label_lower not in written() or request.user.has_perm(PUBLISH):
            return False
        return first_author(row) != request.user

    def shelf_context(self, request: HttpRequest, row: Any) -> dict[str, Any]:
        """What the page of the row tells of its editions, and where it can be published."""
        kind = kind_of(row)
        if not kind:
            return {}
        slug, item = row.as_saved.slug, (kind, row.as_saved.as_document())
        newest = Edition.objects.newest().filter(kind=kind, slug=slug).first()
        shelf = {(kind, slug): newest} if newest else {}
        (standing,) = standings([item], shelf, sent=submissions())
        return {"standing": standing, "ways": ways(standing, request.user)}

    def published_document(self, row: Record) -> dict[str, Any] | None:
        """What the portal shows of the row; None when it shows nothing."""
        newest = self._newest(row)
        return newest.document if newest and not newest.withdrawn else None

    def try_page(self, request: HttpRequest, opts: Any, draft: Draft, *, row: Any) -> HttpResponse:
        """Whom a draft that is not saved would concern: asked of one citizen on one day.

        ``row`` is what the draft is of, or None for what was never saved.
        """
        return trying.try_page(request, self, opts, draft, row=row, today=timezone.localdate())

    def published_with(self, citation: Citation) -> list[Edition]:
        """What is on the shelf and rests on the citation: it must be published again."""
        return citing(citation, shelf_now())

    def _newest(self, row: Record) -> Edition | None:
        kind = kind_of(row)
        return self._editions(kind, row).first() if kind else None

    def _editions(self, kind: EditionKind, row: Any) -> QuerySet[Edition]:
        return Edition.objects.filter(kind=kind, slug=row.slug).order_by("-number")
