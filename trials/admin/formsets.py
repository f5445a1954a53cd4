"""The rows inside a page of the desk, taken together."""

from typing import Any

from django.db.models import F
from django.forms.models import BaseInlineFormSet

from trials.admin.forms import TOLD_GONE
from trials.models import ASIDE
from trials.refusing import RefusedError
from trials.rules import joined, slug_from


class PartFormSet(BaseInlineFormSet):
    """The parts of one row: each gets a place, and a short name where it needs one."""

    # Known to Django, and not to its stubs.
    absolute_max: int
    model: Any

    def total_form_count(self) -> int:
        self._refuse_floods()
        return super().total_form_count()

    def initial_form_count(self) -> int:
        self._refuse_floods()
        return super().initial_form_count()

    def _refuse_floods(self) -> None:
        """Far more rows than the page offers are no slip: refused before any is read."""
        posted = self.management_form.cleaned_data if self.is_bound else {}
        counts = [posted.get(name) or 0 for name in ("TOTAL_FORMS", "INITIAL_FORMS")]
        if max(counts) > self.absolute_max:
            raise RefusedError(f"Siden kan højst tage {self.max_num} rækker af samme slags.")

    @property
    def initial_forms(self) -> list[Any]:
        """The forms of rows that are stored. One that another has deleted is no such form."""
        return [form for form in super().initial_forms if not self._is_gone(form)]

    @property
    def extra_forms(self) -> list[Any]:
        return [*filter(self._is_gone, super().initial_forms), *super().extra_forms]

    def get_queryset(self) -> Any:
        """The stored rows in the order of the page, for Django pairs them with the forms."""
        if not self.is_bound:
            return super().get_queryset()
        stored = {str(row.pk): row for row in self.stored}
        key = self.model._meta.pk.name
        posted = (
            self.data.get(f"{self.add_prefix(index)}-{key}")
            for index in range(self.initial_form_count())
        )
        return [stored[each] for each in posted if each in stored]

    @property
    def stored(self) -> Any:
        """Every row that is stored, also those that were added since the page was opened."""
        return super().get_queryset()

    def save_existing_objects(self, commit: bool = True) -> Any:
        """Rows may swap places: those that leave theirs are first put out of the way."""
        if hasattr(self.model, "position"):
            leaving = [
                form.instance.pk
                for form in self.initial_forms
                if "position" in form.changed_data or self._should_delete_form(form)
            ]
            rows = self.model._base_manager.filter(pk__in=leaving)
            rows.update(position=F("position") + ASIDE)
        return super().save_existing_objects(commit)

    def clean(self) -> None:
        self._number()
        self._name()
        super().clean()

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
        return [form for form in self.standing if form.is_valid()]

    def _number(self) -> None:
        """New rows without a place come last, in the order they stand on the page."""
        if not hasattr(self.model, "position"):
            return
        placed = [*self.stored, *(form.instance for form in self._placed())]
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
        taken = {row.slug for row in [*self.stored, *(form.instance for form in self.kept)]}
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
        # A row within a row may not have been read yet; to ask for its errors reads it.
        is_read = form.errors is not None
        key = form.add_prefix(self.model._meta.pk.name)
        was_told = self._is_gone(form) and self.data.get(key) == TOLD_GONE
        return is_read and bool(was_told or super()._should_delete_form(form))  # type: ignore[misc]

    def _is_gone(self, form: Any) -> bool:
        is_new = form.instance._state.adding
        return is_new and form in self.forms[: self.initial_form_count()]
