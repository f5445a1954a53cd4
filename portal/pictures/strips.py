"""Findings as a strip: one row per outcome, and in it every finding, whichever way it points."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from evaluations.words import Design, Direction, EvidenceKind
from portal.findings import design_words, direction_words
from trials.rules import capitalised, joined

Document = Mapping[str, Any]

# What was measured on many; all else is told by those who were there, or expected.
MEASURED = frozenset({EvidenceKind.EFFECT, EvidenceKind.ASSOCIATION, EvidenceKind.COUNT})


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One finding: which way it points, when, how we know, and from which evaluation."""

    direction: Direction
    words: str
    horizon: str
    kind: str
    family: str
    origin: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """The findings about one outcome."""

    outcome: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """All findings by outcome, and in a sentence how many point which way, and about the time."""

    rows: tuple[Row, ...]
    summary: str


def strip(findings: Iterable[tuple[Document, str]]) -> Strip:
    """The strip of findings, each with the name of its evaluation where that must be told."""
    findings = list(findings)
    rows: dict[str, list[Cell]] = {}
    for finding, origin in findings:
        rows.setdefault(capitalised(finding["outcome_label"]), []).append(_cell(finding, origin))
    return Strip(
        rows=tuple(Row(outcome=outcome, cells=tuple(cells)) for outcome, cells in rows.items()),
        summary=_summary([finding for finding, _ in findings]),
    )


def _summary(findings: list[Document]) -> str:
    timed = sum(bool(horizon_words(finding)) for finding in findings)
    if not findings:
        return "Ingen fund er udgivet i Vejviser."
    if not timed:
        return f"Fund: {tally(findings)}. Kilden siger ikke, hvor længe efter der er målt."
    untold = " Hvor der ikke står en tid, oplyser kilden ingen." if timed < len(findings) else ""
    return f"Fund: {tally(findings)}.{untold}"


def _cell(finding: Document, origin: str) -> Cell:
    direction = Direction(finding["direction"])
    return Cell(
        direction=direction,
        words=direction_words(finding),
        horizon=horizon_words(finding),
        kind=_kind_words(finding),
        family=_family(EvidenceKind(finding["kind"])),
        origin=origin,
    )


def _kind_words(finding: Document) -> str:
    """What kind of evidence it is; of an effect also how it was measured."""
    label: str = finding["kind_label"]
    if finding["kind"] != EvidenceKind.EFFECT:
        return label
    is_told = finding["design"] != Design.DX
    return f"{label}: {design_words(finding) if is_told else 'metoden er ikke oplyst'}"


def _family(kind: EvidenceKind) -> str:
    """How a cell looks: an effect, another measurement, or experience; never on one ramp."""
    if kind is EvidenceKind.EFFECT:
        return "effect"
    return "measured" if kind in MEASURED else "experience"


def horizon_words(finding: Document) -> str:
    """When it was measured, and whether the effect ceases; nothing when the source does not say."""
    first, last = finding["horizon_from_months"], finding["horizon_months"]
    if finding["ceases"]:
        return f"effekten ophører efter {last} mdr." if last else "effekten ophører"
    if first and last:
        return f"{first} til {last} mdr."
    if last:
        return f"{last} mdr."
    return f"fra {first} mdr." if first else ""


def main_result(findings: Sequence[Document]) -> str:
    """In one sentence: every clear direction by outcome, and how many findings only describe."""
    clear = {
        f"{row['outcome_label']}: {direction_words(row)}": None
        for row in findings
        if row["direction"] != Direction.DESCRIPTIVE
    }
    describing = sum(row["direction"] == Direction.DESCRIPTIVE for row in findings)
    told = [*clear, *([f"{describing} beskrivende fund"] if describing else [])]
    if not any(row["kind"] == EvidenceKind.EFFECT for row in findings):
        told.append("ingen effekt er målt")
    return f"Resultat: {'; '.join(told)}."


PLURAL = {
    Direction.POSITIVE: ("positivt", "positive"),
    Direction.NONE_DETECTED: ("uden påvist effekt", "uden påvist effekt"),
    Direction.NEGATIVE: ("negativt", "negative"),
    Direction.MIXED: ("blandet", "blandede"),
    Direction.DESCRIPTIVE: ("beskrivende", "beskrivende"),
}


def tally(findings: Iterable[Document]) -> str:
    """How many findings point which way: "3 positive og 1 uden påvist effekt"."""
    count = Counter(Direction(row["direction"]) for row in findings)
    return joined(
        [f"{count[each]} {PLURAL[each][count[each] > 1]}" for each in Direction if count[each]]
    )
