"""Fortryd: the page on which a publisher puts the former edition of a thing on the shelf again.

It was approved when it was published, so nobody else has to look at it once more.
"""

from typing import Any

from django.contrib import messages
from django.contrib.admin import AdminSite
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from portal.desk.addresses import row_address
from portal.desk.differences import differences
from portal.desk.forms import ReasonForm
from portal.desk.rendering import desk_page
from portal.gate import NotReadyError
from portal.models import Edition
from portal.publication import ChangedError, newest_and_former, restore, shelf_now, unready
from portal.words import EditionKind

NOT_BACK = (
    "Der er ingen tidligere udgave at gå tilbage til: den forrige udgave findes ikke, eller den "
    "var en tilbagetrækning. Skal siden væk fra portalen, så træk den tilbage."
)


def undo_page(request: HttpRequest, site: AdminSite, kind: EditionKind, slug: str) -> HttpResponse:
    """What the newest edition changed, what going back needs, and why."""
    newest, former = newest_and_former(kind, slug)
    if newest is None:
        raise Http404
    lacks = unready([(kind, former.document)], shelf_now()) if former else {}
    form = ReasonForm(request.POST or None, now=str(newest.number))
    ready = former is not None and not lacks
    if request.method == "POST" and ready and form.is_valid():
        try:
            return _restore(request, newest, form.cleaned_data["reason"])
        except (ChangedError, NotReadyError):  # in this moment: the page now says what
            return undo_page(request, site, kind, slug)
    context = {
        "title": "Fortryd seneste udgave",
        "newest": newest,
        "former": former,
        "not_back": NOT_BACK,
        "changes": differences(newest.document, former.document) if former else [],
        "lacks": [told for each in lacks.values() for told in each],
        "ready": ready,
    }
    status = 422 if request.method == "POST" else 200
    return desk_page(request, site, kind, "admin/undo.html", context, form=form, status=status)


def _restore(request: HttpRequest, newest: Edition, reason: str) -> HttpResponse:
    by: Any = request.user
    kind = EditionKind(newest.kind)
    made = restore(kind, newest.slug, by=by, reason=reason, seen=newest.number)
    told = f"{made.title} er gået tilbage. Det er udgave {made.number}."
    messages.success(request, told)
    # On: here would stand the form that undoes what was just done.
    return redirect(row_address(kind, made.slug))
