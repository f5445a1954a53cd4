"""Gennemgået: the button that says that somebody has looked a published thing over."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from portal.kinds import MODELS
from portal.models import Edition, Review
from portal.words import EditionKind


def review(request: HttpRequest, kind: EditionKind, slug: str) -> HttpResponse:
    """Keep who looked it over and when; only of what is on the shelf now."""
    if kind not in MODELS:
        raise Http404
    shown = Edition.objects.current(kind).with_slugs([slug]).first()
    if shown is None:
        raise Http404
    by: Any = request.user
    Review.objects.create(kind=kind, slug=slug, by=by)
    messages.success(request, f"\u201d{shown.title}\u201d er markeret som gennemgået i dag.")
    return redirect("admin:index")
