"""What a column holds, as a person reads it: labels and names, never codes or numbers of rows."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models

from trials.rules import ATTRIBUTES, danish_date, facts_in_words, joined

EMPTY = "tom"

# What rows are called, by model and key.
Names = Mapping[tuple[Any, int], str]


def in_words(field: Any, row: Mapping[str, Any], names: Names) -> str:
    """The value of the field in a row of the trail."""
    value = row.get(field.column)
    if value in (None, "", [], {}):
        return EMPTY
    if field.is_relation:
        return names.get((field.related_model, value), f"nr. {value}")
    if isinstance(field, ArrayField):
        return joined([_label(field.base_field, each, row) for each in value])
    if isinstance(field, models.JSONField) and isinstance(value, dict):
        return facts_in_words(value)  # no row of content keeps anything else in such a field
    return _label(field, value, row)


def _label(field: Any, value: Any, row: Mapping[str, Any]) -> str:
    labels = {str(code): str(label) for code, label in field.flatchoices} if field.choices else {}
    if "attribute" in row and not labels:
        attribute = ATTRIBUTES.get(row["attribute"])
        labels = {word.value: word.label for word in attribute.words or ()} if attribute else {}
    if str(value) in labels:
        return labels[str(value)]
    if isinstance(value, bool):
        return "ja" if value else "nej"
    is_day = isinstance(field, models.DateField) and not isinstance(field, models.DateTimeField)
    return danish_date(date.fromisoformat(value)) if is_day else str(value)
