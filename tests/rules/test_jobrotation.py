"""The two trials with jobrotation: a longer post, and less unemployment before it.

S004 is shared/seeds/004_d010188482f6bf64.txt; B6 is the catalogue's table of what STAR and others
add, for S004 names no numbers (catalogue C23).
"""

import pytest

from portal.shelf import Content
from tests.rules.asking import Asking
from trials.rules import LimitAnswer, Note, Verdict, nearest_change

pytestmark = pytest.mark.django_db

APPLIES, OPEN, NOT = Verdict.APPLIES, Verdict.UNDETERMINED, Verdict.NOT_APPLIES


@pytest.fixture
def ask_length(published: Content) -> Asking:
    facts = {"jobrotation_substitute": True}
    return Asking(published, "jobrotation-varighed", "2021-03-01", facts)


@pytest.fixture
def ask_wait(published: Content) -> Asking:
    facts = {"jobrotation_substitute": True, "unemployed_months": 4}
    return Asking(published, "jobrotation-ledighedskrav", "2021-03-01", facts)


# S004, line 100: a longer post; B6: 9 months against 6.
@pytest.mark.parametrize(
    ("substitute", "verdict", "allowed", "possible"),
    [
        pytest.param(True, APPLIES, 9, None, id="stand-in"),
        pytest.param(None, OPEN, None, 9, id="not-stated"),
        pytest.param(False, NOT, None, None, id="not-a-stand-in"),
    ],
)
def test_a_stand_in_may_stay_nine_months(
    ask_length: Asking,
    substitute: bool | None,
    verdict: Verdict,
    allowed: int | None,
    possible: int | None,
) -> None:
    answer = ask_length(jobrotation_substitute=substitute)
    assert answer.verdict is verdict
    assert answer.limit == LimitAnswer(allowed=allowed, possible=possible)


def test_outside_the_period_six_months_are_left(ask_length: Asking) -> None:
    assert ask_length(on="2023-01-01").limit == LimitAnswer(allowed=6, possible=None)


def test_an_offer_in_weeks_is_not_held_against_months(ask_length: Asking) -> None:
    assert ask_length(offer={"weeks": 30}).offer_allowed is None


@pytest.mark.parametrize(
    ("first", "crosses"), [("2022-12-04", False), ("2022-12-05", True), ("2023-01-01", False)]
)
def test_an_offer_past_the_last_day_is_remarked(
    ask_length: Asking, first: str, crosses: bool
) -> None:
    answer = ask_length(on=first, offer={"weeks": 4})
    assert (Note.CROSSES_EXPIRY in answer.notes) is crosses


# S004, line 101: a relaxed requirement; B6: "mindst 3 måneder", ordinarily 6.
@pytest.mark.parametrize(
    ("months", "verdict", "ordinary"),
    [
        pytest.param(2.9, NOT, False, id="too-short"),
        pytest.param(3, APPLIES, False, id="exactly-three-is-at-least-three"),
        pytest.param(5.9, APPLIES, False, id="just-under-six"),
        pytest.param(6, APPLIES, True, id="exactly-six-is-enough-by-the-ordinary-rule"),
        pytest.param(12, APPLIES, True, id="a-year"),
        pytest.param(None, OPEN, False, id="not-stated"),
    ],
)
def test_three_months_are_enough_and_six_need_no_trial(
    ask_wait: Asking, months: float | None, verdict: Verdict, ordinary: bool
) -> None:
    answer = ask_wait(unemployed_months=months)
    assert answer.verdict is verdict
    assert (Note.ORDINARY_RULE_SUFFICIENT in answer.notes) is ordinary


def test_only_stand_ins_are_concerned(ask_wait: Asking) -> None:
    answer = ask_wait(jobrotation_substitute=False)
    assert (answer.verdict, answer.deciding) == (NOT, ("jobrotation_substitute",))


def test_a_trial_that_moves_a_threshold_sets_no_duration(ask_wait: Asking) -> None:
    assert ask_wait().limit is None


# B6: posts begun from 1 January 2021; S004, line 104: extended to 31 December 2022.
@pytest.mark.parametrize(
    ("day", "verdict"),
    [
        pytest.param("2020-12-31", NOT, id="day-before"),
        pytest.param("2021-01-01", APPLIES, id="first-day"),
        pytest.param("2021-12-31", APPLIES, id="last-day-before-the-extension"),
        pytest.param("2022-01-01", APPLIES, id="first-day-of-the-extension"),
        pytest.param("2022-12-31", APPLIES, id="last-day"),
        pytest.param("2023-01-01", NOT, id="day-after"),
    ],
)
def test_both_run_from_2021_to_the_end_of_2022(
    ask_length: Asking, ask_wait: Asking, day: str, verdict: Verdict
) -> None:
    assert ask_length(on=day).verdict is verdict
    assert ask_wait(on=day).verdict is verdict


@pytest.mark.parametrize(
    ("day", "sentence"),
    [
        (
            "2020-12-31",
            "Gælder fra den 1. januar 2021 (fra en anden kilde), 1 dag efter den valgte dag.",
        ),
        ("2023-01-02", "Udløb den 31. december 2022, 2 dage før den valgte dag."),
        ("2023-03-03", "Udløb den 31. december 2022, 62 dage før den valgte dag."),
        ("2023-03-04", "Udløb den 31. december 2022, over 2 måneder før den valgte dag."),
        ("2025-01-01", "Udløb den 31. december 2022, over 23 måneder før den valgte dag."),
        ("2026-11-22", "Udløb den 31. december 2022, over 3 år før den valgte dag."),
    ],
)
def test_the_nearest_change_is_told(ask_wait: Asking, day: str, sentence: str) -> None:
    assert nearest_change(ask_wait(on=day)) == sentence
