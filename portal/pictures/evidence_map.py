"""Videnskortet: what is found for each outcome and each studied group, one sign for each direction.

Effects, figures and what people tell are kept apart: they are never steps of one scale.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from evaluations.words import Direction, EvidenceKind, Outcome
from portal.findings import design_words, direction_words
from portal.shelf import Document
from trials.rules import Word, joined

SMALLEST_SIGN = 14
GROWTH = 4
LARGEST_SIGN = 30
NO_GROUP = "Målgruppen er ikke afgrænset i kilden"


class Strand(Word):
    """Slags viden: what may stand side by side, and not on one scale."""

    EFFECT = "effekt", "effekt"
    FIGURE = "opgjort", "opgjort"
    TOLD = "oplevet", "oplevet"

    @property
    def meaning(self) -> str:
        """The kinds of knowledge in it: beskrivelse eller optælling, sammenhæng."""
        kinds = [kind.label for kind, strand in STRANDS.items() if strand is self]
        return joined(kinds, "og")


STRANDS = {
    EvidenceKind.EFFECT: Strand.EFFECT,
    EvidenceKind.ASSOCIATION: Strand.FIGURE,
    EvidenceKind.COUNT: Strand.FIGURE,
    EvidenceKind.EXPERIENCED: Strand.TOLD,
    EvidenceKind.PERCEIVED: Strand.TOLD,
    EvidenceKind.QUALITATIVE: Strand.TOLD,
    EvidenceKind.EXPECTED: Strand.TOLD,
    EvidenceKind.CAVEAT: Strand.TOLD,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A finding with the evaluation that it is from."""

    evaluation: Document
    finding: Document

    @property
    def strand(self) -> Strand:
        return STRANDS[EvidenceKind(self.finding["kind"])]

    @property
    def groups(self) -> str:
        """The groups that the evaluation studied: a finding does not say which of them it is of."""
        names = sorted(row["name"] for row in self.evaluation["target_groups"])
        return "; ".join(names) or NO_GROUP


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """The findings of one cell that point the same way, and how they were reached."""

    direction: Direction
    label: str
    designs: str
    found: tuple[Found, ...]

    @property
    def size(self) -> int:
        """Larger for more findings, up to where it would only fill the cell."""
        return min(SMALLEST_SIGN + GROWTH * len(self.found), LARGEST_SIGN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """The signs of one kind of knowledge."""

    strand: Strand
    signs: tuple[Sign, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One outcome for one group; ``known`` counts what a filter leaves out, too."""

    column: int
    groups: str
    lanes: tuple[Lane, ...]
    found: tuple[Found, ...]
    known: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One outcome across all groups."""

    outcome: Outcome
    cells: tuple[Cell, ...]

    @property
    def unstudied(self) -> int:
        """For how many groups nothing is known."""
        return sum(not cell.known for cell in self.cells)

    @property
    def count(self) -> int:
        return sum(len(cell.found) for cell in self.cells)


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceMap:
    """Every outcome by every group that some evaluation studied."""

    columns: tuple[str, ...]
    lines: tuple[Line, ...]

    @property
    def count(self) -> int:
        return sum(line.count for line in self.lines)


def findings_of(evaluations: Iterable[Document]) -> list[Found]:
    return [
        Found(evaluation=evaluation, finding=finding)
        for evaluation in evaluations
        for finding in evaluation["findings"]
    ]


def map_of(found: list[Found], wanted: Callable[[Found], bool]) -> EvidenceMap:
    """The map of what is wanted; the rows and columns are those of everything that is found."""
    columns = tuple(dict.fromkeys(row.groups for row in found))
    return EvidenceMap(
        columns=columns,
        lines=tuple(
            Line(outcome=outcome, cells=tuple(_cells(outcome, columns, found, wanted)))
            for outcome in Outcome
        ),
    )


def _cells(
    outcome: Outcome,
    columns: tuple[str, ...],
    found: list[Found],
    wanted: Callable[[Found], bool],
) -> Iterator[Cell]:
    for number, groups in enumerate(columns, 1):
        here = [row for row in found if row.finding["outcome"] == outcome and row.groups == groups]
        shown = tuple(filter(wanted, here))
        yield Cell(
            column=number,
            groups=groups,
            lanes=tuple(_lanes(shown)),
            found=shown,
            known=len(here),
        )


def _lanes(found: Iterable[Found]) -> Iterator[Lane]:
    for strand, rows in _grouped(found, lambda row: row.strand, list(Strand)):
        yield Lane(strand=strand, signs=tuple(_signs(rows)))


def _signs(found: Iterable[Found]) -> Iterator[Sign]:
    """One for each direction, and of descriptions one for each way that the figure moved."""
    for direction, rows in _grouped(
        found, lambda row: Direction(row.finding["direction"]), list(Direction)
    ):
        labels = list(dict.fromkeys(direction_words(row.finding) for row in rows))
        for label, same in _grouped(rows, lambda row: direction_words(row.finding), labels):
            yield Sign(direction=direction, label=label, designs=_designs(same), found=tuple(same))


def _designs(found: Iterable[Found]) -> str:
    """How the findings were reached, each way once."""
    return "; ".join(dict.fromkeys(design_words(row.finding) for row in found))


def _grouped(
    found: Iterable[Found], key: Callable[[Found], Any], order: list[Any]
) -> Iterator[tuple[Any, list[Found]]]:
    """The findings by what ``key`` says of them, in the order given."""
    rows = sorted(found, key=lambda row: order.index(key(row)))
    for value, same in groupby(rows, key=key):
        yield value, list(same)
