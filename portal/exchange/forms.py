"""The choice of a file."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from portal.exchange.files import MOST_BYTES, TOO_LARGE
from trials.rules import has_identity_number

NAMES_A_PERSON = (
    "Filens navn ligner et CPR-nummer. Vejviser må ikke indeholde oplysninger om personer. Giv "
    "filen et andet navn, og prøv igen."
)


class FileForm(forms.Form):
    """Fil. Its name is not read, but for a CPR number."""

    file = forms.FileField(
        label="Fil",
        allow_empty_file=True,  # told with the rest of what a file may be
        help_text="CSV, Excel (.xlsx) eller JSON på højst 10 MB og 10.000 rækker.",
        error_messages={"required": "Vælg en fil.", "invalid": "Vælg en fil."},
    )

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if has_identity_number(str(file.name)):
            raise ValidationError(NAMES_A_PERSON)
        if file.size > MOST_BYTES:
            raise ValidationError(TOO_LARGE)
        return file
