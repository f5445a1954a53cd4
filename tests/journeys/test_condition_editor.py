"""An editor who never programmed writes a condition, reads it, and tries it, by keyboard alone."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.journeys.checkers import axe_violations, too_wide
from tests.journeys.keyboard import choose, press, tab_to, write
from tests.journeys.test_desk_in_browser import log_in
from trials.models import Alternative, TargetGroup

pytestmark = [pytest.mark.browser, pytest.mark.slow]

NEW = "conditions-3"
FIRST, SECOND = (f"{NEW}-alternatives-{number}" for number in range(2))


def field(page: Page, name: str) -> Locator:
    return page.locator(f"#id_{name}")


def adder(page: Page, group: str) -> Locator:
    return page.locator(f"#{group}-group > fieldset > .add-row a")


def tick(page: Page, row: str, label: str) -> Locator:
    shown = page.locator(f"#{row} .ticks-group:visible")
    return shown.get_by_label(label, exact=True).first


def write_a_choice(page: Page) -> None:
    """Over 30, or without work experience."""
    press(adder(page, "conditions"))
    press(adder(page, f"{NEW}-alternatives"))
    choose(field(page, f"{FIRST}-attribute"), "alder")
    expect(field(page, f"{FIRST}-values")).to_be_hidden()
    choose(field(page, f"{FIRST}-comparison"), "er mere end")
    write(field(page, f"{FIRST}-number"), "30")
    expect(page.locator(f"#{FIRST} .unit:visible")).to_have_text(["år"])
    expect(page.locator(f"#{NEW}-ord")).to_have_text("Alderen er mere end 30 år.")

    press(adder(page, f"{NEW}-alternatives"))
    choose(field(page, f"{SECOND}-attribute"), "erhvervserfaring")
    expect(field(page, f"{SECOND}-comparison")).to_be_hidden()
    expect(page.locator(f"#{SECOND}-fejl")).to_contain_text("Vælg mindst én værdi")
    expect(page.locator(f"#{SECOND} .connective")).to_have_text("ELLER")
    tab_to(tick(page, SECOND, "nej"))
    page.keyboard.press("Space")


def nothing_is_wrong(page: Page) -> None:
    assert axe_violations(page) == []
    assert too_wide(page) <= 0


def test_a_condition_with_a_choice_is_written_read_and_tried(
    site: str, new_context: Callable[..., BrowserContext]
) -> None:
    page = new_context(viewport={"width": 1280, "height": 900}).new_page()
    log_in(page, site)
    group = TargetGroup.objects.get(slug="nextwork-praktik")
    rows = Alternative.objects.count()
    page.goto(f"{site}/skrivebord/trials/targetgroup/{group.pk}/change/")

    # Whoever just wrote the last condition goes on from there.
    field(page, "conditions-2-alternatives-2-position").focus()
    write_a_choice(page)

    told = "Alderen er mere end 30 år eller borgeren har ikke erhvervserfaring."
    expect(page.locator("#med-ord li").last).to_have_text(f"OG {told}")
    write(field(page, f"{FIRST}-number"), "40")
    expect(page.locator("#med-ord li").last).to_contain_text("mere end 40 år")

    press(page.get_by_role("button", name="Prøv på en borger"))
    expect(page.get_by_role("heading", name="Hvem rammer reglen?")).to_be_focused()
    write(page.get_by_label("Alder", exact=True), "35")
    answer = page.locator("#hvem-svar")
    press(page.get_by_role("button", name="Prøv", exact=True))
    expect(answer.get_by_role("heading")).to_contain_text("Kan ikke afgøres den")
    mine = answer.locator("li", has_text="mere end 40 år").first
    expect(mine).to_contain_text("Har borgeren erhvervserfaring?")

    # What is changed in the draft is answered anew, unasked.
    write(field(page, f"{FIRST}-number"), "30")
    expect(answer.locator("li", has_text="mere end 30 år").first).to_contain_text("Opfyldt")

    nothing_is_wrong(page)
    page.set_viewport_size({"width": 320, "height": 900})
    nothing_is_wrong(page)
    assert Alternative.objects.count() == rows
