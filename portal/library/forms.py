"""What the address of the page of one thing may state."""

from datetime import date
from typing import Any

from portal.fields import DayField
from portal.library import strict


class DayForm(strict.StrictForm):
    """På dato: the day that the page is about."""

    def __init__(self, data: Any, *, today: date) -> None:
        super().__init__(data)
        self.fields["dato"] = DayField(
            today=today, label="Dag", help_text="Se, hvad der gjaldt en anden dag: dd-mm-åååå."
        )
        self.helper = strict.search_helper("Vis dagen")
