from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.functional import cached_property

from trials.rules import REFUSAL, has_identity_number, text_fault

# A day outside these is a slip of the keyboard: no source that a trial rests on is older.
FIRST_DAY = date(1900, 1, 1)
LAST_DAY = date(2100, 12, 31)
# So far a row is moved from its place while another may take it; no row stands there.
ASIDE = 1000


class Record(models.Model):
    """En post: the base of everything that editors write.

    It refuses what no text may hold, and days that nobody means.
    """

    class Meta:
        abstract = True

    @cached_property
    def as_saved(self) -> Any:
        """The row as the database has it, with all that its document reads.

        A form puts what was typed on the row it is about. For rows that are published alone.
        """
        return type(self)._default_manager.for_publication().get(pk=self.pk)  # type: ignore[attr-defined]

    def clean_fields(self, exclude: Any = None) -> None:
        """Validate the fields, and refuse anything that looks like a CPR number in a text."""
        errors: dict[str, Any] = {}
        try:
            super().clean_fields(exclude=exclude)
        except ValidationError as error:
            errors = error.update_error_dict(errors)
        for name, texts in self._texts(exclude or ()):
            if fault := next(filter(None, map(text_fault, texts)), ""):
                errors[name] = [ValidationError(fault, code="text")]
            elif any(map(has_identity_number, texts)):
                errors[name] = [ValidationError(REFUSAL, code="identity_number")]
        for name, day in self._days(exclude or ()):
            if not FIRST_DAY <= day <= LAST_DAY:
                errors[name] = [ValidationError(_unlikely(day), code="unlikely_day")]
        if errors:
            raise ValidationError(errors)

    def _days(self, exclude: Any) -> Iterator[tuple[str, date]]:
        """The name and the day of each date field that has one."""
        for field in self._written_fields():
            day = getattr(self, field.attname)
            is_day = isinstance(field, models.DateField) and isinstance(day, date)
            if is_day and not isinstance(field, models.DateTimeField) and field.name not in exclude:
                yield field.name, day

    def _texts(self, exclude: Any) -> Iterator[tuple[str, list[str]]]:
        """The name and the texts of each field that holds text, lists of text included."""
        for field in self._written_fields():
            value = getattr(self, field.attname)
            texts = value if isinstance(value, list) else [value]
            if field.name not in exclude and all(isinstance(text, str) for text in texts):
                yield field.name, texts

    def _written_fields(self) -> Iterator[Any]:
        """Without what the database computes of the others: a new row does not have it yet."""
        return (field for field in self._meta.concrete_fields if not field.generated)


def _unlikely(day: date) -> str:
    return (
        f"Året {day.year:04} kan ikke passe. Skriv en dag fra {FIRST_DAY.year} til {LAST_DAY.year}."
    )


class SlugQuerySet(models.QuerySet[Any]):
    """Rows found by their slug."""

    def get_by_natural_key(self, slug: str) -> Any:
        return self.get(slug=slug)


class PartQuerySet(models.QuerySet[Any]):
    """Rows found by the slug of their owner and their own key within it."""

    def get_by_natural_key(self, owner: str, key: Any) -> Any:
        return self.get(**{f"{self.model.OWNER}__slug": owner, self.model.KEY: key})


class Part(Record):
    """En del af noget: a row that belongs to one owner, and its key tells it from the others."""

    OWNER: ClassVar[str]
    KEY: ClassVar[str] = "position"

    position = models.PositiveSmallIntegerField("rækkefølge", default=1)

    objects = PartQuerySet.as_manager()

    class Meta:
        abstract = True

    def natural_key(self) -> tuple[str, Any]:
        return (getattr(self, self.OWNER).slug, getattr(self, self.KEY))


def in_order(rows: Iterable[Any]) -> list[Any]:
    """The rows by their natural keys, so that a document does not depend on a collation."""
    return sorted(rows, key=lambda row: row.natural_key())


def once(name: str, *fields: str) -> models.UniqueConstraint:
    """No two rows with the same fields, said in Danish."""
    return models.UniqueConstraint(
        name=name,
        fields=fields,
        violation_error_message="Der findes allerede en række med samme plads eller kortnavn.",
    )
