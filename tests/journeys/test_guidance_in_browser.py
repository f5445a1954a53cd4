"""The way from login to guidance in a real browser, with and without JavaScript."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

pytestmark = [pytest.mark.browser, pytest.mark.slow]

NEXTWORK = "#nextwork-praktik"
OPEN_QUESTIONS = (
    "Har borgeren erhvervserfaring?",
    "Har borgeren langvarig ledighed?",
    "Har borgeren i øvrigt svært ved at få job med løntilskud?",
)
# What is wider than the window, which it would have to be moved sideways to read.
TOO_WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def log_in(page: Page, site: str, who: str = "sagsbehandler") -> None:
    page.goto(f"{site}/vejledning/")
    page.get_by_label("Brugernavn").fill(who)
    page.get_by_label("Adgangskode").fill(f"{who}-demo")
    page.get_by_role("button", name="Log ind").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Vejledning")


def answer(page: Page, question: str, reply: str) -> None:
    """Answer an open question on the spot; all but the first are folded away."""
    asked = page.locator("fieldset.question").filter(has_text=question)
    closed = page.locator("#flere-spoergsmaal:not([open]) > summary")
    if not asked.is_visible() and closed.count():
        closed.click()
    asked.get_by_role("button", name=reply).click()


def show(page: Page) -> None:
    page.get_by_role("button", name="Vis vejledning").click()


def describe_a_young_person(page: Page) -> None:
    expect(page.get_by_label("Kommune", exact=True)).to_have_value("0101")
    page.get_by_label("Dag", exact=True).fill("01-12-2021")
    page.get_by_label("Alder", exact=True).fill("24")
    page.get_by_label("Ydelse", exact=True).select_option("uddannelseshjaelp")
    page.get_by_label("Visitation", exact=True).select_option("uddannelsesparat")
    page.get_by_text("Deltager jeres kommune? ·").click()
    taking_part = "Deltager jeres kommune i forsøget ”Længere virksomhedspraktik"
    page.get_by_role("group", name=taking_part).get_by_label("ja", exact=True).check()
    show(page)


def trial(page: Page) -> Locator:
    return page.locator(NEXTWORK)


@pytest.mark.parametrize("javascript", [False, True], ids=["without-javascript", "javascript"])
def test_one_reply_turns_an_open_answer_into_thirteen_weeks(
    site: str, new_context: Callable[..., BrowserContext], javascript: bool
) -> None:
    page = new_context(java_script_enabled=javascript, locale="da-DK").new_page()
    log_in(page, site)
    describe_a_young_person(page)

    expect(page).to_have_title("Svar: Vejledning – Vejviser")
    expect(page).to_have_url(f"{site}/vejledning/")
    expect(page.get_by_text("Vejledende, ikke en afgørelse.")).to_be_visible()
    expect(trial(page)).to_contain_text("Kan ikke afgøres.")
    for question in OPEN_QUESTIONS:
        expect(trial(page).get_by_role("link", name=question)).to_be_visible()

    trial(page).get_by_role("link", name=OPEN_QUESTIONS[0]).click()
    field = page.locator("#id_work_experience")
    expect(field).to_be_in_viewport()
    field.get_by_label("nej", exact=True).check()
    show(page)

    expect(trial(page).locator(".verdict")).to_contain_text("Gælder.")
    expect(trial(page)).to_contain_text("Sikkert tilladt: op til 13 uger.")

    page.get_by_role("button", name="Log ud (sagsbehandler)").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Du er logget ud")
    page.goto(f"{site}/vejledning/")
    expect(page).to_have_url(re.compile(r"/log-ind/\?next=/vejledning/$"))


def test_a_narrow_window_and_a_keyboard_are_enough(
    site: str, new_context: Callable[..., BrowserContext]
) -> None:
    page = new_context(viewport={"width": 320, "height": 640}, locale="da-DK").new_page()
    log_in(page, site)
    assert page.evaluate(TOO_WIDE) <= 0

    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Gå til indhold")).to_be_focused()
    page.get_by_label("Alder", exact=True).focus()
    page.keyboard.type("45,5")
    page.keyboard.press("Enter")

    expect(page).to_have_title("Fejl: Vejledning – Vejviser")
    assert page.evaluate(TOO_WIDE) <= 0
    expect(page.get_by_role("alert")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_label("Alder", exact=True)).to_be_focused()
    page.keyboard.press("Control+a")
    page.keyboard.type("45")
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", name=re.compile("Svar for"))).to_be_visible()
    for summary in page.locator("summary").all()[:6]:
        summary.focus()
        page.keyboard.press("Enter")
    assert page.evaluate(TOO_WIDE) <= 0
