"""What somebody has written on, thing by thing."""

from typing import Any

from django.db.models import Case, F, TextField, When
from django.db.models.fields.json import KT
from django.db.models.functions import Cast, Coalesce

from portal.kinds import MODELS
from portal.models import Change, User
from portal.trail.tables import models_by_table, owner_field, tables_of
from portal.words import EditionKind


def written_by(user: User) -> set[tuple[EditionKind, str]]:
    """The things of which the user has ever changed the row, or a part of it.

    What several things share, such as a target group, belongs to none of them. Two questions for
    each kind, however much there is in the trail.
    """
    return {
        (kind, slug)
        for kind, model in MODELS.items()
        for slug in model.objects.filter(pk__in=_keys(model, user)).values_list("slug", flat=True)
    }


def _keys(root: Any, user: User) -> list[int]:
    """The keys of the things, as the changes of their tables name them."""
    owners = [
        When(table_name=table, then=_owner(table, root))
        for table in tables_of(root)
        if _is_near(table, root)
    ]
    changes = Change.objects.filter(user=user, table_name__in=tables_of(root))
    found = changes.annotate(thing=Case(*owners, output_field=TextField()))
    return [int(key) for key in found.values_list("thing", flat=True).distinct() if key]


def _is_near(table: str, root: Any) -> bool:
    """Whether such a row is the thing itself or names it: a part of a part names its owner only."""
    field = owner_field(models_by_table()[table])
    return field is None or field.related_model is root


def _owner(table: str, root: Any) -> Any:
    """The key of the thing in a change of the table."""
    if table == root._meta.db_table:
        return Cast(F("row_key"), TextField())
    column = owner_field(models_by_table()[table]).column
    return Coalesce(KT(f"after__{column}"), KT(f"before__{column}"))
