"""Every kind of page in a real browser: nothing for axe to find, and nothing wider than a phone."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, ConsoleMessage, Page, expect

from tests.journeys.checkers import axe_violations, too_wide
from tests.journeys.kinds import KINDS

pytestmark = [pytest.mark.browser, pytest.mark.slow]

# The pages of the guidance have tests of their own.
NAMES = [name for name in KINDS if not name.startswith("guidance")]


@pytest.fixture(params=[320, 1280], ids=["phone", "wide"])
def window(request: pytest.FixtureRequest, new_context: Callable[..., BrowserContext]) -> Page:
    size = {"width": request.param, "height": 800}
    return new_context(viewport=size, locale="da-DK").new_page()


def no_fault(page: Page) -> None:
    """The page suits everybody: axe finds nothing, and nothing must be moved sideways."""
    expect(page.get_by_role("heading", level=1)).to_have_count(1)
    assert too_wide(page) <= 0, page.url
    assert axe_violations(page) == [], page.url


def test_every_kind_of_page_suits_everybody(site: str, window: Page) -> None:
    refusals: list[str] = []
    window.on("console", lambda message: refusals.extend(refused_by_policy(message)))
    for name in NAMES:
        KINDS[name](window, site)
        no_fault(window)

    assert len(NAMES) > 15
    assert refusals == []


def refused_by_policy(message: ConsoleMessage) -> list[str]:
    """What the browser refused to run or to show, when the message says so."""
    return [message.text] if "Content Security Policy" in message.text else []


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
    for _ in range(4):  # close, log in, the first library, the second
        page.keyboard.press("Tab")
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
    expect(page.get_by_role("button")).to_have_count(0)
