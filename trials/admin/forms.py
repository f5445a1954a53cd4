"""Forms of the desk: what every row and every part of a row asks for and refuses."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db.models import F
from django.forms.models import BaseInlineFormSet
from django.http import QueryDict

from trials.admin.fingerprints import fingerprint
from trials.refusing import RefusedError
from trials.rules import capitalised, slug_from

SLUG_HELP = (
    "Stykket i adressen, for eksempel nextwork-praktik. Tom: dannes af titlen. Kan ikke ændres, "
    "når det er udgivet."
)
GONE = (
    "Rækken findes ikke længere her; en anden kan have slettet den. Åbn siden på ny, og se, hvad "
    "der er gemt."
)
POSITION_HELP = "Tom: sidst."
LAST_POSITION = 999
POSITIONS = (
    MinValueValidator(1, "Skriv et tal fra 1, eller lad feltet stå tomt."),
    MaxValueValidator(
        LAST_POSITION, f"Skriv et tal til {LAST_POSITION}, eller lad feltet stå tomt."
    ),
)


class ForgetfulForm(forms.ModelForm):
    """A form that does not show again what looks like a CPR number."""

    def full_clean(self) -> None:
        super().full_clean()
        for name, errors in self.errors.as_data().items():
            if any(error.code == "identity_number" for error in errors):
                self._forget(self.add_prefix(name))

    def _forget(self, name: str) -> None:
        data = QueryDict(mutable=True)
        data.update(self.data)
        data.setlist(name, [])
        self.data = data


class DeskForm(ForgetfulForm):
    """A row of the desk. Its slug follows from its title, and two editors cannot collide unseen."""

    # What the database said to the first attempt at saving, when another was quicker.
    collision = ""
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.now = fingerprint(self.instance)
        self.initial["seen"] = self.now
        if "slug" in self.fields:
            self.fields["slug"].required = False
            self.fields["slug"].help_text = SLUG_HELP

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if "slug" in self.fields and not cleaned.get("slug") and "slug" not in self.errors:
            cleaned["slug"] = slug_from(str(cleaned.get("title") or cleaned.get("name") or ""))
        self._refuse_unseen_changes(cleaned.get("seen", ""))
        if self.collision:
            raise ValidationError(self.collision, code="collision")
        return cleaned

    def _refuse_unseen_changes(self, seen: str) -> None:
        """Somebody saved after this form was opened: show both texts, and let the editor choose."""
        if not self.now or seen == self.now:
            return
        data = QueryDict(mutable=True)
        data.update(self.data)
        data[self.add_prefix("seen")] = self.now
        self.data = data
        raise ValidationError(
            [
                "En anden har gemt, mens du skrev. Intet er overskrevet. Nedenfor står din tekst. "
                "Gem igen for at beholde den, eller åbn siden på ny for at se den gemte.",
                *self._differences(),
            ],
            code="conflict",
        )

    def _differences(self) -> list[str]:
        """Both texts of each field that differs from what is stored."""
        return [
            f"{capitalised(str(field.label))} \u2013 gemt: \u201d{field.initial or 'tom'}\u201d; "
            f"din: \u201d{field.data or 'tom'}\u201d."
            for field in self.visible_fields()
            if field.name in self.changed_data
        ]


class PartForm(ForgetfulForm):
    """A part of a row. Its place among the others may be left open."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "position" in self.fields:
            self.fields["position"].required = False
            self.fields["position"].help_text = POSITION_HELP
            self.fields["position"].validators = [*POSITIONS]
            if self.instance._state.adding:
                self.initial.pop("position", None)
                self.fields["position"].initial = None


class PartFormSet(BaseInlineFormSet):
    """The parts of one row: each gets a place, and a short name where it needs one."""

    # Known to Django, and not to its stubs.
    _should_delete_form: Any
    absolute_max: int
    model: Any

    def total_form_count(self) -> int:
        """Far more rows than the page offers are no slip: refused before any is read."""
        posted = self.management_form.cleaned_data.get("TOTAL_FORMS") if self.is_bound else 0
        if posted and posted > self.absolute_max:
            raise RefusedError(f"Siden kan højst tage {self.max_num} rækker af samme slags.")
        return super().total_form_count()

    def save_existing_objects(self, commit: bool = True) -> Any:
        """Rows may swap places: those that leave theirs are first put out of the way."""
        if hasattr(self.model, "position"):
            leaving = [
                form.instance.pk
                for form in self.initial_forms
                if "position" in form.changed_data or self._should_delete_form(form)
            ]
            rows = self.model._base_manager.filter(pk__in=leaving)
            rows.update(position=F("position") + LAST_POSITION + 1)
        return super().save_existing_objects(commit)

    def clean(self) -> None:
        self._refuse_strangers()
        self._number()
        self._name()
        super().clean()

    def _refuse_strangers(self) -> None:
        """Rows that were to be changed, and are not to be found under this owner."""
        for form in self.initial_forms:
            if form.instance._state.adding and not self._should_delete_form(form):
                form.add_error(None, GONE)

    @property
    def standing(self) -> list[Any]:
        """The forms whose rows shall stand, be they valid or not."""
        return [
            form
            for form in self.forms
            if not self._should_delete_form(form)
            and (form.has_changed() or not form.instance._state.adding)
        ]

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
        last = max((form.instance.position or 0 for form in self._placed()), default=0)
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
        taken = {form.instance.slug for form in self.kept}
        for form in self.kept:
            if not form.instance.slug:
                form.instance.slug = slug_from(str(form.instance), taken=taken)
                taken.add(form.instance.slug)
