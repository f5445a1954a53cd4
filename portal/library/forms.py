"""What the address of the page of one thing may state."""

from datetime import date
from typing import Any

from portal.fields import DayField
from portal.known import KNOWN
from portal.library import strict


class DayForm(strict.StrictForm):
    """På dato: the day that the page is about; and the day whose editions it shows."""

    def __init__(self, data: Any, *, today: date, may_look_back: bool = False) -> None:
        super().__init__(data)
        self.today = today
        self.fields["dato"] = DayField(
            today=today, label="Dag", help_text="Se, hvad der gjaldt en anden dag: dd-mm-åååå."
        )
        if may_look_back:
            self.fields[KNOWN] = DayField(
                today=today,
                label="Som det var kendt den",
                help_text="Se siden, som den stod, da dagen var slut: dd-mm-åååå. Tom: nu.",
            )
        self.helper = strict.search_helper("Vis dagen")
