"""The pictures of the main pages that the documents show; `make screenshots` takes them anew.

Like the pictures of the editors' guide they are kept where SCREENSHOTS says, and else thrown away.
"""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, StorageState, expect

from tests.journeys.caseworker import answer, trial
from tests.journeys.kinds import COMPARISON, Way, at, guidance_with_answer, sheet

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.web]

FROM_THE_TOP = "(heading) => heading.scrollIntoView({behavior: 'instant'})"


def guided(page: Page, site: str) -> None:
    """An answer in which a trial applies."""
    guidance_with_answer(page, site)
    answer(page, "Har borgeren erhvervserfaring?", "Nej")
    expect(trial(page).locator(".verdict").first).to_contain_text("Gælder.")
    page.locator("#flere-spoergsmaal[open] > summary").click()
    page.evaluate("document.activeElement.blur(); scrollTo({top: 0, behavior: 'instant'})")


def guided_on_a_phone(page: Page, site: str) -> None:
    guided(page, site)
    page.get_by_role("heading", name="Svar for 1. december 2021").evaluate(FROM_THE_TOP)


WIDE, TALL = {"width": 1280, "height": 900}, {"width": 1280, "height": 1000}
PHONE = {"width": 320, "height": 900}
MOST_BYTES = 350_000
PICTURES: dict[str, tuple[Way, dict[str, int]]] = {
    "front": (at("/"), WIDE),
    "guidance": (guided, TALL),
    "guidance-phone": (guided_on_a_phone, PHONE),
    "search": (at("/soeg/?q=praktik"), WIDE),
    "timeline": (at("/tidslinje/?dato=01-12-2021"), WIDE),
    "evidence-map": (at("/videnskort/"), WIDE),
    "comparison": (at(COMPARISON), WIDE),
    "sheet": (sheet, WIDE),
    "trial": (at("/forsoeg/nextwork-praktik/?dato=01-12-2021"), WIDE),
    "glossary": (at("/ordbog/"), WIDE),
}


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_of_a_page_is_small(
    site: str,
    new_context: Callable[..., BrowserContext],
    known: StorageState,
    tmp_path: Path,
    name: str,
) -> None:
    way, window = PICTURES[name]
    page = new_context(viewport=window, storage_state=known).new_page()
    way(page, site)
    path = Path(os.environ.get("SCREENSHOTS", tmp_path)) / "pages" / f"{name}.png"
    page.screenshot(path=path, animations="disabled", caret="hide")

    assert path.stat().st_size <= MOST_BYTES
