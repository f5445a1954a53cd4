"""The forms of one Danish word have one stem; words that only look alike have not.

Every ending that a noun, an adjective or a regular verb takes is cut, again and again, so that
"indsats", "indsatsen", "indsatser" and "indsatserne" meet in one stem, whichever is typed. What
makes a new word (-hed, -ing, -else) is not an ending: "ledes" does not find "ledighed".
"""

import re
from functools import lru_cache

# The longest first.
ENDINGS = (
    "ernes", "erens", "endes", "enes", "erne", "eren", "ende", "ene", "ens", "ets", "ers", "ere",
    "ede", "es", "en", "et", "er", "te", "e", "s", "t",
)  # fmt: skip
# Only the whole word ends so: a borgmester is no form of borger.
SUPERLATIVE = re.compile(r"este?s?$")
VOWEL = re.compile("[aeiouyæøåé]")
SHORTEST = 3
# "t" and "te" are endings only after a consonant that can carry them: aktivt, but not kort.
CARRIES_T = re.compile(r"(ig|sk|[lv]|gt|dt|mm|nd)$")
# What is left is written in one way: jobb(et) as job, voksn(e) as voks(en).
DOUBLED = re.compile(r"([bdfgklmnprst])\1$")
CONTRACTED = re.compile(r"(?<=[^aeiouyæøålnr])n$")
# They look inflected, and are not.
WHOLE = frozenset({"tilbud", "penge", "under", "ellers", "siden", "samtidig", "danmark", "marts"})
# Forms that no ending makes; a forælder is nothing forældet, and what one lægger is no læge.
IRREGULAR = {
    **dict.fromkeys(("lægger", "lagt", "lagde"), "lægge"),
    **dict.fromkeys(("forælder", "forælderen", "forældrene", "forældres"), "forældre"),
    **dict.fromkeys(("barn", "barnet", "barnets", "børnene", "børns"), "børn"),
    **dict.fromkeys(("mand", "manden", "mændene", "mænds"), "mænd"),
}

DERIVED = (
    "elsern", "elser", "elsen", "else", "elses", "els", "el", "ningern", "ninger", "ning",
    "ingern", "inger", "ing", "heder", "hed", "ation", "ator",
)  # fmt: skip
# Past forms that have lost a vowel: undersøgt, sygemeldt.
PAST = re.compile(r"(?<=g|d)t$")
# Words that have drifted apart from what they were made of: virksom is no virksomhed.
DRIFTED = frozenset({"virksomhed", "myndighed", "stilling", "ledning", "lejlighed"})


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """What all forms of the word share."""
    word = IRREGULAR.get(word, word)
    if word in WHOLE or word in IRREGULAR.values() or not word.isalpha():
        return word
    if _can_stand(rest := SUPERLATIVE.sub("", word)):
        word = rest
    while (shorter := _without_ending(word)) != word:
        word = shorter
    left = DOUBLED.sub(r"\1", word)
    contracted = CONTRACTED.sub("", left) if len(left) > SHORTEST else left
    return contracted if contracted == left else stem(contracted)


@lru_cache(maxsize=200_000)
def root(word: str) -> str:
    """What the word was made of: forlænget and forlængelse share it, virksom and virksomhed not."""
    base = stem(word)
    if base in DRIFTED:
        return base
    for ending in DERIVED:
        rest = base.removesuffix(ending)
        if rest != base and len(rest) > SHORTEST and VOWEL.search(rest):
            return stem(rest)
    return PAST.sub("", base)


def _without_ending(word: str) -> str:
    for ending in ENDINGS:
        rest = word.removesuffix(ending)
        if rest != word and _can_stand(rest) and _may_end(rest, ending):
            return rest
    return word


def _can_stand(rest: str) -> bool:
    """A stem has a vowel, and three letters, or two when it starts with the vowel: uge, uger."""
    is_short = len(rest) == SHORTEST - 1 and bool(VOWEL.match(rest))
    return is_short or (len(rest) >= SHORTEST and bool(VOWEL.search(rest)))


def _may_end(rest: str, ending: str) -> bool:
    if ending in {"t", "te"}:
        return len(rest) > SHORTEST and bool(CARRIES_T.search(rest))
    return ending != "s" or rest[-1] not in "su"
