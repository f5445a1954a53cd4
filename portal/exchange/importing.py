"""A file's rows put on the desk, all of them or none; or tried only, to show what would happen."""

import logging
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import connection, transaction
from tablib import Dataset

from portal.exchange.cells import as_text
from portal.exchange.columns import Table
from portal.exchange.refusals import Refusal
from portal.exchange.resources import RowResource, resource_for
from portal.exchange.sheets import MOST_REFUSALS, Line
from portal.hashes import hash_of
from portal.models import User
from portal.trail import acting
from portal.turns import ImportingError, importing_alone
from trials.rules import joined

log = logging.getLogger(__name__)

# So many rows between two signs of life.
STEP = 250
BLANK = "Cellen er tom, og kolonnen skal udfyldes. Skriv en værdi."
BUSY = "En anden indlæser eller gemmer lige nu. Intet er gemt. Vent et øjeblik, og prøv igen."
UNEXPECTED = (
    "Rækken kunne ikke gemmes, og vi ved ikke hvorfor. Intet er gemt. Prøv med færre rækker, og "
    "sig det til dem, der driver Vejviser."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedCell:
    """One cell before and after."""

    heading: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedRow:
    """One row that is new, or has cells that differ."""

    row: int
    name: str
    is_new: bool
    differences: tuple[ChangedCell, ...]


@dataclass(slots=True, kw_only=True)
class ImportReport:
    """What an import does, row by row, or why nothing is done."""

    total: int
    changes: list[ChangedRow] = field(default_factory=list)
    unchanged: int = 0
    refusals: list[Refusal] = field(default_factory=list)
    kept: bool = False

    @property
    def new(self) -> int:
        return sum(change.is_new for change in self.changes)

    @property
    def changed(self) -> int:
        return len(self.changes) - self.new

    @property
    def rows_in_words(self) -> str:
        """The rows that it makes and changes: "1 ny og 2 ændrede rækker"."""
        counts = [(self.new, "ny", "nye"), (self.changed, "ændret", "ændrede")]
        told = [(count, one if count == 1 else many) for count, one, many in counts if count]
        noun = "række" if told and told[-1][0] == 1 else "rækker"
        return f"{joined([f'{count} {word}' for count, word in told])} {noun}".strip()

    @property
    def digest(self) -> str:
        """The same for the same changes of the same rows, and for no other."""
        return hash_of(
            [
                [
                    change.row,
                    *([each.heading, each.before, each.after] for each in change.differences),
                ]
                for change in self.changes
            ]
        )


def steps(
    table: Table,
    lines: Sequence[Line],
    report: ImportReport,
    *,
    keep: Callable[[ImportReport], bool],
    by: User | None = None,
) -> Iterator[int]:
    """Import row by row; yields how many are done. Kept only if nothing is refused and ``keep``.

    Whoever stops asking for the next step gets nothing stored. The trail is told who imports here:
    the page of a long import is still being sent when its view is done.
    """
    why = f"Importeret fra en fil: {table.title}"
    report.refusals += _doubles(table, lines)
    try:
        with transaction.atomic(), importing_alone(), acting(by, why):
            yield from _rows(table, lines, report)
            report.kept = not report.refusals and keep(report)
            if not report.kept:
                transaction.set_rollback(True)
    except Exception as error:  # whatever it is, the editor is told that nothing is stored
        report.kept = False
        is_busy = isinstance(error, ImportingError) or _is_waiting(error)
        if not is_busy:
            log.exception("An import failed.")
        report.refusals.append(Refusal(reason=BUSY if is_busy else UNEXPECTED))


def _is_waiting(error: BaseException) -> bool:
    return getattr(error.__cause__, "sqlstate", "") in ("55P03", "40P01", "40001")


def _rows(table: Table, lines: Sequence[Line], report: ImportReport) -> Iterator[int]:
    resource = resource_for(table)
    for start in range(0, len(lines), STEP):
        part = lines[start : start + STEP]
        for line, row in zip(part, _imported(resource, _dataset(table, part)), strict=True):
            _take(report, table, line, row)
        yield start + len(part)
        if len(report.refusals) >= MOST_REFUSALS or not connection.is_usable():
            return


def _imported(resource: RowResource, data: Any) -> list[Any]:
    """The results of the rows: saved together, and one by one where a row fails in the database."""
    with transaction.atomic():
        rows: list[Any] = resource.import_data(data).rows
        failed = any(row.errors for row in rows)
        if failed:
            transaction.set_rollback(True)
    if not failed:
        return rows
    resource.forget()
    resource.one_by_one = True
    try:
        again: list[Any] = resource.import_data(data).rows
    finally:
        resource.one_by_one = False
    return again


def _dataset(table: Table, lines: Sequence[Line]) -> Any:
    data = Dataset(headers=table.headings)
    for line in lines:
        data.append(list(line.cells))
    return data


def _take(report: ImportReport, table: Table, line: Line, row: Any) -> None:
    if row.validation_error:
        report.refusals += _refusals(table, line, row.validation_error)
    elif row.errors:
        log.error("A row of an import failed.", exc_info=row.errors[0].error)
        report.refusals.append(Refusal(row=line.number, reason=UNEXPECTED))
    elif row.is_skip():
        report.unchanged += 1
    else:
        report.changes.append(_change(table, line, row))


def _change(table: Table, line: Line, row: Any) -> ChangedRow:
    told = [
        ChangedCell(heading=heading, before=as_text(before), after=as_text(after))
        for heading, (before, after) in zip(table.headings, row.diff, strict=True)
        if as_text(before) != as_text(after)
    ]
    keys = [c.heading for c in table.columns if c.field in table.keys]
    cells = dict(zip(table.headings, (after for _, after in row.diff), strict=True))
    name = " · ".join(as_text(cells[key]) for key in keys)
    return ChangedRow(row=line.number, name=name, is_new=row.is_new(), differences=tuple(told))


def _refusals(table: Table, line: Line, error: ValidationError) -> Iterator[Refusal]:
    headings = {column.field: column.heading for column in table.columns}
    for name, errors in _by_field(error).items():
        for each in errors:
            reason = BLANK if each.code in ("blank", "null") else " ".join(each.messages)
            yield Refusal(row=line.number, column=headings.get(name, ""), reason=reason)


def _by_field(error: ValidationError) -> dict[str, list[ValidationError]]:
    if hasattr(error, "error_dict"):
        return error.error_dict
    return {NON_FIELD_ERRORS: error.error_list}


def _doubles(table: Table, lines: Sequence[Line]) -> Iterator[Refusal]:
    """Two rows for one thing: taking the last would be a guess."""
    places = [n for n, column in enumerate(table.columns) if column.field in table.keys]
    seen: dict[tuple[str, ...], int] = {}
    for line in lines:
        key = tuple(as_text(line.cells[place]).strip().lower() for place in places)
        first = seen.setdefault(key, line.number)
        if first != line.number:
            told = f"Rækken står også som række {first}. Behold den ene."
            yield Refusal(row=line.number, column=table.columns[places[-1]].heading, reason=told)


def ordered(table: Table, headings: Sequence[str], lines: Sequence[Line]) -> list[Line]:
    """The lines with their cells in the order of the table's columns."""
    places = [headings.index(heading) for heading in table.headings]
    return [Line(number=line.number, cells=[line.cells[n] for n in places]) for line in lines]


def run(
    table: Table, lines: Sequence[Line], *, keep: Callable[[ImportReport], bool] = lambda _: False
) -> ImportReport:
    """The whole import at once."""
    report = ImportReport(total=len(lines))
    for _ in steps(table, lines, report, keep=keep):
        pass
    return report
