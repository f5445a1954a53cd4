"""Fields for a text and for a day, which say in Danish what is wrong with what people write."""

import re
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from portal.days import check_day
from trials.rules import joined, text_fault, tidied

_SHORT_YEAR = re.compile(r"\d{1,2}[-./]\d{1,2}[-./]\d{2}", re.ASCII)
_WHOLE_DAY = re.compile(r"\d{1,2}([-./])\d{1,2}\1\d{4}|\d{4}-\d{1,2}-\d{1,2}", re.ASCII)


class TextField(forms.CharField):
    """A text as others would write it, without what no text may hold.

    A line break is one character, whatever sent it.
    """

    def to_python(self, value: Any) -> str:
        return tidied(super().to_python(value) or "")

    def validate(self, value: Any) -> None:
        super().validate(value)
        if fault := text_fault(value):
            raise ValidationError(fault, code="text")


class DayField(forms.DateField):
    """A day in one of the ways Danes write it, inside the span that rules can be known for."""

    def __init__(self, *, today: date, **kwargs: Any) -> None:
        self.today = today
        ways = joined(["31-12-2022", "31.12.2022", "31/12/2022", "2022-12-31"], "eller")
        unreadable = f"Skriv dagen som dd-mm-åååå, for eksempel {ways}."
        super().__init__(
            required=False,
            widget=forms.DateInput(format="%d-%m-%Y", attrs={"autocomplete": "off", "size": 12}),
            error_messages={
                "invalid": unreadable,
                "short_year": "Skriv årstallet med fire cifre.",
                "no_such_day": "Den dag findes ikke i kalenderen. Ret dagen, måneden eller året.",
            },
            **kwargs,
        )

    def to_python(self, value: Any) -> date | None:
        text = value.strip() if isinstance(value, str) else ""
        if not text:
            return None
        self._check_spelling(text)
        try:
            day = super().to_python(text)
        except ValidationError:
            raise self._error("no_such_day") from None
        if day is None:
            return None
        try:
            check_day(day, today=self.today)
        except ValueError as error:
            raise ValidationError(str(error)) from None
        return day

    def _check_spelling(self, text: str) -> None:
        """Refuse what is almost a day; digits are 0 to 9 and no others."""
        if _SHORT_YEAR.fullmatch(text):
            raise self._error("short_year")
        if not _WHOLE_DAY.fullmatch(text):
            raise self._error("invalid")

    def _error(self, code: str) -> ValidationError:
        return ValidationError(self.error_messages[code], code=code)
