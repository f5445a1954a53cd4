"""The pages about one citizen. A view reads, asks and renders; it never writes."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from portal.guidance.answer.parts import answer_context
from portal.guidance.asking import (
    about_a_citizen,
    is_live,
    is_reply,
    profile_form,
    wants_part,
)
from portal.guidance.conversation import Focus, announced, refused
from portal.guidance.forms import ProfileForm, answer_of
from portal.guidance.groups import first_fields, folded_groups
from portal.guidance.questions import open_questions
from portal.guidance.what_if.supposing import what_if
from portal.pdf import can_write_pdf
from portal.validity import in_force

PAGE = "guidance/page.html"
PART = "guidance/part.html"


@require_http_methods(["GET", "HEAD", "POST"])
@about_a_citizen
def guidance(request: HttpRequest) -> HttpResponse:
    """Vejledning: the form, and the answer when a profile was posted."""
    form = profile_form(request)
    if not form.is_bound:
        return _conversation(request, form)
    if not form.is_valid():
        told = {"announcement": refused(form)}
        return _conversation(request, form, status=422, focus=Focus.ERRORS, **told)
    answer = answer_of(form)
    questions = open_questions(answer.questions, form)
    shown = answer_context(answer, form.profile, form.content, offer=form.offer, today=form.today)
    shown |= {"guidance": answer, "questions": questions, "announcement": announced(answer)}
    shown |= {"what_if": what_if(form, answer), "pdf_is_available": can_write_pdf()}
    asks_on = is_reply(request) and questions.first
    focus = Focus.QUESTION if asks_on else Focus.ANSWER
    if shown["what_if"].form.is_asked:
        focus = Focus.WHAT_IF
    return _conversation(request, form, focus=focus, **shown)


def _conversation(
    request: HttpRequest,
    form: ProfileForm,
    *,
    status: int = 200,
    focus: Focus = Focus.NOWHERE,
    **shown: Any,
) -> HttpResponse:
    """The conversation for the day that the form is about: the whole page, or what changes of it.

    One rendering for both, so what was read with JavaScript is what is read without it.
    """
    on = form.on if form.is_valid() else form.today
    told = {
        "form": form,
        "first": first_fields(form),
        "groups": folded_groups(form),
        "content": form.content,
        "on": on,
        "in_force": in_force(form.content, on=on),
        "live": is_live(request),
        "focus": Focus.NOWHERE if is_live(request) else focus,
    }
    template = PART if wants_part(request) and form.is_bound else PAGE
    return render(request, template, told | shown, status=status)
