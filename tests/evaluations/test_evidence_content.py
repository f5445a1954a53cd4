"""The evidence on the desk, held against the domain catalogue (A4 to A7)."""

import json

import pytest

from evaluations.models import Evaluation, Finding, Programme
from evaluations.recommendations.models import Recommendation, Support
from tests.evaluations.ledger import (
    APPRENTICES,
    FINDINGS,
    FINDINGS_ABSENT,
    HANDICAP,
    IBBIS,
    LATER_FINDINGS,
    MORE,
    ONE_PLAN,
    RAMBOELL,
    RECOMMENDATIONS,
    VIVE,
)
from tests.trials.ledger import IBBIS as IBBIS_TRIAL
from tests.trials.ledger import LENGTH, LIFT, LIST, NEXTWORK, OBSOLETE, SKILLED, THRESHOLD
from trials.models import Trial

pytestmark = pytest.mark.django_db

# (attribute, comparison, values, borderline) of each condition, by target group of the evaluation.
POPULATIONS = {
    HANDICAP: [
        [("disability", "one_of", ["yes"], [])],
        [("mental_illness", "one_of", ["yes"], [])],
    ],
    APPRENTICES: [
        [("employment", "one_of", ["beskaeftiget"], [])],
        [("skill_level", "one_of", ["faglaert"], []), ("employment", "one_of", ["ledig"], [])],
    ],
    MORE: [[("benefit", "one_of", ["ressourceforloeb"], [])]],
    RAMBOELL: [
        [
            ("benefit", "one_of", ["kontanthjaelp"], []),
            ("readiness", "one_of", ["aktivitetsparat"], []),
            ("age", "more_than", ["30"], ["30"]),
            ("unemployed_months", "at_least", ["12"], []),
        ]
    ],
    ONE_PLAN: [[("complex_problems", "one_of", ["yes"], [])]],
    IBBIS: [
        [
            ("on_sick_leave", "one_of", ["yes"], []),
            (
                "health",
                "one_of",
                ["angst_let", "depression_let", "stress", "udbraendthed", "tilpasningsreaktion"],
                ["angst", "angst_svaer", "depression", "depression_svaer"],
            ),
        ]
    ],
}
POPULATIONS[VIVE] = POPULATIONS[RAMBOELL]


def finding(number: str) -> Finding:
    """The finding with the catalogue's number."""
    found: Finding = Finding.objects.get_by_natural_key(*FINDINGS[number])
    return found


def test_each_finding_of_the_ledger_is_a_row_of_its_own() -> None:
    assert set(FINDINGS) | set(FINDINGS_ABSENT) == {f"F{number}" for number in range(1, 59)}
    stored = set(Finding.objects.values_list("evaluation__slug", "slug"))
    assert stored == set(FINDINGS.values()) | LATER_FINDINGS
    assert len(set(FINDINGS.values())) == len(FINDINGS)


def test_each_recommendation_of_the_ledger_is_a_row_of_its_own() -> None:
    numbers = [f"R{n}" for n in range(1, 21) if n != 17] + ["R17a", "R17b", "R17c", "R17d"]
    assert set(RECOMMENDATIONS) == set(numbers)
    assert sorted(RECOMMENDATIONS.values()) == sorted(
        Recommendation.objects.values_list("slug", flat=True)
    )


@pytest.mark.parametrize(("evaluation", "groups"), POPULATIONS.items())
def test_the_studied_population_is_what_the_source_tells(
    evaluation: str, groups: list[list[tuple[str, str, list[str], list[str]]]]
) -> None:
    stored = [
        [
            (row.attribute, row.comparison, row.values, row.borderline)
            for condition in group.conditions.all()
            for row in condition.alternatives.all()
        ]
        for group in Evaluation.objects.get(slug=evaluation).target_groups.all()
    ]
    assert sorted(stored) == sorted(groups)


