"""The form of a what-if: another day, one other fact, or both; what was stated stays as it is."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.http import QueryDict

from portal.fields import DayField
from portal.guidance.forms import ProfileForm
from portal.guidance.what_if.choices import BETWEEN, fact_choices
from trials.refusing import RefusingForm

DAY, FACT = "hvis_dag", "hvis"
# A button that names a day of its own, and the button that takes the what-if over.
SHOW_DAY, TAKE_OVER = "vis_dag", "brug"
# The button that shows the difference: what is pressed without a choice must be answered too.
SHOW, DIFFERENCE = "vis", "forskel"
FIELDS = frozenset({DAY, FACT, SHOW_DAY, TAKE_OVER})
UNKNOWN_FACT = "Den oplysning kan ikke vælges her. Vælg en fra listen."
CLASH = "Det kan ikke passe med det, der er oplyst."


class WhatIfForm(RefusingForm, forms.Form):
    """What is supposed instead, read beside a valid profile form."""

    supposed: ProfileForm | None = None

    def __init__(self, stated: ProfileForm) -> None:
        self.stated, self.facts = stated, fact_choices(stated)
        super().__init__(_with_chosen_day(stated))
        self.refused |= stated.refused
        self.fields |= {
            DAY: DayField(today=stated.today, label="Hvis dagen var", help_text="dd-mm-åååå"),
            FACT: forms.ChoiceField(
                label="Hvis én oplysning var en anden",
                choices=self.facts,
                required=False,
                error_messages={"invalid_choice": UNKNOWN_FACT},
            ),
        }

    @property
    def is_asked(self) -> bool:
        """Whether a button of the what-if was pressed."""
        return self.data.get(SHOW) == DIFFERENCE or SHOW_DAY in self.data

    @property
    def changes(self) -> Mapping[str, str]:
        """What is supposed, as it would be posted: values by the name of the field."""
        day, fact = self.cleaned_data.get(DAY), self.cleaned_data.get(FACT)
        changed = {"on": f"{day:%d-%m-%Y}"} if day else {}
        if fact:
            name, _, value = fact.partition(BETWEEN)
            changed[name] = value
        return changed

    @property
    def fact(self) -> str:
        """The fact that is supposed, in words: ydelse: dagpenge."""
        chosen = self.cleaned_data.get(FACT, "")
        groups = (rows for _, rows in self.facts if not isinstance(rows, str))
        return next((text for rows in groups for code, text in rows if code == chosen), "")

    def clean(self) -> dict[str, Any]:
        if not self.errors and self.changes:
            self._suppose()
        return self.cleaned_data

    def _suppose(self) -> None:
        supposed = _replaced(self.stated, self.changes)
        if supposed.is_valid():
            self.supposed = supposed
            return
        told = dict.fromkeys(str(text) for texts in supposed.errors.values() for text in texts)
        self.add_error(FACT if self.cleaned_data[FACT] else DAY, " ".join((CLASH, *told)))


def taken_over(stated: ProfileForm) -> ProfileForm:
    """The profile with what was supposed put into it; as it was, when it cannot be."""
    if not stated.is_valid():
        return stated
    asked = WhatIfForm(stated)
    return asked.supposed if asked.is_valid() and asked.supposed else stated


def _with_chosen_day(stated: ProfileForm) -> QueryDict:
    """The posted fields, where the day of a button stands in for the day that was typed."""
    posted = _posted(stated)
    if chosen := posted.get(SHOW_DAY):
        posted[DAY] = chosen
    return posted


def _posted(stated: ProfileForm) -> QueryDict:
    data = stated.data
    assert isinstance(data, QueryDict), "only what is posted can be supposed otherwise"
    return data.copy()


def _replaced(stated: ProfileForm, changes: Mapping[str, str]) -> ProfileForm:
    """The profile form as it would be posted with the changes, and with nothing supposed."""
    data = _posted(stated)
    for name in FIELDS:
        data.pop(name, None)
    for name, value in changes.items():
        data[name] = value
    return ProfileForm(data, content=stated.content, today=stated.today, home=stated.home)
