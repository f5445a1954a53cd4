"""Start page, help and glossary in a real browser: words explained, narrow windows, no faults."""

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page, expect

pytestmark = [pytest.mark.browser, pytest.mark.slow]

CONVERSATION = "/hjaelp/samtale/"
# Every kind of page of this part: with and without a municipality, refused, and without a text.
PAGES = ("/", "/?kommune=0851", "/?komune=0851", "/hjaelp/", CONVERSATION, "/hjaelp/viden/",
         "/hjaelp/kontakt/", "/ordbog/", "/tilgaengelighed/")  # fmt: skip
TOO_WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
OUTSIDE = """element => {
    const box = element.getBoundingClientRect();
    return box.left < 0 || box.top < 0 || box.right > innerWidth || box.bottom > innerHeight;
}"""


def faults(page: Page) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [f"{each['id']}: {each['nodes'][0]['html']}" for each in found]


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
    assert page.evaluate(TOO_WIDE) <= 0

    page.keyboard.press("Escape")
    expect(explanation).to_be_hidden()
    expect(word).to_be_focused()

    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    expect(explanation.get_by_role("link", name="Se ordbogen")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{site}/ordbog/#samtaleark")
    expect(page.locator("dt:target")).to_have_text("Samtaleark")


def test_the_pages_are_narrow_and_without_faults_that_a_program_finds(
    site: str, new_context: Callable[..., BrowserContext]
) -> None:
    for width in (320, 1280):
        page = new_context(viewport={"width": width, "height": 800}, locale="da-DK").new_page()
        for address in PAGES:
            page.goto(site + address)
            assert faults(page) == [], address
            assert page.evaluate(TOO_WIDE) <= 0, address
        one_word_at_a_time(page, site)


def one_word_at_a_time(page: Page, site: str) -> None:
    """One explanation puts the other away; it is without faults too, and not on paper."""
    page.goto(site + CONVERSATION)
    first, second = page.locator("#ord-hjemkommune"), page.locator("#ord-ikke-oplyst")
    page.get_by_role("button", name="hjemkommune").click()
    expect(first).to_be_visible()
    assert faults(page) == []
    page.get_by_role("button", name="ikke oplyst").press("Enter")
    expect(second).to_be_visible()
    expect(first).to_be_hidden()

    page.emulate_media(media="print")
    expect(second).to_be_hidden()
    expect(page.get_by_role("button", name="ikke oplyst")).to_be_visible()
