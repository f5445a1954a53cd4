"""Every kind of page, for a phone and a wide screen: no fault that a checker can find.

WCAG 2.2 by axe-core, and the ACT rules and WCAG techniques by QualWeb, which the Danish Agency for
Digital Government uses to supervise public sites.
"""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.journeys.checkers import axe_violations, qualweb_failures, too_wide
from tests.journeys.kinds import KINDS

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.web]


# The browser says so when the policy for content refuses something.
POLICY = "Content Security Policy"


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("kind", KINDS)
def test_a_page_has_no_fault(
    site: str, new_context: Callable[..., BrowserContext], kind: str, width: int
) -> None:
    page = new_context(viewport={"width": width, "height": 900}, locale="da-DK").new_page()
    told: list[str] = []
    page.on("console", lambda message: told.append(message.text))
    KINDS[kind](page, site)

    expect(page.get_by_role("heading", level=1)).to_have_count(1)
    assert [text for text in told if POLICY in text] == []
    assert too_wide(page) <= 0
    assert axe_violations(page) == []
    assert qualweb_failures(page) == []
