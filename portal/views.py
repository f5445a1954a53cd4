"""One function per page. A view reads, asks and renders; it never writes."""

import logging
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_http_methods, require_safe

from portal.answers import answer_context
from portal.forms import ProfileForm
from portal.matching import guidance_for
from portal.models import User
from portal.shelf import Content, current_content
from portal.timeline import in_force
from trials.refusing import RefusedError
from trials.rules import loggable_name

logger = logging.getLogger(__name__)

FORM_TYPES = ("application/x-www-form-urlencoded", "multipart/form-data")
MOST_FIELDS = 1_000
# What a newsletter adds to its links; everything else in an address is refused.
CAMPAIGN = "utm_"


@login_not_required
@require_safe
def front(request: HttpRequest) -> HttpResponse:
    """The open front page: what the portal is, and what is in force today."""
    content, today = current_content(), timezone.localdate()
    context = {"content": content, "on": today, "in_force": in_force(content, on=today)}
    return render(request, "portal/front.html", context)


# The profile is posted: it never stands in an address.
@require_http_methods(["GET", "HEAD", "POST"])
def guidance(request: HttpRequest) -> HttpResponse:
    """Vejledning: the form, and the answer when a profile was posted."""
    if request.method == "POST" and request.content_type not in FORM_TYPES:
        reason = {"reason": "Siden tager kun imod sin egen formular."}
        return render(request, "400.html", reason, status=415)
    content, today = current_content(), timezone.localdate()
    form = ProfileForm(_posted(request), content=content, today=today, home=_home(request))
    if not form.is_bound:
        return _page(request, form, content, on=today)
    _log_unknown_fields(request, form)
    if not form.is_valid():
        return _page(request, form, content, on=today, status=422)
    answer = guidance_for(content, form.profile, on=form.on, offer=form.offer, assumed=form.assumed)
    shown = answer_context(answer, form.profile, content, offer=form.offer)
    page = _page(request, form, content, on=form.on, guidance=answer, **shown)
    # The next one at a shared computer must not find the profile behind the back button.
    patch_cache_control(page, no_store=True, private=True)
    return page


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The page "Ugyldig forespørgsel", with the reason when the portal itself refused."""
    reason = str(exception) if isinstance(exception, RefusedError) else ""
    return render(request, "400.html", {"reason": reason}, status=400)


def _page(
    request: HttpRequest, form: ProfileForm, content: Content, *, status: int = 200, **context: Any
) -> HttpResponse:
    """The guidance page for the day ``on``, with or without an answer."""
    told = {"form": form, "content": content, "in_force": in_force(content, on=context["on"])}
    return render(request, "portal/guidance.html", told | context, status=status)


def _posted(request: HttpRequest) -> object:
    """The posted fields, or None. An address that states something is refused, not ignored."""
    if any(not name.startswith(CAMPAIGN) for name in request.GET):
        raise RefusedError(
            "Oplysninger om borgeren må ikke stå i adressen. Udfyld formularen på siden Vejledning."
        )
    if request.method != "POST":
        return None
    if len(request.POST) > MOST_FIELDS:
        raise RefusedError("Der er for mange felter. Gå tilbage, og prøv igen.")
    return request.POST


def _log_unknown_fields(request: HttpRequest, form: ProfileForm) -> None:
    """Tell the operator of fields that nobody reads: their names, and never their values."""
    unknown = set(request.POST) - set(form.fields) - {"csrfmiddlewaretoken"}
    if unknown:
        names = sorted({loggable_name(name) for name in unknown})
        logger.warning("Ukendte felter i vejledningen: %s", ", ".join(names[:10]))


def _home(request: HttpRequest) -> str:
    """The code of the caseworker's home municipality, or nothing."""
    user = request.user
    if not isinstance(user, User) or user.home_municipality is None:
        return ""
    return user.home_municipality.code