@pytest.mark.parametrize(
    ("beside", "positive"),
    [
        pytest.param("F31", "F23", id="no-effect-on-retention-ramboell"),
        pytest.param("F36", "F33", id="no-effect-on-retention-vive"),
        pytest.param("F45", "F42", id="no-improvement-for-some"),
        pytest.param("F58", "F57", id="the-economy-is-uncertain"),
    ],
)
def test_what_speaks_against_stands_beside_what_speaks_for(beside: str, positive: str) -> None:
    assert finding(beside).evaluation == finding(positive).evaluation


def test_no_detected_effect_is_a_direction_of_its_own() -> None:
    null = Finding.objects.filter(direction="none_detected")
    assert {(row.evaluation.slug, row.slug) for row in null} == {
        FINDINGS["F31"],
        FINDINGS["F36"],
        (IBBIS, "beskaeftigelse"),
    }
    assert all("ingen påvist effekt" in row.statement for row in null)


def test_an_effect_that_ceases_says_when() -> None:
    row = finding("F35")
    assert (row.horizon_from, row.horizon_to, row.ceases) == (0, 18, True)
    assert not Finding.objects.exclude(pk=row.pk).filter(horizon_to__isnull=False).exists()


def test_only_an_effect_with_a_told_control_group_has_a_comparison_class() -> None:
    compared = Finding.objects.filter(design__in=["D2", "D3", "D4", "D5"])
    assert {row.evaluation.slug for row in compared} == {VIVE}
    assert {row.kind for row in compared} == {"effect"}
    assert Evaluation.objects.exclude(comparison="").get().slug == VIVE


def test_only_one_plan_has_clusters() -> None:
    assert {(row.evaluation.slug, row.slug) for row in Finding.objects.exclude(cluster="")} == {
        FINDINGS["F55"]
    }


def test_every_finding_and_every_recommendation_names_its_source() -> None:
    assert not Finding.objects.filter(citations__isnull=True).exists()
    for model in (Evaluation, Programme, Recommendation):
        assert not model.objects.filter(citations__isnull=True).exists()


def test_a_recommendation_rests_on_findings_unless_it_is_official_guidance() -> None:
    for row in Recommendation.objects.all():
        assert row.supports.exists() != (row.status == "official_guidance"), row.slug


def test_elements_of_social_stoette_carry_the_null_findings_too() -> None:
    null = {FINDINGS["F31"], FINDINGS["F36"]}
    for number in ("R12", "R13", "R14", "R15"):
        supports = Support.objects.filter(recommendation__slug=RECOMMENDATIONS[number])
        assert null <= {support.finding.natural_key() for support in supports}


def test_what_is_only_named_has_no_evaluation() -> None:
    named = {"nextwork", "ips", "cti", "jobfirst", "flere-skal-med"}
    named |= {"jobrotationsordningen", "uddannelsesloeft"}
    assert {row.slug for row in Programme.objects.filter(evaluations__isnull=True)} == named


def test_every_trial_belongs_to_a_programme() -> None:
    """Lines 78, 100-102, 106, 108 and 112 of the newsletter on trials."""
    tried = {
        row.slug: set(row.trials.values_list("slug", flat=True)) for row in Programme.objects.all()
    }
    assert {slug: trials for slug, trials in tried.items() if trials} == {
        "nextwork": {NEXTWORK},
        "ibbis": {IBBIS_TRIAL},
        "voksenlaerlingeordningen": {SKILLED, OBSOLETE, LIST},
        "jobrotationsordningen": {LENGTH, THRESHOLD},
        "uddannelsesloeft": {LIFT},
    }


def test_a_programme_names_its_trials_in_its_document() -> None:
    document = Programme.objects.for_publication().get(slug="nextwork").as_document()
    title = Trial.objects.get(slug=NEXTWORK).title
    assert document["trials"] == [{"slug": NEXTWORK, "title": title}]


def test_every_row_can_be_a_document() -> None:
    for model in (Programme, Evaluation, Recommendation):
        for row in model.objects.for_publication():
            assert json.dumps(row.as_document())
