"""The sheet for the meeting, and its PDF. Like the guidance they take a posted profile only."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils import timezone

from portal.guidance.asking import about_a_citizen, profile_form
from portal.guidance.forms import ProfileForm, answer_of
from portal.guidance.sheet.parts import sheet_context
from portal.guidance.views import guidance
from portal.pdf import PdfUnavailableError, can_write_pdf, pdf_of

WAY = "guidance/sheet_way.html"


@about_a_citizen
def sheet(request: HttpRequest) -> HttpResponse:
    """Samtaleark: the answer to the posted profile, for the screen and the printer."""
    form = profile_form(request)
    if not form.is_bound:
        return render(request, WAY)
    if not form.is_valid():
        return guidance(request)  # shows the form again, with what is wrong
    filled = [field for field in form if field.data]
    shown = {"profile_fields": filled, "pdf_is_available": can_write_pdf()}
    return render(request, "guidance/sheet.html", _context(form) | shown)


@about_a_citizen
def sheet_pdf(request: HttpRequest) -> HttpResponse:
    """The same sheet as a PDF file, or how to get one where the portal cannot write it."""
    form = profile_form(request)
    if not form.is_bound:
        return render(request, WAY)
    if not form.is_valid():
        return guidance(request)
    try:
        written = pdf_of(render_to_string("guidance/sheet_pdf.html", _context(form)))
    except PdfUnavailableError:
        return render(request, WAY, {"pdf_is_missing": True}, status=501)
    name = f"samtaleark-{form.on.isoformat()}.pdf"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(written, content_type="application/pdf", headers=headers)


def _context(form: ProfileForm) -> dict[str, Any]:
    return sheet_context(form, answer_of(form), answered=timezone.localtime())
