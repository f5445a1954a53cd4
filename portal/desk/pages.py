"""The pages on which a publisher puts things on the shelf, and takes them off it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.contrib.admin import AdminSite
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_http_methods

from portal.desk.addresses import list_address, list_title, public_address, row_addresses
from portal.desk.forms import ReasonForm
from portal.desk.states import Standing, pointing_at, standings
from portal.gate import NotReadyError
from portal.hashes import hash_of
from portal.models import Edition
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
from portal.rights import PUBLISH
from portal.turns import one_moment
from portal.words import EditionKind
from trials.refusing import is_key

# More rows than a list of the desk shows at once.
MOST_TOGETHER = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One thing on a page of publication, with the ways to and from it."""

    standing: Standing
    desk_address: str
    public_address: str


@require_http_methods(["GET", "HEAD", "POST"])
def publish_page(
    request: HttpRequest, site: AdminSite, kind: EditionKind, **chosen: Any
) -> HttpResponse:
    """What will be published, what keeps it back, and why: one thing, or several together."""
    _refuse_others(request)
    with one_moment():
        items, shelf = list(desk_items(kind, **chosen)), shelf_now()
    if len(items) != len(chosen.get("pk__in", [kind])):  # some are not there, or not any more
        raise Http404
    changed = [item for item in items if is_changed(*item, shelf)]
    lacks = unready(changed, shelf)
    form = ReasonForm(request.POST or None, now=hash_of(changed))
    if request.method == "POST" and not lacks and form.is_valid() and changed:
        try:
            reason = form.cleaned_data["reason"]
            return _publish(request, desk_items(kind, **chosen), reason, seen=form.now)
        except ChangedError:  # a colleague saved in this moment: the form now says so
            return publish_page(request, site, kind, **chosen)
    context = {
        "title": "Udgiv" if len(items) == 1 else f"Udgiv {len(items)} valgte",
        "shown": _shown(standings(items, shelf, lacks)),
        "ready": bool(changed) and not lacks,
        "several": len(items) > 1,
    }
    return _page(request, site, kind, "admin/publish.html", form, context)


@require_http_methods(["GET", "HEAD", "POST"])
def withdraw_page(
    request: HttpRequest, site: AdminSite, kind: EditionKind, slug: str
) -> HttpResponse:
    """What will be taken off the shelf, what points at it, and why."""
    _refuse_others(request)
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
        "shown": _shown(standings([(kind, newest.document)], shelf)),
        "ready": not newest.withdrawn,
        "pointing": pointing_at(kind, slug, shelf),
    }
    return _page(request, site, kind, "admin/withdraw.html", form, context)


def chosen_keys(values: Iterable[str]) -> list[int]:
    """The numbers of the chosen rows as an address gives them, or a page that is not there."""
    keys = list(values)
    if not 1 <= len(keys) <= MOST_TOGETHER:
        raise Http404
    if not all(map(is_key, keys)):
        raise Http404
    return [int(key) for key in keys]


def _refuse_others(request: HttpRequest) -> None:
    if not request.user.has_perm(PUBLISH):
        raise PermissionDenied


def _publish(
    request: HttpRequest, items: Iterable[Item], reason: str, *, seen: str
) -> HttpResponse:
    """Exactly what was shown goes on the shelf, or nothing: the items are read in our turn."""
    publisher: Any = request.user  # logged in, or the page would not have been reached
    try:
        made = publish_together(items, by=publisher, reason=reason, seen=seen)
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
    publisher: Any = request.user
    try:
        withdraw(EditionKind(newest.kind), newest.slug, by=publisher, reason=reason)
    except LookupError:
        messages.info(request, "En anden har lige trukket det tilbage.")
    else:
        messages.success(request, f"{newest.title} er trukket tilbage.")
    return redirect(request.get_full_path())


def _shown(rows: list[Standing]) -> list[Shown]:
    addresses = row_addresses()
    return [
        Shown(
            standing=row,
            # A thing that is withdrawn may be gone from the desk.
            desk_address=addresses.get((row.kind, row.slug), ""),
            public_address=public_address(row.kind, row.slug) if row.is_public else "",
        )
        for row in rows
    ]


def _page(
    request: HttpRequest,
    site: AdminSite,
    kind: EditionKind,
    template: str,
    form: ReasonForm,
    context: dict[str, Any],
) -> HttpResponse:
    told = {
        **site.each_context(request),
        "form": form,
        "list_address": list_address(kind),
        "list_title": list_title(kind),
    }
    status = 422 if form.is_bound and form.errors else 200
    return TemplateResponse(request, template, {**told, **context}, status=status)
