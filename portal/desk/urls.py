"""The addresses of the way to the shelf, each with the right that it takes.

Who lacks the right to do something is told so (403); who may see no drafts is not told that there
is one (404).
"""

from collections.abc import Callable

from django.contrib.admin import AdminSite
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import URLPattern, path
from django.views.decorators.cache import never_cache

from portal.desk.addresses import kind_in
from portal.desk.comparing import compare_page
from portal.desk.preview import preview_page
from portal.desk.sending import send_back_page, send_page, take_back_page
from portal.desk.undoing import undo_page
from portal.rights import PUBLISH, SEE_DRAFTS, SEND
from portal.words import EditionKind

Page = Callable[[HttpRequest, AdminSite, EditionKind, str], HttpResponse]
View = Callable[[HttpRequest, str, str], HttpResponse]


def desk_urls(site: AdminSite) -> list[URLPattern]:
    """What is done with a thing, and where its drafts are read."""
    done: tuple[tuple[str, str, Page, str], ...] = (
        ("send", "send", send_page, SEND),
        ("tag-tilbage", "take_back", take_back_page, SEND),
        ("send-tilbage", "send_back", send_back_page, PUBLISH),
        ("fortryd", "undo", undo_page, PUBLISH),
    )
    read: tuple[tuple[str, str, Page], ...] = (
        ("forhaandsvis", "preview", preview_page),
        ("sammenlign", "compare", compare_page),
    )
    return [
        *(_path(start, name, _doing(site, page, right)) for start, name, page, right in done),
        *(_path(start, name, _reading(site, page)) for start, name, page in read),
    ]


def _path(start: str, name: str, view: View) -> URLPattern:
    return path(f"{start}/<slug:folder>/<slug:slug>/", view, name=name)


def _doing(site: AdminSite, page: Page, right: str) -> View:
    def view(request: HttpRequest, folder: str, slug: str) -> HttpResponse:
        return page(request, site, kind_in(folder), slug)

    inside = site.admin_view(view)

    def asked(request: HttpRequest, folder: str, slug: str) -> HttpResponse:
        # Asked here: ``admin_view`` would first send a caseworker around by the login.
        if not request.user.has_perm(right):
            raise PermissionDenied
        return inside(request, folder, slug)

    return asked


def _reading(site: AdminSite, page: Page) -> View:
    """Not through ``admin_view``, which knows no 404. The middleware asks strangers to log in."""

    @never_cache
    def view(request: HttpRequest, folder: str, slug: str) -> HttpResponse:
        if not request.user.has_perm(SEE_DRAFTS):
            raise Http404
        return page(request, site, kind_in(folder), slug)

    return view
