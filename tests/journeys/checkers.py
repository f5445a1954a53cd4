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
# WCAG 2.2 on levels A and AA, and what axe calls best practice.
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OPTIONS = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]}
# What is wider than the window, which it would have to be moved sideways to read.
TOO_WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
LANGUAGE = {"translate": "en", "fallback": "en"}
# R7 takes half a minute on an answer; that no sheet asks how a screen is held is tested by itself.
# R76 is the contrast of level AAA, as slow as that of level AA.
RULES = {"exclude": ["QW-ACT-R7", "QW-ACT-R76"]}
RUN_ACT = """([language, rules]) =>
    new ACTRulesRunner({}, language).configure(rules).test({}).getReport()"""
RUN_WCAG = """([language, rules]) =>
    new WCAGTechniquesRunner({}, language).configure(rules).test({sourceHtml: ""}).getReport()"""
# What QualWeb says of these techniques is false where the element is like this.
FALSE = {
    # A "fieldset" may stand deeper in its form than as a child.
    "QW-WCAG-T3": """(place) => {
        const fields = document.querySelector(place);
        return fields.closest("form") && fields.querySelector("legend")?.textContent.trim();
    }""",
    # Nobody can reach what is folded away: it does not throw the focus off.
    "QW-WCAG-T24": """(place) =>
        document.querySelector(place).closest("details:not([open])") !== null""",
}


def on_paper(page: Page) -> bool:
    """Whether the page is shown as it would be printed, where nothing is touched."""
    return bool(page.evaluate("matchMedia('print').matches"))


def axe_violations(page: Page, within: str | dict[str, Any] | None = None) -> list[str]:
    """What axe-core finds wrong, best practices included: the rule, why, and the element."""
    options = OPTIONS | {"rules": {"target-size": {"enabled": not on_paper(page)}}}
    found = Axe().run(page, context=within, options=options).response["violations"]
    return [_violation(rule, node) for rule in found for node in rule["nodes"]]


def _violation(rule: dict[str, Any], node: dict[str, Any]) -> str:
    why = [check["message"] for kind in ("any", "all", "none") for check in node[kind]]
    return f"{rule['id']} ({rule['help']}): {node['target']}: {'; '.join(why)}"


def too_wide(page: Page) -> int:
    """How many pixels the page is wider than its window."""
    return int(page.evaluate(TOO_WIDE))


def qualweb_failures(page: Page) -> list[str]:
    """The ACT rules and WCAG techniques on levels A and AA that QualWeb says have failed."""
    for bundle in BUNDLES:
        file = QUALWEB / bundle
        if not file.is_file():
            pytest.fail("QualWeb is missing. `make test-web` fetches it with npm.")
        page.evaluate(f"(0, eval)({json.dumps(file.read_text())})")
    # What is above the window it takes for hidden.
    page.evaluate("scrollTo({top: 0, behavior: 'instant'})")
    reports = [page.evaluate(run, [LANGUAGE, RULES]) for run in (RUN_ACT, RUN_WCAG)]
    return [failure for report in reports for failure in _failures(page, report)]


def _failures(page: Page, report: dict[str, Any]) -> list[str]:
    return [
        f"{code} ({row['name']}): {result['description']} {_places(result)}"
        for code, row in report["assertions"].items()
        if row["metadata"]["outcome"] == "failed" and not _is_of_level_aaa(row)
        for result in row["results"]
        if result["verdict"] == "failed" and not _is_false(page, code, result)
    ]


def _is_of_level_aaa(row: dict[str, Any]) -> bool:
    """Whether a rule serves criteria of the highest level only."""
    return {criterion["level"] for criterion in row["metadata"]["success-criteria"]} == {"AAA"}


def _is_false(page: Page, code: str, result: dict[str, Any]) -> bool:
    """A fault of QualWeb's own.

    T28 takes the word "inherit" for an absolute unit of fonts, since it has "in" in it. The design
    system inherits its sizes, and a size that is inherited grows with its parent's.
    """
    if code == "QW-WCAG-T28":
        return bool(result["attributes"] == ["inherit"])
    if code not in FALSE:
        return False
    return all(page.evaluate(FALSE[code], each["pointer"]) for each in result["elements"])


def _places(result: dict[str, Any]) -> str:
    return "; ".join(element.get("htmlCode", "")[:120] for element in result["elements"])
