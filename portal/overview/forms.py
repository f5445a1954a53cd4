"""What the addresses of the overview pages may state; every field may be left out."""

from datetime import date
from typing import Any

from django.http import QueryDict

from portal.fields import DayField
from portal.library.parameters import CodeField
from portal.library.strict import StrictForm, search_helper
from portal.shelf import Content


class TimelineForm(StrictForm):
    """Tidslinjen: a day to mark, and a municipality to leave trials out by."""

    def __init__(self, data: QueryDict, *, content: Content, today: date) -> None:
        super().__init__(data)
        self.fields["dato"] = DayField(
            today=today, label="Dag", help_text="Den dag, der vises på linjen: dd-mm-åååå."
        )
        self.fields["kommune"] = CodeField(
            codes=list(content.municipalities.items()),
            required=False,
            label="Kan gælde i kommunen",
            help_text="Også forsøg, hvor kilden ikke siger, om kommunen er med.",
        )
        self.helper = search_helper("Vis")

