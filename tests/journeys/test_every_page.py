"""Every kind of page, for a phone and a wide screen: no fault that a checker can find.

WCAG 2.2 by axe-core, and the ACT rules and WCAG techniques by QualWeb, which the Danish Agency for
Digital Government uses to supervise public sites.
"""

from collections.abc import Callable, Iterator

import pytest
from django.core.management import call_command
from playwright.sync_api import BrowserContext, StorageState, expect

from portal.models import Edition
from portal.publication import publish, withdraw
from portal.words import EditionKind
from tests.journeys.checkers import axe_violations, on_paper, qualweb_failures, too_wide
from tests.journeys.kinds import CLOSED, EARLIER, KINDS, WITHDRAWN
from tests.portal.earlier import everything_published

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.web]


# The browser says so when the policy for content refuses something.
POLICY = "Content Security Policy"


@pytest.fixture(scope="module", autouse=True)
def past(site: str) -> Iterator[None]:  # noqa: ARG001 - fills the database
    """Something published long ago was changed, and something withdrawn. All is put back later."""
    everything_published()
    kind = EditionKind.PROGRAMME
    newest = Edition.objects.newest().get(kind=kind, slug=EARLIER)
    publish(kind, newest.document | {"summary": "Kort."}, by=None, reason="Til prøve")
    withdraw(EditionKind.RECOMMENDATION, WITHDRAWN, by=None, reason="Til prøve")
    yield
    call_command("flush", interactive=False, verbosity=0)


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("kind", KINDS)
def test_a_page_has_no_fault(
    site: str,
    new_context: Callable[..., BrowserContext],
    known: StorageState,
    kind: str,
    width: int,
) -> None:
    window = {"width": width, "height": 900}
    state = known if kind in CLOSED else None
    page = new_context(viewport=window, storage_state=state).new_page()
    told: list[str] = []
    page.on("console", lambda message: told.append(message.text))
    KINDS[kind](page, site)

    expect(page.get_by_role("heading", level=1)).to_have_count(1)
    assert [text for text in told if POLICY in text] == []
    assert too_wide(page) <= 0
    assert axe_violations(page) == []
    # On paper QualWeb misses the way past the menu, where there is no menu.
    assert on_paper(page) or qualweb_failures(page) == []
