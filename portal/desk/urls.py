"""The addresses of the way to the shelf; who may open them stands in the table of rights."""

from collections.abc import Callable

from django.contrib.admin import AdminSite
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path

from portal.desk.addresses import kind_in
from portal.desk.comparing import compare_page
from portal.desk.disagreements import disagreements_page
from portal.desk.preview import preview_page
from portal.desk.sending import send_back_page, send_page, take_back_page
from portal.desk.undoing import undo_page
from portal.words import EditionKind

Page = Callable[[HttpRequest, AdminSite, EditionKind, str], HttpResponse]
PAGES: tuple[tuple[str, str, Page], ...] = (
    ("send", "send", send_page),
    ("tag-tilbage", "take_back", take_back_page),
    ("send-tilbage", "send_back", send_back_page),
    ("fortryd", "undo", undo_page),
    ("forhaandsvis", "preview", preview_page),
    ("sammenlign", "compare", compare_page),
)


def desk_urls(site: AdminSite) -> list[URLPattern]:
    """What is done with a thing, where its drafts are read, and what concerns them all."""

    def disagreements(request: HttpRequest) -> HttpResponse:
        return disagreements_page(request, site)

    return [
        path("uenigheder/", site.admin_view(disagreements), name="disagreements"),
        *_of_things(site),
    ]


def _of_things(site: AdminSite) -> list[URLPattern]:
    return [
        path(f"{start}/<slug:folder>/<slug:slug>/", _inside(site, page), name=name)
        for start, name, page in PAGES
    ]


def _inside(site: AdminSite, page: Page) -> Callable[..., HttpResponse]:
    def view(request: HttpRequest, folder: str, slug: str) -> HttpResponse:
        return page(request, site, kind_in(folder), slug)

    return site.admin_view(view)
