"""The way from login to guidance in a real browser, with and without JavaScript."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.journeys.caseworker import describe_a_young_person, log_in, show, trial
from tests.journeys.checkers import too_wide

pytestmark = [pytest.mark.browser, pytest.mark.slow]

OPEN_QUESTIONS = (
    "Har borgeren erhvervserfaring?",
    "Har borgeren langvarig ledighed?",
    "Har borgeren i øvrigt svært ved at få job med løntilskud?",
)


@pytest.mark.parametrize("javascript", [False, True], ids=["without-javascript", "javascript"])
def test_one_reply_turns_an_open_answer_into_thirteen_weeks(
    site: str, new_context: Callable[..., BrowserContext], javascript: bool
) -> None:
    page = new_context(java_script_enabled=javascript).new_page()
    log_in(page, site)
    describe_a_young_person(page)

    expect(page).to_have_title("Svar: Vejledning – Vejviser")
    expect(page).to_have_url(f"{site}/vejledning/")
    expect(page.get_by_text("Vejledende, ikke en afgørelse.")).to_be_visible()
    expect(trial(page)).to_contain_text("Kan ikke afgøres.")
    for question in OPEN_QUESTIONS:
        expect(trial(page).get_by_role("link", name=question)).to_be_visible()

    trial(page).get_by_role("link", name=OPEN_QUESTIONS[0]).click()
    field = page.locator("#id_work_experience")
    expect(field).to_be_in_viewport()
    field.get_by_label("nej", exact=True).check()
    show(page)

    expect(trial(page).locator(".verdict")).to_contain_text("Gælder.")
    expect(trial(page)).to_contain_text("Sikkert tilladt: op til 13 uger.")

    page.get_by_role("button", name="Log ud (sagsbehandler)").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Du er logget ud")
    page.goto(f"{site}/vejledning/")
    expect(page).to_have_url(re.compile(r"/log-ind/\?next=/vejledning/$"))


def test_a_narrow_window_and_a_keyboard_are_enough(
    site: str, new_context: Callable[..., BrowserContext]
) -> None:
    page = new_context(viewport={"width": 320, "height": 640}).new_page()
    log_in(page, site)
    assert too_wide(page) <= 0

    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Gå til indhold")).to_be_focused()
    page.get_by_label("Alder", exact=True).focus()
    page.keyboard.type("45,5")
    page.keyboard.press("Enter")

    expect(page).to_have_title("Fejl: Vejledning – Vejviser")
    assert too_wide(page) <= 0
    expect(page.get_by_role("alert")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_label("Alder", exact=True)).to_be_focused()
    page.keyboard.press("Control+a")
    page.keyboard.type("45")
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", name=re.compile("Svar for"))).to_be_visible()
    for summary in page.locator("summary").all()[:6]:
        summary.focus()
        page.keyboard.press("Enter")
    assert too_wide(page) <= 0
