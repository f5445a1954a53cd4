"""Where sources disagree, read from documents: what each says, what was chosen, and why.

The desk, the portal and the gate read the same: drafts on the desk, editions on the portal.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from portal.words import EditionKind
from trials.rules import RemarkKind

Document = Mapping[str, Any]
NONE_CHOSEN = "Ingen påstand er valgt. Sæt fluebenet ved den, vi bruger, når det kan afgøres."
SEVERAL_CHOSEN = "Flere påstande er valgt. Behold kun fluebenet ved én."
NO_REASON = "Der står ikke, hvorfor den er valgt. Skriv det ved den påstand, vi bruger."


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A question that sources answer differently."""

    name: str
    claims: tuple[Document, ...]

    @property
    def chosen(self) -> list[Document]:
        """The claim that we use; none while nothing is decided."""
        return [claim for claim in self.claims if claim["chosen"]]

    @property
    def fault(self) -> str:
        """What must be mended before it is published: a choice is one, and has its reason."""
        if len(self.chosen) > 1:
            return SEVERAL_CHOSEN
        # Editions from before the reason was asked for have none.
        return NO_REASON if any(not each.get("why_chosen") for each in self.chosen) else ""

    @property
    def lack(self) -> str:
        """Why the topic is not settled yet; empty when it is."""
        return self.fault or ("" if self.chosen else NONE_CHOSEN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Disputed:
    """A thing that sources disagree on: its topics, and what is only remarked."""

    kind: EditionKind
    slug: str
    title: str
    topics: tuple[Topic, ...]
    remarks: tuple[Document, ...]

    @property
    def count(self) -> int:
        return len(self.topics) + len(self.remarks)


def topics_of(document: Document) -> list[Topic]:
    """The topics on which the document holds rival claims, in their order."""
    found: dict[str, list[Document]] = {}
    for claim in document.get("claims", ()):
        found.setdefault(claim["topic"], []).append(claim)
    return [
        Topic(name=name, claims=tuple(claims)) for name, claims in found.items() if len(claims) > 1
    ]


def disputed(
    items: Iterable[tuple[EditionKind, Document]], *, only_open: bool = False
) -> Iterator[Disputed]:
    """The things that sources disagree on; or of these only the topics that are not settled."""
    for kind, document in items:
        found = Disputed(
            kind=kind,
            slug=document["slug"],
            title=document["title"],
            topics=tuple(each for each in topics_of(document) if each.lack or not only_open),
            remarks=() if only_open else tuple(_contradictions(document)),
        )
        if found.count:
            yield found


def _contradictions(document: Document) -> Iterator[Document]:
    for remark in document.get("remarks", ()):
        if remark["kind"] == RemarkKind.CONTRADICTION:
            yield remark
