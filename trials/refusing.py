"""Refuses what looks like a CPR number in any form, never to show it again, and what is no key."""

from typing import Any

from django import forms
from django.core.exceptions import BadRequest, ValidationError
from django.http import QueryDict

from trials.rules import REFUSAL, has_identity_number

# One more than any number has that the database can hold whatever its digits are.
DIGITS_TOO_MANY = 19


class RefusedError(BadRequest):
    """A request that cannot be answered, with the reason in Danish for the page that says so."""


def is_key(text: str) -> bool:
    """Whether the text can be the number of a row: else Django or the database would fail on it."""
    return text.isascii() and text.isdigit() and len(text) < DIGITS_TOO_MANY


class RefusingForm(forms.BaseForm):
    """A form in which a value that looks like a CPR number is taken out before it is read.

    A mixin for Django's own forms as well as a base for ours. Passwords are left alone: they are
    neither shown nor kept as they are typed. So are hidden fields, which nobody types: the digits
    of a fingerprint mean nothing. A field that is stated twice says nothing.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.refused: set[str] = set()
        if isinstance(self.data, QueryDict):
            self.data = self._without_identity_numbers(self.data)

    def _without_identity_numbers(self, data: QueryDict) -> QueryDict:
        kept = data.copy()
        for name, values in data.lists():
            if not self._is_left_alone(name) and any(map(has_identity_number, values)):
                self.refused.add(name)
                kept.setlist(name, [])
        return kept

    def _is_left_alone(self, name: str) -> bool:
        field = self.fields.get(name)
        left_alone = (forms.PasswordInput, forms.HiddenInput)
        return field is not None and isinstance(field.widget, left_alone)

    def full_clean(self) -> None:
        self._refuse_repeated()
        super().full_clean()
        for name in self.refused & set(self.fields):
            self.errors.pop(name, None)  # what the emptied field said is not the point
            self.add_error(name, ValidationError(REFUSAL, code="identity_number"))

    def _refuse_repeated(self) -> None:
        """Two values for one answer: taking the last would be a guess."""
        if not isinstance(self.data, QueryDict):
            return
        for name, field in self.fields.items():
            several = getattr(field.widget, "allow_multiple_selected", False)
            if not several and len(self.data.getlist(self.add_prefix(name))) > 1:
                raise RefusedError("Et felt er udfyldt to gange. Gå tilbage, og prøv igen.")
