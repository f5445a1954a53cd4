"""How an editor writes an example: one field for each fact that can be stated, and never JSON."""

from decimal import Decimal
from typing import Any

from django import forms

from trials.admin.forms import DeskForm
from trials.fields import NONE_OF_THEM, YesNoField, field_of
from trials.models import FACTS
from trials.rules import (
    ATTRIBUTES,
    DECIDING,
    Judgement,
    Kind,
    Note,
    capitalised,
    choices,
    danish_number,
    slug_from,
)

ON_ONE_LINE = "radiolist inline"
SLUG_HELP = "Eksemplets navn i lister og beskeder. Tom: dannes af forklaringen."


def _ticks(label: str, codes: list[tuple[str, str]], help_text: str = "") -> forms.Field:
    return forms.MultipleChoiceField(
        label=label,
        choices=codes,
        required=False,
        help_text=help_text,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": "Vælg blandt mulighederne på listen."},
    )


# Each fact as its declaration has it; the municipality is a row that is chosen.
StatedFields = type(
    "StatedFields",
    (forms.Form,),
    {name: field_of(each) for name, each in ATTRIBUTES.items() if name in FACTS},
)


class WorkedExampleForm(StatedFields, DeskForm):  # type: ignore[misc, valid-type]  # made above
    """Et eksempel: whom, when, and what the trial must answer."""

    participates = YesNoField(
        label="Deltager kommunen i forsøget?",
        help_text="Kun når kilden ikke siger, hvilke kommuner der er med.",
    )
    individual_assessment = YesNoField(label=capitalised(Judgement.INDIVIDUAL.label))
    special_need = YesNoField(label=capitalised(Judgement.SPECIAL_NEED.label))
    deciding = _ticks(
        "Det, der afgør svaret",
        [(code, capitalised(label)) for code, label in DECIDING.items()],
        "Det, som står i vejen eller mangler. Ingen flueben: sammenlignes ikke.",
    )
    notes = _ticks("Bemærkninger, der skal være der", choices(Note))
    absent_notes = _ticks("Bemærkninger, der ikke må være der", choices(Note))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        stored = {name: _typed(name, each) for name, each in self.instance.profile.items()}
        # What the address of a new example gives comes first.
        self.initial = {**stored, **self.initial}
        for name, field in self.fields.items():
            if isinstance(field, YesNoField):
                field.widget.attrs["class"] = ON_ONE_LINE
                self.initial[name] = _YES_NO.get(self.initial.get(name), "")
            # What is only begun lacks most, and nothing is wrong with that yet.
            field.required &= not self.only_read
        if "slug" in self.fields:
            self.fields["slug"].help_text = SLUG_HELP

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if not cleaned.get("slug") and "slug" not in self.errors and cleaned.get("trial"):
            others = cleaned["trial"].examples.exclude(pk=self.instance.pk)
            taken = set(others.values_list("slug", flat=True))
            cleaned["slug"] = slug_from(cleaned.get("why", ""), taken=taken)
        self.instance.profile = {
            name: _stated(cleaned[name]) for name in ATTRIBUTES if _is_stated(name, cleaned)
        }
        return cleaned


_YES_NO = {True: "yes", False: "no", "yes": "yes", "no": "no"}


def _is_stated(name: str, cleaned: dict[str, Any]) -> bool:
    return name in FACTS and cleaned.get(name) is not None


def _stated(value: Any) -> Any:
    """A fact as JSON has it; a decimal as a number."""
    if not isinstance(value, Decimal):
        return value
    return int(value) if value == value.to_integral_value() else float(value)


def _typed(name: str, value: Any) -> Any:
    """A stored fact as its field has it."""
    kind = ATTRIBUTES[name].kind if name in ATTRIBUTES else None
    if kind is Kind.SET:
        return value or [NONE_OF_THEM]
    if kind is Kind.NUMBER:
        return danish_number(Decimal(str(value)))
    return value if kind is Kind.YES_NO else str(value)
