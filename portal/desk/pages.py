"""The pages on which a publisher puts things on the shelf, and takes them off it."""

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.admin import AdminSite
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from portal.desk.forms import ReasonForm
from portal.desk.rendering import desk_page, shown
from portal.desk.states import pointing_at, standings, submissions
from portal.four_eyes import OwnChangeError, own_changes
from portal.gate import NotReadyError
from portal.hashes import hash_of
from portal.models import Edition, User
from portal.publication import (
    ChangedError,
    Item,
    desk_items,
    publish_together,
    shelf_now,
    unready,
    withdraw,
)
from portal.publication import differs as is_changed
from portal.turns import one_moment
from portal.words import EditionKind
from trials.refusing import is_key

# More rows than a list of the desk shows at once.
MOST_TOGETHER = 100


def publish_page(
    request: HttpRequest, site: AdminSite, kind: EditionKind, **chosen: Any
) -> HttpResponse:
    """What will be published, what keeps it back, and why: one thing, or several together."""
    with one_moment():
        items, shelf = list(desk_items(kind, **chosen)), shelf_now()
    if len(items) != len(chosen.get("pk__in", [kind])):  # some are not there, or not any more
        raise Http404
    changed = [item for item in items if is_changed(*item, shelf)]
    lacks, publisher = unready(changed, shelf), _publisher(request)
    own = own_changes(changed, by=publisher)
    ready = bool(changed) and not lacks and not own
    form = ReasonForm(request.POST or None, now=hash_of(changed))
    if request.method == "POST" and ready and form.is_valid():
        try:
            reason = form.cleaned_data["reason"]
            return _publish(request, desk_items(kind, **chosen), reason, seen=form.now)
        except (ChangedError, OwnChangeError):  # saved in this moment: the page now says so
            return publish_page(request, site, kind, **chosen)
    context = {
        "title": "Udgiv" if len(items) == 1 else f"Udgiv {len(items)} valgte",
        "shown": shown(
            standings(items, shelf, lacks=lacks, sent=submissions()),
            reader=request.user,
            on_page="publish",
        ),
        "ready": ready,
        "own": OwnChangeError(own, publisher).sentences if own else (),
        "four_eyes": settings.FOUR_EYES,
        "several": len(items) > 1,
    }
    forbidden = 403 if own and request.method == "POST" else 200
    return desk_page(
        request, site, kind, "admin/publish.html", context, form=form, status=forbidden
    )


def withdraw_page(
    request: HttpRequest, site: AdminSite, kind: EditionKind, slug: str
) -> HttpResponse:
    """What will be taken off the shelf, what points at it, and why."""
    shelf = shelf_now()
    newest = shelf.get((kind, slug))
    # Without the municipalities there is no portal.
    if newest is None or kind is EditionKind.MUNICIPALITIES:
        raise Http404
    form = ReasonForm(request.POST or None, now=str(newest.number))
    if request.method == "POST" and form.is_valid() and not newest.withdrawn:
        return _withdraw(request, newest, form.cleaned_data["reason"])
    context = {
        "title": "Træk tilbage",
        "shown": shown(
            standings([(kind, newest.document)], shelf), reader=request.user, on_page="withdraw"
        ),
        "ready": not newest.withdrawn,
        "pointing": pointing_at(kind, slug, shelf),
    }
    return desk_page(request, site, kind, "admin/withdraw.html", context, form=form)


def chosen_keys(values: Iterable[str]) -> list[int]:
    """The numbers of the chosen rows as an address gives them, or a page that is not there."""
    keys = list(values)
    if not 1 <= len(keys) <= MOST_TOGETHER:
        raise Http404
    if not all(map(is_key, keys)):
        raise Http404
    return [int(key) for key in keys]


def _publisher(request: HttpRequest) -> User:
    """Who is logged in, or the page would not have been reached."""
    user: Any = request.user
    return user


def _publish(
    request: HttpRequest, items: Iterable[Item], reason: str, *, seen: str
) -> HttpResponse:
    """Exactly what was shown goes on the shelf, or nothing: the items are read in our turn."""
    try:
        made = publish_together(items, by=_publisher(request), reason=reason, seen=seen)
    except NotReadyError as error:  # something it points at was withdrawn in this moment
        for sentence in error.sentences:
            messages.error(request, sentence)
        return redirect(request.get_full_path())
    for edition in made:
        messages.success(request, f"{edition.title} er udgivet som udgave {edition.number}.")
    if not made:
        messages.info(request, "En anden har lige udgivet det samme.")
    return redirect(request.get_full_path())


def _withdraw(request: HttpRequest, newest: Edition, reason: str) -> HttpResponse:
    try:
        withdraw(EditionKind(newest.kind), newest.slug, by=_publisher(request), reason=reason)
    except LookupError:
        messages.info(request, "En anden har lige trukket det tilbage.")
    else:
        messages.success(request, f"{newest.title} er trukket tilbage.")
    return redirect(request.get_full_path())
