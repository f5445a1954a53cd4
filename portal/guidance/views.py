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
from portal.guidance.conversation import Focus, announced, refused, summed
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
    return _conversation(request, form, **_answered(request, form))


def _answered(request: HttpRequest, form: ProfileForm) -> dict[str, Any]:
    """The answer to a valid form, by the names that the template uses, and where to read on."""
    answer = answer_of(form)
    questions = open_questions(answer.questions, form)
    supposed = what_if(form, answer)
    focus = Focus.QUESTION if is_reply(request) and questions.first else Focus.ANSWER
    return {
        **answer_context(answer, form.profile, form.content, offer=form.offer, today=form.today),
        "guidance": answer,
        "announcement": announced(answer),
        "summed": summed(answer),
        "questions": questions,
        "what_if": supposed,
        "pdf_is_available": can_write_pdf(),
        "focus": Focus.WHAT_IF if supposed.form.is_asked else focus,
    }


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
