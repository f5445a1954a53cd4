"""Which page a report is about, and the way to report it, at the foot of every page."""

from django.http import HttpRequest
from django.urls import Resolver404, ResolverMatch, resolve, reverse

from portal.models import Edition
from portal.words import EditionKind
from trials.rules import has_identity_number

LONGEST_PATH = 300
# Its address is the key to an account.
SECRET = frozenset({"password_reset_confirm"})


def report_address(request: HttpRequest) -> dict[str, str]:
    """For every template: where to report an error on the page that is shown."""
    query = {"side": request.path} if match_of(request.path) else None
    return {"report_address": reverse("report", query=query)}


def match_of(path: str) -> ResolverMatch | None:
    """The page of the portal that a path leads to; None when it is no page to report on.

    The desk is left out: its addresses tell of drafts.
    """
    if len(path) > LONGEST_PATH or has_identity_number(path):
        return None
    try:
        match = resolve(path)
    except Resolver404:
        return None
    return None if match.namespaces or match.url_name in SECRET else match


def edition_shown(path: str) -> Edition | None:
    """The edition that the page shows now, if it is the page of a published thing."""
    match = match_of(path)
    kind = str(match.url_name).removesuffix("_edition") if match else ""
    if match is None or "slug" not in match.kwargs or kind not in set(EditionKind):
        return None
    editions = Edition.objects.history(EditionKind(kind), match.kwargs["slug"])
    number = match.kwargs.get("number")
    return next((each for each in editions if number in (None, each.number)), None)
