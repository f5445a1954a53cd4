"""What an address may ask of a list of the desk."""

import re
from collections.abc import Iterator
from typing import Any

from django.contrib import admin, messages
from django.contrib.admin import helpers
from django.db import models
from django.http import HttpRequest

from trials.refusing import RefusedError, is_key

YEAR = re.compile(r"(19|20)\d\d", re.ASCII)
MONTH_OR_DAY = re.compile(r"\d{1,2}", re.ASCII)
CHOOSE_ROWS = "Vælg en eller flere rækker på listen."


class NeverWritten(admin.ModelAdmin):
    """A list that is only read: its rows are made elsewhere, whatever rights somebody has."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class StrictListAdmin(admin.ModelAdmin):
    """A list takes the lookups that its own filters make, and no others.

    Django would take every column of the row: what the page hides could be guessed at, a letter
    at a time, and what cannot be read would fail in the database.
    """

    def lookup_allowed(self, lookup: str, value: str, request: HttpRequest) -> bool:
        if self.date_hierarchy and lookup.startswith(f"{self.date_hierarchy}__"):
            return self._is_part_of_day(lookup.removeprefix(f"{self.date_hierarchy}__"), value)
        return lookup in self._offered(request) and "\0" not in value

    def _offered(self, request: HttpRequest) -> Iterator[str]:
        for each in self.get_list_filter(request):
            name: Any = each[0] if isinstance(each, tuple) else each
            if isinstance(name, str):
                yield from (name + _ending(self.model._meta.get_field(name)), f"{name}__isnull")
            else:
                yield name.parameter_name

    def _is_part_of_day(self, part: str, value: str) -> bool:
        patterns = {"year": YEAR, "month": MONTH_OR_DAY, "day": MONTH_OR_DAY}
        return part in patterns and bool(patterns[part].fullmatch(value))

    def response_action(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Something is done to rows of the list; what can be no row is told."""
        if not all(map(is_key, request.POST.getlist(helpers.ACTION_CHECKBOX_NAME))):
            self.message_user(request, CHOOSE_ROWS, messages.WARNING)
            return None
        return super().response_action(request, *args, **kwargs)


class CodeFilter(admin.SimpleListFilter):
    """A filter of known codes. Another one is refused: Django would show the whole list for it."""

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        if self.value() not in {None, *(str(code) for code, _ in self.lookup_choices)}:
            told = f"Listen har ikke det valg af \u201d{self.parameter_name}\u201d."
            raise RefusedError(f"{told} Vælg et på listen.")


class ChosenFilter(admin.SimpleListFilter):
    """Those that the address names by their slugs: how a page elsewhere leads to a list of some."""

    title = "udvalg"
    parameter_name = "udvalg"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        """There is nothing to choose here until somebody has been led here."""
        value = self.value()
        return [(value, "de valgte")] if value else []

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        value = self.value()
        return queryset.filter(slug__in=value.split(",")) if value else queryset


def _ending(field: Any) -> str:
    """How Django's filter for such a field asks for one value."""
    if field.is_relation:
        return "__id__exact"
    return "__exact" if field.choices or isinstance(field, models.BooleanField) else ""
