"""The editions of one thing: which there are, and which one Vejviser showed on a day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from portal.known import day_of
from portal.models import Edition
from trials.rules import danish_date


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """All editions of one thing, the newest first, and the one that the page shows."""

    editions: Sequence[Edition]
    shown: Edition

    @property
    def newest(self) -> Edition:
        return self.editions[0]

    @property
    def is_superseded(self) -> bool:
        return self.shown.pk != self.newest.pk

    @property
    def successor(self) -> Edition | None:
        """The edition that took the place of the one shown."""
        number = self.shown.number + 1
        return next((each for each in self.editions if each.number == number), None)

    def told_on(self, day: date) -> str:
        """What Vejviser itself showed at the end of the day, when that was something else."""
        then = next((each for each in self.editions if day_of(each) <= day), None)
        words = f"Den {danish_date(day)}"
        if self.is_superseded:  # the page says already that it is not what holds
            return ""
        if then is None:
            return (
                f"{words} havde Vejviser ikke udgivet denne side endnu. Den viser, hvad der gjaldt "
                "den dag, efter det vi ved i dag."
            )
        if then.withdrawn and then.pk != self.newest.pk:
            return f"{words} var denne side trukket tilbage fra Vejviser."
        if then.pk == self.newest.pk:
            return ""
        return (
            f"{words} viste Vejviser udgave {then.number}. Denne side viser, hvad der gjaldt den "
            f"dag, efter det vi ved i dag (udgave {self.newest.number})."
        )
