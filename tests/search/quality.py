"""How good a search is: recall among the first ten, and the mean reciprocal rank of the first."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from statistics import mean

from portal.retrieval.ranking import Hit, search
from portal.shelf import Content
from portal.words import EditionKind
from tests.search.gold import GOLD, Line

FIRST = 10
LETTERS = {
    EditionKind.TRIAL: "t",
    EditionKind.EVALUATION: "e",
    EditionKind.RECOMMENDATION: "r",
    EditionKind.PROGRAMME: "p",
}

Search = Callable[[str], Sequence[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of one line: the share that was found, the rank of the first, the false hits."""

    line: Line
    recall: float
    reciprocal: float
    missing: tuple[str, ...]
    false: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quality:
    recall: float
    mrr: float
    false: int


def named(hit: Hit) -> str:
    """The hit as the gold names it."""
    if hit.finding:
        return f"f:{hit.slug}/{hit.finding}"
    return f"{LETTERS[hit.kind]}:{hit.slug}"


def ours(content: Content) -> Search:
    return lambda text: [named(hit) for hit in search(text, content).hits]


def judged(line: Line, found: Sequence[str]) -> Outcome:
    first = found[:FIRST]
    missing = tuple(each for each in line.wanted if each not in first)
    ranks = [rank for rank, hit in enumerate(found, 1) if hit in line.wanted]
    return Outcome(
        line=line,
        recall=1 - len(missing) / len(line.wanted) if line.wanted else 1.0,
        reciprocal=1 / ranks[0] if ranks else float(not line.wanted),
        missing=missing,
        false=tuple(each for each in line.unwanted if each in found),
    )


def outcomes(find: Search, lines: Iterable[Line] = GOLD) -> list[Outcome]:
    return [judged(line, find(line.query)) for line in lines]


def quality(found: Sequence[Outcome]) -> Quality:
    asked = [each for each in found if each.line.wanted]
    return Quality(
        recall=mean(each.recall for each in asked),
        mrr=mean(each.reciprocal for each in asked),
        false=sum(len(each.false) for each in found),
    )
