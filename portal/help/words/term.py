"""What the glossary says of one word."""

from dataclasses import dataclass

from trials.rules import slug_from


@dataclass(frozen=True, slots=True)
class Term:
    """Et ord: what it means for the one who reads the pages, in a sentence or three.

    ``source`` is the law or page it rests on, where it is not a word of the portal itself.
    """

    word: str
    text: str
    source: str = ""

    @property
    def slug(self) -> str:
        return slug_from(self.word)
