"""Det, jeg følger: the page, and the two buttons."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from portal.library import strict
from portal.models import Watch
from portal.news.changes import chronicle
from portal.shelf import current_content
from portal.watches.following import address_of, followed
from portal.watches.forms import WatchForm


@strict.reading_strictly
def following(request: HttpRequest) -> HttpResponse:
    """What the user follows; a post follows one more, and leads back to it."""
    strict.check_names(request.GET, [])
    user: Any = request.user
    if request.method != "POST":
        return _page(request)
    form = WatchForm(request.POST, content=current_content())
    if not form.is_valid():
        return _page(request, faults=[str(each[0]) for each in form.errors.values()], status=422)
    return redirect(address_of(form.save(user)))


def stop_following(request: HttpRequest) -> HttpResponse:
    """Forget one watch of the user's own, if there is such a one."""
    posted = request.POST.get("kind"), request.POST.get("code")
    for watch in Watch.objects.by(request.user):
        if (watch.kind, watch.code) == posted:  # what is posted may be no text that is stored
            watch.delete()
    return redirect("following")


def _page(
    request: HttpRequest, *, faults: list[str] | None = None, status: int = 200
) -> HttpResponse:
    watches = Watch.objects.by(request.user)
    rows = followed(watches, current_content(), chronicle())
    context = {"rows": rows, "faults": dict.fromkeys(faults or [])}
    return render(request, "watches/following.html", context, status=status)
