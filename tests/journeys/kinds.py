"""Every kind of page that people meet, and how a browser gets there.

That no page is left out is tested in tests/portal/test_kinds.py.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.template.loader import render_to_string
from django.urls import reverse
from playwright.sync_api import Page

from portal.accounts import invitation_address
from portal.help.pages import PAGES
from portal.models import User
from tests.journeys.caseworker import describe_a_young_person, log_in, show

Way = Callable[[Page, str], None]

EARLIER, WITHDRAWN = "ips", "loentimer"
COMPARISON = "/evalueringer/sammenlign/?a=social-stoette-ramboell-2021&b=social-stoette-vive-2023"


@dataclass(frozen=True, slots=True)
class Direct:
    """The way that is one address."""

    address: str

    def __call__(self, page: Page, site: str) -> None:
        page.goto(f"{site}{self.address}")


def at(address: str) -> Way:
    return Direct(address)


def as_written(template: str, **context: Any) -> Way:
    """A page for what went wrong, which no address shows as long as all is well."""

    def go(page: Page, site: str) -> None:
        markup = render_to_string(template, context)
        fulfil = {"body": markup, "content_type": "text/html; charset=utf-8"}
        page.route(f"{site}/{template}", lambda route: route.fulfill(**fulfil))
        page.goto(f"{site}/{template}")

    return go


def refused_login(page: Page, site: str) -> None:
    page.goto(f"{site}/log-ind/")
    page.get_by_label("Brugernavn").fill("sagsbehandler")
    page.get_by_label("Adgangskode").fill("forkert")
    page.get_by_role("button", name="Log ind").click()
    page.get_by_role("alert").first.wait_for()


def logged_out(page: Page, site: str) -> None:
    log_in(page, site)
    if (menu := page.get_by_role("button", name="Menu")).is_visible():
        menu.click()
    page.get_by_role("button", name="Log ud (sagsbehandler)").click()
    page.get_by_role("heading", level=1, name="Du er logget ud").wait_for()


def new_password(page: Page, site: str) -> None:
    page.goto(site + invitation_address(User.objects.get(username="sagsbehandler")))


def new_password_refused(page: Page, site: str) -> None:
    new_password(page, site)
    for field in page.locator("input[type=password]").all():
        field.fill("kort")
    page.get_by_role("button", name="Gem ny adgangskode").click()
    page.get_by_role("alert").first.wait_for()


def followed(page: Page, site: str) -> None:
    page.goto(f"{site}/forsoeg/nextwork-praktik/")
    if (button := page.get_by_role("button", name="Følg Længere virksomhedspraktik")).count():
        button.click()
    page.goto(f"{site}/foelger/")
    page.get_by_role("button", name="Følg ikke længere").first.wait_for()


def _reported(page: Page, site: str, text: str) -> None:
    page.goto(f"{site}/meld-en-fejl/?side=/forsoeg/nextwork-praktik/")
    page.get_by_label("noget på siden er forkert").check()
    page.get_by_label("Skriv det kort").fill(text)
    page.get_by_role("button", name="Send melding").click()


def refused_report(page: Page, site: str) -> None:
    _reported(page, site, "Ring til 12 34 56 78.")
    page.get_by_role("alert").first.wait_for()


def own_reports(page: Page, site: str) -> None:
    _reported(page, site, "Den sidste dag er forkert.")
    page.get_by_role("heading", level=1, name="Mine meldinger").wait_for()


# What was typed asks once more, a little after the press of the button did.
SETTLED = 1_500  # milliseconds


def guidance_with_answer(page: Page, site: str) -> None:
    page.goto(f"{site}/vejledning/")
    describe_a_young_person(page)
    # With scripts the answer comes a moment after the press.
    page.get_by_role("heading", name="Svar for 1. december 2021").wait_for()
    page.wait_for_timeout(SETTLED)


def guidance_with_everything_open(page: Page, site: str) -> None:
    guidance_with_answer(page, site)
    page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")


def guidance_with_another_day(page: Page, site: str) -> None:
    guidance_with_answer(page, site)
    day = page.get_by_label("Hvis dagen var")
    day.evaluate("(field) => field.closest('details')?.setAttribute('open', '')")
    day.fill("12-04-2022")
    page.get_by_role("button", name="Vis forskellen").click()
    page.get_by_role("heading", name="Forskellen ved dag: 12. april 2022").wait_for()
    page.wait_for_timeout(SETTLED)


def guidance_as_known(page: Page, site: str) -> None:
    guidance_with_answer(page, site)
    page.get_by_text("Se tilbage (valgfrit)").click()
    page.get_by_label("Som det var kendt den").fill("30-06-2024")
    show(page)
    page.get_by_role("heading", name="som det var kendt den 30. juni 2024").wait_for()
    page.wait_for_timeout(SETTLED)


def guidance_with_mistakes(page: Page, site: str) -> None:
    page.goto(f"{site}/vejledning/")
    page.get_by_label("Alder", exact=True).fill("300")
    page.get_by_label("Dag", exact=True).fill("31-02-2022")
    show(page)
    page.get_by_role("alert").filter(has_text="Ret dette").wait_for()


def sheet(page: Page, site: str) -> None:
    """The sheet for the meeting, in the same window."""
    guidance_with_answer(page, site)
    button = page.get_by_role("button", name="Samtaleark og faglig begrundelse")
    button.evaluate("(button) => button.removeAttribute('formtarget')")
    button.click()
    page.get_by_role("heading", level=1, name="Samtaleark for 1. december 2021").wait_for()


def in_print(way: Way) -> Way:
    """The same page on paper."""

    def go(page: Page, site: str) -> None:
        way(page, site)
        page.emulate_media(media="print")

    return go


OPEN: dict[str, Way] = {
    "front": at("/"),
    "front of a municipality": at("/?kommune=0851"),
    "help": at("/hjaelp/"),
    **{f"help: {page.path}": at(f"/hjaelp/{page.path}/") for page in PAGES},
    "glossary": at("/ordbog/"),
    "accessibility": at("/tilgaengelighed/"),
    "search, empty": at("/soeg/"),
    "search, full": at("/soeg/?q=praktik"),
    "search, nothing found": at("/soeg/?q=zzzzzzz"),
    "search, refused": at("/soeg/?q="),
    "timeline": at("/tidslinje/?dato=01-12-2021"),
    "evidence map": at("/videnskort/"),
    "disagreements": at("/uenigheder/"),
    "comparison, empty": at("/evalueringer/sammenlign/"),
    "comparison": at(COMPARISON),
    "trials": at("/forsoeg/"),
    "news": at("/nyt/"),
    "news of one trial": at("/nyt/?forsoeg=nextwork-praktik&kommune=0101"),
    "nothing found": at("/forsoeg/?q=zzzzzzz"),
    "refused search": at("/forsoeg/?dato=31-02-2022"),
    "trial": at("/forsoeg/nextwork-praktik/?dato=01-12-2021"),
    "evaluations": at("/evalueringer/"),
    "evaluation": at("/evalueringer/social-stoette-vive-2023/"),
    "recommendations": at("/anbefalinger/?side=2"),
    "recommendation": at("/anbefalinger/cti-stoette/"),
    "programmes": at("/programmer/"),
    "programme": at("/programmer/ips/"),
    "withdrawn": at(f"/anbefalinger/{WITHDRAWN}/"),
    "login": at("/log-ind/"),
    "login refused": refused_login,
    "logged out": logged_out,
    "forgotten password": at(reverse("password_reset")),
    "forgotten password, sent": at(reverse("password_reset_done")),
    "new password": new_password,
    "new password, refused": new_password_refused,
    "new password, too late": at("/ny-adgangskode/MQ/forkert/"),
    "new password, chosen": at(reverse("password_reset_complete")),
    "not found": at("/findes-ikke/"),
    "refused address": at("/forsoeg/?ukendt=1"),
    "forged form": as_written("403_csrf.html"),
    "not opened like that": as_written("405.html"),
    "broken": as_written("500.html"),
    "sheet, no PDF here": as_written(
        "guidance/sheet_way.html", pdf_is_missing=True, may={"library": True}
    ),
    "guidance, nothing published": as_written(
        "guidance/page.html", content={"is_empty": True}, may={"library": True}
    ),
}
# What only who has logged in can see.
CLOSED: dict[str, Way] = {
    "front of a caseworker": at("/"),
    "forbidden": at("/skrivebord/"),
    "earlier edition": at(f"/programmer/{EARLIER}/udgaver/1/"),
    "page as known then": at(f"/programmer/{EARLIER}/?kendt=30-06-2024"),
    "followed, nothing": at("/foelger/"),
    "followed": followed,
    "front of a municipality, to follow": at("/?kommune=0851"),
    "report": at("/meld-en-fejl/?side=/forsoeg/nextwork-praktik/"),
    "report, refused": refused_report,
    "own reports": own_reports,
    "change of password": at(reverse("password_change")),
    "change of password, done": at(reverse("password_change_done")),
    "guidance, empty": at("/vejledning/"),
    "guidance, full": guidance_with_answer,
    "guidance, everything open": guidance_with_everything_open,
    "guidance, another day": guidance_with_another_day,
    "guidance, as known then": guidance_as_known,
    "guidance, mistakes": guidance_with_mistakes,
    "guidance, print": in_print(guidance_with_answer),
    "sheet": sheet,
    "sheet, print": in_print(sheet),
    "sheet, without a profile": at("/vejledning/ark/"),
}
KINDS = OPEN | CLOSED
