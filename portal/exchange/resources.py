"""Rows of a table as django-import-export reads and writes them."""

from copy import deepcopy
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from import_export.fields import Field
from import_export.instance_loaders import BaseInstanceLoader
from import_export.resources import Diff, ModelResource, modelresource_factory
from import_export.widgets import ManyToManyWidget

from portal.exchange.cells import Cell
from portal.exchange.columns import Table

USED_BY_ANOTHER = "En anden række har allerede samme værdi. Skriv en anden, eller ret den række."
CLOSED = "Rækken findes ikke, og der kan ikke oprettes nye i denne tabel. Ret koden."


class Comparison(Diff):
    """The row before and after, cell by cell; django-import-export would make HTML of it."""

    def as_html(self) -> Any:
        before = [None] * len(self.right) if self.new else self.left
        return list(zip(before, self.right, strict=True))


class KeyLoader(BaseInstanceLoader):
    """Finds a row by its key columns among all rows of the table, which are asked for once."""

    def get_instance(self, row: Any) -> Any:
        try:
            return self.resource.stored.get(self.resource.key_of(row))
        except ValueError:  # which the field itself tells of
            return None


class RowResource(ModelResource):
    """A row of the desk, found by its natural key. What the database refuses is told in Danish."""

    is_closed = False

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._stored: dict[tuple[Any, ...], Any] | None = None
        # One by one, so that a collision can be told at its row; it takes three times as long.
        self.one_by_one = False

    @classmethod
    def get_diff_class(cls) -> type[Diff]:
        return Comparison

    @property
    def stored(self) -> dict[tuple[Any, ...], Any]:
        """The rows that there are, by their keys."""
        if self._stored is None:
            keys = [self.fields[name].attribute for name in self.get_import_id_fields()]
            many = [f.attribute for f in self.fields.values() if _is_many(f)]
            rows = self.get_queryset().prefetch_related(*many)
            self._stored = {tuple(getattr(row, key) for key in keys): row for row in rows}
        return self._stored

    def key_of(self, row: Any) -> tuple[Any, ...]:
        return tuple(self.fields[name].clean(row) for name in self.get_import_id_fields())

    def import_instance(self, instance: Any, row: Any, **kwargs: Any) -> None:
        """Every cell is read, so that all that is wrong with a row is told at once."""
        errors = {}
        for field in self.get_import_fields():
            try:
                value = field.clean(row)
            except ValueError as error:
                errors[_field_name(field)] = ValidationError(str(error), code="cell")
            else:
                if not _is_many(field):
                    setattr(instance, field.attribute, value)
        if errors:
            raise ValidationError(errors)

    def validate_instance(
        self, instance: Any, import_validation_errors: Any = None, validate_unique: bool = True
    ) -> None:
        """The row's own checks. What takes a question to the database, the database answers."""
        if self.is_closed and instance.pk is None:
            raise ValidationError(CLOSED, code="closed")
        errors = dict(import_validation_errors or {})
        known = [f.name for f in instance._meta.fields if f.is_relation and _is_set(instance, f)]
        try:
            instance.clean_fields(exclude={*errors, *known})
        except ValidationError as error:
            errors = error.update_error_dict(errors)
        if not errors:
            instance.clean()
            return
        raise ValidationError(errors)

    def forget(self) -> None:
        """What was saved has been rolled back."""
        self._stored = None

    def do_instance_save(self, instance: Any, is_create: bool) -> None:
        if not self.one_by_one:
            super().do_instance_save(instance, is_create)
            return
        try:
            with transaction.atomic():
                super().do_instance_save(instance, is_create)
        except IntegrityError as error:
            raise ValidationError(_told_by_database(instance, error), code="database") from None

    def after_save_instance(self, instance: Any, row: Any, **kwargs: Any) -> None:
        self.stored[self.key_of(row)] = instance

    def cells(self, instance: Any) -> list[Cell]:
        return list(self.export_resource(instance))


def resource_for(table: Table) -> RowResource:
    """A resource with the columns of the table; it knows the rows of one moment only."""
    fields = {
        column.field: Field(
            attribute=column.attribute, column_name=column.heading, widget=deepcopy(column.widget)
        )
        for column in table.columns
    }
    names = [column.field for column in table.columns]
    options = {
        "fields": names,
        "import_order": names,
        "export_order": names,
        "import_id_fields": table.keys,
        "instance_loader_class": KeyLoader,
        "skip_unchanged": True,
        "report_skipped": True,
        "use_transactions": False,
    }
    made = modelresource_factory(table.model, RowResource, options, fields)
    resource: RowResource = made()
    resource.is_closed = table.is_closed
    return resource


def rows_of(table: Table) -> Any:
    """The cells of every row on the desk, in the order of the table."""
    resource = resource_for(table)
    many = [field.attribute for field in resource.fields.values() if _is_many(field)]
    rows = table.model.objects.order_by(*table.order).prefetch_related(*many)
    return [resource.cells(row) for row in rows]


def _is_many(field: Field) -> bool:
    return isinstance(field.widget, ManyToManyWidget)


def _field_name(field: Field) -> str:
    return str(field.attribute).removesuffix("_id")


def _is_set(instance: Any, field: Any) -> bool:
    """Whether the row points at another one, which was found by its name a moment ago."""
    return getattr(instance, field.attname) is not None


def _told_by_database(instance: Any, error: IntegrityError) -> str:
    """The sentence of the constraint that the row breaks."""
    told = getattr(error.__cause__, "diag", None)
    name = told.constraint_name if told else ""
    for constraint in instance._meta.constraints:
        if constraint.name == name:
            return str(constraint.violation_error_message)
    return USED_BY_ANOTHER
