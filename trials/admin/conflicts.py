"""What is stored and what an editor has typed, side by side and in words."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models

from trials.admin.fingerprints import Changes, row_named
from trials.refusing import is_key
from trials.rules import capitalised, danish_date, has_identity_number, joined, tidied

EMPTY = "tom"
# Typed about the row, and no part of it.
NOT_STORED = frozenset({"why_changed"})
CHANGED = "er ændret af en anden"
ADDED = "er tilføjet af en anden. Den bliver stående, når du gemmer"
GONE = "er slettet af en anden"


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldConflict:
    """One field with what is stored and what was typed."""

    label: str
    stored: str
    typed: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Touched:
    """A row that somebody else has saved: which, what happened, and the fields that differ."""

    row: str
    happened: str
    differences: tuple[FieldConflict, ...] = ()


def touched_rows(forms_of_page: Iterable[Any], changes: Changes) -> Iterator[Touched]:
    """Every row of the page that somebody else has changed, added or deleted."""
    rows = {_posted_name(form): form for form in forms_of_page}
    for name, form in rows.items():
        stored = _stored(form)
        if name in changes.changed and stored:
            yield Touched(
                row=_called(stored), happened=CHANGED, differences=tuple(differences(form))
            )
        elif name in changes.gone:
            label = capitalised(str(form._meta.model._meta.verbose_name))
            yield Touched(row=label, happened=GONE, differences=tuple(differences(form)))
    for name in sorted(changes.added):
        yield Touched(row=_called(row_named(name)), happened=ADDED)


def differences(form: Any) -> Iterator[FieldConflict]:
    """The fields in which the form differs from what is stored."""
    for field in form.visible_fields():
        stored, typed = words(field.field, field.initial), words(field.field, field.data)
        is_changed = field.name in form.changed_data and field.name not in NOT_STORED
        if is_changed and stored != typed:
            yield FieldConflict(label=label_of(field), stored=stored, typed=typed)


def typed_texts(form: Any) -> list[tuple[str, str]]:
    """What was typed, under the labels of the page; never what looks like a CPR number."""
    told = [(label_of(field), words(field.field, field.data)) for field in form.visible_fields()]
    return [
        (label, text) for label, text in told if text != EMPTY and not has_identity_number(text)
    ]


def label_of(field: Any) -> str:
    return capitalised(str(field.label))


def words(field: Any, value: Any) -> str:
    """A value of a field as a person reads it: labels, never codes or keys."""
    if isinstance(field, forms.BooleanField):
        return "ja" if field.to_python(value) else "nej"
    if value in (None, "", []):
        return EMPTY
    if isinstance(field, forms.ModelChoiceField):
        return _rows_in_words(field, value)
    if isinstance(field, forms.ChoiceField):
        choices: Any = field.choices
        labels = {str(code): str(label) for code, label in choices}
        return labels.get(str(value), str(value))
    if isinstance(field, forms.DateField):
        return _day_in_words(field, value)
    return tidied("\n".join(value) if isinstance(value, list) else str(value))


def _day_in_words(field: Any, value: Any) -> str:
    try:
        return danish_date(field.to_python(value))
    except ValidationError:
        return str(value)


def _rows_in_words(field: Any, value: Any) -> str:
    several = value if isinstance(value, list) else [value]
    keys = [str(getattr(each, "pk", each)) for each in several]
    rows = field.queryset.filter(pk__in=[key for key in keys if is_key(key)])
    return joined(sorted(map(str, rows))) or EMPTY


def _posted_name(form: Any) -> str:
    """The row that the form says it is: a row that is gone has no instance any more."""
    pk = form.instance.pk or getattr(form, "gone", "") or form.prefix
    return f"{form._meta.model._meta.label_lower}.{pk}"


def _stored(form: Any) -> models.Model | None:
    found: models.Model | None = form._meta.model._base_manager.filter(pk=form.instance.pk).first()
    return found


def _called(row: models.Model) -> str:
    return f"{capitalised(str(row._meta.verbose_name))} \u201d{row}\u201d"
