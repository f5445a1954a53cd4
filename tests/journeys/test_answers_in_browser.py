"""How the answers look in a real browser: nothing is cut, and nothing is unreadable."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.journeys.caseworker import describe_a_young_person, log_in
from tests.journeys.checkers import axe_violations

pytestmark = [pytest.mark.browser, pytest.mark.slow]

# One of each kind: the checker is slow on a page with everything open.
CHECKED = {
    "include": [["#nextwork-praktik"], ["#ibbis"], ["#social-stoette-vive-2023"], ["#cti-stoette"]]
}
# Labels of the pictures that begin or end outside their picture.
CUT = """() => [...document.querySelectorAll('.periods__svg text')].filter(text => {
  const label = text.getBoundingClientRect();
  const picture = text.ownerSVGElement.getBoundingClientRect();
  return picture.width > 0 && (label.left < picture.left - 1 || label.right > picture.right + 1);
}).map(text => text.textContent)"""
# Whatever in an answer is wider than the answer itself.
SPILT = """() => [...document.querySelectorAll('.answer, .evidence')]
  .filter(each => each.scrollWidth > each.clientWidth + 1).map(each => each.id)"""


def answered(site: str, new_context: Callable[..., BrowserContext], width: int) -> Page:
    """The answer for a young person, in a window of that width."""
    page = new_context(viewport={"width": width, "height": 900}).new_page()
    log_in(page, site)
    describe_a_young_person(page)
    page.get_by_role("heading", name="Svar for 1. december 2021").wait_for()
    return page


def open_everything(page: Page) -> None:
    page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")


@pytest.mark.web
@pytest.mark.parametrize("width", [320, 1280])
def test_every_answer_can_be_read_at_every_width(
    site: str, new_context: Callable[..., BrowserContext], width: int
) -> None:
    page = answered(site, new_context, width)
    open_everything(page)

    assert page.locator(".periods__svg").count() == 8
    assert page.evaluate(CUT) == []
    assert page.evaluate(SPILT) == []
    assert axe_violations(page, within=CHECKED) == []


def test_the_mark_of_the_chosen_day_stands_in_the_period_that_holds_it(
    site: str, new_context: Callable[..., BrowserContext]
) -> None:
    page = answered(site, new_context, 1280)

    picture = page.locator("#nextwork-praktik .periods__svg")
    certain = picture.locator(".periods__certain").bounding_box()
    chosen = picture.locator(".periods__chosen").bounding_box()
    today = picture.locator(".periods__today").bounding_box()
    assert certain
    assert chosen
    assert today
    assert certain["x"] <= chosen["x"] + chosen["width"] / 2 <= certain["x"] + certain["width"]
    assert today["x"] > certain["x"] + certain["width"]


# Where things stand on the page, and how high it is.
TOP = "(place) => document.querySelector(place).getBoundingClientRect().top + scrollY"
HEIGHT = "document.documentElement.scrollHeight"
# Fields of the profile that the bar at the bottom covers while they have the focus.
COVERED = """() => {
  const bar = document.querySelector('.profile__way a').getBoundingClientRect();
  const field = document.activeElement;
  const box = field.getBoundingClientRect();
  return !field.closest('.profile__way') && box.bottom > bar.top && box.top < bar.bottom;
}"""


def test_the_answer_is_short_and_the_first_trial_is_seen_at_once(
    site: str, new_context: Callable[..., BrowserContext]
) -> None:
    page = answered(site, new_context, 1280)

    assert page.evaluate(HEIGHT) <= 5_500
    assert page.evaluate(TOP, ".answer") <= 900
    assert page.locator(".overview").get_by_role("link").count() >= 10


def test_on_a_phone_the_way_to_the_answer_is_in_sight_and_covers_no_field_with_the_focus(
    site: str, new_context: Callable[..., BrowserContext]
) -> None:
    """WCAG 2.4.11, focus not obscured."""
    page = new_context(viewport={"width": 320, "height": 640}).new_page()
    log_in(page, site)
    page.get_by_label("Dag", exact=True).fill("01-12-2021")
    way = page.get_by_role("link", name="Se svaret:")
    expect(way).to_be_in_viewport(timeout=20_000)

    page.get_by_label("Dag", exact=True).focus()
    for _ in range(12):
        page.keyboard.press("Tab")
        page.wait_for_timeout(100)
        assert not page.evaluate(COVERED), page.evaluate("document.activeElement.id")
    way.click()
    expect(page.get_by_role("heading", name="Svar for 1. december 2021")).to_be_in_viewport()


def test_an_explanation_stays_open_while_the_answer_is_renewed(
    site: str, new_context: Callable[..., BrowserContext]
) -> None:
    page = new_context().new_page()
    log_in(page, site)
    page.get_by_label("Dag", exact=True).fill("01-12-2021")
    page.get_by_label("Ydelse", exact=True).select_option("dagpenge")
    page.get_by_role("heading", name="Svar for 1. december 2021").wait_for()
    with page.expect_response("**/vejledning/"):
        page.get_by_label("Alder", exact=True).fill("45")
        page.get_by_role("button", name="kan ikke afgøres").click()

    expect(page.get_by_role("definition").filter(has_text="45 år")).to_be_visible()
    expect(page.locator("#ord-kan-ikke-afgoeres-forsoeg")).to_be_visible()
