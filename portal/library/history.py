"""The editions of one thing: which there are, and which one Vejviser showed on a day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from portal.known import day_of
from portal.models import Edition
from trials.rules import danish_date


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """All editions of one thing, the newest first, and the one that the page shows.

    ``known_on`` is the day that it is shown as known on, when an earlier one was asked for.
    """

    editions: Sequence[Edition]
    shown: Edition
    known_on: date | None = None

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
        then = edition_on(self.editions, day)
        words = f"Den {danish_date(day)}"
        if self.is_superseded or self.known_on:  # the page says already which edition it is
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


def edition_on(editions: Sequence[Edition], day: date) -> Edition | None:
    """Which of the editions, the newest first, was the newest when the day ended."""
    return next((each for each in editions if day_of(each) <= day), None)
