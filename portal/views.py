"""One function per page. A view reads, asks and renders; it never writes."""

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from portal.forms import ProfileForm
from portal.matching import guidance_for
from portal.models import User
from portal.presentation import answer_context
from portal.shelf import current_content
from portal.timeline import in_force

FORM_TYPES = ("application/x-www-form-urlencoded", "multipart/form-data")
SEVERAL_ALLOWED = frozenset({"health"})


@login_not_required
@require_safe
def front(request: HttpRequest) -> HttpResponse:
    """The open front page: what the portal is, and what is in force today."""
    content, today = current_content(), timezone.localdate()
    context = {"content": content, "on": today, "in_force": in_force(content, on=today)}
    return render(request, "portal/front.html", context)


@require_http_methods(
    ["GET", "HEAD", "POST"]
)  # the profile is posted: it never stands in an address
def guidance(request: HttpRequest) -> HttpResponse:
    """Vejledning: the form, and the answer when a profile was posted."""
    content, today = current_content(), timezone.localdate()
    form = ProfileForm(_posted(request), content=content, today=today, home=_home(request))
    if not form.is_bound or not form.is_valid():
        context = {"form": form, "content": content, "on": today}
        context["in_force"] = in_force(content, on=today)
        return render(
            request, "portal/guidance.html", context, status=422 if form.is_bound else 200
        )
    answer = guidance_for(content, form.profile, on=form.on, offer=form.offer, assumed=form.assumed)
    context = {
        "form": form,
        "content": content,
        "on": form.on,
        "guidance": answer,
        **answer_context(answer, form.profile, content),
        "in_force": in_force(content, on=form.on),
    }
    return render(request, "portal/guidance.html", context)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The page "Ugyldig forespørgsel", with the reason when the portal itself refused."""
    reason = str(exception) if isinstance(exception, BadRequest) else ""
    return render(request, "400.html", {"reason": reason}, status=400)


def _posted(request: HttpRequest) -> object:
    """The posted fields, or None. A field that is stated twice says nothing, and is refused."""
    if request.method != "POST":
        return None
    if request.content_type not in FORM_TYPES:
        raise BadRequest("Siden tager kun imod sin egen formular.")
    for name, values in request.POST.lists():
        if len(values) > 1 and name not in SEVERAL_ALLOWED:
            raise BadRequest("Et felt er udfyldt to gange. Gå tilbage, og prøv igen.")
    return request.POST


def _home(request: HttpRequest) -> str:
    """The code of the caseworker's home municipality, or nothing."""
    user = request.user
    if not isinstance(user, User) or user.home_municipality is None:
        return ""
    return user.home_municipality.code
