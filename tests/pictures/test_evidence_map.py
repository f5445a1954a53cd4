"""The evidence map loses no finding, whatever there is, and whatever is asked for."""

from collections import Counter
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from evaluations.words import Change, Design, Direction, EvidenceKind, Outcome
from portal.pictures.evidence_map import (
    LARGEST_SIGN,
    NO_GROUP,
    SMALLEST_SIGN,
    STRANDS,
    Cell,
    Found,
    Strand,
    findings_of,
    map_of,
)
from portal.shelf import Document


def codes(words: Any) -> st.SearchStrategy[str]:
    return st.sampled_from([word.value for word in words])


def as_finding(row: tuple[str, str, str, str, str]) -> Document:
    outcome, direction, kind, design, change = row
    return {
        "outcome": outcome, "direction": direction, "kind": kind, "design": design,
        "change": change if direction == Direction.DESCRIPTIVE else "",
        "direction_label": Direction(direction).label, "design_label": Design(design).label,
        "sources": [],
    }  # fmt: skip


findings = st.tuples(
    codes(Outcome), codes(Direction), codes(EvidenceKind), codes(Design), codes(Change)
).map(as_finding)
groups = st.lists(st.sampled_from(["unge", "syge", "ledige"]), unique=True, max_size=2)
evaluations = st.builds(
    lambda names, rows: {"target_groups": [{"name": name} for name in names], "findings": rows},
    groups,
    st.lists(findings, max_size=6),
)
shelves = st.lists(evaluations, max_size=5)


def everything(_: Found) -> bool:
    return True


def signed(cell: Cell) -> list[Found]:
    return [row for lane in cell.lanes for sign in lane.signs for row in sign.found]


@settings(derandomize=True, deadline=None)
@given(shelves)
def test_every_finding_is_in_one_cell_under_its_outcome_and_group(shelf):
    found = findings_of(shelf)
    picture = map_of(found, everything)

    counted = Counter(
        (line.outcome.value, cell.groups, id(row.finding))
        for line in picture.lines
        for cell in line.cells
        for row in signed(cell)
    )
    assert counted == Counter(
        (row.finding["outcome"], row.groups, id(row.finding)) for row in found
    )
    assert picture.count == len(found) == sum(len(each["findings"]) for each in shelf)


@settings(derandomize=True, deadline=None)
@given(shelves, st.sampled_from(list(Direction)))
def test_a_filter_counts_what_it_leaves_out(shelf, direction):
    found = findings_of(shelf)
    picture = map_of(found, lambda row: row.finding["direction"] == direction)
    cells = [cell for line in picture.lines for cell in line.cells]

    assert sum(cell.known for cell in cells) == len(found)
    assert picture.columns == map_of(found, everything).columns
    assert {row.finding["direction"] for cell in cells for row in cell.found} <= {direction.value}


@settings(derandomize=True, deadline=None)
@given(shelves)
def test_no_sign_holds_findings_of_two_directions_or_two_kinds_of_knowledge(shelf):
    for line in map_of(findings_of(shelf), everything).lines:
        for cell in line.cells:
            assert [lane.strand for lane in cell.lanes] == sorted(
                {row.strand for row in cell.found}, key=list(Strand).index
            )
            for lane in cell.lanes:
                for sign in lane.signs:
                    assert {row.strand for row in sign.found} == {lane.strand}
                    assert {row.finding["direction"] for row in sign.found} == {sign.direction}
                    assert SMALLEST_SIGN < sign.size <= LARGEST_SIGN


def test_every_kind_of_evidence_has_its_strand():
    assert set(STRANDS) == set(EvidenceKind)
    assert {kind for kind, strand in STRANDS.items() if strand is Strand.EFFECT} == {
        EvidenceKind.EFFECT
    }


def test_a_study_without_a_stated_group_has_a_column_that_says_so():
    row = as_finding(("beskaeftigelse", "positive", "effect", "D3", ""))
    picture = map_of(findings_of([{"target_groups": [], "findings": [row]}]), everything)

    assert picture.columns == (NO_GROUP,)
