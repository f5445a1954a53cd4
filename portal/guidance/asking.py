"""From a request to the profile form: what was posted, and nothing else."""

import logging
from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.cache import patch_cache_control

from portal.guidance.forms import ProfileForm
from portal.guidance.what_if_form import FIELDS as WHAT_IF
from portal.guidance.what_if_form import TAKE_OVER, taken_over
from portal.matching import Guidance, guidance_for
from portal.models import User
from portal.shelf import current_content
from trials.refusing import RefusedError
from trials.rules import loggable_name

logger = logging.getLogger(__name__)

FORM_TYPES = ("application/x-www-form-urlencoded", "multipart/form-data")
MOST_FIELDS = 1_000
# What a newsletter adds to its links; everything else in an address is refused.
CAMPAIGN = "utm_"

View = Callable[[HttpRequest], HttpResponse]


def about_a_citizen(view: View) -> View:
    """Take only the portal's own form, and leave no answer behind the browser's back button.

    The next one at a shared computer must not find the profile there.
    """

    @wraps(view)
    def guarded(request: HttpRequest) -> HttpResponse:
        if request.method == "POST" and request.content_type not in FORM_TYPES:
            reason = {"reason": "Siden tager kun imod sin egen formular."}
            return render(request, "400.html", reason, status=415)
        response = view(request)
        if request.method == "POST":
            patch_cache_control(response, no_store=True, private=True)
        return response

    return guarded


def profile_form(request: HttpRequest) -> ProfileForm:
    """The form with what was posted; RefusedError when an address states something."""
    form = ProfileForm(
        _posted(request),
        content=current_content(),
        today=timezone.localdate(),
        home=_home(request),
    )
    if form.is_bound:
        _log_unknown_fields(request, form)
    return taken_over(form) if TAKE_OVER in request.POST else form


def answer_of(form: ProfileForm) -> Guidance:
    """The whole answer to a valid form."""
    return guidance_for(
        form.content, form.profile, on=form.on, offer=form.offer, assumed=form.assumed
    )


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
    unknown = set(request.POST) - set(form.fields) - WHAT_IF - {"csrfmiddlewaretoken"}
    if unknown:
        names = sorted({loggable_name(name) for name in unknown})
        logger.warning("Ukendte felter i vejledningen: %s", ", ".join(names[:10]))


def _home(request: HttpRequest) -> str:
    """The code of the caseworker's home municipality, or nothing."""
    user = request.user
    if not isinstance(user, User) or user.home_municipality is None:
        return ""
    return user.home_municipality.code
