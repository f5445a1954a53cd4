"""The search in a real browser: words, narrowing and a hit, with nothing but the keyboard."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.journeys.checkers import axe_violations, too_wide
from tests.journeys.keyboard import tab_to

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.mark.parametrize("width", [320, 1280])
def test_a_keyboard_finds_narrows_and_opens(
    site: str, new_context: Callable[..., BrowserContext], width: int
) -> None:
    page = new_context(viewport={"width": width, "height": 800}).new_page()
    page.goto(f"{site}/soeg/")
    tab_to(page.get_by_label("Søg efter"))
    page.keyboard.type("virksomhedpraktik")
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", level=2)).to_contain_text("resultater for")
    expect(page.get_by_text("Vist for ”virksomhedspraktik”")).to_be_visible()
    expect(page.locator("mark").first).to_be_visible()
    assert too_wide(page) <= 0
    assert axe_violations(page) == []

    tab_to(page.get_by_role("link", name="Fund (", exact=False))
    page.keyboard.press("Enter")
    expect(page.locator(".narrowings [aria-current]")).to_contain_text("Fund")
    assert axe_violations(page) == []

    tab_to(page.locator("article.hit a").first)
    page.keyboard.press("Enter")
    expect(page.locator(".finding:target")).to_be_in_viewport()


@pytest.mark.parametrize("query", ["", "?q=kntaktprsnr", "?q=hest+praktik"])
def test_the_other_pages_of_the_search_are_accessible(page: Page, site: str, query: str) -> None:
    page.goto(f"{site}/soeg/{query}")

    assert axe_violations(page) == []
