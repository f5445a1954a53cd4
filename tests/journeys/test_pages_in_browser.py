"""The frame of every page in a real browser: the menu, and paper."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.journeys.keyboard import tab_to

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.mark.parametrize("javascript", [False, True], ids=["without-javascript", "javascript"])
def test_the_menu_of_a_phone_opens_and_closes_by_keyboard(
    site: str, new_context: Callable[..., BrowserContext], javascript: bool
) -> None:
    size = {"width": 320, "height": 640}
    page = new_context(viewport=size, java_script_enabled=javascript).new_page()
    page.goto(f"{site}/forsoeg/")
    way = page.get_by_role("navigation", name="Hovedmenu").get_by_role("link", name="Evalueringer")
    expect(way).to_be_hidden()

    page.get_by_role("button", name="Menu").press("Enter")
    expect(way).to_be_visible()
    page.keyboard.press("Escape")
    expect(way).to_be_hidden()

    page.keyboard.press("Enter")
    tab_to(way)
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{site}/evalueringer/")


def test_a_wide_window_shows_the_menu_once_and_needs_no_button(site: str, page: Page) -> None:
    page.goto(f"{site}/forsoeg/")

    menu = page.get_by_role("navigation", name="Hovedmenu")
    expect(menu.get_by_role("link", name="Evalueringer")).to_be_visible()
    expect(page.get_by_role("button", name="Menu")).to_be_hidden()
    expect(menu.get_by_role("link", name="Forsøg")).to_have_attribute("aria-current", "page")
    assert page.locator('a[href="/evalueringer/"]').count() == 1


def test_paper_shows_what_is_folded_and_no_ways_to_click(site: str, page: Page) -> None:
    page.goto(f"{site}/evalueringer/en-plan-vive/")
    folded = page.locator("details ul").first
    expect(folded).to_be_hidden()

    page.emulate_media(media="print")

    expect(folded).to_be_visible()
    expect(page.get_by_role("navigation", name="Hovedmenu")).to_be_hidden()
    expect(page.get_by_role("button", name="Vis dagen")).to_be_hidden()
