"""The three trials with the voksenlærling scheme.

Lines of S000 are those of shared/seeds/000_d405b24a59248e22.txt, lines of S004 those of
shared/seeds/004_d010188482f6bf64.txt; B6 is the catalogue's table of what STAR and others add.
"""

from typing import Any

import pytest

from portal.shelf import Content
from tests.rules.asking import Asking
from trials.rules import Note, Verdict, nearest_change

pytestmark = pytest.mark.django_db

APPLIES, OPEN, NOT = Verdict.APPLIES, Verdict.UNDETERMINED, Verdict.NOT_APPLIES

UNEMPLOYED = {
    "age": 35,
    "skill_level": "faglaert",
    "employment": "ledig",
    "education_obsolete": False,
    "unemployed_months": 4,
}
OBSOLETE = {
    "age": 40,
    "skill_level": "faglaert",
    "employment": "beskaeftiget",
    "education_obsolete": True,
}


@pytest.fixture
def ask_skilled(published: Content) -> Asking:
    return Asking(published, "voksenlaerling-ledighedskrav", "2021-06-01", UNEMPLOYED)


@pytest.fixture
def ask_obsolete(published: Content) -> Asking:
    return Asking(published, "voksenlaerling-foraeldet-uddannelse", "2021-05-01", OBSOLETE)


@pytest.fixture
def ask_list(published: Content) -> Asking:
    facts = {"employment": "beskaeftiget"}
    return Asking(published, "voksenlaerling-positivliste", "2021-05-01", facts)


# S000, line 40: from 6 to 3 months; B6: STAR says "mere end tre måneder".
@pytest.mark.parametrize(
    ("months", "verdict", "ordinary"),
    [
        pytest.param(2.9, NOT, False, id="too-short"),
        pytest.param(3, NOT, False, id="exactly-three-is-not-more-than-three"),
        pytest.param(3.1, APPLIES, False, id="just-over-three"),
        pytest.param(6, APPLIES, False, id="exactly-six-is-not-more-than-six"),
        pytest.param(6.1, APPLIES, True, id="the-ordinary-rule-is-enough"),
        pytest.param(12, APPLIES, True, id="a-year"),
        pytest.param(None, OPEN, False, id="not-stated"),
    ],
)
def test_more_than_three_months_are_enough_and_more_than_six_need_no_trial(
    ask_skilled: Asking, months: float | None, verdict: Verdict, ordinary: bool
) -> None:
    answer = ask_skilled(unemployed_months=months)
    assert answer.verdict is verdict
    assert (Note.ORDINARY_RULE_SUFFICIENT in answer.notes) is ordinary


def test_the_ordinary_rule_is_not_remarked_where_the_trial_does_not_apply(
    ask_skilled: Asking,
) -> None:
    assert ask_skilled(unemployed_months=12, on="2023-01-01").notes == ()
    assert ask_skilled(unemployed_months=12, skill_level=None).notes == ()


# B6: the learner must have turned 25.
@pytest.mark.parametrize(("age", "verdict"), [(24, NOT), (25, APPLIES), (None, OPEN)])
def test_the_learner_has_turned_25(ask_skilled: Asking, age: int | None, verdict: Verdict) -> None:
    assert ask_skilled(age=age).verdict is verdict


# S004, line 102: skilled, from unemployment; B6: without obsolete education.
@pytest.mark.parametrize(
    ("facts", "verdict", "deciding"),
    [
        pytest.param({"skill_level": "ufaglaert"}, NOT, ("skill_level",), id="unskilled"),
        pytest.param({"skill_level": "kort_videregaaende"}, NOT, ("skill_level",), id="higher"),
        pytest.param({"employment": "beskaeftiget"}, NOT, ("employment",), id="in-work"),
        pytest.param({"education_obsolete": True}, NOT, ("education_obsolete",), id="obsolete"),
        pytest.param(
            {"education_obsolete": None}, OPEN, ("education_obsolete",), id="must-be-judged"
        ),
        pytest.param(
            {"education_obsolete": None, "age": 24}, NOT, ("age",), id="no-beats-not-stated"
        ),
        pytest.param({"municipality": "0825"}, APPLIES, (), id="any-municipality"),
    ],
)
def test_it_is_for_the_skilled_and_unemployed_without_obsolete_education(
    ask_skilled: Asking, facts: dict[str, Any], verdict: Verdict, deciding: tuple[str, ...]
) -> None:
    answer = ask_skilled(**facts)
    assert (answer.verdict, answer.deciding) == (verdict, deciding)


# S000, line 37: since August 2020; B6: in force on 1 January 2021 (catalogue C38, both kept).
# S004, line 104: extended to 31 December 2022.
@pytest.mark.parametrize(
    ("day", "verdict"),
    [
        pytest.param("2020-07-31", NOT, id="before-either-source"),
        pytest.param("2020-08-01", OPEN, id="one-source-says-August"),
        pytest.param("2020-12-31", OPEN, id="the-sources-disagree"),
        pytest.param("2021-01-01", APPLIES, id="both-sources-agree"),
        pytest.param("2021-12-31", APPLIES, id="last-day-before-the-extension"),
        pytest.param("2022-01-01", APPLIES, id="first-day-of-the-extension"),
        pytest.param("2022-12-31", APPLIES, id="last-day"),
        pytest.param("2023-01-01", NOT, id="day-after"),
    ],
)
def test_the_start_is_disputed_and_the_end_is_certain(
    ask_skilled: Asking, day: str, verdict: Verdict
) -> None:
    assert ask_skilled(on=day).verdict is verdict


