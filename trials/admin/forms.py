"""Forms of the desk: what every row and every part of a row asks for and refuses."""

from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.http import QueryDict

from trials.admin.fingerprints import Changes, Parts, as_text, from_text, prints_of
from trials.models import ASIDE
from trials.refusing import is_key
from trials.rules import (
    REFUSAL,
    DatePrecision,
    has_identity_number,
    slug_from,
    text_fault,
    tidied,
)

SLUG_HELP = (
    "Stykket i adressen, for eksempel nextwork-praktik. Tom: dannes af feltet \u201d{}\u201d. Kan "
    "ikke ændres, når det er udgivet."
)
PRECISION_HELP = (
    "Kendes kun måneden eller året, så skriv den første dag i måneden eller året, og vælg det her."
)
WHY_HELP = "Valgfrit. Én sætning. Den gemmes i sporet og kan ikke ændres."
NOT_ON_THE_LIST = "Vælg en af mulighederne på listen."
POSITION_HELP = "Tom: sidst."
LAST_POSITION = ASIDE - 1
POSITIONS = (
    MinValueValidator(1, "Skriv et tal fra 1, eller lad feltet stå tomt."),
    MaxValueValidator(
        LAST_POSITION, f"Skriv et tal til {LAST_POSITION}, eller lad feltet stå tomt."
    ),
)
CONFLICT = (
    "En anden har gemt, mens du skrev. Intet er overskrevet. Din tekst står i felterne nedenfor, "
    "og hvad der er gemt, står øverst. Ret felterne, så de bliver, som de skal være, og gem igen."
)
ROW_IS_GONE = (
    "Rækken findes ikke længere; måske har en anden slettet den. Den gemmes ikke. Tilføj en ny "
    "række med det samme indhold, hvis den skal blive."
)

# Stands in the place of its key on the page that told that a row is gone.
TOLD_GONE = "slettet"


class ForgetfulForm(forms.ModelForm):
    """A form that writes texts as others do, and never shows again what looks like a CPR number."""

    def clean(self) -> dict[str, Any]:
        """Refuse here already: what reaches the row may stand in the heading of the page."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        cleaned |= {name: tidied(value) for name, value in cleaned.items() if type(value) is str}
        for name in [name for name, value in cleaned.items() if _names_a_person(value)]:
            self.add_error(name, ValidationError(REFUSAL, code="identity_number"))
        for name in [name for name in cleaned if self._is_other_than_keys(name)]:
            self.add_error(name, ValidationError(NOT_ON_THE_LIST, code="invalid_choice"))
        return cleaned

    def full_clean(self) -> None:
        super().full_clean()
        for name in [name for name in self.errors if name in self.fields]:
            typed = self[name].data
            if has_identity_number(str(typed)):
                del self.errors[name]  # which may repeat what was typed
                self.add_error(name, ValidationError(REFUSAL, code="identity_number"))
                self._keep(name, [])
            elif isinstance(self.fields[name], forms.ModelChoiceField):
                # Django cannot show what is no key: the page would fail.
                self._keep(name, [key for key in _several(typed) if is_key(str(key))])

    def _is_other_than_keys(self, name: str) -> bool:
        """Whether rows were chosen by what Python reads as a number, and no page sends as one."""
        if not isinstance(self.fields.get(name), forms.ModelChoiceField):
            return False
        return not all(is_key(str(key)) for key in _several(self[name].data) if key)

    def _keep(self, name: str, values: list[Any]) -> None:
        """Show the form again with only these values in the field."""
        data = QueryDict(mutable=True)
        data.update(self.data)
        data.setlist(self.add_prefix(name), values)
        self.data = data


def _names_a_person(value: Any) -> bool:
    return any(isinstance(text, str) and has_identity_number(text) for text in _several(value))


def _several(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


class DeskForm(ForgetfulForm):
    """A row of the desk. Its slug follows from its title, and two editors cannot collide unseen."""

    # What the database said to the first attempt at saving, when another was quicker.
    collision = ""
    # Whether the page only wants to know how its text reads: then nothing is saved.
    only_read = False
    # The rows that its page edits with it; set by the page.
    parts: ClassVar[tuple[Parts, ...]] = ()

    seen = forms.CharField(widget=forms.HiddenInput, required=False)
    # No field of any row, nor called like one: the trail keeps it with the change.
    why_changed = forms.CharField(
        label="Hvorfor denne ændring?",
        required=False,
        max_length=250,
        help_text=WHY_HELP,
        widget=forms.TextInput(attrs={"class": "vTextField"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        # Before anything is read to be shown: a save in between then shows as a conflict.
        row, saving = kwargs.get("instance"), bool(args or kwargs.get("data"))
        self.stored = prints_of(row, self.parts, saving=saving)
        self.changes: Changes | None = None
        super().__init__(*args, **kwargs)
        self.initial["seen"] = as_text(self.stored)
        if "slug" in self.fields:
            self.fields["slug"].required = False
            named = self.fields.get("title") or self.fields.get("name")
            self.fields["slug"].help_text = SLUG_HELP.format(named.label if named else "Titel")

    def is_valid(self) -> bool:
        return super().is_valid() and not self.only_read

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if "slug" in self.fields and not cleaned.get("slug") and "slug" not in self.errors:
            cleaned["slug"] = slug_from(str(cleaned.get("title") or cleaned.get("name") or ""))
        self._refuse_unseen_changes(cleaned.get("seen", ""))
        if self.collision:
            raise ValidationError(self.collision, code="collision")
        return cleaned

    def clean_why_changed(self) -> str:
        why: str = self.cleaned_data["why_changed"]
        if fault := text_fault(why):
            raise ValidationError(fault, code="text")
        return why

    def _refuse_unseen_changes(self, seen: str) -> None:
        """Somebody saved after this form was opened: the page shows both texts, once."""
        changes = Changes.between(from_text(seen), self.stored)
        if not changes:
            return
        self.changes = changes
        self._keep("seen", [as_text(self.stored)])
        raise ValidationError(CONFLICT, code="conflict")


class DatedForm(DeskForm):
    """Noget udgivet: a new row starts as known to the day, and without a day nothing is known."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "published_precision" in self.fields:
            self.fields["published_precision"].help_text = PRECISION_HELP
            if self.instance._state.adding:
                self.initial["published_precision"] = DatePrecision.DAY

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        has_no_day = "published" in cleaned and cleaned["published"] is None
        left_alone = cleaned.get("published_precision") == DatePrecision.DAY
        if has_no_day and left_alone and self.instance._state.adding:
            cleaned["published_precision"] = DatePrecision.UNKNOWN
        return cleaned


class PartForm(ForgetfulForm):
    """A part of a row. Its place among the others may be left open."""

    # The key that the form was sent with, when there is no such row on the page any more.
    gone: str | None = None

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "position" in self.fields:
            self.fields["position"].required = False
            self.fields["position"].help_text = POSITION_HELP
            self.fields["position"].validators = [*POSITIONS]
            if self.instance._state.adding:
                self.initial["position"] = None

    def full_clean(self) -> None:
        """A row that is gone says so where it can be seen, and is left out the next time."""
        key = self._meta.model._meta.pk.name
        if self.is_bound and self.instance.pk is None and self.fields[key].required:
            self.gone = self[key].data or ""
        super().full_clean()
        if self.gone is not None:
            self.errors.pop(key, None)
            self.add_error(None, ValidationError(ROW_IS_GONE, code="gone"))
            self._keep(key, [TOLD_GONE])
