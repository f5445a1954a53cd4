"""The what-if in a real browser: by keyboard along the days, and without JavaScript."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.journeys.caseworker import log_in
from tests.journeys.checkers import axe_violations, too_wide

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def describe(page: Page) -> None:
    """Someone whom NExTWORK covers until 31 March 2022, but for one fact that is open."""
    page.locator("#id_on").fill("31-03-2022")
    page.locator("#id_age").fill("24")
    page.locator("#id_benefit").select_option("uddannelseshjaelp")
    page.locator("#id_readiness").select_option("uddannelsesparat")
    page.get_by_role("button", name="Vis vejledning").click()
    # The fields ask by themselves as well; only the answer to the button takes the focus.
    answer = page.get_by_role("heading", name="Svar for 31. marts 2022")
    expect(answer).to_be_focused()


@pytest.mark.parametrize("width", [320, 1280])
def test_the_slider_moves_day_by_day_and_to_the_next_line(
    site: str, new_context: Callable[..., BrowserContext], width: int
) -> None:
    viewport = {"width": width, "height": 800}
    page = new_context(viewport=viewport).new_page()
    log_in(page, site)
    describe(page)
    page.get_by_text("Hvad nu hvis?").click()
    slider, told = page.get_by_role("slider", name="Flyt dagen"), page.locator("#forskellen")

    slider.focus()
    page.keyboard.press("ArrowRight")
    expect(slider).to_have_attribute("aria-valuetext", "1. april 2022")
    expect(page.get_by_label("Hvis dagen var")).to_have_value("01-04-2022")
    expect(told).to_contain_text("Udløb den 31. marts 2022")
    expect(told).to_contain_text("1 dag før den valgte dag")
    expect(slider).to_be_focused()

    page.keyboard.press("PageUp")
    expect(slider).to_have_attribute("aria-valuetext", "30. april 2022")
    expect(told).to_contain_text("30 dage før den valgte dag")
    expect(page.locator("#id_on")).to_have_value("31-03-2022")
    assert axe_violations(page, within=".what-if") == []
    assert too_wide(page) <= 0

    page.get_by_role("button", name="Brug dette i stedet").click()
    expect(page.get_by_role("heading", name="Svar for 30. april 2022")).to_be_focused()
    expect(page.locator("#id_on")).to_have_value("30-04-2022")
    expect(page.get_by_label("Hvis dagen var")).to_have_value("")
    expect(told).not_to_contain_text("Forskellen ved")


def test_without_javascript_the_button_shows_the_difference(
    site: str, new_context: Callable[..., BrowserContext]
) -> None:
    page = new_context(java_script_enabled=False).new_page()
    log_in(page, site)
    describe(page)
    expect(page.get_by_role("slider")).to_have_count(0)

    page.get_by_text("Hvad nu hvis?").click()
    page.get_by_label("Hvis dagen var").fill("12-04-2022")
    page.get_by_label("Hvis én oplysning var en anden").select_option("age:25")
    page.get_by_role("button", name="Vis forskellen").click()

    heading = page.get_by_role("heading", name="Forskellen ved dag: 12. april 2022; alder: 25 år")
    expect(heading).to_be_in_viewport()
    expect(page.locator("#forskellen")).to_contain_text("12 dage før den valgte dag")
    page.get_by_role("button", name="Brug dette i stedet").click()
    expect(page.locator("#id_age")).to_have_value("25")
