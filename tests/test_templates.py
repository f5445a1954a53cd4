"""The templates: each compiles, is used and keeps to the style, and the pages are clean HTML."""

import inspect
import re
from html.parser import HTMLParser
from pathlib import Path

import crispy_forms.layout
import crispy_forms.utils
import pytest
from django.conf import settings
from django.contrib import admin
from django.contrib.auth import forms as auth_forms
from django.contrib.auth import views as auth_views
from django.template.loader import get_template, render_to_string
from django.test import Client
from django.urls import reverse
from django.views import csrf, defaults

from portal.library.links import documents
from portal.shelf import current_content
from portal.words import EditionKind
from tests.portal.pages import GUIDANCE, YOUNG
from tests.portal.test_addresses import named_addresses

pytestmark = pytest.mark.slow

FOLDER: Path = settings.BASE_DIR / "templates"
FILES = {
    path.relative_to(FOLDER).as_posix(): path.read_text()
    for path in sorted(FOLDER.rglob("*"))
    if path.is_file()
}
PACK = "dkfds/"
DESK = "admin/"
INCLUDE = re.compile(r"{%\s*include\s+\"([^\"]+)\"([^%]*)%}")
MOST_LINES = 100
# Tags that have no end, and those whose end may be left out are not used by us.
VOID = frozenset({"meta", "link", "input", "br", "hr", "img"})


def test_there_are_templates():
    assert len(FILES) > 30


@pytest.mark.parametrize("name", FILES)
def test_a_template_compiles(name):
    assert get_template(name)


@pytest.mark.parametrize("name", FILES)
def test_a_template_is_used(name):
    by_us = [text for other, text in FILES.items() if other != name]
    for package in ("portal", "evaluations", "trials"):
        by_us += [path.read_text() for path in (settings.BASE_DIR / package).rglob("*.py")]
    if any(f'"{name}"' in text for text in by_us):
        return
    if name.startswith(DESK):
        assert name.removeprefix(DESK) in text_of_library(admin, "*.py", "*.html")
        return
    libraries = (auth_forms, auth_views, defaults, csrf, crispy_forms.layout, crispy_forms.utils)
    sources = "\n".join(inspect.getsource(module) for module in libraries)
    crispy = text_of_library(crispy_forms, "*.py")
    assert f'"{name}"' in sources or (name.startswith(PACK) and name.removeprefix(PACK) in crispy)


def text_of_library(library, *endings):
    folder = Path(library.__path__[0])
    return "\n".join(path.read_text() for ending in endings for path in folder.rglob(ending))


@pytest.mark.parametrize("name", FILES)
def test_a_template_is_short_and_holds_no_style_and_no_script(name):
    text = FILES[name]

    assert len(text.splitlines()) < MOST_LINES
    assert not re.search(r"<style|<script(?! src=)|\sstyle=|\son[a-z]+=|javascript:", text)
    assert "|safe" not in text or name.startswith(PACK)
    assert "{#" not in text


@pytest.mark.parametrize("name", FILES)
def test_a_component_is_included_with_only(name):
    for target, rest in INCLUDE.findall(FILES[name]):
        if target.startswith("components/"):
            assert rest.split()[-1] == "only", target


@pytest.mark.parametrize("name", [name for name in FILES if name.startswith("components/")])
def test_a_component_states_its_contract_and_keeps_it(name):
    contract = FILES[name].split("{% endcomment %}")[0]
    assert contract.startswith("{% comment %}")
    assert 'Include with "only"' in contract

    for text in FILES.values():
        for target, rest in INCLUDE.findall(text):
            if target == name:
                for given in re.findall(r"(\w+)=", rest):
                    assert re.search(rf"\b{given}\b", contract), given


class Nesting(HTMLParser):
    """Checks that every element is ended where it should be."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.faults: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        if len(names) != len(set(names)):
            self.faults.append(f"{self.getpos()}: an attribute stands twice in {tag}")
        if tag == "p" and "p" in self.open:
            self.faults.append(f"{self.getpos()}: a paragraph inside a paragraph")
        if tag in {"ul", "ol", "div", "details", "table"} and "p" in self.open:
            self.faults.append(f"{self.getpos()}: {tag} inside a paragraph")
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"{self.getpos()}: {tag} is ended where it is not open")


def clean(markup: str) -> None:
    for leak in ("{#", "{%", "{{", "None", "Decimal(", "&lt;Word", "_label"):
        assert leak not in markup
    parser = Nesting()
    parser.feed(markup)
    assert (parser.faults, parser.open) == ([], [])


# A feed and a calendar have standards of their own, and tests beside them.
NO_PAGES = {"news_feed", "news_calendar"}


@pytest.mark.parametrize("name", sorted(set(named_addresses()) - NO_PAGES))
def test_every_page_is_clean(portal, name):
    for client in (Client(), portal):
        response = client.get(named_addresses()[name], follow=True)
        clean(response.content.decode())
        clean(client.post(named_addresses()[name], {"age": "x"}, follow=True).content.decode())


@pytest.mark.parametrize(
    "stated",
    [
        pytest.param({}, id="nothing-stated"),
        pytest.param(YOUNG | {"weeks": "20"}, id="a-young-person"),
        pytest.param({"disability": "yes", "on": "15-03-2026"}, id="nothing-in-force"),
        pytest.param({"on": "01-02-2022", "health": "ingen"}, id="none-of-them"),
        pytest.param({"age": "x", "health": ["ingen", "stress"]}, id="errors"),
    ],
)
def test_every_answer_is_clean(portal, stated):
    clean(portal.post(GUIDANCE, stated).content.decode())


@pytest.mark.django_db
def test_every_page_of_the_libraries_is_clean(client):
    content = current_content()
    for kind in ("trial", "evaluation", "recommendation", "programme"):
        for slug in documents(content, EditionKind(kind)):
            for query in ("", "?dato=01-06-2021"):
                clean(client.get(reverse(kind, args=[slug]) + query).content.decode())


@pytest.mark.django_db
@pytest.mark.parametrize(
    "address",
    ["/forsoeg/?q=x", "/anbefalinger/?side=2", "/anbefalinger/?side=9", "/forsoeg/?a=1&q=1&q=2"],
)
def test_every_answer_of_a_library_is_clean(client, address):
    clean(client.get(address).content.decode())


@pytest.mark.parametrize("name", ["400.html", "403.html", "403_csrf.html", "404.html", "405.html"])
def test_every_error_page_is_clean(name):
    clean(render_to_string(name))


def test_the_page_of_a_failure_needs_nothing():
    assert "{%" not in FILES["500.html"]
    clean(render_to_string("500.html"))
