"""Meld en fejl, and what became of one's own reports."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from portal.library import pages, strict
from portal.models import Report
from portal.reports.forms import PageForm, ReportForm


@strict.reading_strictly
def report(request: HttpRequest) -> HttpResponse:
    """The form about the page that the address states."""
    user: Any = request.user
    stated = PageForm(request.GET)
    strict.check(request.GET, stated)
    page = stated.cleaned_data["side"]
    form = ReportForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        form.save(page, by=user)
        return redirect("own_reports")
    context = {"form": form, "page": page}
    return render(request, "reports/report.html", context, status=422 if form.errors else 200)


@strict.reading_strictly
def own_reports(request: HttpRequest) -> HttpResponse:
    """What the user has reported, the newest first, with the answers."""
    user: Any = request.user
    strict.check_names(request.GET, [pages.PAGE])
    try:
        page = pages.page_of(Report.objects.by(user), request.GET.get(pages.PAGE, "1"))
    except pages.NoSuchPageError as error:
        return render(request, "404.html", {"last_page": error.last}, status=404)
    return render(request, "reports/own.html", {"page": page})
