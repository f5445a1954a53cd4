"""The overview pages in a real browser: for everyone, at both widths, and in print."""

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.checkers import axe_violations, too_wide

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PAGES = [
    "/tidslinje/?dato=01-12-2021&kommune=0101",
    "/videnskort/",
    "/evalueringer/sammenlign/?a=social-stoette-ramboell-2021&b=social-stoette-vive-2023",
    "/evalueringer/sammenlign/?a=ips",
]
# Each part of the page that reaches out of the window, by its class.
OUTSIDE = """
    [...document.querySelectorAll("main *")]
        .filter((one) => one.getClientRects().length && getComputedStyle(one).opacity !== "0")
        .filter((one) => !one.closest("thead") && !one.closest("pattern"))
        .filter((one) => {
            const box = one.getBoundingClientRect();
            return box.right > innerWidth + 1 || box.left < -1;
        })
        .map((one) => `${one.tagName} ${one.getAttribute("class")}`)
"""


@pytest.mark.web
@pytest.mark.parametrize("width", [320, 1280])
def test_the_overview_pages_are_for_everyone(site: str, page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    for address in PAGES:
        page.goto(site + address)
        assert axe_violations(page) == [], address
        assert too_wide(page) <= 0, address
        assert page.evaluate(OUTSIDE) == [], address


def test_a_sign_leads_to_the_finding_and_on_to_its_evaluation(site: str, page: Page) -> None:
    page.goto(f"{site}/videnskort/")
    cell = page.get_by_role("row", name="Fastholdelse i ordinær beskæftigelse")
    cell.get_by_role("link", name="ingen påvist effekt (2)").click()

    group = page.locator("tbody:target")
    expect(group).to_be_in_viewport()
    group.get_by_role("link").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator("tr:target")).to_contain_text("Ingen påvist effekt")


def test_the_timeline_prints_its_bars(site: str, page: Page) -> None:
    page.goto(f"{site}/tidslinje/")
    page.emulate_media(media="print")

    expect(page.locator(".timeline__row svg.timeline__picture")).to_have_count(8)
    for row in page.locator(".timeline__row").all():
        box = row.locator("svg.timeline__picture").bounding_box()
        assert box is not None
        assert box["width"] > 100
