"""Where each thing on the desk stands: a draft, on the shelf, changed since, or withdrawn."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.utils import timezone

from portal.desk.differences import Difference, differences
from portal.desk.examples import TriedExamples, tried_examples
from portal.gate import references
from portal.models import Edition
from portal.publication import Item, Key, Shelf
from portal.publication import differs as is_changed
from portal.words import EditionKind
from trials.models import Citation
from trials.rules import Passage, danish_date, rule_from, rule_passages


@dataclass(frozen=True, kw_only=True)
class Standing:
    """One thing on the desk, beside its newest edition; ``lacks`` is what keeps it there."""

    kind: EditionKind
    document: Mapping[str, Any]
    newest: Edition | None
    differs: bool
    lacks: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        return str(self.document["title"])

    @property
    def slug(self) -> str:
        return str(self.document["slug"])

    @property
    def is_public(self) -> bool:
        """Whether the portal shows it."""
        return self.newest is not None and not self.newest.withdrawn

    @property
    def text(self) -> str:
        """The standing in words."""
        if self.newest is None:
            return "Kladde, aldrig udgivet"
        number, day = self.newest.number, day_of(self.newest)
        if self.newest.withdrawn:
            return f"Trukket tilbage den {day} (udgave {number})"
        if self.differs:
            return f"Ændret siden udgave {number}, som blev udgivet den {day}"
        return f"Udgivet som udgave {number} den {day}"

    @cached_property
    def differences(self) -> list[Difference]:
        """What is another than in the newest edition; nothing to compare the first one with."""
        return differences(self.newest.document, self.document) if self.newest else []

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """A trial told as the engine reads it, if it can be read."""
        if self.kind is not EditionKind.TRIAL:
            return ()
        try:
            return rule_passages(rule_from(self.document))
        except (KeyError, ValueError):
            return ()

    @cached_property
    def examples(self) -> TriedExamples | None:
        """How the examples of a trial stand, and which of them get another answer than before."""
        if self.kind is not EditionKind.TRIAL:
            return None
        return tried_examples(self.document, self.newest.document if self.newest else None)


def standings(
    items: Iterable[Item], shelf: Shelf, lacks: Mapping[Key, list[str]] | None = None
) -> list[Standing]:
    """Where the things stand beside the shelf, with what they lack when that was looked into."""
    return [
        Standing(
            kind=kind,
            document=document,
            newest=shelf.get((kind, document["slug"])),
            differs=is_changed(kind, document, shelf),
            lacks=tuple((lacks or {}).get((kind, document["slug"]), ())),
        )
        for kind, document in items
    ]


def pointing_at(kind: EditionKind, slug: str, shelf: Shelf) -> list[Edition]:
    """What is on the shelf and points at the thing."""
    return [
        edition
        for (pointing, _), edition in shelf.items()
        if not edition.withdrawn
        and any(
            (each.kind, each.slug) == (kind, slug)
            for each in references(pointing, edition.document)
        )
    ]


def day_of(edition: Edition) -> str:
    """The day it was published, as it was in Denmark."""
    zone = timezone.get_current_timezone()
    return danish_date(edition.published_at.astimezone(zone).date())


def citing(citation: Citation, shelf: Shelf) -> list[Edition]:
    """What is on the shelf and rests on the place in the source, known in that way."""
    told = citation.natural_key()
    return [
        edition
        for edition in shelf.values()
        if not edition.withdrawn and _cites(edition.document, told)
    ]


def _cites(part: Any, told: tuple[str, str, str]) -> bool:
    if isinstance(part, list):
        return any(_cites(each, told) for each in part)
    if not isinstance(part, dict):
        return False
    found = (part.get("source"), part.get("place"), part.get("status"))
    return found == told or any(_cites(each, told) for each in part.values())
