"""The pages about one citizen. A view reads, asks and renders; it never writes."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

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
from portal.guidance.looking_back import looked_back
from portal.guidance.questions import OpenQuestions, open_questions
from portal.guidance.what_if.supposing import WhatIf, what_if
from portal.pdf import can_write_pdf
from portal.validity import in_force

PAGE = "guidance/page.html"
PART = "guidance/part.html"


@about_a_citizen
def guidance(request: HttpRequest) -> HttpResponse:
    """Vejledning: the form, and the answer when a profile was posted.

    The whole page, or the part of it that changes; one rendering for both, so what was read with
    JavaScript is what is read without it.
    """
    form = profile_form(request)
    asked = _asked(request, form)
    if not form.is_bound:
        return render(request, PAGE, asked)
    template = PART if wants_part(request) else PAGE
    if not form.is_valid():
        told = {"announcement": refused(form)}
        return render(request, template, asked | told, status=422)
    return render(request, template, asked | _answered(request, form))


def _asked(request: HttpRequest, form: ProfileForm) -> dict[str, Any]:
    """The form in its groups, and what is in force on the day that it is about."""
    on = form.on if form.is_valid() else form.today
    return {
        "form": form,
        "first": first_fields(form),
        "groups": folded_groups(form),
        "content": form.content,
        "on": on,
        "in_force": in_force(form.content, on=on),
        "live": is_live(request),
    }


def _answered(request: HttpRequest, form: ProfileForm) -> dict[str, Any]:
    """What a valid form gets: the answer, what to ask next, and where the reader goes on."""
    answer = answer_of(form)
    questions = open_questions(answer.questions, form)
    supposed = what_if(form, answer)
    return {
        **answer_context(answer, form.profile, form.content, offer=form.offer, today=form.today),
        "guidance": answer,
        "questions": questions,
        "what_if": supposed,
        "looked_back": looked_back(form, answer),
        "announcement": announced(answer),
        "summed": summed(answer),
        "focus": _focus(request, questions, supposed),
        "pdf_is_available": can_write_pdf(),
    }


def _focus(request: HttpRequest, questions: OpenQuestions, supposed: WhatIf) -> Focus:
    if is_live(request):
        return Focus.NOWHERE
    if supposed.form.is_asked:
        return Focus.WHAT_IF
    return Focus.QUESTION if is_reply(request) and questions.first else Focus.ANSWER