# Two periods in a row are one stretch: an offer over new year 2021 crosses nothing.
@pytest.mark.parametrize(
    ("first", "crosses"), [("2021-12-20", False), ("2022-12-04", False), ("2022-12-05", True)]
)
def test_only_the_end_of_the_extension_is_an_end(
    ask_skilled: Asking, first: str, crosses: bool
) -> None:
    answer = ask_skilled(on=first, offer={"weeks": 4})
    assert (Note.CROSSES_EXPIRY in answer.notes) is crosses
    assert answer.offer_allowed is None


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        pytest.param(
            {"on": "2020-07-31"},
            "Gælder tidligst fra den 1. august 2020 (udledt af kilden), "
            "1 dag efter den valgte dag.",
            id="before",
        ),
        pytest.param(
            {"on": "2023-01-12"},
            "Udløb den 31. december 2022, 12 dage før den valgte dag.",
            id="after",
        ),
        pytest.param({"age": 24}, "Mangler én betingelse: borgeren er fyldt 25 år.", id="age"),
        pytest.param(
            {"age": 24, "unemployed_months": 3},
            "Mangler 2 betingelser: borgeren er fyldt 25 år; "
            "borgeren har været ledig i mere end 3 måneder.",
            id="two",
        ),
        pytest.param(
            {"age": 24, "unemployed_months": None},
            "Mangler én betingelse: borgeren er fyldt 25 år. "
            "Desuden kan én betingelse ikke afgøres.",
            id="one-more-is-open",
        ),
        pytest.param(
            {"on": "2020-08-15", "age": 24},
            "Mangler én betingelse: borgeren er fyldt 25 år. "
            "Desuden kan én betingelse ikke afgøres.",
            id="the-day-is-open",
        ),
        pytest.param(
            {"on": "2020-07-31", "age": 24, "employment": None, "skill_level": None},
            "Gælder tidligst fra den 1. august 2020 (udledt af kilden), "
            "1 dag efter den valgte dag. "
            "Desuden mangler én betingelse, og 2 kan ikke afgøres.",
            id="time-alone-does-not-do-it",
        ),
    ],
)
def test_the_nearest_change_is_told(
    ask_skilled: Asking, facts: dict[str, Any], sentence: str
) -> None:
    assert nearest_change(ask_skilled(**facts)) == sentence


# S000, line 41: employed, skilled, obsolete education.
@pytest.mark.parametrize(
    ("facts", "verdict", "deciding"),
    [
        pytest.param({}, APPLIES, (), id="all-three"),
        pytest.param({"education_obsolete": None}, OPEN, ("education_obsolete",), id="unjudged"),
        pytest.param({"education_obsolete": False}, NOT, ("education_obsolete",), id="current"),
        pytest.param({"skill_level": "ufaglaert"}, NOT, ("skill_level",), id="unskilled"),
        pytest.param({"employment": "ledig"}, NOT, ("employment",), id="unemployed"),
        pytest.param({"age": 24}, APPLIES, (), id="no-age-is-stated-for-this-one"),
    ],
)
def test_the_employed_with_an_obsolete_trade_have_access(
    ask_obsolete: Asking, facts: dict[str, Any], verdict: Verdict, deciding: tuple[str, ...]
) -> None:
    answer = ask_obsolete(**facts)
    assert (answer.verdict, answer.deciding) == (verdict, deciding)


# S000, line 42: the list only binds those who come from employment.
@pytest.mark.parametrize(
    ("employment", "verdict"), [("beskaeftiget", APPLIES), ("ledig", NOT), (None, OPEN)]
)
def test_the_list_is_suspended_for_the_employed(
    ask_list: Asking, employment: str | None, verdict: Verdict
) -> None:
    answer = ask_list(employment=employment)
    assert answer.verdict is verdict
    assert (Note.SOURCE_RESERVATION in answer.notes) is (verdict is not NOT)


# S000, line 37: "august 2020", no day; S004, line 106: not extended; B6: so to the end of 2021.
@pytest.mark.parametrize(
    ("day", "verdict"),
    [
        pytest.param("2020-07-31", NOT, id="before-August"),
        pytest.param("2020-08-01", OPEN, id="first-day-of-August"),
        pytest.param("2020-08-30", OPEN, id="August"),
        pytest.param("2020-08-31", APPLIES, id="last-day-of-August"),
        pytest.param("2021-12-31", APPLIES, id="last-day"),
        pytest.param("2022-01-01", NOT, id="not-extended"),
    ],
)
def test_the_other_two_began_in_august_2020_and_were_not_extended(
    ask_obsolete: Asking, ask_list: Asking, day: str, verdict: Verdict
) -> None:
    assert ask_obsolete(on=day).verdict is verdict
    assert ask_list(on=day).verdict is verdict


def test_a_month_is_told_as_a_month(ask_list: Asking) -> None:
    in_time = ask_list(on="2020-08-15").in_time
    assert in_time.sentence == (
        "Det er usikkert, om forsøget var begyndt den 15. august 2020. Perioden løber fra en dag i "
        "august 2020 (usikkert hvilken) til og med den 31. december 2021 (udledt af kilden)."
    )
