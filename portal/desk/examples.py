"""How the examples of a trial stand before it is published, and what the change does to them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from trials.rules import (
    ExampleOutcome,
    changed_answers,
    example_question,
    tried_in_words,
    try_examples,
)

Document = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """An example that the edition and the desk answer differently.

    ``note`` says when the desk no longer asks as the edition did.
    """

    slug: str
    question: str
    why: str
    before: str
    now: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TriedExamples:
    """What became of the examples on the desk, and those whose answers change."""

    outcomes: tuple[ExampleOutcome, ...]
    changed: tuple[Changed, ...]

    @property
    def text(self) -> str:
        return tried_in_words(self.outcomes)


def tried_examples(document: Document, edition: Document | None) -> TriedExamples | None:
    """None when the rule cannot be read: what is wrong with it is told already."""
    try:
        outcomes = tuple(try_examples(document))
        changed = _changed(edition, document) if edition else ()
    except (KeyError, ValueError):
        return None
    return TriedExamples(outcomes=outcomes, changed=changed)


def _changed(edition: Document, document: Document) -> tuple[Changed, ...]:
    kept = document.get("examples", [])
    return tuple(
        Changed(
            slug=change.example["slug"],
            question=example_question(change.example),
            why=change.example["why"],
            before=change.before,
            now=change.now,
            note="" if change.example in kept else GONE,
        )
        for change in changed_answers(edition, document)
    )


GONE = "Eksemplet står sådan i udgaven; på skrivebordet er det slettet eller spørger om andet."
