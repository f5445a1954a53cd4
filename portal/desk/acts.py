"""Who does something on the desk, and why: told to the database before a page writes."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse

from portal.models import User
from portal.trail import acting
from trials.rules import has_identity_number, text_fault, tidied

READING = frozenset({"GET", "HEAD", "OPTIONS"})
MOST_LETTERS = 250
# What is done on a page when nobody says why, by the end of the page's name.
DONE = {
    "_add": "Oprettet på skrivebordet",
    "_change": "Rettet på skrivebordet",
    "_delete": "Slettet på skrivebordet",
    "_confirm": "Bekræftet på skrivebordet",
}
OTHERWISE = "Gjort på skrivebordet"

View = Callable[..., HttpResponse]


def recorded(view: View) -> View:
    """The page, as it is; what it writes is the user's. Nothing is written by reading."""

    @wraps(view)
    def acted(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.method in READING or not isinstance(request.user, User):
            return view(request, *args, **kwargs)
        with acting(request.user, why_of(request)):
            return view(request, *args, **kwargs)

    return acted


def why_of(request: HttpRequest) -> str:
    """What was typed as the reason, or else the page in words.

    The form refuses what no text may hold, and then nothing is saved; pages without the field
    are sent it by nobody but a forger.
    """
    typed = tidied(request.POST.get("why_changed", "").strip())[:MOST_LETTERS]
    if typed and not text_fault(typed) and not has_identity_number(typed):
        return typed
    name = (request.resolver_match and request.resolver_match.url_name) or ""
    return next((words for end, words in DONE.items() if name.endswith(end)), OTHERWISE)
