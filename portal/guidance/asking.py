"""From a request to the profile form: what was posted, and nothing else."""

import logging
from collections.abc import Callable
from datetime import date
from functools import wraps

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django_htmx.middleware import HtmxDetails

from portal.fields import DayField
from portal.guidance.forms import ProfileForm
from portal.guidance.what_if.form import FIELDS as WHAT_IF
from portal.guidance.what_if.form import TAKE_OVER, taken_over
from portal.known import NotKnownError, content_known_on
from portal.models import User
from portal.shelf import Content, current_content
from trials.refusing import RefusedError
from trials.rules import loggable_name

logger = logging.getLogger(__name__)

FORM_TYPES = ("application/x-www-form-urlencoded", "multipart/form-data")
MOST_FIELDS = 1_000
# What a newsletter adds to its links; everything else in an address is refused.
CAMPAIGN = "utm_"
# The one form of the conversation, and what its fields for replies to questions begin with.
FORM_ID = "profil"
REPLY = "svar_"
# What the form posts beside facts about the citizen.
BUTTONS = frozenset({"csrfmiddlewaretoken", "vis"})

View = Callable[[HttpRequest], HttpResponse]


def about_a_citizen(view: View) -> View:
    """Take only the portal's own form, and leave no profile behind the browser's back button.

    The next one at a shared computer must not find it there. That goes for the empty form too,
    for the answer comes into the same page while someone types.
    """

    @wraps(view)
    def guarded(request: HttpRequest) -> HttpResponse:
        if request.method == "POST" and request.content_type not in FORM_TYPES:
            reason = {"reason": "Siden tager kun imod sin egen formular."}
            return render(request, "400.html", reason, status=415)
        response = view(request)
        patch_cache_control(response, no_store=True, private=True)
        return response

    return guarded


def profile_form(request: HttpRequest) -> ProfileForm:
    """The form with what was posted; RefusedError when an address states something."""
    user, posted, today = request.user, _posted(request), timezone.localdate()
    content, problem = _answering(posted, today=today)
    home = user.home_code if isinstance(user, User) else ""
    form = ProfileForm(posted, content=content, today=today, home=home)
    if form.is_bound:
        _log_unknown_fields(form)
    if problem and "known_on" not in form.errors:
        form.add_error("known_on", problem)
    return taken_over(form) if TAKE_OVER in form.data else form


def _answering(posted: QueryDict | None, *, today: date) -> tuple[Content, str]:
    """The content that answers, as it was known on the day that is stated; else that of now.

    With why, when the stated day cannot be used; what is no day at all, the form says itself.
    """
    try:
        day = DayField(today=today).clean(posted.get("known_on", "")) if posted else None
        if day and day != today:
            return content_known_on(day, today=today), ""
    except ValidationError:
        pass
    except NotKnownError as error:
        return current_content(), str(error)
    return current_content(), ""


def wants_part(request: HttpRequest) -> bool:
    """Whether the page itself asks, and has the rest already."""
    return bool(HtmxDetails(request))


def is_live(request: HttpRequest) -> bool:
    """Whether the page asks while someone types: nobody pressed a button, so no focus may move."""
    asked_by = HtmxDetails(request)
    return bool(asked_by) and asked_by.trigger != FORM_ID


def is_reply(request: HttpRequest) -> bool:
    """Whether an open question was answered on the spot."""
    return any(name.startswith(REPLY) and any(values) for name, values in request.POST.lists())


def with_replies(posted: QueryDict) -> QueryDict:
    """The posted fields, where a reply to a question takes the place of the field it is about."""
    merged = posted.copy()
    for name, values in posted.lists():
        if name.startswith(REPLY):
            del merged[name]
            if given := [value for value in values if value]:
                merged.setlist(name.removeprefix(REPLY), given)
    return merged


def _posted(request: HttpRequest) -> QueryDict | None:
    """The posted fields, or None. An address that states something is refused, not ignored."""
    if any(not name.startswith(CAMPAIGN) for name in request.GET):
        raise RefusedError(
            "Oplysninger om borgeren må ikke stå i adressen. Udfyld formularen på siden Vejledning."
        )
    if request.method != "POST":
        return None
    if len(request.POST) > MOST_FIELDS:
        raise RefusedError("Der er for mange felter. Gå tilbage, og prøv igen.")
    return with_replies(request.POST)


def _log_unknown_fields(form: ProfileForm) -> None:
    """Tell the operator of fields that nobody reads: their names, and never their values."""
    unknown = set(form.data) - set(form.fields) - WHAT_IF - BUTTONS
    if unknown:
        names = sorted({loggable_name(name) for name in unknown})
        logger.warning("Ukendte felter i vejledningen: %s", ", ".join(names[:10]))
