"""The checkers of the pages find the faults that they are there to find."""

import pytest
from django.conf import settings
from playwright.sync_api import Page

from tests.journeys.checkers import axe_violations, qualweb_failures

# Nothing in this folder runs without the content, though these pages show none of it.
pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.web,
    pytest.mark.django_db,
]

FRAME = """<!doctype html><html lang="da"><head><title>Til prøve</title></head><body><main>
<h1>Til prøve</h1>{}</main></body></html>"""
PICTURE = "<img src='billede.png'>"
FIELD = "<input type='text' name='alder'>"
PALE = "<p style='color: #aaa; background: #fff'>Bleg tekst på en hvid side</p>"
FIXED = "<p style='font-size: 12px'>Tekst, som ikke følger læserens valg</p>"
FOLDED = "<details><summary>Mere</summary><a href='/'>Forsiden</a></details>"
THROWN = "<button onfocus='this.blur()'>Kan ikke nås</button>"
GROUP = "<fieldset><legend>Hvem</legend><label>Alder <input></label></fieldset>"
INHERITED = "<p style='font-size: inherit'>Tekst, som gør</p>"


def rules(failures: list[str]) -> set[str]:
    """The first word of each: which rule was broken."""
    return {failure.split()[0] for failure in failures}


@pytest.mark.parametrize(
    ("fault", "axe", "qualweb"),
    [
        pytest.param(PICTURE, "image-alt", "QW-ACT-R17", id="no-text-for-a-picture"),
        pytest.param(FIELD, "label", "QW-ACT-R16", id="no-label"),
        pytest.param(PALE, "color-contrast", "QW-ACT-R37", id="too-little-contrast"),
    ],
)
def test_both_checkers_find_a_fault(page: Page, fault: str, axe: str, qualweb: str) -> None:
    page.set_content(FRAME.format(fault))

    assert axe in rules(axe_violations(page))
    assert qualweb in rules(qualweb_failures(page))


def test_a_size_in_pixels_is_a_fault_and_an_inherited_size_is_none(page: Page) -> None:
    page.set_content(FRAME.format(FIXED))
    assert "QW-WCAG-T28" in rules(qualweb_failures(page))

    page.set_content(FRAME.format(INHERITED))
    assert "QW-WCAG-T28" not in rules(qualweb_failures(page))
    assert axe_violations(page) == []


def test_a_group_of_fields_outside_a_form_is_a_fault_and_one_deep_in_it_is_none(page: Page) -> None:
    page.set_content(FRAME.format(GROUP))
    assert "QW-WCAG-T3" in rules(qualweb_failures(page))

    page.set_content(FRAME.format(f"<form><div>{GROUP}</div></form>"))
    assert "QW-WCAG-T3" not in rules(qualweb_failures(page))

    page.set_content(FRAME.format("<form><div><fieldset>Hvem</fieldset></div></form>"))
    assert "QW-WCAG-T3" in rules(qualweb_failures(page))


def test_no_sheet_asks_how_a_screen_is_held() -> None:
    """WCAG 1.3.4, in place of QualWeb's rule R7."""
    sheets = list((settings.BASE_DIR / "static").rglob("*.css"))

    assert sheets
    assert [sheet.name for sheet in sheets if "orientation" in sheet.read_text()] == []


def test_a_control_that_throws_the_focus_off_is_a_fault_and_a_folded_one_is_none(
    page: Page,
) -> None:
    page.set_content(FRAME.format(THROWN))
    assert "QW-WCAG-T24" in rules(qualweb_failures(page))

    page.set_content(FRAME.format(FOLDED))
    assert "QW-WCAG-T24" not in rules(qualweb_failures(page))
