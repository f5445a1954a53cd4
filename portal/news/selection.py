"""Which changes and last days are about one trial, or may be about one municipality."""

from collections.abc import Iterable
from dataclasses import dataclass

from portal.news.changes import NewsItem, trials_of
from portal.news.last_days import LastDay
from portal.shelf import Content
from portal.validity import reaches, takes_part
from trials.rules import Answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """Et udvalg: what is wanted; with neither trial nor municipality, everything."""

    content: Content
    trial: str = ""
    municipality: str = ""

    def wants(self, change: NewsItem) -> bool:
        """Whether the change is about the trial, and about one that the municipality may be in."""
        about = trials_of(change, self.content)
        if self.trial and self.trial not in about:
            return False
        return not self.municipality or any(self._may_reach(each, change) for each in about)

    def wants_day(self, last_day: LastDay) -> bool:
        return self.trial in ("", last_day.slug) and (
            not self.municipality or self._takes_part(last_day.slug)
        )

    def _may_reach(self, slug: str, change: NewsItem) -> bool:
        if slug in self.content.trials:
            return self._takes_part(slug)
        # A trial that is withdrawn reaches what it reached when it was there.
        if slug != change.slug or change.area is None:
            return False
        return reaches(change.area, self.municipality) is not Answer.NO

    def _takes_part(self, slug: str) -> bool:
        trial = self.content.trials[slug]
        return takes_part(trial, self.municipality) is not Answer.NO


def chosen(changes: Iterable[NewsItem], selection: Selection) -> list[NewsItem]:
    """The changes that are wanted, in their order."""
    return [each for each in changes if selection.wants(each)]
