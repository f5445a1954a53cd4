"""The list of a library, the page of one thing, and the earlier editions of it."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from portal.exchange.published import published_rows
from portal.exchange.responses import attachment, table_named
from portal.exchange.tables import tables_of_kind
from portal.fields import DayField
from portal.library import pages, strict
from portal.library.access import open_when_public
from portal.library.history import History
from portal.library.libraries import LIBRARIES, Library
from portal.library.things import Thing
from portal.models import Edition
from portal.shelf import current_content


class DayForm(strict.StrictForm):
    """På dato: the day that the page is about."""

    def __init__(self, data: Any, *, today: date) -> None:
        super().__init__(data)
        self.fields["dato"] = DayField(
            today=today, label="Dag", help_text="Se, hvad der gjaldt en anden dag: dd-mm-åååå."
        )
        self.helper = strict.search_helper("Vis dagen")


@open_when_public
@require_safe
@strict.reading_strictly
def library_list(request: HttpRequest, library: Library) -> HttpResponse:
    """A library: the search, and what it finds, twenty to a page."""
    content, today = current_content(), timezone.localdate()
    found = library.filters(request.GET, content=content, today=today)
    strict.check(request.GET, found.form, also=[pages.PAGE])
    try:
        page = pages.page_of(found.qs, request.GET.get(pages.PAGE, "1"))
    except pages.NoSuchPageError as error:
        return render(request, "404.html", {"last_page": error.last}, status=404)
    things = [Thing(document=each.document, content=content, on=found.on) for each in page]
    context = {
        "library": library,
        "found": found,
        "page": page,
        "rows": [library.row(each) for each in things],
        "stated": list(pages.stated(found.form, request.GET)),
        "has_day": "dato" in found.form.fields,
        "day_stated": request.GET.get("dato", ""),
        "tables": tables_of_kind(library.kind) if request.user.is_authenticated else (),
    }
    return render(request, "library/list.html", context)


# Closed, also while the libraries are public.
@require_safe
@strict.reading_strictly
def download(request: HttpRequest, table: str, file_format: str) -> HttpResponse:
    """What a list finds, all of it, as a table to save; the filters are those of the list."""
    found = table_named(table)
    library = next((each for each in LIBRARIES if each.kind is found.kind), None)
    if library is None:
        strict.check_names(request.GET, [])
        editions = Edition.objects.current(found.kind)
    else:
        content, today = current_content(), timezone.localdate()
        search = library.filters(request.GET, content=content, today=today)
        strict.check(request.GET, search.form)
        editions = search.qs
    rows = published_rows(found, [each.document for each in editions])
    return attachment(found, file_format, rows)


@open_when_public
@require_safe
@strict.reading_strictly
def thing(request: HttpRequest, library: Library, slug: str) -> HttpResponse:
    """The newest edition of one thing, also when that says that it is withdrawn."""
    editions = _editions(library, slug)
    return _show(request, library, History(editions=editions, shown=editions[0]))


# Closed, also while the libraries are public: what was withdrawn may have been wrong.
@require_safe
@strict.reading_strictly
def earlier_edition(request: HttpRequest, library: Library, slug: str, number: int) -> HttpResponse:
    """An edition that another has taken the place of; the newest has an address of its own."""
    editions = _editions(library, slug)
    shown = next((each for each in editions if each.number == number), None)
    if shown is None:
        raise Http404
    if shown.pk == editions[0].pk:
        return redirect(library.kind.value, slug)
    return _show(request, library, History(editions=editions, shown=shown))


def _editions(library: Library, slug: str) -> Sequence[Edition]:
    editions = list(Edition.objects.history(library.kind, slug))
    if not editions:
        raise Http404
    return editions


def _show(request: HttpRequest, library: Library, history: History) -> HttpResponse:
    content, today = current_content(), timezone.localdate()
    form = DayForm(request.GET, today=today)
    strict.check(request.GET, form)
    on = form.cleaned_data["dato"] or today
    shown = Thing(document=history.shown.document, content=content, on=on)
    context = {
        "library": library,
        "history": history,
        "document": shown.document,
        "form": form,
        "on": on,
        "is_today": on == today,
        "told_on": history.told_on(on),
        "day_stated": request.GET.get("dato", ""),
    }
    return render(request, library.template, context | library.details(shown))
