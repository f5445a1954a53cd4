"""Loads files of content: all of it or nothing, and never over what is stored without a word."""

from collections.abc import Callable, Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from portal.loading.desk import Desk, Key
from portal.loading.overwriting import conflict_of
from portal.loading.reading import Item, items_of
from portal.loading.reports import Fault, FileError, LoadReport, Place
from portal.loading.rows import Draft, draft_of
from portal.loading.stamps import STAMP, stamp_fault
from portal.trail import acting

Files = Iterable[tuple[str, bytes]]
EMPTY = "filen er tom. Der er intet at indlæse."
COLLISION = "Rækken kan ikke stå sammen med en anden, der er gemt. Ret den ene."
MEANWHILE = "En anden har gemt rækken, mens filen blev indlæst. Kør igen."


def load(files: Files, *, why: str, overwrite: bool = False, dry_run: bool = False) -> LoadReport:
    """Put the objects of the files on the desk, in their order; what came of it.

    Nothing is stored when anything is refused, and nothing by a ``dry_run``, which otherwise does
    all the same. Only with ``overwrite`` is a stored row changed.
    """
    report = LoadReport(overwrites=overwrite)
    with acting(None, why), transaction.atomic():
        loading = _Load(report)
        for name, data in files:
            loading.read(name, data)
        if dry_run or report.is_refused:
            transaction.set_rollback(True)
    return report


class _Load:
    """One load: the desk as it becomes, object by object."""

    def __init__(self, report: LoadReport) -> None:
        self.report = report
        self.desk = Desk()
        self.places: dict[tuple[Any, Key], Place] = {}
        self.refused: set[tuple[Any, Key]] = set()

    def read(self, name: str, data: bytes) -> None:
        """All objects of one file; what cannot be read ends the file, and not the report."""
        try:
            rows = sum(self._take(item) for item in items_of(name, data))
            if not rows:
                raise FileError(Place(file=name, line=1), EMPTY)
        except FileError as error:
            self.report.faults.append(error.fault)

    def _take(self, item: Item) -> bool:
        """Whether the object is a row, right or wrong; the other kind is the stamp of the file."""
        if item.data.keys() == {STAMP}:
            if fault := stamp_fault(item.data[STAMP]):
                raise FileError(item.place, fault)
            return False
        draft = draft_of(item.data, self.desk, lambda model, key: (model, key) in self.refused)
        faults = draft.faults or self._twice(item, draft) or self._stored(item, draft)
        self._refuse(item, draft, faults)
        return True

    def _refuse(self, item: Item, draft: Draft, faults: list[tuple[str, str]]) -> None:
        place = item.place_of(draft.what())
        self.report.faults += [Fault(place=place, field=each, message=why) for each, why in faults]
        if (faults or draft.waits) and draft.key is not None:
            self.refused.add((draft.model, draft.key))

    def _twice(self, item: Item, draft: Draft) -> list[tuple[str, str]]:
        """Whether the files hold the row already: taking the last would be a guess."""
        if draft.key is None:
            return []
        first = self.places.setdefault((draft.model, draft.key), item.place)
        if first is item.place:
            return []
        return [("", f"Den samme række står også i {first}. Fjern den ene.")]

    def _stored(self, item: Item, draft: Draft) -> list[tuple[str, str]]:
        """Store what is new, and what may be changed; what is wrong with it otherwise."""
        key = draft.key
        if draft.waits or key is None:
            return []
        stored = self.desk.find(draft.model, key)
        if stored is None:
            return self._written(draft, self._created)
        draft.row.pk, draft.row._state.adding = stored.pk, False
        conflict = conflict_of(item.place_of(draft.what()), draft, stored, self.desk)
        if conflict is None:
            self.report.unchanged += 1
            return []
        self.report.conflicts.append(conflict)
        if not self.report.overwrites:
            return self._written(draft, None)
        if not self.desk.is_as_read(stored):
            return [("", MEANWHILE)]
        return self._written(draft, self._changed)

    def _written(self, draft: Draft, count: Callable[[], None] | None) -> list[tuple[str, str]]:
        """Validate the row, and store it when it is to be counted."""
        try:
            draft.row.full_clean()
            if count is None:
                return []
            with transaction.atomic():
                draft.row.save()
                for name, others in draft.ties.items():
                    getattr(draft.row, name).set(others)
        except ValidationError as error:
            return _told(draft.model, error)
        except IntegrityError:
            return [("", COLLISION)]
        self.desk.put(draft.row, draft.ties)
        count()
        return []

    def _created(self) -> None:
        self.report.created += 1

    def _changed(self) -> None:
        self.report.changed += 1


def _told(model: Any, error: ValidationError) -> list[tuple[str, str]]:
    """The messages by field, as they are called in the file."""
    names = {each.name: f"{each.name} ({each.verbose_name})" for each in model._meta.fields}
    found = error.message_dict if hasattr(error, "error_dict") else {"": error.messages}
    return [(names.get(name, ""), each) for name, messages in found.items() for each in messages]
