"""The conversation in a real browser: it updates, keeps the place, and says when it cannot."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

from tests.journeys.caseworker import answer, log_in, show, trial

pytestmark = [pytest.mark.browser, pytest.mark.slow]

TAKING_PART = "Deltager jeres kommune i forsøget ”Længere virksomhedspraktik"
EXPERIENCE = "Har borgeren erhvervserfaring?"
MOST_INTERACTIONS = 8
# How much moved by itself, as browsers count it, from now on.
WATCH_SHIFTS = """
    window.shifts = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        if (!entry.hadRecentInput) window.shifts += entry.value;
      }
    }).observe({ type: "layout-shift" });
"""
# A refusal is an answer too, and htmx tells of each request that a newer one took the place of.
EXPECTED = re.compile(r"status of 422|^htmx:(afterRequest|sendAbort), ")
SERIOUS = ("error", "warning")
FOCUSED = "document.activeElement.id"


@pytest.fixture
def complaints() -> list[str]:
    """What the browser complained of."""
    return []


@pytest.fixture
def page(
    site: str, new_context: Callable[..., BrowserContext], complaints: list[str]
) -> Iterator[Page]:
    """A caseworker's page with scripts, which must run without a word in the console."""
    page = new_context().new_page()
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on(
        "console",
        lambda message: complaints.append(message.text) if message.type in SERIOUS else None,
    )
    log_in(page, site)
    yield page
    assert [text for text in complaints if not EXPECTED.search(text)] == []


def describe(page: Page) -> int:
    """A young person at home in København, and how many interactions it took."""
    page.get_by_label("Dag", exact=True).fill("01-12-2021")
    page.get_by_label("Ydelse", exact=True).select_option("uddannelseshjaelp")
    page.get_by_label("Visitation", exact=True).select_option("uddannelsesparat")
    page.get_by_label("Alder", exact=True).fill("24")
    if page.get_by_label("Kommune", exact=True).input_value() == "0101":
        return 4
    page.get_by_label("Kommune", exact=True).select_option("0101")
    return 5


def is_updated(page: Page) -> None:
    expect(page.locator("#besked")).to_contain_text("Svaret er opdateret:")


def is_guided(page: Page) -> None:
    expect(trial(page)).to_contain_text("Kan ikke afgøres.")


def test_what_was_typed_before_the_scripts_came_is_answered_when_they_do(page: Page) -> None:
    held: list[Route] = []
    page.route("**/*htmx-2*", lambda route: held.append(route))
    page.goto(page.url, wait_until="commit")
    describe(page)
    expect(page.get_by_label("Alder", exact=True)).to_have_value("24")
    assert held, "the scripts were there at once"

    held.pop().continue_()
    is_updated(page)
    is_guided(page)


def test_the_answer_comes_while_typing_and_nothing_moves(page: Page) -> None:
    page.evaluate(WATCH_SHIFTS)
    describe(page)

    is_guided(page)
    assert page.evaluate(FOCUSED) in ("id_age", "id_municipality")
    expect(page).to_have_title("Svar: Vejledning – Vejviser")
    page.wait_for_timeout(300)
    assert page.evaluate("window.shifts") < 0.01


@pytest.mark.parametrize("javascript", [False, True], ids=["without-javascript", "javascript"])
@pytest.mark.parametrize("who", ["sagsbehandler", "redaktoer"], ids=["at-home", "of-no-place"])
def test_eight_interactions_are_enough_from_the_empty_form_to_guidance(
    site: str, new_context: Callable[..., BrowserContext], javascript: bool, who: str
) -> None:
    page = new_context(java_script_enabled=javascript).new_page()
    log_in(page, site, who)
    interactions = describe(page)
    if not javascript:
        show(page)
        interactions += 1

    is_guided(page)
    assert interactions <= MOST_INTERACTIONS


