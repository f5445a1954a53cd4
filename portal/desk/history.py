"""The history of a row, as the trail tells it: who wrote what, when and why."""

from typing import Any

from django.contrib.admin import AdminSite
from django.core.paginator import InvalidPage
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from portal.trail.saves import pages_of_saves, rows_of_page, saves_on

SIDE = "side"


def history_page(request: HttpRequest, site: AdminSite, row: Any, parts: Any) -> HttpResponse:
    """One page of the saves of a row and its parts."""
    rows = list(rows_of_page(type(row), {row.pk}, parts))
    try:
        page = pages_of_saves(rows).page(request.GET.get(SIDE, "1"))
    except InvalidPage:
        raise Http404 from None
    context = {
        **site.each_context(request),
        "title": f"Historik: {row}",
        "row": row,
        "opts": row._meta,
        "page": page,
        "saves": saves_on(page, rows, request.user),
    }
    return TemplateResponse(request, "admin/history.html", context)
