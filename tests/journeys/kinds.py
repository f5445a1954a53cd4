"""Every kind of page that people meet, and how a browser gets there."""

from collections.abc import Callable

from django.template.loader import render_to_string
from playwright.sync_api import Page

from tests.journeys.test_guidance_in_browser import describe_a_young_person, log_in, show

Way = Callable[[Page, str], None]


def at(address: str) -> Way:
    """The way that is one address."""

    def go(page: Page, site: str) -> None:
        page.goto(f"{site}{address}")

    return go


def refused_login(page: Page, site: str) -> None:
    page.goto(f"{site}/log-ind/")
    page.get_by_label("Brugernavn").fill("sagsbehandler")
    page.get_by_label("Adgangskode").fill("forkert")
    page.get_by_role("button", name="Log ind").click()


def guidance_with_answer(page: Page, site: str) -> None:
    log_in(page, site)
    describe_a_young_person(page)


def guidance_with_everything_open(page: Page, site: str) -> None:
    guidance_with_answer(page, site)
    page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")


def guidance_with_mistakes(page: Page, site: str) -> None:
    log_in(page, site)
    page.get_by_label("Alder", exact=True).fill("300")
    page.get_by_label("Dag", exact=True).fill("31-02-2022")
    show(page)


def guidance_in_print(page: Page, site: str) -> None:
    guidance_with_answer(page, site)
    page.emulate_media(media="print")


def broken(page: Page, site: str) -> None:
    """The page for what went wrong inside: no address leads there as long as all is well."""
    page.route(f"{site}/fejl/", lambda route: route.fulfill(body=render_to_string("500.html")))
    page.goto(f"{site}/fejl/")


KINDS: dict[str, Way] = {
    "front": at("/"),
    "login": at("/log-ind/"),
    "login refused": refused_login,
    "forgotten password": at("/glemt-adgangskode/"),
    "not found": at("/findes-ikke/"),
    "refused address": at("/forsoeg/?ukendt=1"),
    "broken": broken,
    "trials": at("/forsoeg/"),
    "nothing found": at("/forsoeg/?q=zzzzzzz"),
    "refused search": at("/forsoeg/?dato=31-02-2022"),
    "trial": at("/forsoeg/nextwork-praktik/?dato=01-12-2021"),
    "evaluations": at("/evalueringer/"),
    "evaluation": at("/evalueringer/nextwork-vive-2023/"),
    "recommendations": at("/anbefalinger/"),
    "programmes": at("/programmer/"),
    "search": at("/soeg/?q=praktik"),
    "search, refused": at("/soeg/?q="),
    "guidance, empty": log_in,
    "guidance, full": guidance_with_answer,
    "guidance, everything open": guidance_with_everything_open,
    "guidance, mistakes": guidance_with_mistakes,
    "guidance, print": guidance_in_print,
}
