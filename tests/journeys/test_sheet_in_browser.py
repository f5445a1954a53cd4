"""From the answer to the sheet in a real browser: on screen, copied, on paper and as a file."""

import io
import re
from collections.abc import Callable

import pikepdf
import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.journeys.caseworker import describe_a_young_person, log_in, trial

pytestmark = [pytest.mark.browser, pytest.mark.slow]

BUTTON = "Samtaleark og faglig begrundelse"
MOST_PAGES = 8


def sheet_of(page: Page, site: str) -> Page:
    """The window with the sheet for a young person."""
    log_in(page, site)
    describe_a_young_person(page)
    expect(trial(page)).to_contain_text("Kan ikke afgøres.")
    with page.expect_popup() as opened:
        page.get_by_role("button", name=BUTTON).click()
    sheet = opened.value
    expect(sheet.get_by_role("heading", level=1)).to_have_text("Samtaleark for 1. december 2021")
    return sheet


@pytest.mark.parametrize("javascript", [False, True], ids=["without-javascript", "javascript"])
def test_a_press_opens_the_sheet_beside_the_conversation_and_leads_back(
    site: str, new_context: Callable[..., BrowserContext], javascript: bool
) -> None:
    context = new_context(java_script_enabled=javascript)
    page = context.new_page()
    sheet = sheet_of(page, site)

    expect(sheet).to_have_url(f"{site}/vejledning/ark/")
    expect(sheet.get_by_text("Kvittering fra Vejviser, format 1")).to_be_visible()
    expect(sheet.get_by_role("textbox", name="Faglig begrundelse til sagen")).to_have_value(
        re.compile("Det kan ikke afgøres, om forsøget ”Længere virksomhedspraktik")
    )
    expect(sheet.get_by_role("button", name="Kopiér teksten")).to_be_visible(visible=javascript)
    expect(trial(page)).to_be_visible()

    with sheet.expect_download() as downloading:
        sheet.get_by_role("button", name="Hent som PDF").click()
    assert downloading.value.suggested_filename == "samtaleark-2021-12-01.pdf"
    sheet.get_by_role("button", name="Ret oplysningerne").click()
    expect(sheet.get_by_label("Alder", exact=True)).to_have_value("24")


def test_the_text_is_copied_at_one_press(
    site: str, new_context: Callable[..., BrowserContext]
) -> None:
    context = new_context(permissions=["clipboard-read", "clipboard-write"])
    sheet = sheet_of(context.new_page(), site)
    text = sheet.locator("#begrundelse-tekst").input_value()
    sheet.get_by_role("button", name="Kopiér teksten").click()

    expect(sheet.get_by_role("status")).to_have_text("Teksten er kopieret.")
    assert sheet.evaluate("navigator.clipboard.readText()") == text


def test_on_paper_there_is_the_sheet_and_nothing_around_it(
    site: str, new_context: Callable[..., BrowserContext]
) -> None:
    sheet = sheet_of(new_context().new_page(), site)
    sheet.emulate_media(media="print")

    for around in ("header", "footer", ".sheet-actions", ".case-text"):
        expect(sheet.locator(around).first).to_be_hidden()
    expect(sheet.get_by_text("Kvittering fra Vejviser, format 1")).to_be_visible()
    with pikepdf.open(io.BytesIO(sheet.pdf(prefer_css_page_size=True))) as pdf:
        assert 1 < len(pdf.pages) <= MOST_PAGES
        assert [round(float(side)) for side in pdf.pages[0].mediabox[2:]] == [595, 842]  # A4
