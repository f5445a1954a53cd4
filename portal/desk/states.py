"""Where each thing on the desk stands: a draft, on the shelf, changed since, or withdrawn."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from django.utils import timezone

from portal.desk.differences import Difference, differences
from portal.desk.examples import TriedExamples, tried_examples
from portal.gate import references
from portal.hashes import hash_of
from portal.models import Edition, Submission
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
    submission: Submission | None = None

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
    def is_sent(self) -> bool:
        """Whether it waits for a publisher."""
        return self.submission is not None and self.submission.is_open

    @property
    def waits(self) -> bool:
        """Whether anybody has something to do about it."""
        return self.differs or self.is_sent

    @property
    def text(self) -> str:
        """The standing in words: beside the shelf, and on the way there."""
        return ". ".join(text for text in (self._beside_the_shelf, self._on_the_way) if text)

    @property
    def _on_the_way(self) -> str:
        sent = self.submission
        if sent is None:
            return ""
        if sent.closed_at is None:
            told = f"Til godkendelse, sendt den {day_of(sent.sent_at)} af {sent.sent_by}"
            unchanged = sent.holds(hash_of(self.document))
            return told if unchanged else f"{told}, ændret siden den blev sendt"
        is_answered = self.newest is not None and self.newest.published_at > sent.closed_at
        if is_answered or not sent.was_sent_back:
            return ""
        day = day_of(sent.closed_at)
        return f"Sendt tilbage den {day} af {sent.closed_by}: \u201d{sent.answer}\u201d"

    @property
    def _beside_the_shelf(self) -> str:
        if self.newest is None:
            return "Kladde, aldrig udgivet"
        number, day = self.newest.number, day_of(self.newest.published_at)
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
    items: Iterable[Item],
    shelf: Shelf,
    *,
    lacks: Mapping[Key, list[str]] | None = None,
    sent: Mapping[Key, Submission] | None = None,
) -> list[Standing]:
    """Where the things stand, with what they lack and what was sent when that was looked into."""
    return [
        Standing(
            kind=kind,
            document=document,
            newest=shelf.get((kind, document["slug"])),
            differs=is_changed(kind, document, shelf),
            lacks=tuple((lacks or {}).get((kind, document["slug"]), ())),
            submission=(sent or {}).get((kind, document["slug"])),
        )
        for kind, document in items
    ]


def submissions() -> dict[Key, Submission]:
    """The last submission of each thing."""
    return {(EditionKind(each.kind), each.slug): each for each in Submission.objects.newest()}


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


def day_of(moment: datetime) -> str:
    """The day of the moment, as it was in Denmark."""
    return danish_date(moment.astimezone(timezone.get_current_timezone()).date())


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
