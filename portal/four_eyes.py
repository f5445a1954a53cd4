"""Four eyes: nobody publishes their own last change, unless the setting allows it.

What is recorded of municipalities is published as it is saved: the rule does not hold for it.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from django.conf import settings

from portal.models import User
from portal.trail import last_author
from portal.words import EditionKind, Role
from trials.rules import joined

NOBODY_ELSE = "Der er ingen anden fagansvarlig. Bed en administrator om at invitere en."


class OwnChangeError(Exception):
    """Nothing is published: the last change of each of ``titles`` is the publisher's own."""

    def __init__(self, titles: list[str], by: User) -> None:
        self.titles, self.by = titles, by
        super().__init__(" ".join(self.sentences))

    @property
    def sentences(self) -> list[str]:
        """Each thing that is in the way, and who may publish it."""
        told = [
            f"{title}: Du har selv lavet den seneste ændring, og det kræver fire øjne at udgive."
            for title in self.titles
        ]
        return [*told, who_else(self.by)]


def own_changes(
    items: Iterable[tuple[EditionKind, Mapping[str, Any]]], *, by: User | None
) -> list[str]:
    """The titles of the things whose last change is by the one who would publish them."""
    if by is None or not settings.FOUR_EYES:
        return []
    return [
        document["title"]
        for kind, document in items
        if kind is not EditionKind.PARTICIPATION
        if last_author(kind, document["slug"]) == by
    ]


def who_else(by: User) -> str:
    """The sentence that says who may publish instead."""
    publishers = User.objects.filter(groups__name=Role.PUBLISHER, is_active=True)
    names = [str(each) for each in publishers.exclude(pk=by.pk).order_by("username")]
    return f"Det kan udgives af {joined(names, 'eller')}." if names else NOBODY_ELSE
