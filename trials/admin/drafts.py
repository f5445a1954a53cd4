"""What an editor has typed and not saved, read as the engine would read it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from trials.admin.forms import LAST_POSITION
from trials.rules import capitalised


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldRow:
    """A row in the making: how it is read, and what keeps it from being read or saved."""

    words: str = ""
    faults: tuple[str, ...] = ()


def rows_of(formset: Any) -> list[Any]:
    """The forms whose rows shall stand, in the order that the rows will have."""
    forms = formset.forms
    if formset.is_bound:
        kept = [form for form in forms if not formset._should_delete_form(form)]
        forms = [form for form in kept if form in formset.standing or _holds_rows(form)]
    return sorted(forms, key=lambda form: form.instance.position or LAST_POSITION)


def _holds_rows(form: Any) -> bool:
    """Whether rows are written under a row of which nothing is written itself yet."""
    return any(formset.standing for formset in getattr(form, "nested_formsets", ()))


def faults_of(form: Any, names: Iterable[str] | None = None) -> tuple[str, ...]:
    """What is wrong in a form, each with the label of its field: all of it, or in some fields."""
    errors = form.errors.as_data()
    named = errors if names is None else [name for name in names if name in errors]
    return tuple(_fault(_label(form, name), error) for name in named for error in errors[name])


def _label(form: Any, name: str) -> str:
    return capitalised(str(form.fields[name].label)) if name in form.fields else ""


def _fault(label: str, error: Any) -> str:
    if label and error.code == "required":
        return f"{label} mangler."
    message = " ".join(error.messages)
    return f"{label}: {message}" if label else message
