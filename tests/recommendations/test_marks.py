"""What must not be overlooked beside the level: the marks, at every level."""

import pytest

from evaluations.words import Design, Direction, Level, Mark
from tests.recommendations.studies import evidence, independent, judged


@pytest.mark.parametrize("is_element", [True, False])
def test_an_element_of_a_model_takes_its_strength_with_a_mark(is_element: bool) -> None:
    found = judged(evidence(), is_element=is_element)

    assert found.level is Level.MODERATE
    assert (Mark.ELEMENT in found.marks) is is_element


@pytest.mark.parametrize("design", [Design.D5, Design.D0, Design.DX])
def test_a_finding_without_effect_is_marked_at_every_level(design: Design) -> None:
    assert judged(evidence(design=design, direction=Direction.NONE_DETECTED)).marks == (
        Mark.NO_EFFECT,
    )


@pytest.mark.parametrize("direction", [Direction.POSITIVE, Direction.MIXED, Direction.DESCRIPTIVE])
def test_one_finding_of_another_direction_is_unmarked(direction: Direction) -> None:
    assert judged(evidence(direction=direction)).marks == ()


@pytest.mark.parametrize("design", [Design.D5, Design.D0, Design.DX])
def test_advice_that_nothing_speaks_for_is_marked_at_every_level(design: Design) -> None:
    negative = evidence(direction=Direction.NEGATIVE, design=design)
    described = evidence(direction=Direction.DESCRIPTIVE)

    assert judged(negative).marks == (Mark.AGAINST,)
    assert judged(negative, described).marks == (Mark.AGAINST,)
    assert judged(negative, evidence(direction=Direction.NONE_DETECTED)).marks == (
        Mark.NO_EFFECT,
        Mark.AGAINST,
    )


@pytest.mark.parametrize("direction", [Direction.POSITIVE, Direction.MIXED])
def test_one_finding_that_speaks_for_takes_the_mark_away(direction: Direction) -> None:
    other = evidence(direction=direction, outcome="uddannelse")

    assert judged(evidence(direction=Direction.NEGATIVE), other).marks == ()


def test_marks_stand_beside_each_other() -> None:
    found = judged(evidence(), independent(direction=Direction.NONE_DETECTED), is_element=True)

    assert found.marks == (Mark.NO_EFFECT, Mark.CONFLICTING, Mark.ELEMENT)


def test_experience_against_an_effect_is_marked_and_does_not_lower() -> None:
    found = judged(evidence(), evidence(design=Design.D0, direction=Direction.NEGATIVE))

    assert found.level is Level.MODERATE
    assert found.marks == (Mark.CONFLICTING,)
