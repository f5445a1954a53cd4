"""The main tasks from end to end with nothing but the keyboard (WCAG 2.1.1, 2.4.3 and 2.4.11)."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, StorageState, ViewportSize, expect

from tests.journeys.keyboard import choose, press, unfold, write

pytestmark = [pytest.mark.browser, pytest.mark.slow]

WINDOW: ViewportSize = {"width": 1280, "height": 800}
SHEET = "Samtaleark og faglig begrundelse"


def test_a_caseworker_logs_in(site: str, page: Page) -> None:
    page.goto(f"{site}/vejledning/")
    write(page.get_by_label("Brugernavn"), "sagsbehandler")
    write(page.get_by_label("Adgangskode"), "sagsbehandler-demo")
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", level=1)).to_have_text("Vejledning")


def describe(page: Page) -> None:
    """24 years, uddannelseshjælp, uddannelsesparat, København, 1 December 2021."""
    write(page.get_by_label("Dag", exact=True), "01-12-2021")
    expect(page.get_by_label("Kommune", exact=True)).to_have_value("0101")
    choose(page.get_by_label("Ydelse", exact=True), "uddannelseshjælp")
    choose(page.get_by_label("Visitation", exact=True), "uddannelsesparat")
    write(page.get_by_label("Alder", exact=True), "24")
    page.keyboard.press("Enter")


def test_from_the_empty_form_to_guidance_a_reply_another_day_and_the_sheet(
    site: str, new_context: Callable[..., BrowserContext], known: StorageState
) -> None:
    context = new_context(viewport=WINDOW, storage_state=known)
    page = context.new_page()
    page.goto(f"{site}/vejledning/")
    describe(page)
    expect(page.get_by_role("heading", name="Svar for 1. december 2021")).to_be_focused()
    expect(page.locator("#nextwork-praktik")).to_contain_text("Kan ikke afgøres.")

    question, following = page.locator("fieldset.question").all()[:2]
    asked, next_asked = (each.locator("legend").text_content() for each in (question, following))
    press(question.get_by_role("button", name="Nej"))
    expect(page.get_by_role("group", name=next_asked)).to_be_focused()
    expect(page.get_by_role("group", name=asked).get_by_role("button")).to_have_count(0)

    another_day = page.get_by_label("Hvis dagen var")
    unfold(page, another_day)
    write(another_day, "12-04-2022")
    press(page.get_by_role("button", name="Vis forskellen"))
    difference = page.get_by_role("heading", name="Forskellen ved dag: 12. april 2022")
    expect(difference).to_be_focused()
    expect(page.locator("#forskellen")).to_contain_text("Udløb den 31. marts 2022")

    with page.expect_popup() as opened:
        press(page.get_by_role("button", name=SHEET))
    heading = opened.value.get_by_role("heading", level=1)
    expect(heading).to_have_text("Samtaleark for 1. december 2021")


def test_a_search_from_the_front_page_opens_a_hit(site: str, page: Page) -> None:
    page.set_viewport_size(WINDOW)
    page.goto(site)
    write(page.get_by_label("Søg i hele Vejviser"), "virksomhedspraktik")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/soeg/\?q=virksomhedspraktik$"))

    hit = page.locator("article.hit a").first
    address = hit.get_attribute("href")
    press(hit)
    expect(page).to_have_url(f"{site}{address}")
