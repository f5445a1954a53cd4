from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

from trials.rules import REFUSAL, has_identity_number


class Record(models.Model):
    """En post: the base of everything that editors write. It refuses what no text may hold."""

    class Meta:
        abstract = True

    def clean_fields(self, exclude: Any = None) -> None:
        """Validate the fields, and refuse anything that looks like a CPR number in a text."""
        errors: dict[str, Any] = {}
        try:
            super().clean_fields(exclude=exclude)
        except ValidationError as error:
            errors = error.update_error_dict(errors)
        for name in self._text_fields(exclude or ()):
            if has_identity_number(getattr(self, name)):
                errors[name] = [ValidationError(REFUSAL, code="identity_number")]
        if errors:
            raise ValidationError(errors)

    def _text_fields(self, exclude: Any) -> list[str]:
        return [
            field.attname
            for field in self._meta.concrete_fields
            if isinstance(field, models.CharField | models.TextField)
            and field.name not in exclude
            and not field.primary_key
        ]
