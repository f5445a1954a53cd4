"""Forhåndsvisning: the portal's own page of a thing, as it would look if it were published now."""

from typing import Any

from django.contrib.admin import AdminSite
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from portal.desk.addresses import row_addresses
from portal.library import strict
from portal.library.forms import DayForm
from portal.library.libraries import LIBRARIES, Library
from portal.library.things import Thing
from portal.publication import desk_items, shelf_now, unready
from portal.shelf import Document, content_with
from portal.turns import one_moment
from portal.words import EditionKind


@strict.reading_strictly
def preview_page(
    request: HttpRequest, _site: AdminSite, kind: EditionKind, slug: str
) -> HttpResponse:
    """The page with the desk's text put on the shelf; what it lacks stands above."""
    library = next((each for each in LIBRARIES if each.kind is kind), None)
    if library is None:
        raise Http404
    today = timezone.localdate()
    form = DayForm(request.GET, today=today)
    strict.check(request.GET, form)
    on = form.cleaned_data["dato"] or today
    with one_moment():
        items = list(desk_items(kind, slug=slug))
        if not items:
            raise Http404
        lacks, addresses = unready(items, shelf_now()), row_addresses()
        told = _told(library, items[0][1], on)
    context = {
        "library": library,
        "document": items[0][1],
        "form": form,
        "on": on,
        "is_today": on == today,
        "day_stated": request.GET.get("dato", ""),
        "lacks": lacks.get((kind, slug), []),
        "desk_address": addresses[kind, slug],
    }
    template = "library/preview.html" if told is not None else "library/unreadable.html"
    return render(request, template, context | (told or {}))


def _told(library: Library, document: Document, on: Any) -> dict[str, Any] | None:
    """What the page tells beside the document; None when a draft cannot be read as a rule yet."""
    try:
        content = content_with(library.kind, document)
        return library.details(Thing(document=document, content=content, on=on))
    except (KeyError, ValueError):  # a value that no reader knows is found when it is put in words
        return None
