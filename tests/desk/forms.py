"""Fills in forms of the desk as a browser would: gets the page, changes some fields, posts all.

sheet = filled(editor, "/skrivebord/trials/trial/add/")
sheet["title"] = "Længere praktik"
first = sheet.row("periods", start_earliest="01-01-2022")  # "periods-0"
sheet[f"{first}-open_ended"] = "on"
response = sheet.post()
assert "Skriv en dato" in said_at(response, f"{first}-end_latest")
"""

import html
import re
from html.parser import HTMLParser
from typing import Any

from django.db import models
from django.test import Client
from django.urls import reverse

from portal.models import Change, Edition, Submission, User
from tests.portal.pages import plain

# Buttons are pressed, not filled in; a disabled or unchecked field is not sent.
BUTTONS = frozenset({"submit", "button", "reset", "image", "file"})
TICKS = frozenset({"checkbox", "radio"})
PATTERN_ROW = re.compile(r"__prefix__|-empty-")


class _Fields(HTMLParser):
    """What the browser would send of the form of the page: a list of values for each name."""

    def __init__(self, form_id: str) -> None:
        super().__init__()
        self.sent: dict[str, list[str]] = {}
        self._form_id = re.compile(form_id)
        self._inside = False
        self._select: dict[str, Any] | None = None
        self._first_option: str | None = None
        self._textarea: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self._inside = bool(self._form_id.search(given.get("id", "")))
        elif self._inside and tag == "option":
            self._take_option(given)
        elif self._inside and given.get("name") and "disabled" not in given:
            self._take_field(tag, given)

    def _take_field(self, tag: str, given: dict[str, str]) -> None:
        name, kind = given["name"], given.get("type", "text")
        if tag == "input" and kind not in BUTTONS and (kind not in TICKS or "checked" in given):
            self._send(name, given.get("value", "on" if kind in TICKS else ""))
        elif tag == "select":
            self._select, self._first_option = given, None
        elif tag == "textarea":
            self._textarea = name
            self._send(name, "")

    def _take_option(self, given: dict[str, str]) -> None:
        if self._select and "selected" in given:
            self._send(self._select["name"], given.get("value", ""))
        elif self._first_option is None:
            self._first_option = given.get("value", "")

    def handle_data(self, data: str) -> None:
        if self._textarea:
            self.sent[self._textarea][-1] += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._inside = False
        elif tag == "textarea" and self._textarea:
            # A browser leaves the first line break out.
            text = self.sent[self._textarea][-1].replace("\r\n", "\n")
            self.sent[self._textarea][-1] = text.removeprefix("\n")
            self._textarea = None
        elif tag == "select" and self._select:
            single = "multiple" not in self._select
            if single and self._select["name"] not in self.sent and self._first_option is not None:
                self._send(self._select["name"], self._first_option)
            self._select = None

    def _send(self, name: str, value: str) -> None:
        self.sent.setdefault(name, []).append(value)


class Sheet(dict[str, Any]):
    """The fields of a page by name, ready to be changed and posted; lists for several values."""

    def __init__(self, client: Client, address: str, fields: dict[str, list[str]]) -> None:
        one_or_more = {n: each[0] if len(each) == 1 else [*each] for n, each in fields.items()}
        super().__init__(
            {name: each for name, each in one_or_more.items() if not PATTERN_ROW.search(name)}
        )
        self.client, self.address = client, address
        # The hidden row that the page copies when an editor adds one.
        self.patterns = {
            name: each for name, each in one_or_more.items() if PATTERN_ROW.search(name)
        }

    def row(self, inline: str, **fields: Any) -> str:
        """Add a row to an inline, as the button does; the prefix of the new row's fields."""
        number = int(self[f"{inline}-TOTAL_FORMS"])
        self[f"{inline}-TOTAL_FORMS"] = str(number + 1)
        prefix = f"{inline}-{number}"
        self.update(self._copied(inline, prefix))
        self.update({f"{prefix}-{name}": value for name, value in fields.items()})
        return prefix

    def _copied(self, inline: str, prefix: str) -> dict[str, Any]:
        """The fields of the hidden row under the new prefix, with inlines inside it."""
        inside_new = re.sub(r"-\d+-", "-empty-", inline)
        for pattern in (inline, inside_new):
            known = {
                f"{prefix}-{name.removeprefix(start)}": value
                for start in (f"{pattern}-__prefix__-", f"{pattern}-empty-")
                for name, value in self.patterns.items()
                if name.startswith(start) and not PATTERN_ROW.search(name.removeprefix(start))
            }
            if known:
                return known
        return {}

    def post(self, **fields: Any) -> Any:
        """Save, unless another button is given: ``_continue="1"``."""
        pressed = {} if any(name.startswith("_") for name in fields) else {"_save": "1"}
        return self.client.post(self.address, {**self, **pressed, **fields})


