"""A caseworker who asks about one trial: the stated facts, the day, and perhaps an offer."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from portal.matching import read_profile
from portal.shelf import Content
from trials.rules import Assessment, assess, offer_from, questions


@dataclass(frozen=True)
class Asking:
    """Asks about ``slug``; a question repeats the facts and the day that it does not change."""

    content: Content
    slug: str
    on: str
    facts: dict[str, Any]

    def __call__(
        self, *, on: str | None = None, offer: dict[str, Any] | None = None, **facts: Any
    ) -> Assessment:
        """The answer; a fact that is None is not stated."""
        day = date.fromisoformat(on or self.on)
        return assess(
            self.content.trials[self.slug].rule,
            read_profile(self.content, {**self.facts, **facts}, on=day),
            on=day,
            offer=offer_from(offer) if offer else None,
        )

    def asked(self, answer: Assessment) -> list[str]:
        """The facts that the caseworker is asked for after the answer."""
        asked = questions([answer], municipalities=self.content.municipalities)
        return [question.attribute for question in asked]
