"""Why something is done on the way to the shelf, and that it is done to what was seen."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Field

from portal.fields import TextField
from portal.models import Edition, Submission
from trials.refusing import RefusingForm


class SeenForm(RefusingForm, forms.Form):
    """``seen`` is a digest of what was shown; it stands hidden in the page."""

    def __init__(self, *args: Any, now: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.now = now

    def clean(self) -> None:
        if self.data.get("seen", "") != self.now:
            raise ValidationError(
                "Det er ændret, siden du åbnede siden. Intet er gjort. Se det igennem igen."
            )


def one_line(kept_in: "Field[Any, Any]", **options: Any) -> TextField:
    """One sentence, as long as the field that keeps it."""
    longest = getattr(kept_in, "max_length", None)
    widget = forms.TextInput(attrs={"class": "vTextField"})
    return TextField(max_length=longest, widget=widget, **options)


class ReasonForm(SeenForm):
    """Begrundelse."""

    reason = one_line(
        Edition._meta.get_field("reason"),
        label="Begrundelse",
        help_text=(
            "Én sætning om hvorfor. Den gemmes med udgaven, kan læses af alle på portalen og kan "
            "ikke ændres."
        ),
        error_messages={"required": "Skriv en begrundelse."},
    )


class NoteForm(SeenForm):
    """Besked til den fagansvarlige."""

    note = one_line(
        Submission._meta.get_field("note"),
        label="Besked til den fagansvarlige",
        help_text="Kan stå tom. Skriv fx, hvad du er i tvivl om.",
        required=False,
    )


class AnswerForm(SeenForm):
    """Svar til redaktøren."""

    answer = one_line(
        Submission._meta.get_field("answer"),
        label="Svar til redaktøren",
        help_text="Én sætning om, hvad der skal rettes. Den står på rækkens side.",
        error_messages={"required": "Skriv, hvad der skal rettes."},
    )
