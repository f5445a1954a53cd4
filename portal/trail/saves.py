"""The history of one thing, save by save: what was written together is told together."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Max

from portal.models import Change, ChangeQuerySet
from portal.trail.parts import Rows, parts_of
from portal.trail.telling import ToldChange, tell
from portal.words import Operation

SAVES_ON_A_PAGE = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Save:
    """What was written at once; who and why are those of its newest change."""

    at: datetime
    who: str
    why: str
    changes: tuple[ToldChange, ...]


def pages_of_saves(rows: Iterable[Rows]) -> "Paginator[Any]":
    """The saves that touched the rows, the newest first, in pages."""
    changes = Change.objects.of_any(each.wanted for each in rows).order_by()
    saves = changes.values("transaction").annotate(newest=Max("pk")).order_by("-newest")
    return Paginator(saves, SAVES_ON_A_PAGE)


def saves_on(page: "Page[Any]", rows: Iterable[Rows], reader: Any) -> list[Save]:
    """The saves of one page in words."""
    order = [save["transaction"] for save in page]
    changes = Change.objects.of_any(each.wanted for each in rows)
    told = tell(list(_whole(_together(changes, order))), reader)
    return [_save(tuple(group)) for _, group in groupby(told, lambda each: each.change.transaction)]


def _together(changes: ChangeQuerySet, order: list[str]) -> Iterator[Change]:
    rows = changes.filter(transaction__in=order).newest_first()
    return iter(sorted(rows, key=lambda change: order.index(change.transaction)))


def _whole(changes: Iterable[Change]) -> Iterator[Change]:
    """The changes, newest first; of several to one row in one save, what came of them.

    Rows change places by way of numbers that no row has, and nobody needs to be told of those.
    """
    newest: dict[tuple[str, str, str], Change] = {}
    for change in changes:
        last = newest.setdefault((change.transaction, change.table_name, change.row_key), change)
        last.before = change.before
        if change.operation == Operation.INSERT:
            last.operation = Operation.INSERT
    return (change for change in newest.values() if change.before != change.after)


def _save(told: tuple[ToldChange, ...]) -> Save:
    newest = told[0]
    in_turn = tuple(reversed(told))
    return Save(at=newest.change.at, who=newest.who, why=newest.why, changes=in_turn)


def rows_of_page(model: Any, keys: set[int], parts: Iterable[Any]) -> Iterator[Rows]:
    """The row that a page of the desk writes, what ties it to others, and its parts.

    ``parts`` are those of the page's inlines, with their own parts inside. Others, such as the
    worked examples of a trial, are written on pages of their own, and are parts of it all the same.
    """
    parts = list(parts)
    on_page = {part.model for part in parts}
    yield Rows(model=model, keys=frozenset(keys))
    for field in model._meta.many_to_many:
        through, column = field.remote_field.through, field.m2m_column_name()
        yield Rows(model=through, keys=frozenset(keys), column=column)
    for part in parts:
        column = part.model._meta.get_field(part.owner).column
        yield from _parts(Rows(model=part.model, keys=frozenset(keys), column=column), part)
    for field in parts_of(model):
        if field.model not in on_page:
            yield Rows(model=field.model, keys=frozenset(keys), column=field.column)


def _parts(rows: Rows, part: Any) -> Iterator[Rows]:
    yield rows
    if part.inside:  # the parts of parts that are gone are found by what the trail knows of these
        ever = Change.objects.of_any([rows.wanted]).values_list("row_key", flat=True)
        now = part.model._base_manager.filter(**{f"{rows.column}__in": rows.keys or ()})
        keys = {int(key) for key in ever if key} | set(now.values_list("pk", flat=True))
        for inner in part.inside:
            column = inner.model._meta.get_field(inner.owner).column
            yield from _parts(Rows(model=inner.model, keys=frozenset(keys), column=column), inner)
