"""The list of kinds is complete: no page outside the desk is left unchecked without a reason."""

from collections.abc import Iterable
from urllib.parse import urlsplit

from django.urls import Resolver404, resolve

from tests.journeys.kinds import CLOSED, KINDS, OPEN, Direct
from tests.portal.walk import NAMES

# Pages that no address of a kind is, because a browser is led there.
LED_TO = {"own_reports": "own reports"}
NO_KIND = {
    "download": "a file",
    "guidance_pdf": "a file, checked with pdfua; where it cannot be had is a kind of its own",
    "news_feed": "for programs",
    "news_calendar": "for programs",
    "logout": 'is only posted to, and shows the kind "logged out"',
    "stop_following": 'is only posted to, and leads to the kind "followed"',
    "trial_edition": 'the page of a trial, with the banner of "earlier edition"',
    "evaluation_edition": 'the page of an evaluation, with the banner of "earlier edition"',
    "recommendation_edition": "the page of a recommendation, with that banner",
}
PORTAL = {name for name in NAMES if not name.startswith("admin:")}


def name_of(address: str) -> str:
    """The name of the page at the address; empty when there is none, as the kind may want it."""
    try:
        return resolve(urlsplit(address).path).view_name
    except Resolver404:
        return ""


VISITED = {name_of(way.address) for way in KINDS.values() if isinstance(way, Direct)}


def unchecked(names: Iterable[str]) -> list[str]:
    """The pages that make test-web never sees, and nobody has said why."""
    return sorted(set(names) - VISITED - LED_TO.keys() - NO_KIND.keys())


def test_every_page_outside_the_desk_has_a_kind_or_a_reason_to_have_none() -> None:
    assert len(PORTAL) > 40
    assert unchecked(PORTAL) == []


def test_a_new_page_without_a_kind_is_found() -> None:
    assert unchecked([*PORTAL, "a_new_page"]) == ["a_new_page"]


def test_no_excuse_outlives_its_page() -> None:
    assert NO_KIND.keys() <= PORTAL - VISITED
    assert LED_TO.keys() <= PORTAL - VISITED
    assert set(LED_TO.values()) <= KINDS.keys()


def test_no_kind_hides_another_of_its_name() -> None:
    """What is seen by strangers and what is seen after a login are two kinds."""
    assert OPEN.keys() & CLOSED.keys() == set()
