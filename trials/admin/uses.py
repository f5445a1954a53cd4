"""Who uses a row, so that an editor sees what a change touches and why it cannot be deleted."""

from collections import Counter
from typing import Any

from django.contrib import admin
from django.db import models

from trials.rules import joined

UNUSED = "Bruges ikke af noget."


class ShowsUses:
    """A page that says what uses its row; a part of the row is no use of it."""

    @admin.display(description="bruges af")
    def used_by(self, row: Any) -> str:
        return uses_in_words(row) if row.pk else UNUSED


def uses(row: models.Model) -> Counter[Any]:
    """How many rows of each kind use this one; those that are a part of it do not count."""
    counted: Counter[Any] = Counter()
    for relation in relations_to(row):
        if relation.many_to_many or relation.on_delete is models.PROTECT:
            rows = relation.related_model._base_manager.filter(**{relation.field.name: row})
            counted[relation.related_model] += rows.count()
    return +counted


def relations_to(row: models.Model) -> list[Any]:
    """Every way in which other rows point at such a row, also those without a name back."""
    return [
        relation
        for relation in row._meta.get_fields(include_hidden=True)
        if relation.auto_created
        and not relation.concrete
        and not relation.related_model._meta.auto_created  # type: ignore[union-attr]
    ]


def uses_in_words(row: models.Model) -> str:
    """What uses the row, and that it therefore stays."""
    told = [_amount(model, count) for model, count in uses(row).items()]
    return f"{joined(told)}. Kan derfor ikke slettes." if told else UNUSED


def _amount(model: Any, count: int) -> str:
    options = model._meta
    return f"{count} {options.verbose_name if count == 1 else options.verbose_name_plural}"
