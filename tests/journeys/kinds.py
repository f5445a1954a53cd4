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
    # With scripts the answer comes a moment after the press.
    page.get_by_role("heading", name="Svar for 1. december 2021").wait_for()


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


def as_written(template: str) -> Way:
    """A page for what went wrong, which no address shows as long as all is well."""

    def go(page: Page, site: str) -> None:
        markup = render_to_string(template)
        fulfil = {"body": markup, "content_type": "text/html; charset=utf-8"}
        page.route(f"{site}/{template}", lambda route: route.fulfill(**fulfil))
        page.goto(f"{site}/{template}")

    return go


def sheet(page: Page, site: str) -> None:
    """The sheet for the meeting, in the same window."""
    guidance_with_answer(page, site)
    button = page.get_by_role("button", name="Samtaleark og faglig begrundelse")
    button.evaluate("(button) => button.removeAttribute('formtarget')")
    button.click()
    page.get_by_role("heading", level=1, name="Samtaleark for 1. december 2021").wait_for()


def sheet_in_print(page: Page, site: str) -> None:
    sheet(page, site)
    page.emulate_media(media="print")


def sheet_without_profile(page: Page, site: str) -> None:
    log_in(page, site)
    page.goto(f"{site}/vejledning/ark/")


COMPARISON = "/evalueringer/sammenlign/?a=social-stoette-ramboell-2021&b=social-stoette-vive-2023"

KINDS: dict[str, Way] = {
    "front": at("/"),
    "front of a municipality": at("/?kommune=0851"),
    "help": at("/hjaelp/"),
    "help with the conversation": at("/hjaelp/samtale/"),
    "help with the evidence": at("/hjaelp/viden/"),
    "contact": at("/hjaelp/kontakt/"),
    "glossary": at("/ordbog/"),
    "accessibility": at("/tilgaengelighed/"),
    "search, empty": at("/soeg/"),
    "search, full": at("/soeg/?q=praktik"),
    "search, nothing found": at("/soeg/?q=zzzzzzz"),
    "timeline": at("/tidslinje/?dato=01-12-2021"),
    "evidence map": at("/videnskort/"),
    "comparison, empty": at("/evalueringer/sammenlign/"),
    "comparison": at(COMPARISON),
    "login": at("/log-ind/"),
    "login refused": refused_login,
    "forgotten password": at("/glemt-adgangskode/"),
    "not found": at("/findes-ikke/"),
    "refused address": at("/forsoeg/?ukendt=1"),
    "forbidden": as_written("403.html"),
    "forged form": as_written("403_csrf.html"),
    "not opened like that": as_written("405.html"),
    "broken": as_written("500.html"),
    "trials": at("/forsoeg/"),
    "nothing found": at("/forsoeg/?q=zzzzzzz"),
    "refused search": at("/forsoeg/?dato=31-02-2022"),
    "trial": at("/forsoeg/nextwork-praktik/?dato=01-12-2021"),
    "evaluations": at("/evalueringer/"),
    "evaluation": at("/evalueringer/social-stoette-vive-2023/"),
    "recommendations": at("/anbefalinger/?side=2"),
    "recommendation": at("/anbefalinger/loentimer/"),
    "programmes": at("/programmer/"),
    "programme": at("/programmer/ips/"),
    "search, refused": at("/soeg/?q="),
    "guidance, empty": log_in,
    "guidance, full": guidance_with_answer,
    "guidance, everything open": guidance_with_everything_open,
    "guidance, mistakes": guidance_with_mistakes,
    "guidance, print": guidance_in_print,
    "sheet": sheet,
    "sheet, print": sheet_in_print,
    "sheet, without a profile": sheet_without_profile,
}
