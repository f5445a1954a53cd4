"""The list of a library, the page of one thing, and the earlier editions of it."""

from collections.abc import Sequence

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from portal.library import pages, strict
from portal.library.forms import DayForm
from portal.library.history import History
from portal.library.libraries import Library
from portal.library.things import Thing
from portal.models import Edition
from portal.shelf import current_content


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
    }
    return render(request, "library/list.html", context)


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
        "four_eyes": settings.FOUR_EYES,
        "told_on": history.told_on(on),
        "day_stated": request.GET.get("dato", ""),
    }
    return render(request, library.template, context | library.details(shown))
