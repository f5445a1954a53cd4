"""A person with a keyboard and no mouse."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

MOST_STOPS = 80
HAS_FOCUS = "element => element === document.activeElement"
IS_BEHIND = """element => Boolean(
    document.activeElement.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING
)"""


def tab_to(target: Locator) -> None:
    """Go on, or back, by keyboard until the target has the focus, and see that it can be seen."""
    key = "Shift+Tab" if target.evaluate(IS_BEHIND) else "Tab"
    for _ in range(MOST_STOPS):
        if target.evaluate(HAS_FOCUS):
            expect(target).to_be_in_viewport()
            return
        target.page.keyboard.press(key)
    pytest.fail(f"The keyboard does not reach {target}.")


def write(target: Locator, text: str) -> None:
    """Go to a field and write in it, in place of what may stand there."""
    tab_to(target)
    target.page.keyboard.press("Control+a")
    target.page.keyboard.type(text)


def choose(target: Locator, label: str) -> None:
    """Go to a list and write the beginning of a choice, as lists understand it.

    The keyboard of the tests has no Danish letters: it would put them in a field of text instead.
    """
    tab_to(target)
    target.page.keyboard.type(re.split("[æøå]", label)[0])
    expect(target.locator("option:checked")).to_have_text(re.compile(f"^{label}"))


def press(target: Locator) -> None:
    """Go to a button or link and use it."""
    tab_to(target)
    target.page.keyboard.press("Enter")


def unfold(page: Page, target: Locator) -> None:
    """Open what the target is folded away in, if it is."""
    folded = page.locator("details:not([open])").filter(has=target)
    if folded.count():
        press(folded.first.locator("summary").first)
    expect(target).to_be_visible()
