"""The form pack for Det Fælles Designsystem: every kind of field, with and without errors."""

import re
from copy import deepcopy
from html.parser import HTMLParser
from typing import Any

import pytest
from crispy_forms.helper import FormHelper
from crispy_forms.layout import Div, Fieldset, Hidden, Layout, Reset, Submit
from crispy_forms.utils import render_crispy_form
from django import forms

CHOICES = [("a", "første"), ("b", "anden"), ("c", "tredje")]
FIELDS = {
    "text": forms.CharField(label="Tekst", help_text="Kort."),
    "password": forms.CharField(label="Adgangskode", widget=forms.PasswordInput),
    "email": forms.EmailField(label="Mail"),
    "day": forms.DateField(label="Dag", help_text="dd-mm-åååå"),
    "weeks": forms.IntegerField(label="Varighed", help_text="Højst 26.", widget=forms.TextInput),
    "one": forms.ChoiceField(label="Én af dem", choices=CHOICES),
    "grouped": forms.ChoiceField(label="I grupper", choices=[("Gruppe", CHOICES)]),
    "some": forms.MultipleChoiceField(label="Nogle af dem", choices=CHOICES),
    "radio": forms.ChoiceField(
        label="Ja eller nej", choices=CHOICES, widget=forms.RadioSelect, help_text="Vælg én."
    ),
    "ticks": forms.MultipleChoiceField(
        label="Sæt kryds", choices=CHOICES, widget=forms.CheckboxSelectMultiple
    ),
    "tick": forms.BooleanField(label="Jeg forstår", help_text="Læs først."),
    "long": forms.CharField(label="Begrundelse", widget=forms.Textarea),
    "file": forms.FileField(label="Bilag"),
    "hidden": forms.CharField(widget=forms.HiddenInput),
}
VALID = dict.fromkeys(FIELDS, "a") | {
    "email": "a@example.org",
    "day": "2021-12-01",
    "weeks": "4",
    "some": ["a", "b"],
    "ticks": ["b"],
    "file": None,
}


class EveryField(forms.Form):
    """One field of every kind; ``weeks`` has a unit."""

    def __init__(self, data: Any = None) -> None:
        super().__init__(data)
        self.fields |= deepcopy(FIELDS)
        self.fields["weeks"].unit = "uger"  # type: ignore[attr-defined]  # read by the pack

    def clean(self) -> None:
        raise forms.ValidationError("Formularen hænger ikke sammen.")


