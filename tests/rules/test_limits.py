"""The steps of a duration rise from the ordinary one (row 76): 4, 13, 26 weeks, no ceiling."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from portal.shelf import Content
from tests.rules.test_nextwork import FITS, SLUG
from trials.rules import (
    Assessment,
    Judgement,
    Limit,
    LimitAnswer,
    Step,
    Unit,
    assess,
    certain_sentence,
    possible_sentence,
    profile_from,
    step_faults,
)

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
        # "Op til 52 uger efter en konkret vurdering", and nothing in between.
        pytest.param((Step(value=52, requires=ASSESSED),), id="first-asks"),
    ],
)
def test_steps_that_rise_make_a_limit(steps: tuple[Step, ...]) -> None:
    assert limit(*steps).steps == steps


@pytest.mark.parametrize(
    ("steps", "index", "message"),
    [
        pytest.param((Step(value=4),), 0, "mere end den almindelige", id="as-ordinary"),
        pytest.param((Step(value=3),), 0, "på 4 uger", id="below-ordinary"),
        pytest.param((Step(value=13), Step(value=13)), 1, "trinnet før giver 13 uger", id="equal"),
        pytest.param((Step(value=13), Step(value=6)), 1, "skal stige", id="falling"),
        pytest.param(
            (Step(value=None), Step(value=13)), 1, "uden loft skal stå sidst", id="no-last"
        ),
        pytest.param(
            (Step(value=None), Step(value=None)), 1, "uden loft skal stå", id="twice-none"
        ),
    ],
)
def test_steps_that_do_not_rise_are_refused_with_the_step(
    steps: tuple[Step, ...], index: int, message: str
) -> None:
    faults = step_faults(4, steps, Unit.WEEKS)

    assert [fault.index for fault in faults] == [index]
    assert message in faults[0].message
    with pytest.raises(ValueError, match=message):
        limit(*steps)


# --- What a first step says, of a citizen whom the rule of 4 weeks concerns ---------------------

UNTOLD = {"long_term_unemployed": None, "work_experience": None}


def answered(published: Content, *steps: Step, **facts: Any) -> Assessment:
    rule = replace(published.trials[SLUG].rule, limit=limit(*steps))
    on = date(2021, 12, 1)
    stated = {name: each for name, each in (FITS | facts).items() if each is not None}
    return assess(rule, profile_from(stated, on=on, municipalities=published.municipalities), on=on)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("facts", "possible"),
    [
        pytest.param({}, "Efter konkret vurdering: op til 26 uger.", id="applies"),
        pytest.param(
            UNTOLD,
            "Hvis forsøget viser sig at gælde og efter konkret vurdering: op til 26 uger.",
            id="undetermined",
        ),
    ],
)
def test_what_waits_for_an_assessment_is_possible_and_never_certain(
    published: Content, facts: dict[str, Any], possible: str
) -> None:
    found = answered(published, Step(value=26, requires=ASSESSED), **facts)

    assert found.limit == LimitAnswer(allowed=4, possible=26)
    assert certain_sentence(found) == "Sikkert tilladt: op til 4 uger."
    assert possible_sentence(found) == possible


@pytest.mark.django_db
def test_without_the_trial_its_first_step_is_not_possible(published: Content) -> None:
    found = answered(published, Step(value=26, requires=ASSESSED), participates={SLUG: False})

    assert found.limit == LimitAnswer(allowed=4, possible=None)
    assert possible_sentence(found) == ""


@pytest.mark.django_db
def test_a_trial_without_a_ceiling_says_so_and_not_that_nothing_is_certain(
    published: Content,
) -> None:
    found = answered(published, Step(value=None))

    assert found.limit == LimitAnswer(allowed=None, possible=None)
    assert certain_sentence(found) == "Sikkert tilladt: kilden angiver intet loft."
