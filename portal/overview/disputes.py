"""What sources disagree on, in all libraries: each published thing with its topics."""

from collections.abc import Mapping
from typing import Any

from portal.disagreements import Disputed, disputed
from portal.library.links import Link, documents, link_to
from portal.shelf import Content
from portal.words import EditionKind
from trials.rules import danish_order

HEADINGS = {
    EditionKind.TRIAL: "Forsøg",
    EditionKind.PROGRAMME: "Programmer og metoder",
    EditionKind.EVALUATION: "Evalueringer",
}


def disputes_by_kind(content: Content) -> list[tuple[str, list[tuple[Disputed, Link]]]]:
    """The things of each kind that have any, by title, with the way to their pages."""
    found = [(label, _disputes(kind, content)) for kind, label in HEADINGS.items()]
    return [(label, things) for label, things in found if things]


def _by_title(document: Mapping[str, Any]) -> str:
    return danish_order(document["title"])


def _disputes(kind: EditionKind, content: Content) -> list[tuple[Disputed, Link]]:
    published = sorted(documents(content, kind).values(), key=_by_title)
    things = disputed((kind, document) for document in published)
    return [(thing, link_to(content, kind, thing.slug)) for thing in things]
