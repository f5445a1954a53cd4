"""What import contracts cannot see: relations, labels, sizes, and who reads the clock."""

import ast
from collections.abc import Iterator
from datetime import date
from enum import Enum
from importlib import import_module
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.utils.functional import Promise

from portal.guidance.forms import ProfileForm
from portal.shelf import current_content
from trials.rules import ATTRIBUTES, Kind, Note, Word

ROOT: Path = settings.BASE_DIR
PACKAGES = ("portal", "evaluations", "trials", "tests")
# The lowest floor first; a relation points to its own floor or to one below it.
FLOORS = ("trials", "evaluations", "recommendations", "portal")
MODELS = [model for label in FLOORS for model in apps.get_app_config(label).get_models()]
SOURCES = [
    path
    for package in PACKAGES
    for path in sorted((ROOT / package).rglob("*.py"))
    if "migrations" not in path.parts
]
OURS = [path for path in SOURCES if path.relative_to(ROOT).parts[0] != "tests"]
MOST_LINES = 300
MOST_LINES_OF_A_FUNCTION = 40
CLOCKS = {"today", "now", "localdate", "localtime", "utcnow", "time_ns"}
CLOCK_READERS = (
    "evaluations/recommendations/admin.py",
    "portal/admin/",
    "portal/desk/preview.py",
    "portal/desk/site.py",
    "portal/guidance/asking.py",
    "portal/guidance/forms.py",
    "portal/guidance/sheet/views.py",
    "portal/library/views.py",
    "portal/news/views.py",
    "portal/search/views.py",
    "portal/management/",
    "portal/overview/views.py",
    "portal/views.py",
)


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def parse(path: Path) -> ast.Module:
    return ast.parse(path.read_text(), filename=str(path))


# --- Relations --------------------------------------------------------------------------------


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.label)
def test_every_relation_points_down(model):
    floor = FLOORS.index(model._meta.app_label)
    for field in [*model._meta.fields, *model._meta.many_to_many]:
        target = field.related_model
        if isinstance(target, type) and target._meta.app_label in FLOORS:
            assert FLOORS.index(target._meta.app_label) <= floor, field


# --- Words ------------------------------------------------------------------------------------


def starts_low(text: str | Promise) -> bool:
    """Lower case, a number, or an abbreviation such as LAB."""
    words = str(text)
    return not words[:1].isupper() or words[1:2].isupper()


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.label)
def test_every_label_of_a_model_starts_in_lower_case(model):
    from_django = {field.name for field in AbstractUser._meta.get_fields()}
    assert starts_low(model._meta.verbose_name)
    assert starts_low(model._meta.verbose_name_plural)
    for field in [*model._meta.fields, *model._meta.many_to_many]:
        if not (issubclass(model, AbstractUser) and field.name in from_django):
            assert starts_low(field.verbose_name), field


def lists_of_words() -> Iterator[type[Word]]:
    for name in ("trials.rules.vocabulary", "trials.rules.checks", "evaluations.words"):
        for value in vars(import_module(name)).values():
            is_list = (
                isinstance(value, type) and issubclass(value, Word) and issubclass(value, Enum)
            )
            if is_list and value is not Word and value is not Note:  # notes are whole sentences
                yield value


@pytest.mark.parametrize("words", sorted(set(lists_of_words()), key=str))
def test_every_label_of_a_code_starts_in_lower_case(words):
    for word in words:
        assert starts_low(word.label), word


@pytest.mark.parametrize("attribute", ATTRIBUTES.values(), ids=lambda each: each.name)
def test_every_attribute_is_declared_in_full(attribute):
    assert starts_low(attribute.label)
    assert attribute.question.endswith("?")
    if attribute.kind is Kind.YES_NO:
        assert starts_low(attribute.yes)
        assert starts_low(attribute.no)


@pytest.mark.django_db
def test_every_label_of_the_form_starts_with_a_capital():
    """Django capitalises the labels of models; these are ours to capitalise."""
    content = current_content()
    form = ProfileForm(content=content, today=date(2021, 12, 1))

    for field in form.fields.values():
        assert str(field.label)[:1].isupper()


# --- Sizes ------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", SOURCES, ids=name_of)
def test_a_module_is_short_and_so_are_its_functions(path):
    assert len(path.read_text().splitlines()) < MOST_LINES
    for node in ast.walk(parse(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            assert length <= MOST_LINES_OF_A_FUNCTION, node.name


# --- The clock --------------------------------------------------------------------------------


@pytest.mark.parametrize("path", OURS, ids=name_of)
def test_only_pages_and_commands_read_the_clock(path):
    if name_of(path).startswith(CLOCK_READERS):
        return
    for node in ast.walk(parse(path)):
        is_call = isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
        assert not (is_call and node.func.attr in CLOCKS), f"line {node.lineno}"


@pytest.mark.parametrize("path", OURS, ids=name_of)
def test_no_signal_no_helpers_and_nothing_marked_safe(path):
    text = path.read_text()

    assert path.stem not in {"utils", "helpers", "common", "services", "signals"}
    for word in ("mark_safe", "format_html", "post_save", "pre_save", "gettext"):
        assert word not in text
