"""Where the words stand: a text in segments, of which some are hits. The template marks them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from portal.retrieval.lexicon import tokens
from portal.retrieval.passages import Passage

LONGEST = 260
# What is shown before the first hit of a long text.
BEFORE = 60
ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of a text as it is, and whether it is a word that was searched for."""

    text: str
    is_hit: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Snippet:
    """The passage of a document that shows best why it was found, or nothing of it."""

    label: str
    segments: tuple[Segment, ...]


def segments(text: str, words: Collection[str]) -> tuple[Segment, ...]:
    """The whole text, cut where hits begin and end."""
    found, place = list[Segment](), 0
    for token in tokens(text):
        if token.word in words:
            if token.start > place:
                found.append(Segment(text[place : token.start]))
            found.append(Segment(text[token.start : token.end], is_hit=True))
            place = token.end
    return (*found, Segment(text[place:])) if text[place:] else tuple(found)


def snippet(passages: Sequence[Passage], words: Collection[str]) -> Snippet | None:
    """The passage with most of the words, the weightier first; else the first after the title."""
    below = [each for each in passages if each.weight != "A"]
    best = max(below, key=lambda each: _hits(each.text, words), default=None)
    if best is None:
        return None
    return Snippet(label=best.label, segments=segments(_cut(best.text, words), words))


def _hits(text: str, words: Collection[str]) -> int:
    return len({token.word for token in tokens(text)} & set(words))


def _cut(text: str, words: Collection[str]) -> str:
    """As much of the text as is shown, around the place with most different hits."""
    if len(text) <= LONGEST:
        return text
    hits = [token for token in tokens(text) if token.word in words]
    starts = [max(0, token.start - BEFORE) for token in hits] or [0]
    start = max(starts, key=lambda at: len({t.word for t in hits if at <= t.start < at + LONGEST}))
    start = text.rfind(" ", 0, start) + 1
    end = text.rfind(" ", start, start + LONGEST) if start + LONGEST < len(text) else len(text)
    before = f"{ELLIPSIS} " if start else ""
    after = f" {ELLIPSIS}" if end < len(text) else ""
    return f"{before}{text[start:end]}{after}"
