"""Changes in words, for one reader: what was done to what, and field by field when it may be read.

Whoever may see a row on the desk may read what it was. Others see who did something and when, and
to what kind of thing: what a draft says, is called or was changed for stays with those who write.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import Group
from django.db.models import Q

from portal.models import Change, Edition, User
from portal.rights import CONTENT
from portal.trail.tables import model_of, owner_field, root_of, row_of
from portal.trail.values import Names, in_words
from portal.words import Operation
from trials.models import ASIDE
from trials.rules import capitalised

# What a heading or the page itself tells, and no reader looks for among the fields.
CALLED = ("title", "name", "username", "place")
NOT_SHOWN = frozenset({"id", "position"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A row on the way from a changed row up to the thing that it is a part of."""

    model: Any
    row: dict[str, Any]

    @property
    def place(self) -> tuple[Any, Any]:
        return self.model, self.row.get("id")

    @property
    def owner(self) -> tuple[Any, Any] | None:
        """What the row is a part of, as model and key; None for a thing itself."""
        field = owner_field(self.model) if self.model else None
        return (field.related_model, self.row.get(field.column)) if field else None


# From the changed row to the thing.
Chain = list[Link]


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One field of a row, before and after."""

    label: str
    before: str
    now: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldChange:
    """One change in words; ``fields`` is empty for a reader who may not see the row."""

    change: Change
    who: str
    why: str
    what: str
    fields: tuple[Field, ...]

    @property
    def was_there(self) -> bool:
        """Whether there was a row before: else there is nothing to tell of it."""
        return self.change.before is not None

    @property
    def is_there(self) -> bool:
        return self.change.after is not None

    @property
    def done(self) -> str:
        return Operation(self.change.operation).label


def may_read(reader: Any, model: Any) -> bool:
    """Whether the reader may see such rows on the desk."""
    options = (model._meta.auto_created or model)._meta
    return bool(reader.has_perm(f"{options.app_label}.view_{options.model_name}"))


def tell(changes: Sequence[Change], reader: Any) -> list[ToldChange]:
    """The changes in words; the number of questions does not grow with that of the changes."""
    chains = _chains(changes)
    names = _names(changes, chains, reader)
    return [
        _told(change, chain, names, reader) for change, chain in zip(changes, chains, strict=True)
    ]


def who_did(change: Change) -> str:
    """The user; or the role of the database, when nobody told who it was."""
    if change.user:
        return change.user.get_full_name() or change.user.get_username()
    if change.user_id:
        return f"bruger nr. {change.user_id}, som er slettet"
    return f"databasen ({change.database_role})"


def _told(change: Change, chain: Chain, names: Names, reader: Any) -> ToldChange:
    model = model_of(change)
    is_open = model is not None and may_read(reader, model)
    return ToldChange(
        change=change,
        who=who_did(change),
        why=change.why if is_open else "",
        what=_what(change, chain, names, is_open=is_open),
        fields=tuple(_fields(change, model, names)) if is_open else (),
    )


# --- What it was done to ----------------------------------------------------------------------


def _what(change: Change, chain: Chain, names: Names, *, is_open: bool) -> str:
    """The thing, and which part of it: "Målgruppe "Ledige": betingelse nr. 2, alternativ nr. 1"."""
    *parts, root = chain
    if root.model is None:
        return "En tidligere tabel"
    if not change.row_key:
        return capitalised(str(chain[0].model._meta.verbose_name_plural))
    thing = f"{capitalised(str(root.model._meta.verbose_name))} {names.get(root.place, '')}".strip()
    told = ", ".join(_part(link, is_open=is_open) for link in reversed(parts))
    return f"{thing}: {told}" if told else thing


def _part(link: Link, *, is_open: bool) -> str:
    """By its number; a part without one by its short name, to those who may read it."""
    if link.model._meta.auto_created:
        return str(_tie(link.model).verbose_name)
    name, position, slug = link.model._meta.verbose_name, *map(link.row.get, ("position", "slug"))
    if position:  # or where the row was put aside while its page was saved
        return f"{name} nr. {position % ASIDE}"
    return f"{name} \u201d{slug}\u201d" if slug and is_open else str(name)


def _tie(model: Any) -> Any:
    """The field whose rows tie others together."""
    fields = model._meta.auto_created._meta.many_to_many
    return next(field for field in fields if field.remote_field.through is model)


def _chains(changes: Iterable[Change]) -> list[Chain]:
    """Each changed row, what it is a part of, and so on up to the thing."""
    chains = [[Link(model=model_of(each), row=row_of(each))] for each in changes]
    while growing := [(chain, owner) for chain in chains if (owner := chain[-1].owner)]:
        rows = _rows_of_parts({owner for _, owner in growing})
        for chain, (model, key) in growing:
            chain.append(Link(model=model, row=rows.get((model, key), {"id": key})))
    return chains


def _rows_of_parts(places: Iterable[tuple[Any, Any]]) -> dict[tuple[Any, Any], dict[str, Any]]:
    """Those of the rows that are parts themselves, as they are or, when they are gone, were."""
    found: dict[tuple[Any, Any], dict[str, Any]] = {}
    for model in {model for model, _ in places if owner_field(model)}:
        keys = {key for each, key in places if each is model and key}
        gone = Q(table_name=model._meta.db_table, row_key__in=[str(key) for key in keys])
        for change in Change.objects.filter(gone, operation=Operation.DELETE):
            found[model, int(change.row_key)] = row_of(change)
        found |= {
            (model, row["id"]): row for row in model._base_manager.filter(pk__in=keys).values()
        }
    return found


# --- What the rows are called -----------------------------------------------------------------


def _names(changes: Iterable[Change], chains: Iterable[Chain], reader: Any) -> Names:
    """What every row is called that the changes name: their things, and what they point at."""
    wanted: dict[Any, set[int]] = {}
    for model, key in [*(chain[-1].place for chain in chains), *_references(changes)]:
        if model is not None and key:
            wanted.setdefault(model, set()).add(key)
    return {
        (model, key): name
        for model, keys in wanted.items()
        for key, name in _called(model, keys, reader)
    }


def _references(changes: Iterable[Change]) -> Iterator[tuple[Any, Any]]:
    for change in changes:
        if model := model_of(change):
            for field in model._meta.concrete_fields:
                for row in (change.before, change.after):
                    if row and field.is_relation:
                        yield field.related_model, row.get(field.column)


def _called(model: Any, keys: set[int], reader: Any) -> Iterator[tuple[int, str]]:
    """Rows by their names; those that are gone by the name they had."""
    is_open = model is Group or may_read(reader, model)
    if not is_open:
        yield from _public(model, keys)
        return
    for change in _gone(model, keys):
        row = row_of(change)
        name = next((row[each] for each in CALLED if row.get(each)), "")
        yield int(change.row_key), f"\u201d{name}\u201d (slettet)" if name else "(slettet)"
    ties = [field.name for field in model._meta.fields if field.many_to_one]
    for row in model._base_manager.filter(pk__in=keys).select_related(*ties):
        yield row.pk, f"\u201d{row}\u201d"


def _gone(model: Any, keys: set[int]) -> Iterable[Change]:
    if model not in {Group, User} and root_of(model)._meta.app_label not in CONTENT:
        return ()
    rows = Change.objects.filter(table_name=model._meta.db_table, operation=Operation.DELETE)
    return rows.filter(row_key__in=[str(key) for key in keys]).order_by("pk")


def _public(model: Any, keys: set[int]) -> Iterator[tuple[int, str]]:
    """The short name of what was published; of a draft only that it is one."""
    slugs: dict[int, str] = {}
    if any(field.name == "slug" for field in model._meta.fields):
        slugs = dict(model._base_manager.filter(pk__in=keys).values_list("pk", "slug"))
    public = set(Edition.objects.filter(slug__in=slugs.values()).values_list("slug", flat=True))
    for key in keys:
        slug = slugs.get(key, "")
        yield key, f"\u201d{slug}\u201d" if slug in public else f"nr. {key}"


# --- Field by field ---------------------------------------------------------------------------


def _fields(change: Change, model: Any, names: Names) -> Iterator[Field]:
    before, after = change.before or {}, change.after or {}
    owner = owner_field(model)
    for field in model._meta.concrete_fields:
        if field == owner or (field.name in NOT_SHOWN and change.operation != Operation.UPDATE):
            continue
        old, new = in_words(field, before, names), in_words(field, after, names)
        if old != new:
            label = _tie(model).verbose_name if model._meta.auto_created else field.verbose_name
            yield Field(label=capitalised(str(label)), before=old, now=new)
