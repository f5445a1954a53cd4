"""Refuses what must never be answered: addresses that name a person, and broken requests."""

from collections.abc import Callable
from urllib.parse import unquote_plus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

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
