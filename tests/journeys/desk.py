"""The desk as an editor uses it: names of fields and buttons, never codes or addresses."""

import os
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import FloatRect, Locator, Page, expect

INNERMOST_ROW = "xpath=ancestor::*[contains(concat(' ', @class, ' '), ' inline-related ')][1]"
# A taller picture cannot be read on a page of a guide.
TALLEST = 1400


def _term(address: str) -> list[str]:
    """What an address of the autocomplete searches for."""
    return parse_qs(urlsplit(address).query).get("term", [])


class Desk:
    """One browser window on the desk, logged in as a member of staff."""

    def __init__(self, page: Page, site: str) -> None:
        self.page, self.site = page, site

    def picture(self, name: str, part: Locator | None = None, *, tallest: int = TALLEST) -> None:
        """A picture for the guide, when a folder is named: of the part, or of what is in view."""
        folder = os.environ.get("SCREENSHOTS")
        if not folder:
            return
        path = Path(folder) / f"redaktion-{name}.png"
        if part is None:
            self.page.screenshot(path=path)
        else:
            self.page.screenshot(path=path, full_page=True, clip=self._clip(part, tallest))

    def _clip(self, part: Locator, tallest: int) -> FloatRect:
        """Where the part stands on the whole page; the end of what is too tall is left out."""
        part.scroll_into_view_if_needed()
        box = part.bounding_box()
        assert box, "there is nothing to take a picture of"
        top = box["y"] + self.page.evaluate("window.scrollY")
        return {**box, "y": top, "height": min(box["height"], tallest)}

    def log_in(self, username: str) -> None:
        self.page.goto(f"{self.site}/log-ind/?next=/skrivebord/")
        self.page.get_by_label("Brugernavn").fill(username)
        self.page.get_by_label("Adgangskode").fill(f"{username}-demo")
        self.page.get_by_role("button", name="Log ind").click()
        expect(self.page.locator("#user-tools")).to_contain_text(username)

    def log_out(self) -> None:
        self.page.goto(f"{self.site}/")
        self.page.get_by_role("button", name="Log ud").click()

    def add(self, model: str) -> None:
        """Open the empty form of a kind of row from the desk's first page."""
        self.page.goto(f"{self.site}/skrivebord/")
        self.page.locator(f"tr.model-{model}").get_by_role("link", name="Tilføj").click()

    def open(self, title: str) -> None:
        """Open the page of a thing that waits on the desk's first page."""
        self.page.goto(f"{self.site}/skrivebord/")
        self.waiting(title).get_by_role("link", name=title).click()

    def waiting(self, title: str) -> Locator:
        """Its line in the list of what is not published."""
        return self.page.locator(".desk-waiting tbody tr").filter(has_text=title)

    def save(self) -> None:
        """Save and stay; the page must say that it is saved."""
        self.page.get_by_role("button", name="Gem og fortsæt").first.click()
        self.done()

    def done(self) -> None:
        """The page says that it is done, and that nothing is wrong."""
        expect(self.page.locator(".errornote")).to_have_count(0)
        expect(self.page.locator(".messagelist .success")).to_be_visible()

    def follow(self, way: str) -> None:
        """Go one of the ways that the page of a thing offers."""
        self.page.locator("#content").get_by_role("link", name=way, exact=True).click()

    def step(self, button: str, told: str = "", label: str = "") -> None:
        """Fill in the one line of a step on the way to the shelf, and take it."""
        if label:
            self.page.get_by_label(label).fill(told)
        self.page.locator("#reason_form").get_by_role("button", name=button).click()
        self.done()

    def fill(self, name: str, text: str) -> None:
        self.page.locator(f"#id_{name}").fill(text)

    def select(self, name: str, label: str) -> None:
        self.page.locator(f"#id_{name}").select_option(label=label)

    def tick(self, name: str, label: str) -> None:
        """Tick one of several choices of a field."""
        self.page.locator(f"#id_{name}").get_by_label(label, exact=True).check()

    def search(self, name: str, text: str) -> None:
        """Choose in a field that searches while one types."""
        field = self.page.locator(f"#id_{name}")
        box = field.locator("xpath=following-sibling::span[contains(@class, 'select2')]").first
        box.click()
        # The list is drawn anew when the answer comes, and a click before that hits nothing.
        with self.page.expect_response(lambda answer: _term(answer.url) == [text]):
            self.page.locator(".select2-search__field:focus").fill(text)
        self.page.locator(".select2-results__option", has_text=text).first.click()
        expect(box).to_contain_text(text)

    def add_row(self, prefix: str) -> None:
        """Add an empty row to one of the lists of the page."""
        self._adder(prefix).last.click()

    def _adder(self, prefix: str) -> Locator:
        return self.page.locator(f"#{prefix}-group").locator(".add-row a, a.djn-add-handler")

    def tick_value(self, alternative: str, attribute: str, label: str) -> None:
        """Tick a value of an attribute in the row of an alternative."""
        row = self.page.locator(f"#id_{alternative}-attribute").locator(INNERMOST_ROW)
        group = row.locator(".ticks-group", has=self.page.get_by_text(attribute, exact=True))
        group.get_by_label(label, exact=True).first.check()