@pytest.mark.parametrize("javascript", [False, True], ids=["without-javascript", "javascript"])
def test_a_question_is_answered_on_the_spot_and_the_next_has_the_focus(
    site: str, new_context: Callable[..., BrowserContext], javascript: bool
) -> None:
    page = new_context(java_script_enabled=javascript).new_page()
    log_in(page, site)
    describe(page)
    show(page)
    expect(page.get_by_role("heading", name="Svar for 1. december 2021")).to_be_focused()

    first, second = page.locator("fieldset.question").all()[:2]
    next_question = (second.locator("legend").text_content() or "").strip()
    first.get_by_role("button", name="Nej").click()
    expect(page.get_by_role("group", name=next_question)).to_be_focused()
    answer(page, TAKING_PART, "Ja")
    answer(page, EXPERIENCE, "Nej")

    expect(trial(page).locator(".verdict")).to_contain_text("Gælder.")
    expect(page.get_by_role("group", name=EXPERIENCE).get_by_label("nej")).to_be_checked()
    expect(page.locator("fieldset.question").first).to_be_focused()


def test_a_message_while_typing_leaves_the_focus_and_the_last_answer(page: Page) -> None:
    describe(page)
    is_guided(page)
    age = page.get_by_label("Alder", exact=True)
    place = age.bounding_box()
    age.fill("240")

    expect(page.get_by_text("Skriv alder som et helt tal")).to_be_visible()
    expect(page.locator("#besked")).to_have_text("Svaret er ikke opdateret. Ret ”Alder”.")
    expect(age).to_be_focused()
    assert age.bounding_box() == place
    expect(page.get_by_role("alert").filter(has_text="Ret dette")).to_have_count(0)
    is_guided(page)

    age.press("Enter")
    expect(page.get_by_role("alert").filter(has_text="Ret dette")).to_be_focused()
    expect(page).to_have_title("Fejl: Vejledning – Vejviser")


def test_an_answer_on_its_way_undoes_nothing_and_the_last_one_wins(page: Page) -> None:
    """The first answer is held back until more was typed and a group was opened."""
    held: list[Route] = []

    def hold_the_first(route: Route) -> None:
        held.append(route) if not held else route.continue_()

    page.route("**/vejledning/", hold_the_first)
    age = page.get_by_label("Alder", exact=True)
    with page.expect_request("**/vejledning/"):
        age.fill("2")
        age.blur()
    page.get_by_text("Uddannelse og arbejde").click()
    age.focus()
    page.keyboard.press("End")
    page.keyboard.type("4")
    held[0].continue_()

    expect(page.get_by_role("definition").filter(has_text="24 år")).to_be_visible()
    expect(age).to_have_value("24")
    expect(age).to_be_focused()
    expect(page.get_by_text("Uddannelse og arbejde")).to_be_visible()
    expect(page.get_by_label("Beskæftigelse", exact=True)).to_be_visible()


def test_a_server_that_is_gone_is_told_and_nothing_typed_is_lost(
    page: Page, complaints: list[str]
) -> None:
    page.route("**/vejledning/", lambda route: route.abort())
    describe(page)

    expect(page.get_by_text("Svaret kunne ikke hentes.")).to_be_in_viewport()
    page.unroute("**/vejledning/")
    show(page)

    is_guided(page)
    expect(page.get_by_text("Svaret kunne ikke hentes.")).to_be_hidden()
    complaints.clear()


def test_who_is_logged_out_is_told_logs_in_elsewhere_and_goes_on(
    page: Page, site: str, complaints: list[str]
) -> None:
    page.context.clear_cookies(name="sessionid")
    describe(page)
    expect(page.get_by_text("Du er ikke længere logget ind.")).to_be_in_viewport()
    with page.expect_popup() as opened:
        page.get_by_role("link", name="Log ind i et nyt vindue").click()
    log_in(opened.value, site)

    show(page)
    is_guided(page)
    expect(page.get_by_label("Alder", exact=True)).to_have_value("24")
    expect(page.get_by_text("Du er ikke længere logget ind.")).to_be_hidden()
    complaints.clear()


def test_starting_over_leaves_nothing(page: Page) -> None:
    describe(page)
    is_updated(page)
    page.get_by_role("link", name="Nulstil og begynd forfra").click()

    expect(page.get_by_label("Alder", exact=True)).to_have_value("")
    expect(page.get_by_role("heading", name=re.compile("^Svar$"))).to_be_visible()
    page.get_by_role("button", name="Log ud (sagsbehandler)").click()
    page.go_back()
    expect(page.get_by_label("Alder", exact=True)).to_have_count(0)
