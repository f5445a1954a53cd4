"""What axe-core finds wrong on a page that is open in a browser, in words."""

import json
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

# WCAG 2.2 on levels A and AA, and what axe calls best practice.
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OPTIONS = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]}
# What is wider than the window, which it would have to be moved sideways to read.
TOO_WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def violations(page: Page) -> list[str]:
    """One line for each element that breaks a rule: the rule, what it asks, and the element."""
    found = Axe().run(page, options=OPTIONS).response["violations"]
    return [_told(rule, node) for rule in found for node in rule["nodes"]]


def _told(rule: dict[str, Any], node: dict[str, Any]) -> str:
    why = [check["message"] for kind in ("any", "all", "none") for check in node[kind]]
    target = json.dumps(node["target"], ensure_ascii=False)
    return f"{rule['id']}: {rule['help']} ({'; '.join(why)}) at {target}"


def too_wide(page: Page) -> int:
    """How many pixels the page is wider than its window."""
    return int(page.evaluate(TOO_WIDE))
