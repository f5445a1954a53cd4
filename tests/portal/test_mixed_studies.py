"""Advice that rests on several studies takes the strength of each from whom it was made on."""

from datetime import date
from typing import Any

import pytest
from django.utils import timezone

from evaluations.words import Level, Match
from portal.matching import RecommendationAnswer, guidance_for, read_profile
from portal.publication import publish
from portal.shelf import current_content
from portal.words import EditionKind

pytestmark = pytest.mark.django_db

DAY = date(2021, 12, 1)
YOUNG_AND_ILL = {"age": 24, "mental_illness": True, "benefit": "dagpenge"}


def _mixed(**changes: Any) -> RecommendationAnswer:
    """The answer on advice that rests on counts of such citizens and a comparison of others."""
    document = {
        **current_content().recommendations["faelles-plan"].document,
        "slug": "blandet",
        "supports": [
            {"evaluation": evaluation, "finding": finding, "note": ""}
            for evaluation, finding in (
                ("handicappuljer-2019", "taettere-paa-arbejdsmarkedet"),
                ("social-stoette-vive-2023", "beskaeftigelse"),
            )
        ],
        **changes,
    }
    publish(EditionKind.RECOMMENDATION, document, by=None, reason="Prøve", at=timezone.now())
    content = current_content()
    answer = guidance_for(content, read_profile(content, YOUNG_AND_ILL, on=DAY), on=DAY)
    (found,) = (each for each in answer.recommendations if each.document["slug"] == "blandet")
    assert len(found.findings) == 2
    return found


def test_the_closest_study_lends_its_distance_to_no_other() -> None:
    """The handicap pools are close and compare with nobody; Social støtte compares others."""
    found = _mixed()

    assert found.relevance.match is Match.DIRECT
    assert found.strength.level is Level.LIMITED
    assert f"- målgruppen: {Match.INDIRECT.label}" in found.strength.reasons


def test_whom_advice_is_for_says_nothing_of_whom_its_findings_are_about() -> None:
    disabled_or_ill = current_content().evaluations["handicappuljer-2019"].document

    found = _mixed(target_groups=disabled_or_ill["target_groups"])

    assert found.relevance.match is Match.DIRECT
    assert found.strength.level is Level.LIMITED


@pytest.mark.parametrize(
    ("day", "is_old"),
    [
        pytest.param(date(2033, 1, 2), False, id="perhaps-ten-years"),
        pytest.param(date(2033, 12, 31), False, id="ten-years-at-most"),
        pytest.param(date(2034, 1, 1), True, id="surely-more"),
    ],
)
def test_a_study_of_a_year_is_old_when_its_last_day_is(day: date, is_old: bool) -> None:
    """Of VIVE's study of Social støtte, the year 2023 is all that is known."""
    content = current_content()
    stated = {
        "age": 45,
        "benefit": "kontanthjaelp",
        "readiness": "aktivitetsparat",
        "unemployed_months": 24,
    }
    answer = guidance_for(content, read_profile(content, stated, on=day), on=day)
    (found,) = (each for each in answer.recommendations if each.document["slug"] == "faelles-plan")

    assert found.strength.level is (Level.LIMITED if is_old else Level.MODERATE)
    assert ("- ældre end 10 år" in found.strength.reasons) is is_old
