"""Rows inside rows: a page whose parts have parts of their own."""

from typing import Any

from nested_admin.nested import NestedModelAdmin, NestedStackedInline

from trials.admin.desk import DeskAdmin, DeskInline
from trials.admin.formsets import PartFormSet


class InnerPartFormSet(PartFormSet):
    """The parts of a row that is itself a part: they stand and fall with it."""

    # Set by the library: the form of the row that these are parts of.
    parent_form: Any = None

    def clean(self) -> None:
        super().clean()
        if self.kept and self._owner_is_empty():
            self.parent_form.add_error(None, "Udfyld rækken, eller fjern det, der står under den.")

    def is_valid(self) -> bool:
        """What is typed under a row that is deleted no longer matters."""
        is_valid = super().is_valid()
        return self._owner_goes() or (is_valid and self.parent_form.is_valid())

    def save(self, commit: bool = True) -> Any:
        if not self._owner_goes():
            return super().save(commit=commit)
        self.new_objects, self.changed_objects, self.deleted_objects = [], [], []
        return []

    def _owner_goes(self) -> bool:
        owners = self.parent_form.parent_formset
        return bool(owners.can_delete and owners._should_delete_form(self.parent_form))

    def _owner_is_empty(self) -> bool:
        return self.parent_form.empty_permitted and not self.parent_form.has_changed()


class NestedDeskAdmin(DeskAdmin, NestedModelAdmin):
    """A page of the desk with rows inside rows."""


class NestedInline(DeskInline):
    """Rows that hold rows, or stand in one. They are numbered, not dragged from place to place."""

    is_sortable = False


class NestedDeskStacked(NestedInline, NestedStackedInline):
    """Rows as blocks of fields, with rows of their own."""

    template = "admin/nested_stacked.html"


class InnerStacked(NestedInline, NestedStackedInline):
    """Rows within a row, as blocks of fields."""

    template = "admin/nested_stacked.html"
    formset = InnerPartFormSet