# What the forms of large pages hold, by all that may change it: a page takes long to make, and most
# tests begin with the same ones. Every change is in the trail, and no number is ever used again.
SHOWN: dict[tuple[Any, ...], dict[str, list[str]]] = {}


def filled(client: Client, address: str, *, form_id: str = r"_form$", **fields: Any) -> Sheet:
    """The form of a page as it is shown, with some fields changed."""
    moment = (address, form_id, roles_of(client), *written(address))
    if moment not in SHOWN:
        response = client.get(address)
        assert response.status_code == 200, f"{response.status_code} at {address}"
        SHOWN[moment] = fields_of(response, address, form_id=form_id)
    sheet = Sheet(client, address, SHOWN[moment])
    sheet.update(fields)
    return sheet


def written(address: str) -> list[int | None]:
    """The numbers of what was last written, sent and published.

    Users are made by each test; only their own pages tell of them.
    """
    changes = Change.objects.all()
    if "/portal/" not in address:
        changes = changes.exclude(table_name__startswith="portal_user")
    rows = (changes, Edition.objects.all(), Submission.objects.all())
    return [each.aggregate(last=models.Max("pk"))["last"] for each in rows]


def roles_of(client: Client) -> frozenset[str]:
    user = User.objects.get(pk=client.session["_auth_user_id"])
    return frozenset(user.groups.values_list("name", flat=True))


def sheet_of(
    response: Any, client: Client, address: str, *, form_id: str = r"_form$", **fields: Any
) -> Sheet:
    """The form of a page that was got already: what was typed, when it was refused."""
    sheet = Sheet(client, address, fields_of(response, address, form_id=form_id))
    sheet.update(fields)
    return sheet


def fields_of(response: Any, address: str, *, form_id: str) -> dict[str, list[str]]:
    """What a browser would send of the form."""
    parser = _Fields(form_id)
    parser.feed(response.content.decode())
    assert parser.sent, f"there is no form at {address}"
    return parser.sent


def said_at(response: Any, field: str) -> str:
    """The messages at one field of a form that is shown again; empty when there are none."""
    assert response.status_code == 200, response.status_code
    found = re.search(
        rf'<ul class="errorlist[^"]*" id="id_{re.escape(field)}_error">(.*?)</ul>',
        response.content.decode(),
        re.DOTALL,
    )
    return plain(found.group(1)) if found else ""


def said(response: Any) -> list[str]:
    """Every message of a form that is shown again, wherever it stands."""
    lists = re.findall(
        r'<ul class="errorlist[^"]*"[^>]*>(.*?)</ul>', response.content.decode(), re.DOTALL
    )
    items = [item for each in lists for item in re.findall(r"<li>(.*?)</li>", each, re.DOTALL)]
    return [html.unescape(plain(item)) for item in items]


def page_of(row: models.Model) -> str:
    """The address where the row is written."""
    return reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_change", args=[row.pk])


def new_page(model: type[models.Model]) -> str:
    """The address where a new row is written."""
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_add")


def saved(response: Any) -> bool:
    """Whether the desk took the form: it then leads to another page."""
    return response.status_code == 302
