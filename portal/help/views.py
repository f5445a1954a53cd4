"""Help, glossary and accessibility statement: open to everyone, and without parameters."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from portal.help.pages import PAGES, HelpPage
from portal.help.terms import by_letter
from portal.help.words.law import LAB_ADDRESS, LAB_GROUPS, LAB_SOURCE
from portal.library import strict


@strict.reading_strictly
def index(request: HttpRequest) -> HttpResponse:
    """Hjælp: all help pages."""
    return _page(request, "help/index.html", {"pages": PAGES})


@strict.reading_strictly
def help_page(request: HttpRequest, page: HelpPage) -> HttpResponse:
    """One help page."""
    return _page(request, page.template, {"page": page, "contact": _contact()})


@strict.reading_strictly
def glossary(request: HttpRequest) -> HttpResponse:
    """Ordbog: every word that is explained on the pages."""
    groups = {"rows": LAB_GROUPS, "source": LAB_SOURCE, "address": LAB_ADDRESS}
    return _page(request, "help/glossary.html", {"letters": list(by_letter()), "groups": groups})


@strict.reading_strictly
def accessibility(request: HttpRequest) -> HttpResponse:
    """Tilgængelighed: what is tested, what is missing, and whom to tell."""
    return _page(request, "help/accessibility.html", {"contact": _contact()})


def _page(request: HttpRequest, template: str, context: dict[str, Any]) -> HttpResponse:
    strict.check(request.GET, strict.StrictForm(request.GET))
    return render(request, template, context)


def _contact() -> dict[str, str]:
    return {"organisation": settings.ORGANISATION, "email": settings.CONTACT_EMAIL}
