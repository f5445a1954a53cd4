"""What the fields of the desk say when they cannot be read."""

from typing import Any

from django.db import models

NOT_ON_THE_LIST = "Vælg en af mulighederne på listen."
# What a field of the desk says when it cannot read what was typed; never the typed text itself.
SAID = {
    "required": "Feltet skal udfyldes.",
    "invalid_choice": NOT_ON_THE_LIST,
    "invalid_pk_value": NOT_ON_THE_LIST,
}
NO_DAY = (
    "Dagen findes ikke eller kan ikke læses. Skriv dag, måned og år med fire cifre, for eksempel "
    "31-12-2022."
)


class DeskFields:
    """Fields that say in Danish what is wrong and what to do."""

    def formfield_for_dbfield(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        field = super().formfield_for_dbfield(db_field, request, **kwargs)  # type: ignore[misc]
        if field is not None:
            field.error_messages |= SAID
            if isinstance(db_field, models.DateField):
                field.error_messages["invalid"] = NO_DAY
        return field
