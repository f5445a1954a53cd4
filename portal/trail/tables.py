"""What the tables of the trail hold: their models, and the thing that each row belongs to."""

from functools import cache
from typing import Any

from django.apps import apps

from portal.models import Change, User
from portal.rights import CONTENT
from portal.trail.parts import parts_of


@cache
def models_by_table() -> dict[str, Any]:
    """Every model whose rows are recorded, those that tie others together too."""
    content = (apps.get_app_config(label) for label in CONTENT)
    found: list[Any] = [
        model for app in content for model in app.get_models(include_auto_created=True)
    ]
    people = [User, User.groups.through, User.user_permissions.through]
    return {model._meta.db_table: model for model in [*found, *people]}


def owner_field(model: Any) -> Any:
    """By which field a row belongs to another: a part to its owner; None for a thing itself."""
    if model._meta.auto_created:
        owner = model._meta.auto_created
        return next(field for field in model._meta.fields if field.related_model is owner)
    for field in model._meta.fields:
        if field.many_to_one and field in parts_of(field.related_model):
            return field
    return None


def root_of(model: Any) -> Any:
    """The model of the thing that such rows are a part of."""
    field = owner_field(model)
    return root_of(field.related_model) if field else model


def tables_of(root: Any) -> list[str]:
    """The tables that such a thing is kept in: its own, and those of its parts."""
    return [table for table, model in models_by_table().items() if root_of(model) is root]


def things() -> list[Any]:
    """The models of the things whose changes are recorded, by what they are called."""
    roots = {root_of(model) for model in models_by_table().values()}
    return sorted(roots, key=lambda model: str(model._meta.verbose_name))


def model_of(change: Change) -> Any:
    """The model of the changed row; None for a table that is no more."""
    return models_by_table().get(change.table_name)


def row_of(change: Change) -> dict[str, Any]:
    """What is kept of the row: as it became, or as it was."""
    return change.after or change.before or {}
