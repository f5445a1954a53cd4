"""Forms of the desk: what every row and every part of a row asks for and refuses."""

from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator
from django.forms.models import BaseInlineFormSet
from django.http import QueryDict

from trials.admin.fingerprints import Changes, Parts, as_text, from_text, prints_of
from trials.rules import REFUSAL, has_identity_number, joined, slug_from, tidied

SLUG_HELP = (
    "Stykket i adressen, for eksempel nextwork-praktik. Tom: dannes af titlen. Kan ikke ændres, "
    "når det er udgivet."
)
POSITION_HELP = "Tom: sidst."
LAST_POSITION = 999
CONFLICT = (
    "En anden har gemt, mens du skrev. Intet er overskrevet. Din tekst står i felterne nedenfor, "
    "og hvad der er gemt, står øverst. Ret felterne, så de bliver, som de skal være, og gem igen."
)
ROW_IS_GONE = (
    "Rækken findes ikke længere; måske har en anden slettet den. Den gemmes ikke. Tilføj en ny "
    "række med det samme indhold, hvis den skal blive."
)


class ForgetfulForm(forms.ModelForm):
    """A form that writes texts as others do, and never shows again what looks like a CPR number."""

    def clean(self) -> dict[str, Any]:
        """Refuse here already: what reaches the row may stand in the heading of the page."""
        cleaned = super().clean() or self.cleaned_data
        self.cleaned_data = {
            name: tidied(value) if type(value) is str else value for name, value in cleaned.items()
        }
        for name in [name for name, value in cleaned.items() if _names_a_person(value)]:
            self.add_error(name, ValidationError(REFUSAL, code="identity_number"))
        return self.cleaned_data

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
                several = typed if isinstance(typed, list) else [typed]
                self._keep(name, [key for key in several if str(key).isdecimal()])

    def _keep(self, name: str, values: list[Any]) -> None:
        """Show the form again with only these values in the field."""
        data = QueryDict(mutable=True)
        data.update(self.data)
        data.setlist(self.add_prefix(name), values)
        self.data = data


def _names_a_person(value: Any) -> bool:
    texts = value if isinstance(value, list) else [value]
    return any(isinstance(text, str) and has_identity_number(text) for text in texts)


class DeskForm(ForgetfulForm):
    """A row of the desk. Its slug follows from its title, and two editors cannot collide unseen."""

    # The rows that its page edits with it; set by the page.
    parts: ClassVar[tuple[Parts, ...]] = ()

    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        # Before anything is read to be shown: a save in between then shows as a conflict.
        row, saving = kwargs.get("instance"), bool(args or kwargs.get("data"))
        self.stored = prints_of(row, self.parts, saving=saving)
        self.changes: Changes | None = None
        super().__init__(*args, **kwargs)
        self.initial["seen"] = as_text(self.stored)
        if "slug" in self.fields:
            self.fields["slug"].required = False
            self.fields["slug"].help_text = SLUG_HELP

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if "slug" in self.fields and not cleaned.get("slug") and "slug" not in self.errors:
            cleaned["slug"] = slug_from(str(cleaned.get("title") or cleaned.get("name") or ""))
        self._refuse_unseen_changes(cleaned.get("seen", ""))
        return cleaned

    def _refuse_unseen_changes(self, seen: str) -> None:
        """Somebody saved after this form was opened: the page shows both texts, once."""
        changes = Changes.between(from_text(seen), self.stored)
        if not changes:
            return
        self.changes = changes
        self._keep("seen", [as_text(self.stored)])
        raise ValidationError(CONFLICT, code="conflict")


class PartForm(ForgetfulForm):
    """A part of a row. Its place among the others may be left open."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "position" in self.fields:
            self.fields["position"].required = False
            self.fields["position"].help_text = POSITION_HELP
            self.fields["position"].validators.append(MaxValueValidator(LAST_POSITION))
            if self.instance._state.adding:
                self.initial["position"] = None

    def full_clean(self) -> None:
        """A row that is gone says so where it can be seen, and is left out the next time."""
        key = self._meta.model._meta.pk.name
        is_gone = self.is_bound and self.instance.pk is None and bool(self[key].data)
        super().full_clean()
        if is_gone:
            self.errors.pop(key, None)
            self.add_error(None, ValidationError(ROW_IS_GONE, code="gone"))
            self._keep(key, [])


class PartFormSet(BaseInlineFormSet):
    """The parts of one row: each gets a place, and a short name where it needs one."""

    def clean(self) -> None:
        self._number()
        self._name()
        super().clean()

    @property
    def kept(self) -> list[Any]:
        """The forms whose rows will stand when this is saved: filled in, valid, not deleted."""
        return [
            form
            for form in self.forms
            if form.is_valid()
            and not form.cleaned_data.get("DELETE")
            and (form.has_changed() or not form.instance._state.adding)
        ]

    def _number(self) -> None:
        """New rows without a place come last, in the order they stand on the page."""
        if not hasattr(self.model, "position"):
            return
        placed = [*self.get_queryset(), *(form.instance for form in self._placed())]
        last = max((row.position or 0 for row in placed), default=0)
        for form in self.kept:
            if form.cleaned_data.get("position") is None:
                last += 1
                form.instance.position = form.cleaned_data["position"] = last

    def _placed(self) -> list[Any]:
        return [form for form in self.kept if form.cleaned_data.get("position") is not None]

    def _name(self) -> None:
        """A row that is told from its siblings by a short name gets one from its own words."""
        if getattr(self.model, "KEY", "") != "slug":
            return
        taken = {row.slug for row in [*self.get_queryset(), *(form.instance for form in self.kept)]}
        for form in self.kept:
            if not form.instance.slug:
                form.instance.slug = slug_from(str(form.instance), taken=taken)
                taken.add(form.instance.slug)

    def get_unique_error_message(self, unique_check: Any) -> str:
        """Two rows on the page that are the same, with the labels that the page shows."""
        names = [name for name in unique_check if name != self.fk.name]
        labels = joined([str(self.model._meta.get_field(name).verbose_name) for name in names])
        return f"To rækker har samme {labels}. Ret eller slet den ene."

    def _should_delete_form(self, form: Any) -> bool:
        """A row that the last answer told was gone is no longer asked for."""
        told = form.instance.pk is None and form in self.initial_forms
        key = form.add_prefix(self.model._meta.pk.name)
        return bool(super()._should_delete_form(form) or (told and not self.data.get(key)))
