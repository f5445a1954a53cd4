"""Why something is published or withdrawn, and that it is what the publisher has seen."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from portal.models import Edition
from trials.refusing import RefusingForm


class ReasonForm(RefusingForm, forms.Form):
    """Begrundelse. ``seen`` is a digest of what was shown; it stands hidden in the page."""

    reason = forms.CharField(
        label="Begrundelse",
        max_length=Edition._meta.get_field("reason").max_length,
        help_text="Én sætning om hvorfor. Den gemmes med udgaven og kan ikke ændres.",
        error_messages={"required": "Skriv en begrundelse."},
        widget=forms.TextInput(attrs={"class": "vTextField"}),
    )

    def __init__(self, *args: Any, now: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.now = now

    def clean(self) -> None:
        if self.data.get("seen", "") != self.now:
            raise ValidationError(
                "Det er ændret, siden du åbnede siden. Intet er gjort. Se det igennem igen."
            )
