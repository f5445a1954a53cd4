"""How the pages on the way to the shelf are shown: the things, the ways from them, the form."""

from collections.abc import Iterable
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from django import forms
from django.contrib.admin import AdminSite
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from portal.desk.addresses import list_address, list_title, row_addresses
from portal.desk.states import Standing
from portal.desk.ways import Way, ways
from portal.words import EditionKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One thing on a page of the way to the shelf, with where else it is found."""

    standing: Standing
    desk_address: str
    ways: tuple[Way, ...]


def shown(rows: Iterable[Standing], *, reader: Any, on_page: str) -> list[Shown]:
    """The things as the pages show them, with the ways to other pages than this one."""
    addresses = row_addresses()
    return [
        Shown(
            standing=row,
            # A thing that is withdrawn may be gone from the desk.
            desk_address=addresses.get((row.kind, row.slug), ""),
            ways=tuple(way for way in ways(row, reader) if way.page != on_page),
        )
        for row in rows
    ]


def desk_page(
    request: HttpRequest,
    site: AdminSite,
    kind: EditionKind,
    template: str,
    context: dict[str, Any],
    *,
    form: forms.Form | None = None,
    status: int = 200,
) -> HttpResponse:
    """A page of the desk in the list of its kind; 422 when what was typed is refused."""
    told = {
        **site.each_context(request),
        "form": form,
        "list_address": list_address(kind),
        "list_title": list_title(kind),
    }
    if status == HTTPStatus.OK and form is not None and form.is_bound and form.errors:
        status = 422
    return TemplateResponse(request, template, {**told, **context}, status=status)
