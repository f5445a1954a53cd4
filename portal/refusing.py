"""Refuses what looks like a CPR number in any field of any form, and never shows it again."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict

from trials.rules import REFUSAL, has_identity_number


class RefusingForm(forms.BaseForm):
    """A form in which a value that looks like a CPR number is taken out before it is read.

    A mixin for Django's own forms as well as a base for ours. Passwords are left alone: they are
    neither shown nor kept as they are typed.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.refused: set[str] = set()
        if isinstance(self.data, QueryDict):
            self.data = self._without_identity_numbers(self.data)

    def _without_identity_numbers(self, data: QueryDict) -> QueryDict:
        kept = data.copy()
        for name, values in data.lists():
            if not self._is_password(name) and any(map(has_identity_number, values)):
                self.refused.add(name)
                kept.setlist(name, [])
        return kept

    def _is_password(self, name: str) -> bool:
        field = self.fields.get(name)
        return field is not None and isinstance(field.widget, forms.PasswordInput)

    def full_clean(self) -> None:
        super().full_clean()
        for name in self.refused & set(self.fields):
            self.errors.pop(name, None)  # what the emptied field said is not the point
            self.add_error(name, ValidationError(REFUSAL, code="identity_number"))
