"""Reads one object of a file as a row: every value of the kind that its field holds, or a fault."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.apps import apps
from django.contrib.postgres.fields import ArrayField
from django.db import models

from portal.loading.desk import Desk, Key, written_fields
from portal.rights import CONTENT
from trials.rules import REFUSAL, has_identity_number, loggable_name, text_fault, tidied

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
# What may stand beside the fields. The number of a row in one database says nothing in another.
PARTS = {"model", "fields"}
HAS_NUMBER = "Rækkens nummer (pk) må ikke stå i filen. Fjern det: rækken kendes på sin nøgle."
NO_FIELDS = 'Her mangler "fields": et objekt med rækkens felter.'
EMPTY = "Feltet må ikke være tomt (null)."
NO_KEY = 'Henvisningen skal være en nøgle i en liste, for eksempel ["star"].'
NOTHING_CHOSEN = "Her skal stå mindst én henvisning: [[…]]."
TWICE = "Den samme henvisning står to gange. Fjern den ene."


class UnreadableValueError(Exception):
    """A value that the field cannot hold; the message is Danish."""


class WaitingError(Exception):
    """A reference to what is in the file too, and was refused there: no fault of its own."""


@dataclass(slots=True, kw_only=True)
class Draft:
    """One object read as a row that is not stored yet; ``faults`` are by field."""

    model: Any = None
    row: Any = None
    ties: dict[str, set[int]] = field(default_factory=dict)
    faults: list[tuple[str, str]] = field(default_factory=list)
    waits: bool = False

    @property
    def key(self) -> Key | None:
        """The natural key; None when what it is made of could not be read."""
        try:
            return self.row.natural_key() if self.row is not None else None
        except models.ObjectDoesNotExist:
            return None

    def what(self) -> str:
        """Which row it is, in words that repeat no number of a person."""
        key = "/".join(map(str, self.key or ()))
        label = self.model._meta.label_lower if self.model else ""
        return label if not key or has_identity_number(key) or text_fault(key) else f"{label} {key}"


# Whether a row with that key stands earlier in the files and was refused.
Refused = Callable[[Any, Key], bool]


def draft_of(data: dict[str, Any], desk: Desk, refused: Refused) -> Draft:
    """The object as a row, or what is wrong with it."""
    if "pk" in data:
        return Draft(model=_model(data.get("model")), faults=[("pk", HAS_NUMBER)])
    if unknown := [loggable_name(name) for name in data if name not in PARTS]:
        return Draft(faults=[("", f"Ukendt navn i objektet: {', '.join(unknown)}.")])
    if (model := _model(data.get("model"))) is None:
        return Draft(faults=[("model", _unknown_model(data.get("model")))])
    if not isinstance(data.get("fields"), dict):
        return Draft(model=model, faults=[("fields", NO_FIELDS)])
    return _Reader(model, desk, refused).read(data["fields"])


def _model(label: Any) -> Any:
    app, _, name = label.partition(".") if isinstance(label, str) else ("", "", "")
    try:
        return apps.get_model(app, name) if app in CONTENT else None
    except LookupError:
        return None


def _unknown_model(label: Any) -> str:
    shown = loggable_name(label.replace(".", "-")).replace("-", ".") if type(label) is str else ""
    return f"Ukendt slags række: {shown or '(ikke angivet)'}. Ret \u201dmodel\u201d."


class _Reader:
    """Reads the fields of one object."""

    def __init__(self, model: Any, desk: Desk, refused: Refused) -> None:
        self.desk, self.refused = desk, refused
        self.draft = Draft(model=model)
        self.fields = {each.name: each for each in written_fields(model)}

    def read(self, values: dict[str, Any]) -> Draft:
        draft = self.draft
        for name in values.keys() - self.fields.keys():
            known = ", ".join(sorted(self.fields))
            message = f"Feltet findes ikke. Rækken har felterne {known}."
            draft.faults.append((loggable_name(name), message))
        read = dict(self._each(values))
        ties = {name: read.pop(name) for name in list(read) if self.fields[name].many_to_many}
        draft.row = draft.model(**read)
        empty: set[int] = set()
        many = [each for each in self.fields.values() if each.many_to_many]
        draft.ties = {each.name: ties.get(each.name, empty) for each in many}
        if not draft.faults and not draft.waits:
            needed = [each for each in many if not each.blank and not draft.ties[each.name]]
            draft.faults += [(_called(each), NOTHING_CHOSEN) for each in needed]
        return draft

    def _each(self, values: dict[str, Any]) -> Iterator[tuple[str, Any]]:
        for name, field_ in self.fields.items():
            if name not in values:
                continue
            try:
                _check_texts(values[name])
                yield name, self._value(field_, values[name])
            except UnreadableValueError as fault:
                self.draft.faults.append((_called(field_), str(fault)))
            except WaitingError:
                self.draft.waits = True

    def _value(self, field_: Any, value: Any) -> Any:
        if field_.many_to_many:
            return self._several(field_, value)
        if value is None:
            if not field_.null:
                raise UnreadableValueError(EMPTY)
            return None
        return self._referred(field_, value) if field_.is_relation else _plain(field_, value)

    def _several(self, field_: Any, value: Any) -> set[int]:
        if not isinstance(value, list):
            raise UnreadableValueError("Her skal stå en liste af henvisninger: [[…], […]].")
        found = [self._referred(field_, each).pk for each in value]
        if len(set(found)) < len(found):
            raise UnreadableValueError(TWICE)
        return set(found)

    def _referred(self, field_: Any, value: Any) -> Any:
        if not isinstance(value, list) or not all(type(each) in (str, int) for each in value):
            raise UnreadableValueError(NO_KEY)
        model, key = field_.related_model, tuple(map(_tidied, value))
        if row := self.desk.find(model, key):
            return row
        if self.refused(model, key):
            raise WaitingError
        raise UnreadableValueError(
            f"Der er ingen {model._meta.verbose_name} med nøglen {' / '.join(map(str, key))}. Den "
            "skal være gemt, eller stå tidligere i filen."
        )


def _called(field_: Any) -> str:
    """The field as it is called in the file, and as the desk calls it."""
    return f"{field_.name} ({field_.verbose_name})"


def _check_texts(value: Any) -> None:
    """Refuse what no text may hold, wherever it stands: what is refused is never repeated."""
    if isinstance(value, list | dict):
        inner = [*value, *value.values()] if isinstance(value, dict) else value
        for each in inner:
            _check_texts(each)
    elif isinstance(value, int) and type(value) is not bool:
        _check_texts(str(value))
    elif isinstance(value, str):
        if fault := text_fault(value):
            raise UnreadableValueError(fault)
        if has_identity_number(value):
            raise UnreadableValueError(REFUSAL)


def _plain(field_: Any, value: Any) -> Any:
    """The value, when it is written as its field is: nothing is rounded or guessed."""
    if isinstance(field_, models.JSONField):
        return value
    if isinstance(field_, ArrayField):
        if not isinstance(value, list):
            raise UnreadableValueError("Her skal stå en liste i [ ].")
        return [_plain(field_.base_field, each) for each in value]
    if isinstance(field_, models.DateField):
        return _day(value)
    kind, told = _kind(field_)
    if type(value) is not kind:
        raise UnreadableValueError(told)
    return _tidied(value)


def _kind(field_: Any) -> tuple[type, str]:
    if isinstance(field_, models.BooleanField):
        return bool, "Her skal stå true eller false, uden anførselstegn."
    if isinstance(field_, models.IntegerField):
        return int, "Her skal stå et helt tal, uden anførselstegn og uden decimaler."
    return str, "Her skal stå en tekst i anførselstegn."


def _day(value: Any) -> date:
    if not isinstance(value, str) or not _DAY.fullmatch(value):
        raise UnreadableValueError('Skriv dagen som "ÅÅÅÅ-MM-DD", for eksempel "2021-12-31".')
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise UnreadableValueError(f"Dagen {value} findes ikke. Ret den.") from None


def _tidied(value: Any) -> Any:
    return tidied(value) if isinstance(value, str) else value
