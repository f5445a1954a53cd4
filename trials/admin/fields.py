"""What the fields of the desk look like, and what they say when they cannot be read."""

from typing import Any

from django.contrib.admin.options import BaseModelAdmin
from django.contrib.admin.widgets import (
    AutocompleteMixin,
    AutocompleteSelect,
    AutocompleteSelectMultiple,
    RelatedFieldWidgetWrapper,
)
from django.db import models

from trials.admin.forms import NOT_ON_THE_LIST
from trials.models import Citation
from trials.refusing import is_key
from trials.rules import MOST_CHARACTERS

# What a field says when it cannot read what was typed; never the typed text itself.
SAID = {
    "required": "Feltet skal udfyldes.",
    "invalid_choice": NOT_ON_THE_LIST,
    "invalid_pk_value": NOT_ON_THE_LIST,
}
NO_DAY = (
    "Dagen findes ikke eller kan ikke læses. Skriv dag, måned og år med fire cifre, for eksempel "
    "31-12-2022."
)
NO_ADDRESS = "Skriv en adresse, der begynder med https://, for eksempel https://www.star.dk."


class KnownKeys(AutocompleteMixin):
    """Shows again what was chosen, also when somebody posted what can be no key of a row.

    Django would look the text up as a number, and fail.
    """

    def optgroups(self, name: str, value: Any, attrs: Any = None) -> Any:
        keys = [key for key in value if not key or is_key(str(key))]
        return super().optgroups(name, keys, attrs)


class Autocomplete(KnownKeys, AutocompleteSelect):
    """One row, found by typing."""


class AutocompleteMany(KnownKeys, AutocompleteSelectMultiple):
    """Any number of rows, found by typing."""


class DeskFields(BaseModelAdmin):
    """Fields that say in Danish what is wrong and what to do."""

    def formfield_for_foreignkey(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        kwargs |= self._found_by_typing(db_field, request, Autocomplete)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def formfield_for_manytomany(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        kwargs |= self._found_by_typing(db_field, request, AutocompleteMany)
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    def _found_by_typing(self, db_field: Any, request: Any, widget: Any) -> dict[str, Any]:
        here: Any = self
        if db_field.name not in here.get_autocomplete_fields(request):
            return {}
        return {"widget": widget(db_field, here.admin_site)}

    def formfield_for_dbfield(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        if db_field.related_model is Citation:
            # A citation names its source, so the two are loaded together.
            kwargs.setdefault("queryset", Citation.objects.select_related("source"))
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field is not None:
            field.error_messages |= SAID
            if isinstance(db_field, models.DateField):
                field.error_messages["invalid"] = NO_DAY
            if isinstance(db_field, models.TextField):
                field.widget.attrs["data-most"] = MOST_CHARACTERS
            if isinstance(db_field, models.URLField):
                field.error_messages["invalid"] = NO_ADDRESS
            _leave_out_what_editors_never_do(field.widget)
        return field


def _leave_out_what_editors_never_do(widget: Any) -> None:
    """What is pointed to is mostly in use elsewhere: it is not deleted from here."""
    if isinstance(widget, RelatedFieldWidgetWrapper):
        widget.can_delete_related = False
        widget.can_view_related = False
