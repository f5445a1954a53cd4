"""Refuses what must never be answered: what names a person, is broken, or is not one's to see."""

import logging
from collections.abc import Callable
from typing import Any
from urllib.parse import unquote_plus

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import render

from portal.rights import Access, met_by, page_named
from trials.rules import has_identity_number

NAMES_A_PERSON = (
    "Adressen ligner et CPR-nummer. Vejviser må ikke indeholde oplysninger om personer. "
    "Fjern nummeret og prøv igen."
)
BROKEN = "Adressen indeholder et tegn, der ikke kan læses."
TOO_LONG = "Adressen er for lang."
CHARSET = "Siden læser kun tekst i tegnsættet UTF-8."
MOST_PARAMETERS = 1_000
NULL = "\x00"
# The link in a mail about passwords is a code of the portal's own, whose digits mean nothing.
RESET_LINK = "/ny-adgangskode/"

logger = logging.getLogger(__name__)

Respond = Callable[[HttpRequest], HttpResponse]


def refuse_requests(get_response: Respond) -> Respond:
    """Answer 400 to what cannot be read or looks like a CPR number, and in Danish to a 405."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if reason := _reason_to_refuse(request):
            return render(request, "400.html", {"reason": reason}, status=400)
        response = get_response(request)
        if response.status_code == 405 and not response.content:
            page = render(request, "405.html", status=405)
            page["Allow"] = response["Allow"]
            return page
        return response

    return middleware


class AccessMiddleware:
    """Let everyone do what the table of rights gives them, and nobody anything else."""

    def __init__(self, get_response: Respond) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_view: Any) -> HttpResponse | None:
        """None: go on to the page. Closed by default: a page in no row is there for nobody."""
        name = page_name(request)
        page = page_named(name)
        if page is None:
            logger.error("Siden %s står ikke i tabellen over rettigheder.", name)
            raise Http404
        for act in page.acts(request.method or ""):
            if (met := met_by(request.user, act)) is not Access.ALLOWED:
                return _turned_away(request, met)
        return None if request.method in page.methods else HttpResponseNotAllowed(page.methods)


def page_name(request: HttpRequest) -> str:
    """The name of the address; of those that Django leaves without one, where they are."""
    match = request.resolver_match
    assert match is not None  # a view was found
    return match.view_name if match.url_name else f"{match.namespace}:"


def _turned_away(request: HttpRequest, met: Access) -> HttpResponse:
    if met is Access.LOGIN:
        return redirect_to_login(request.get_full_path())
    raise Http404 if met is Access.HIDDEN else PermissionDenied


def _reason_to_refuse(request: HttpRequest) -> str:
    query = request.META.get("QUERY_STRING", "")
    address = unquote_plus(f"{request.path} {query}")
    typed = unquote_plus(query) if request.path.startswith(RESET_LINK) else address
    told = {
        BROKEN: NULL in address,
        NAMES_A_PERSON: has_identity_number(typed),
        TOO_LONG: query.count("&") >= MOST_PARAMETERS,
        CHARSET: _charset(request) not in {"utf-8", "utf8"},
    }
    return next((reason for reason, holds in told.items() if holds), "") or _bad_cookie(request)


def _charset(request: HttpRequest) -> str:
    """The charset that the body is said to be in; some of Python's codecs are no charsets."""
    return str((request.content_params or {}).get("charset", "utf-8")).lower()


def _bad_cookie(request: HttpRequest) -> str:
    """A null character in a cookie would reach the database as the key of a session."""
    is_bad = any(NULL in value for value in request.COOKIES.values())
    return "En cookie kan ikke læses. Slet cookies for Vejviser, og prøv igen." if is_bad else ""
