"""The list of a library, the page of one thing, and the earlier editions of it."""

from collections.abc import Sequence
from datetime import date

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from portal.exchange.published import published_rows
from portal.exchange.responses import attachment, table_named
from portal.exchange.tables import tables_of_kind
from portal.known import KNOWN, NotKnownError, content_known_on, day_of
from portal.library import pages, strict
from portal.library.forms import DayForm
from portal.library.history import History, edition_on
from portal.library.libraries import LIBRARIES, Library
from portal.library.things import Thing
from portal.models import Edition, Watch
from portal.rights import Act, permits
from portal.shelf import Content, current_content
from portal.words import EditionKind, WatchKind
from trials.rules import danish_date


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


@strict.reading_strictly
def thing(request: HttpRequest, library: Library, slug: str) -> HttpResponse:
    """The newest edition of one thing, also when that says that it is withdrawn.

    To those who are logged in, the one that was the newest on an earlier day, when they ask.
    """
    may_look_back = permits(request.user, Act.EARLIER)
    if KNOWN in request.GET and not may_look_back:
        return redirect_to_login(request.get_full_path())
    editions = _editions(library, slug)
    form = _day_form(request, may_look_back=may_look_back)
    known_on = form.cleaned_data.get(KNOWN)
    if known_on is None or known_on == form.today:
        return _show(request, library, History(editions=editions, shown=editions[0]), form)
    content = _content_known_on(known_on, today=form.today)
    history = History(editions=editions, shown=_shown_on(editions, known_on), known_on=known_on)
    return _show(request, library, history, form, content)


# Closed, also while the libraries are public: what was withdrawn may have been wrong.
@strict.reading_strictly
def earlier_edition(request: HttpRequest, library: Library, slug: str, number: int) -> HttpResponse:
    """An edition that another has taken the place of; the newest has an address of its own."""
    editions = _editions(library, slug)
    shown = next((each for each in editions if each.number == number), None)
    if shown is None:
        raise Http404
    if shown.pk == editions[0].pk:
        return redirect(library.kind.value, slug)
    form = _day_form(request)
    return _show(request, library, History(editions=editions, shown=shown), form)


def _day_form(request: HttpRequest, *, may_look_back: bool = False) -> DayForm:
    form = DayForm(request.GET, today=timezone.localdate(), may_look_back=may_look_back)
    strict.check(request.GET, form)
    return form


def _content_known_on(day: date, *, today: date) -> Content:
    try:
        return content_known_on(day, today=today)
    except NotKnownError as error:
        raise strict.UnreadableError([strict.Fault(parameter=KNOWN, text=str(error))]) from None


def _shown_on(editions: Sequence[Edition], day: date) -> Edition:
    if shown := edition_on(editions, day):
        return shown
    first = danish_date(day_of(editions[-1]))
    text = f"Den dag var siden ikke udgivet endnu. Den blev udgivet første gang den {first}."
    raise strict.UnreadableError([strict.Fault(parameter=KNOWN, text=text)])


def _editions(library: Library, slug: str) -> Sequence[Edition]:
    editions = list(Edition.objects.history(library.kind, slug))
    if not editions:
        raise Http404
    return editions


def _show(
    request: HttpRequest,
    library: Library,
    history: History,
    form: DayForm,
    content: Content | None = None,
) -> HttpResponse:
    on = form.cleaned_data["dato"] or form.today
    content = content or current_content()
    shown = Thing(document=history.shown.document, content=content, on=on)
    can_be_followed = library.kind is EditionKind.TRIAL and not history.shown.withdrawn
    context = {
        "library": library,
        "history": history,
        "document": shown.document,
        "form": form,
        "on": on,
        "is_today": on == form.today,
        "four_eyes": settings.FOUR_EYES,
        "told_on": history.told_on(on),
        "day_stated": request.GET.get("dato", ""),
        "can_be_followed": can_be_followed,
        "is_followed": can_be_followed
        and Watch.objects.is_followed(request.user, WatchKind.TRIAL, history.newest.slug),
    }
    return render(request, library.template, context | library.details(shown))
