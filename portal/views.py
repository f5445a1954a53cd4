"""The front page, and the page for what cannot be read."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from portal.shelf import current_content
from portal.timeline import in_force
from trials.refusing import RefusedError


@login_not_required
@require_safe
def front(request: HttpRequest) -> HttpResponse:
    """The open front page: what the portal is, and what is in force today."""
    content, today = current_content(), timezone.localdate()
    context = {"content": content, "on": today, "in_force": in_force(content, on=today)}
    return render(request, "portal/front.html", context)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The page "Ugyldig forespørgsel", with the reason when the portal itself refused."""
    reason = str(exception) if isinstance(exception, RefusedError) else ""
    return render(request, "400.html", {"reason": reason}, status=400)
