"""How the answers look in a real browser: nothing is cut, and nothing is unreadable."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page

from tests.journeys.caseworker import answer, describe_a_young_person, log_in
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


def open_everything(page: Page) -> None:
    page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")


@pytest.mark.parametrize("width", [320, 1280])
def test_every_answer_can_be_read_at_every_width(
    site: str, new_context: Callable[..., BrowserContext], width: int
) -> None:
    page = new_context(viewport={"width": width, "height": 900}).new_page()
    log_in(page, site)
    describe_a_young_person(page)
    open_everything(page)

    assert page.locator(".periods__svg").count() == 8
    assert page.evaluate(CUT) == []
    assert page.evaluate(SPILT) == []
    assert axe_violations(page, within=CHECKED) == []


def test_the_mark_of_the_chosen_day_stands_in_the_period_that_holds_it(
    site: str, new_context: Callable[..., BrowserContext]
) -> None:
    page = new_context(viewport={"width": 1280, "height": 900}).new_page()
    log_in(page, site)
    answer(page, "Har borgeren erhvervserfaring?", "nej")
    describe_a_young_person(page)

    picture = page.locator("#nextwork-praktik .periods__svg")
    certain = picture.locator(".periods__certain").bounding_box()
    chosen = picture.locator(".periods__chosen").bounding_box()
    today = picture.locator(".periods__today").bounding_box()
    assert certain
    assert chosen
    assert today
    assert certain["x"] <= chosen["x"] + chosen["width"] / 2 <= certain["x"] + certain["width"]
    assert today["x"] > certain["x"] + certain["width"]
