"""A list of short texts, edited one a line."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from trials.rules import tidied

MOST_LINES = 50


class LinesField(forms.CharField):
    """One text a line in a box. Blank lines say nothing and are left out."""

    def __init__(self, *, base_field: forms.CharField, max_length: int | None, **kwargs: Any):
        super().__init__(widget=forms.Textarea(attrs={"rows": 4, "cols": 60}), **kwargs)
        self.show_hidden_initial = False  # what is stored is asked of the row, not of the page
        self.most_characters = base_field.max_length
        self.most_lines = max_length or MOST_LINES
        self.help_text = f"{self.help_text} Skriv én på hver linje.".strip()

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, list) else value

    def to_python(self, value: Any) -> Any:
        lines = tidied(str(value or "")).split("\n")
        return [stripped for line in lines if (stripped := line.strip())]

    def validate(self, value: list[str]) -> None:
        super().validate(value)
        told = (self._fault(value, number, line) for number, line in enumerate(value))
        faults = [fault for fault in told if fault]
        if len(value) > self.most_lines:
            faults.append(f"Der er {len(value)} linjer, og der er plads til {self.most_lines}.")
        if faults:
            raise ValidationError(faults)

    def run_validators(self, value: list[str]) -> None:
        """None: those of a text do not fit a list."""

    def has_changed(self, initial: Any, data: Any) -> bool:
        return bool((initial or []) != self.to_python(data))

    def _fault(self, lines: list[str], number: int, line: str) -> str:
        if self.most_characters and len(line) > self.most_characters:
            return (
                f"Linje {number + 1} er på {len(line)} tegn, og der er plads til "
                f"{self.most_characters}. Gør den kortere."
            )
        if line in lines[:number]:
            return f"Linje {number + 1} gentager linje {lines.index(line) + 1}. Fjern den ene."
        return ""