class Page(HTMLParser):
    """The elements of a page, each with its attributes."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.feed(markup)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len(dict(attrs)) == len(attrs), f"an attribute stands twice in {tag}: {attrs}"
        self.elements.append((tag, {name: value or "" for name, value in attrs}))

    def all(self, tag: str, **attributes: str) -> list[dict[str, str]]:
        return [
            found
            for name, found in self.elements
            if name == tag and attributes.items() <= found.items()
        ]

    def one(self, tag: str, **attributes: str) -> dict[str, str]:
        (found,) = self.all(tag, **attributes)
        return found

    @property
    def ids(self) -> list[str]:
        return [attrs["id"] for _, attrs in self.elements if "id" in attrs]


def shown(data: Any = None, *, layout: Layout | None = None) -> Page:
    form = EveryField(data)
    helper = FormHelper()
    helper.layout = layout or Layout(*FIELDS)
    return Page(render_crispy_form(form, helper))


@pytest.fixture(params=[None, {}], ids=["empty", "with-errors"])
def page(request: pytest.FixtureRequest) -> Page:
    return shown(request.param)


def test_every_id_stands_once_and_every_reference_points_at_one(page):
    assert len(page.ids) == len(set(page.ids))
    for tag, attrs in page.elements:
        for name in ("for", "aria-describedby"):
            assert set(attrs.get(name, "").split()) <= set(page.ids), (tag, attrs)
        if tag == "a":
            assert attrs["href"].removeprefix("#") in page.ids


def test_nothing_is_styled_or_scripted_inline(page):
    for _, attrs in page.elements:
        assert "style" not in attrs
        assert not any(name.startswith("on") for name in attrs)
    assert not page.all("script")


def test_every_control_has_a_label_and_the_class_of_the_design_system(page):
    labels = {attrs["for"] for attrs in page.all("label")}
    for tag in ("input", "select", "textarea"):
        for attrs in page.all(tag):
            if attrs.get("type") != "hidden":
                assert attrs["id"] in labels
                assert re.search(r"\bform-(input|select|radio|checkbox)\b", attrs["class"])


def test_choices_are_a_group_with_a_legend_and_a_text_of_help(page):
    assert page.one("fieldset", id="id_radio")["aria-describedby"].startswith("id_radio_helptext")
    for kind, name in (("radio", "radio"), ("checkbox", "ticks")):
        assert len(page.all("div", **{"class": f"form-group-{kind}"})) >= len(CHOICES)
        assert [attrs["id"] for attrs in page.all("input", name=name)] == [
            f"id_{name}_{number}" for number in range(len(CHOICES))
        ]


def test_a_unit_stands_after_the_number_and_is_read_aloud_with_it(page):
    described = page.one("input", name="weeks")["aria-describedby"].split()

    assert described[0] == "id_weeks_helptext"
    assert described[-1] == "id_weeks_unit"
    assert page.one("div", id="id_weeks_unit")["class"] == "form-input-suffix"


def test_an_error_stands_at_its_field_and_in_the_summary_with_a_link_to_the_first_input():
    page = shown({})
    summary = page.one("div", role="alert")
    links = [attrs["href"] for attrs in page.all("a")]

    assert (summary["tabindex"], summary["autofocus"]) == ("-1", "")
    visible = [name for name in FIELDS if name != "hidden"]
    first = {"radio": "id_radio_0", "ticks": "id_ticks_0"}
    assert links == [f"#{first.get(name, 'id_' + name)}" for name in visible]
    for name in visible:
        assert page.one("div", id=f"id_{name}_error")["class"] == "form-error-message"
        for attrs in [row for tag in ("input", "select", "textarea") for row in page.all(tag)]:
            if attrs.get("name") == name:
                assert attrs["aria-invalid"] == "true"


def test_without_errors_there_is_no_summary_and_nothing_is_invalid():
    page = shown()

    assert not page.all("div", role="alert")
    assert not any("aria-invalid" in attrs for _, attrs in page.elements)


def test_what_was_typed_is_kept_except_the_password():
    page = shown(VALID)

    assert page.one("input", name="text")["value"] == "a"
    assert page.one("input", name="hidden")["value"] == "a"
    assert "value" not in page.one("input", name="password")
    assert "checked" in page.one("input", name="radio", value="a")
    assert [attrs["value"] for attrs in page.all("input", name="ticks") if "checked" in attrs] == [
        "b"
    ]
    assert len([attrs for attrs in page.all("option") if "selected" in attrs]) == 4


def test_a_form_drawn_twice_says_the_same():
    form = EveryField({})
    helper = FormHelper()
    helper.layout = Layout(*FIELDS)

    assert render_crispy_form(form, helper) == render_crispy_form(form, helper)


def test_layouts_and_buttons_keep_what_they_are_given():
    layout = Layout(
        Fieldset("Om borgeren", "text", css_id="om", css_class="bred", data_part="1"),
        Div("one", css_id="rest", css_class="smal"),
        Hidden("trin", "2"),
        Submit("vis", "Vis"),
        Submit("", "Søg"),
        Reset("nulstil", "Nulstil"),
    )
    page = shown(layout=layout)

    assert page.one("fieldset", id="om") == {"id": "om", "class": "group bred", "data-part": "1"}
    assert page.one("div", id="rest")["class"] == "smal"
    assert page.one("input", name="trin")["value"] == "2"
    assert page.one("button", name="vis")["class"] == "button button-primary"
    assert page.one("button", type="reset")["class"] == "button button-secondary"
    assert len([row for row in page.all("button", type="submit") if "name" not in row]) == 1
