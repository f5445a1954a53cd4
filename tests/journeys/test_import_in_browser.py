"""An editor saves a table, mends it, looks at the difference and says yes: without a fault."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pytest_django import DjangoDbBlocker

from evaluations.models import Finding
from portal.exchange.tables import FINDINGS
from tests.exchange.files import finding, rows, saved_as
from tests.journeys.checkers import axe_violations, too_wide
from tests.journeys.test_desk_in_browser import errors, log_in

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture(scope="module")
def open_site(site: str, django_db_blocker: DjangoDbBlocker) -> Iterator[str]:
    """A site whose findings are put back: what is stored through it stays for later tests."""
    with django_db_blocker.unblock():
        before = list(Finding.objects.all())
    yield site
    with django_db_blocker.unblock():
        Finding.objects.exclude(pk__in=[row.pk for row in before]).delete()
        for row in before:
            row.save()


@pytest.mark.parametrize("width", [320, 1280])
def test_an_editor_imports_a_table(open_site: str, page: Page, tmp_path: Path, width: int) -> None:
    refused: list[str] = []
    page.on("console", lambda message: refused.extend(errors(message)))
    page.set_viewport_size({"width": width, "height": 900})
    log_in(page, open_site)
    page.goto(f"{open_site}/skrivebord/evaluations/finding/")
    page.get_by_role("link", name="Importér og eksportér").click()
    page.wait_for_url("**/tabeller/fund/")
    look(page, refused, "table")
    bad = saved_as(FINDINGS, [finding(horizon_to="13 uger", outcome="lykke")])
    send(page, tmp_path, bad)
    expect(page.get_by_role("alert")).to_contain_text("Række 2, til måned: Skriv kun tallet: 13")
    look(page, refused, "refused")
    page.get_by_role("link", name="Vælg en fil").click()

    told = [
        *rows(FINDINGS, statement=f"Flere kom i arbejde ({width})."),
        finding(slug=f"n-{width}"),
    ]
    send(page, tmp_path, saved_as(FINDINGS, told, "xlsx"))
    expect(page.get_by_role("heading", level=2).first).to_contain_text("1 ny, 1 ændret")
    look(page, refused, "difference")
    page.get_by_role("button", name="Gem ændringerne som kladder").click()
    expect(page.get_by_role("status")).to_contain_text("1 ny og 1 ændret")
    look(page, refused, "done")


def send(page: Page, folder: Path, data: bytes) -> None:
    file = folder / "fil"
    file.write_bytes(data)
    page.locator("#id_file").set_input_files(file)
    page.get_by_role("button", name="Se, hvad filen ændrer").click()


def look(page: Page, refused: list[str], name: str) -> None:
    """Nothing is refused by the policy but the file itself, and no checker finds a fault."""
    assert [text for text in refused if "422" not in text] == [], name
    assert too_wide(page) <= 0, name
    assert axe_violations(page) == [], name
    refused.clear()  # the checker brings styles of its own
