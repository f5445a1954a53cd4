"""The steps of a duration rise from the ordinary one (row 76): 4, 13, 26 weeks, no ceiling."""

import pytest

from trials.rules import Judgement, Limit, Step, Unit, step_faults

ASSESSED = (Judgement.INDIVIDUAL,)


def limit(*steps: Step, ordinary: int = 4) -> Limit:
    return Limit(unit=Unit.WEEKS, ordinary=ordinary, steps=steps)


@pytest.mark.parametrize(
    "steps",
    [
        pytest.param((), id="no-steps"),
        pytest.param((Step(value=5),), id="one-more-than-the-ordinary"),
        pytest.param((Step(value=None),), id="no-ceiling-at-once"),
        # Newsletter, item 2: 13 weeks, 26 after an assessment, then longer after two.
        pytest.param(
            (
                Step(value=13),
                Step(value=26, requires=ASSESSED),
                Step(value=None, requires=tuple(Judgement)),
            ),
            id="nextwork",
        ),
    ],
)
def test_steps_that_rise_make_a_limit(steps: tuple[Step, ...]) -> None:
    assert limit(*steps).steps == steps


@pytest.mark.parametrize(
    ("steps", "index", "field", "message"),
    [
        pytest.param((Step(value=4),), 0, "value", "mere end den almindelige", id="as-ordinary"),
        pytest.param((Step(value=3),), 0, "value", "på 4 uger", id="below-ordinary"),
        pytest.param(
            (Step(value=13), Step(value=13)), 1, "value", "trinnet før giver 13 uger", id="equal"
        ),
        pytest.param((Step(value=13), Step(value=6)), 1, "value", "skal stige", id="falling"),
        pytest.param(
            (Step(value=None), Step(value=13)), 1, "value", "uden loft skal stå sidst", id="no-last"
        ),
        pytest.param(
            (Step(value=None), Step(value=None)), 1, "value", "uden loft skal stå", id="twice-none"
        ),
        pytest.param(
            (Step(value=13, requires=ASSESSED),), 0, "requires", "Det første trin", id="first-asks"
        ),
    ],
)
def test_steps_that_do_not_rise_are_refused_with_the_step(
    steps: tuple[Step, ...], index: int, field: str, message: str
) -> None:
    faults = step_faults(4, steps, Unit.WEEKS)

    assert [(fault.index, fault.field) for fault in faults] == [(index, field)]
    assert message in faults[0].message
    with pytest.raises(ValueError, match=message):
        limit(*steps)
