"""The glossary: every word that is explained on the pages, in one place and in Danish order."""

from collections.abc import Iterator
from itertools import groupby

from portal.help.words.answers import ANSWERS
from portal.help.words.citizen import CITIZEN
from portal.help.words.evidence import EVIDENCE
from portal.help.words.law import LAW
from portal.help.words.term import Term
from trials.rules import danish_order

MOST_CHARACTERS = 300


WORDS = (*LAW, *CITIZEN, *EVIDENCE, *ANSWERS)
TERMS = {term.slug: term for term in sorted(WORDS, key=lambda term: danish_order(term.word))}


def by_letter() -> Iterator[tuple[str, list[Term]]]:
    """The words under their first letters."""
    for letter, terms in groupby(TERMS.values(), key=lambda term: term.word[0].upper()):
        yield letter, list(terms)
