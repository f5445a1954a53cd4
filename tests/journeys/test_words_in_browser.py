"""Words are explained where they stand, by keyboard, with and without JavaScript."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.journeys.checkers import axe_violations, too_wide

pytestmark = [pytest.mark.browser, pytest.mark.slow]

CONVERSATION = "/hjaelp/samtale/"
OUTSIDE = """element => {
    const box = element.getBoundingClientRect();
    return box.left < 0 || box.top < 0 || box.right > innerWidth || box.bottom > innerHeight;
}"""


def test_a_word_is_explained_by_keyboard_with_and_without_javascript(
    site: str, new_context: Callable[..., BrowserContext]
) -> None:
    for javascript, width in ((False, 320), (False, 1280), (True, 320)):
        window = {"width": width, "height": 640}
        page = new_context(java_script_enabled=javascript, viewport=window).new_page()
        explain_a_word(page, site)


def explain_a_word(page: Page, site: str) -> None:
    page.goto(site + CONVERSATION)
    word = page.get_by_role("button", name="samtaleark")
    explanation = page.locator("#ord-samtaleark")
    expect(explanation).to_be_hidden()

    word.focus()
    page.keyboard.press("Enter")
    expect(explanation).to_be_visible()
    expect(explanation).to_contain_text("Et ark til mødet med borgeren")
    assert not explanation.evaluate(OUTSIDE)
    assert too_wide(page) <= 0

    page.keyboard.press("Escape")
    expect(explanation).to_be_hidden()
    expect(word).to_be_focused()

    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    expect(explanation.get_by_role("link", name="Se ordbogen")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{site}/ordbog/#samtaleark")
    expect(page.locator("dt:target")).to_have_text("Samtaleark")


def test_one_explanation_puts_the_other_away_and_none_is_on_paper(site: str, page: Page) -> None:
    page.goto(site + CONVERSATION)
    first, second = page.locator("#ord-hjemkommune"), page.locator("#ord-ikke-oplyst")
    page.get_by_role("button", name="hjemkommune").click()
    expect(first).to_be_visible()
    assert axe_violations(page) == []
    page.get_by_role("button", name="ikke oplyst").press("Enter")
    expect(second).to_be_visible()
    expect(first).to_be_hidden()

    page.emulate_media(media="print")
    expect(second).to_be_hidden()
    expect(page.get_by_role("button", name="ikke oplyst")).to_be_visible()
