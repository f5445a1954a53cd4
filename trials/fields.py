"""Form fields for what is stated of a citizen: they read exactly what people write.

They say in Danish what is wrong; "ikke oplyst" is always possible.
"""

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from trials.rules import Attribute, Kind, capitalised, choices

NOT_STATED = ("", "ikke oplyst")
NONE_OF_THEM = "ingen"
_DANISH_NUMBER = re.compile(r"\d{1,3}([.,]\d{1,2})?", re.ASCII)
_WHOLE_NUMBER = re.compile(r"\d{1,3}", re.ASCII)


class YesNoField(forms.TypedChoiceField):
    """Ja, nej, ikke oplyst: three radios, for a checkbox would turn silence into a no."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            choices=[("yes", "ja"), ("no", "nej"), NOT_STATED],
            coerce=lambda code: code == "yes",
            empty_value=None,
            required=False,
            initial="",
            widget=forms.RadioSelect,
            error_messages={"invalid_choice": "Vælg ja, nej eller ikke oplyst."},
            **kwargs,
        )


class CodeField(forms.ChoiceField):
    """One code of a closed list, or not stated."""

    def __init__(self, *, codes: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(
            choices=[NOT_STATED, *codes],
            required=False,
            error_messages={"invalid_choice": "Vælg en af mulighederne på listen."},
            **kwargs,
        )

    def clean(self, value: Any) -> str | None:
        return super().clean(value) or None


class LabGroupField(CodeField):
    """The number in LAB § 6."""

    def clean(self, value: Any) -> Any:
        code = super().clean(value)
        return int(code) if code else None


class HealthField(forms.MultipleChoiceField):
    """Any number of codes; "ingen af dem" is an answer, and no tick at all is not stated."""

    def __init__(self, *, codes: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(
            choices=[*codes, (NONE_OF_THEM, "ingen af dem")],
            required=False,
            widget=forms.CheckboxSelectMultiple,
            error_messages={"invalid_choice": "Vælg blandt mulighederne på listen."},
            **kwargs,
        )

    def clean(self, value: Any) -> Any:
        codes = super().clean(value)
        if NONE_OF_THEM in codes and len(codes) > 1:
            raise ValidationError("Vælg enten \u201dingen af dem\u201d eller de andre.")
        return [code for code in codes if code != NONE_OF_THEM] if codes else None


class NumberField(forms.CharField):
    """A number as Danes write it: digits, and a decimal comma where decimals are asked for.

    ``unit`` is what the form pack shows after the number.
    """

    def __init__(self, attribute: Attribute, **kwargs: Any) -> None:
        self.attribute, self.unit = attribute, attribute.unit
        mode = "decimal" if attribute.decimal else "numeric"
        widget = forms.TextInput(attrs={"inputmode": mode, "autocomplete": "off", "size": 6})
        super().__init__(required=False, widget=widget, **kwargs)

    def to_python(self, value: Any) -> Any:
        text = super().to_python(value)
        if not text:
            return None
        pattern = _DANISH_NUMBER if self.attribute.decimal else _WHOLE_NUMBER
        if not pattern.fullmatch(text):
            raise ValidationError(self._message())
        number = Decimal(text.replace(",", "."))
        if not self.attribute.minimum <= number <= self.attribute.maximum:
            raise ValidationError(self._message())
        return number if self.attribute.decimal else int(number)

    def validate(self, value: Any) -> None:
        """Nothing more: the text was checked when it was read."""

    def run_validators(self, value: Any) -> None:
        """The length of the text does not matter once it is a number."""

    def _message(self) -> str:
        attribute = self.attribute
        kind = "et tal, gerne med komma," if attribute.decimal else "et helt tal"
        name, span = attribute.label, f"fra {attribute.minimum} til {attribute.maximum}"
        return f"Skriv {name} som {kind} {span} ({attribute.unit})."


def field_of(attribute: Attribute, municipalities: Mapping[str, str] | None = None) -> forms.Field:
    """The field in which the fact is stated; the municipalities are names by code."""
    texts = {"label": capitalised(attribute.label), "help_text": attribute.help}
    if attribute.kind is Kind.YES_NO:
        return YesNoField(**texts | {"label": attribute.question})
    if attribute.kind is Kind.NUMBER:
        return NumberField(attribute, **texts)
    if attribute.name == "municipality":
        return CodeField(codes=list((municipalities or {}).items()), **texts)
    codes = choices(attribute.words) if attribute.words else []
    if attribute.kind is Kind.SET:
        return HealthField(codes=codes, **texts | {"label": attribute.question})
    field = LabGroupField if attribute.name == "lab_group" else CodeField
    return field(codes=codes, **texts)
