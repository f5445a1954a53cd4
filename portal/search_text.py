"""The text of a document as it is searched: its words for people, in one way of writing them."""

import unicodedata
from collections.abc import Iterator, Mapping
from typing import Any

from trials.rules import group_from, group_sentences

# What people read in a document. Its other keys hold codes, addresses and days.
FOR_PEOPLE = frozenset(
    {
        "title", "name", "official_name", "aliases", "other_names", "summary", "description",
        "text", "wording", "statement", "topic", "note", "deviation", "place", "role",
        "derogates_from", "reservation", "ordinary", "trial", "aim", "target_group_wording",
        "period_wording", "method", "comparison", "magnitude", "population", "conditions",
        "kind_label", "status_label", "outcome_label", "direction_label", "design_label",
        "publisher",
    }
)  # fmt: skip
# Alternatives are codes all through; what they say in words is added from the engine.
CODES = frozenset({"alternatives"})
# Marks upon letters, and characters that nobody sees.
LEFT_OUT = frozenset({"Mn", "Me", "Cf", "Cc"})


def search_text_of(document: Mapping[str, Any]) -> str:
    """Everything in the document that a person may search for."""
    return normalised(" ".join([*_texts(document), *_group_texts(document)]))


def normalised(text: str) -> str:
    """Lower case, one blank between words, and each letter in the one form that Unicode has.

    A mark that Unicode joins to its letter is part of it, as in "å"; one that is left over is a
    slip of a keyboard or a converter, and goes.
    """
    joined = unicodedata.normalize("NFKC", " ".join(text.split())).lower()
    kept = (each for each in joined if each == " " or unicodedata.category(each) not in LEFT_OUT)
    return " ".join("".join(kept).split())


def _texts(value: Any, key: str = "") -> Iterator[str]:
    if isinstance(value, str):
        if key in FOR_PEOPLE:
            yield value
    elif isinstance(value, Mapping):
        # The database keeps the keys of a document in an order of its own.
        for name in sorted(value.keys() - CODES):
            yield from _texts(value[name], name)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from _texts(part, key)


def _group_texts(document: Mapping[str, Any]) -> Iterator[str]:
    """The target groups in words: who searches for "dagpenge" means those who live on it."""
    for group in document.get("target_groups", ()):
        yield from group_sentences(group_from(group))
