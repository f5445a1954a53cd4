"""The pages about one citizen. A view reads, asks and renders; it never writes."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from portal.guidance.answers import answer_context
from portal.guidance.asking import about_a_citizen, answer_of, profile_form
from portal.guidance.forms import ProfileForm
from portal.guidance.pdf import can_write_pdf
from portal.timeline import in_force


@require_http_methods(["GET", "HEAD", "POST"])
@about_a_citizen
def guidance(request: HttpRequest) -> HttpResponse:
    """Vejledning: the form, and the answer when a profile was posted."""
    form = profile_form(request)
    if not form.is_bound:
        return _page(request, form)
    if not form.is_valid():
        return _page(request, form, status=422)
    answer = answer_of(form)
    shown = answer_context(answer, form.profile, form.content, offer=form.offer)
    return _page(request, form, guidance=answer, pdf_is_available=can_write_pdf(), **shown)


def _page(
    request: HttpRequest, form: ProfileForm, *, status: int = 200, **context: Any
) -> HttpResponse:
    """The guidance page for the day that the form is about, with or without an answer."""
    on = form.on if form.is_valid() else form.today
    told = {
        "form": form,
        "content": form.content,
        "on": on,
        "in_force": in_force(form.content, on=on),
    }
    return render(request, "guidance/page.html", told | context, status=status)
