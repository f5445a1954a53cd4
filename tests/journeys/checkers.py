"""Two checkers of accessibility, run inside the page itself: axe-core and QualWeb."""

import json
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

QUALWEB = Path(__file__).parent / "qualweb" / "node_modules"
BUNDLES = (
    "@qualweb/qw-page/dist/qw-page.bundle.js",
    "@qualweb/util/dist/__webpack/util.bundle.js",
    "@qualweb/locale/dist/locale.bundle.js",
    "@qualweb/act-rules/dist/__webpack/act.bundle.js",
    "@qualweb/wcag-techniques/dist/__webpack/wcag.bundle.js",
)
LANGUAGE = {"translate": "en", "fallback": "en"}
RUN_ACT = "(language) => new ACTRulesRunner({}, language).configure({}).test({}).getReport()"
RUN_WCAG = """([language, markup]) =>
    new WCAGTechniquesRunner({}, language).configure({}).test({sourceHtml: markup}).getReport()"""


def axe_violations(page: Page) -> list[str]:
    """What axe-core finds wrong, best practices included, each with its place."""
    found = Axe().run(page).response["violations"]
    return [
        f"{row['id']} ({row['help']}): {', '.join(str(node['target']) for node in row['nodes'])}"
        for row in found
    ]


def qualweb_failures(page: Page) -> list[str]:
    """The ACT rules and WCAG techniques that QualWeb says have failed, each with its place."""
    for bundle in BUNDLES:
        file = QUALWEB / bundle
        if not file.is_file():
            pytest.fail("QualWeb is missing. `make test-web` fetches it with npm.")
        page.evaluate(f"(0, eval)({json.dumps(file.read_text())})")
    reports = [page.evaluate(RUN_ACT, LANGUAGE), page.evaluate(RUN_WCAG, [LANGUAGE, ""])]
    return [failure for report in reports for failure in _failures(report)]


def _failures(report: dict[str, Any]) -> list[str]:
    return [
        f"{code} ({row['name']}): {result['description']} {_places(result)}"
        for code, row in report["assertions"].items()
        if row["metadata"]["outcome"] == "failed"
        for result in row["results"]
        if result["verdict"] == "failed"
    ]


def _places(result: dict[str, Any]) -> str:
    return "; ".join(element.get("htmlCode", "")[:120] for element in result["elements"])
