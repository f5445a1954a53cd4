"""What is new, as a page, as a feed and as a calendar. All three read the same changes and days."""

from datetime import UTC, datetime

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.http import http_date
from django.views.decorators.http import conditional_page

from portal.library import pages, strict
from portal.news.changes import chronicle
from portal.news.feed import atom, entries_of
from portal.news.forms import NewsForm
from portal.news.ical import calendar_of
from portal.news.last_days import last_days, reminders
from portal.news.selection import chosen
from portal.shelf import current_content

ATOM, ICALENDAR = "application/atom+xml; charset=utf-8", "text/calendar; charset=utf-8"


@strict.reading_strictly
def news(request: HttpRequest) -> HttpResponse:
    """Nyt: all changes, the newest first, twenty to a page."""
    told, content = chronicle(), current_content()
    form = NewsForm(request.GET, content=content, chronicle=told)
    strict.check(request.GET, form, also=[pages.PAGE])
    try:
        page = pages.page_of(chosen(told.changes, form.selection), request.GET.get("side", "1"))
    except pages.NoSuchPageError as error:
        return render(request, "404.html", {"last_page": error.last}, status=404)
    context = {
        "form": form,
        "page": page,
        "opened": told.opened,
        "stated": list(pages.stated(form, request.GET)),
        "query": pages.without(request.GET).removesuffix("?"),
    }
    return render(request, "news/list.html", context)


@conditional_page
@strict.reading_strictly
def feed(request: HttpRequest) -> HttpResponse:
    """The feed of changes and of last days that come near."""
    told, content = chronicle(), current_content()
    form = NewsForm(request.GET, content=content, chronicle=told)
    strict.check(request.GET, form)
    near = reminders(content, on=timezone.localdate())
    entries = entries_of(
        chosen(told.changes, form.selection),
        [each for each in near if form.selection.wants_day(each.last_day)],
    )
    newest = told.newest.at if told.newest else datetime.fromtimestamp(0, tz=UTC)
    body = atom(entries, site=_site(request), path=request.get_full_path(), newest=newest)
    return _dated(HttpResponse(body, ATOM), max([newest, *(each.at for each in entries)]))


@conditional_page
@strict.reading_strictly
def calendar(request: HttpRequest) -> HttpResponse:
    """The calendar of last days."""
    told, content = chronicle(), current_content()
    form = NewsForm(request.GET, content=content, chronicle=told)
    strict.check(request.GET, form)
    wanted = [each for each in last_days(content) if form.selection.wants_day(each)]
    body = calendar_of(wanted, site=_site(request), editions=told.trials)
    response = HttpResponse(body, ICALENDAR)
    response["Content-Disposition"] = 'inline; filename="vejviser.ics"'
    return _dated(response, told.newest.at) if told.newest else response


def _site(request: HttpRequest) -> str:
    """What addresses begin with outside the portal."""
    return settings.PUBLIC_ADDRESS or request.build_absolute_uri("/").rstrip("/")


def _dated(response: HttpResponse, at: datetime) -> HttpResponse:
    response["Last-Modified"] = http_date(at.timestamp())
    return response
