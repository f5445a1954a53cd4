"""IBBIS: one course of health care and employment effort for citizens on sick leave.

The lines are those of shared/seeds/004_d010188482f6bf64.txt; B9 is the catalogue's table of later
evidence, where STAR names the municipalities.
"""

from typing import Any

import pytest

from portal.shelf import Content
from tests.rules.asking import Asking
from trials.rules import Note, Reason, StatementError, Verdict, nearest_change

pytestmark = pytest.mark.django_db

APPLIES, OPEN, NOT = Verdict.APPLIES, Verdict.UNDETERMINED, Verdict.NOT_APPLIES
SLUG = "ibbis"
FITS = {"on_sick_leave": True, "health": ["depression_let"], "municipality": "0101"}


@pytest.fixture
def ask(published: Content) -> Asking:
    return Asking(published, SLUG, "2022-02-01", FITS)


# Line 112: mild anxiety and depression, "blandt andet"; line 113: the disorders without a degree.
@pytest.mark.parametrize(
    ("health", "verdict"),
    [
        pytest.param(["angst_let"], APPLIES, id="mild-anxiety"),
        pytest.param(["depression_let"], APPLIES, id="mild-depression"),
        pytest.param(["stress"], APPLIES, id="stress"),
        pytest.param(["udbraendthed"], APPLIES, id="burnout"),
        pytest.param(["tilpasningsreaktion"], APPLIES, id="adjustment"),
        pytest.param(["angst"], OPEN, id="anxiety-of-unknown-degree"),
        pytest.param(["angst_svaer"], OPEN, id="severe-anxiety"),
        pytest.param(["depression"], OPEN, id="depression-of-unknown-degree"),
        pytest.param(["depression_svaer"], OPEN, id="severe-depression"),
        pytest.param(["depression_svaer", "stress"], APPLIES, id="one-that-is-named-settles-it"),
        pytest.param(["angst", "anden"], OPEN, id="another-beside-does-not-close-it"),
        pytest.param(["anden"], NOT, id="another-disorder"),
        pytest.param([], NOT, id="none-of-them"),
        pytest.param(None, OPEN, id="not-stated"),
    ],
)
def test_the_source_names_mild_degrees_and_leaves_the_severe_open(
    ask: Asking, health: list[str] | None, verdict: Verdict
) -> None:
    answer = ask(health=health)
    assert answer.verdict is verdict
    assert answer.deciding == (() if verdict is APPLIES else ("health",))


def test_a_severe_degree_is_no_question_for_the_caseworker(ask: Asking) -> None:
    answer = ask(health=["angst_svaer"])
    assert ask.asked(answer) == []
    (leaf,) = answer.deciding_leaves
    assert leaf.reason is Reason.BORDERLINE
    assert leaf.sentence == (
        "På grænsen: borgeren har angst i svær grad, og kilden afgør ikke, om det er med."
    )


@pytest.mark.parametrize(("sick", "verdict"), [(True, APPLIES), (False, NOT), (None, OPEN)])
def test_the_citizen_is_on_sick_leave(ask: Asking, sick: bool | None, verdict: Verdict) -> None:
    assert ask(on_sick_leave=sick).verdict is verdict


# B9: København and Aarhus are named, and nothing says that they are all.
@pytest.mark.parametrize(
    ("facts", "verdict"),
    [
        pytest.param({}, APPLIES, id="København"),
        pytest.param({"municipality": "0751"}, APPLIES, id="Aarhus"),
        pytest.param({"municipality": "0851"}, OPEN, id="Aalborg-is-not-named"),
        pytest.param({"municipality": None}, OPEN, id="not-stated"),
        pytest.param(
            {"municipality": "0851", "participates": {SLUG: True}}, APPLIES, id="takes-part"
        ),
        pytest.param(
            {"municipality": "0851", "participates": {SLUG: False}}, NOT, id="takes-no-part"
        ),
        pytest.param({"municipality": None, "participates": {SLUG: False}}, NOT, id="only-the-no"),
    ],
)
def test_outside_the_named_municipalities_the_caseworker_is_asked(
    ask: Asking, facts: dict[str, Any], verdict: Verdict
) -> None:
    assert ask(**facts).verdict is verdict


@pytest.mark.parametrize(
    ("code", "asked"),
    [
        pytest.param("0851", ["participates:ibbis"], id="not-named"),
        pytest.param(None, ["municipality", "participates:ibbis"], id="not-stated"),
    ],
)
def test_the_question_about_the_municipality_is_the_one_that_helps(
    ask: Asking, code: str | None, asked: list[str]
) -> None:
    answer = ask(municipality=code)
    assert ask.asked(answer) == asked


def test_the_municipality_alone_can_never_settle_that_the_trial_does_not_apply(
    ask: Asking,
) -> None:
    answer = ask(municipality=None, on_sick_leave=None)
    assert ask.asked(answer) == ["participates:ibbis", "on_sick_leave"]


def test_a_named_municipality_cannot_be_denied(ask: Asking) -> None:
    with pytest.raises(StatementError):
        ask(participates={SLUG: False})


# Line 112: to 30 April 2022, and ongoing when it was written.
@pytest.mark.parametrize(
    ("day", "verdict"),
    [
        pytest.param("2021-12-30", OPEN, id="before-it-is-known-to-run"),
        pytest.param("2021-12-31", APPLIES, id="known-to-run"),
        pytest.param("2022-04-30", APPLIES, id="last-day"),
        pytest.param("2022-05-01", NOT, id="day-after"),
    ],
)
def test_the_last_day_is_30_april_2022(ask: Asking, day: str, verdict: Verdict) -> None:
    assert ask(on=day).verdict is verdict


@pytest.mark.parametrize(("first", "crosses"), [("2022-04-03", False), ("2022-04-04", True)])
def test_an_offer_past_the_last_day_is_remarked(ask: Asking, first: str, crosses: bool) -> None:
    assert (Note.CROSSES_EXPIRY in ask(on=first, offer={"weeks": 4}).notes) is crosses


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        pytest.param(
            {"health": []},
            "Mangler én betingelse: borgeren har angst eller depression i lettere grad, stress, "
            "udbrændthed eller en tilpasningsreaktion.",
            id="health",
        ),
        pytest.param(
            {"municipality": None, "participates": {SLUG: False}, "on_sick_leave": False},
            "Gælder kun i de kommuner, der deltager. Desuden mangler én betingelse.",
            id="place-and-condition",
        ),
        pytest.param({"health": ["angst"]}, None, id="open"),
    ],
)
def test_the_nearest_change_is_told(
    ask: Asking, facts: dict[str, Any], sentence: str | None
) -> None:
    assert nearest_change(ask(**facts)) == sentence
