"""How an editor writes one alternative: an attribute, a comparison, and ticks or a number."""

import re
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from trials.admin.drafts import ToldRow, faults_of
from trials.admin.forms import PartForm
from trials.models import Alternative
from trials.rules import ATTRIBUTES, REFUSAL, Attribute, Kind, capitalised, has_identity_number

# Codes of different attributes are alike ("yes"), so a tick says which attribute it belongs to.
TICKS = [
    (attribute.label, [(f"{attribute.name}:{word.value}", word.label) for word in attribute.words])
    for attribute in ATTRIBUTES.values()
    if attribute.in_conditions and attribute.words
]
# Where the model's list of texts is typed when the attribute is a number.
NUMBER_FIELDS = {"values": "number", "borderline": "borderline_number"}
UNITS = [
    (attribute.name, attribute.unit)
    for attribute in ATTRIBUTES.values()
    if attribute.in_conditions and attribute.unit
]
NUMBER = re.compile(r"\d{1,3}([.,]\d{1,2})?", re.ASCII)
NO_NUMBER = "Skriv et tal som 30 eller 3,5."
ONE_NUMBER = "Skriv ét tal, for eksempel 30 eller 3,5."


class GroupedTicks(forms.CheckboxSelectMultiple):
    """Ticks under the label of their attribute; a script narrows them to the chosen one."""

    template_name = "admin/grouped_ticks.html"

    class Media:
        js = ["js/ticks.js"]


class NumberWithUnit(forms.TextInput):
    """A number with its unit after it; a script shows the unit of the chosen attribute alone."""

    template_name = "admin/number_with_unit.html"

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        return super().get_context(name, value, attrs) | {"units": UNITS}


class TicksField(forms.MultipleChoiceField):
    """Any number of codes, each with its attribute."""

    def __init__(self, **kwargs: Any) -> None:
        messages = {"invalid_choice": "Vælg blandt mulighederne på listen."}
        super().__init__(
            choices=TICKS, required=False, widget=GroupedTicks, error_messages=messages, **kwargs
        )


class NumbersField(forms.CharField):
    """Numbers as Danes write them, and as the engine reads them: 3,5 becomes 3.5."""

    def __init__(self, **kwargs: Any) -> None:
        typed = {"inputmode": "decimal", "autocomplete": "off", "size": 8}
        super().__init__(
            required=False, max_length=40, widget=NumberWithUnit(attrs=typed), **kwargs
        )

    def clean(self, value: Any) -> list[str]:
        text = super().clean(value)
        if has_identity_number(text):
            raise ValidationError(REFUSAL, code="identity_number")
        numbers = [number.strip() for number in text.split(";") if number.strip()]
        if not all(map(NUMBER.fullmatch, numbers)):
            raise ValidationError(NO_NUMBER)
        return [_plain(Decimal(number.replace(",", "."))) for number in numbers]


def _plain(number: Decimal) -> str:
    """No trailing zeros and no exponent: 30, 3.5."""
    return f"{number.normalize():f}"


class AlternativeForm(PartForm):
    """Et alternativ, without a code in sight."""

    number = NumbersField(label="Tal", help_text="Når oplysningen er et tal: alder eller ledighed.")
    values = TicksField(label="Værdier", help_text="Når oplysningen ikke er et tal.")
    borderline_number = NumbersField(
        label="Grænsetilfælde, tal",
        help_text="Et tal, som kilden ikke afgør. Flere tal skilles med semikolon.",
    )
    borderline = TicksField(
        label="Grænsetilfælde",
        help_text="Værdier, som kilden ikke afgør.",
    )

    class Meta:
        model = Alternative
        fields = ("position", "attribute", "comparison", "values", "borderline")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        row = self.instance
        for name, number_name in NUMBER_FIELDS.items():
            stored = getattr(row, name) or []
            if _is_number(row.attribute):
                self.initial[number_name] = "; ".join(each.replace(".", ",") for each in stored)
                self.initial[name] = []
            else:
                self.initial[name] = [f"{row.attribute}:{code}" for code in stored]

    @property
    def told(self) -> ToldRow:
        """The alternative in words as it stands on the page, or what is wrong with it."""
        if self.errors:
            return ToldRow(faults=faults_of(self))
        return ToldRow(words=str(self.instance) if self.instance.attribute else "")

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        attribute = ATTRIBUTES.get(cleaned.get("attribute", ""))
        if attribute:
            read = self._read_number if _is_number(attribute.name) else self._read_codes
            for name, number_name in NUMBER_FIELDS.items():
                read(attribute, name, number_name)
        return cleaned

    def _read_number(self, attribute: Attribute, name: str, number_name: str) -> None:
        numbers = self.cleaned_data.get(number_name, [])
        if self.cleaned_data.get(name):
            message = (
                f"{attribute.label.capitalize()} er et tal. Fjern fluebenene, og skriv tallet."
            )
            self.add_error(name, message)
        elif name == "values" and len(numbers) != 1 and number_name not in self.errors:
            self.add_error(number_name, ONE_NUMBER)
        else:
            self.cleaned_data[name] = numbers

    def _read_codes(self, attribute: Attribute, name: str, number_name: str) -> None:
        ticked = [code.split(":", 1) for code in self.cleaned_data.get(name, [])]
        if any(owner != attribute.name for owner, _ in ticked):
            self.add_error(
                name,
                f"Der er flueben ved noget andet end {attribute.label}. Fjern dem, eller vælg en "
                "anden oplysning.",
            )
        elif self.cleaned_data.get(number_name):
            told = f"{capitalised(attribute.label)} er ikke et tal. Slet tallet, og sæt flueben."
            self.add_error(number_name, told)
        else:
            self.cleaned_data[name] = [code for _, code in ticked]

    def _update_errors(self, errors: ValidationError) -> None:
        """What the model says of its lists is shown where they were typed, and said once."""
        is_number = _is_number(self.instance.attribute)
        at_fields = {
            NUMBER_FIELDS.get(name, name) if is_number else name: messages
            for name, messages in errors.error_dict.items()
        }
        told = set(self.errors)
        for pair in NUMBER_FIELDS.items():
            told |= set(pair) if told & set(pair) else set()
        new = {name: each for name, each in at_fields.items() if name not in told}
        super()._update_errors(ValidationError(new))  # type: ignore[misc]  # not in the stubs


def _is_number(attribute: str) -> bool:
    return attribute in ATTRIBUTES and ATTRIBUTES[attribute].kind is Kind.NUMBER
