"""Refuses addresses that must never be answered: those that name a person, and broken ones."""

from collections.abc import Callable
from urllib.parse import unquote_plus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from trials.rules import has_identity_number

REASON = (
    "Adressen ligner et CPR-nummer. Vejviser må ikke indeholde oplysninger om personer. "
    "Fjern nummeret og prøv igen."
)
BROKEN = "Adressen indeholder et tegn, der ikke kan læses."


def refuse_addresses(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Answer 400 when the path or the query looks like a CPR number, or holds a null character."""

    def middleware(request: HttpRequest) -> HttpResponse:
        address = unquote_plus(f"{request.path} {request.META.get('QUERY_STRING', '')}")
        if "\x00" in address:
            return render(request, "400.html", {"reason": BROKEN}, status=400)
        if has_identity_number(address):
            return render(request, "400.html", {"reason": REASON}, status=400)
        return get_response(request)

    return middleware
