"""NExTWORK: longer praktik for LAB § 6, nr. 4, in four municipalities that nobody names.

The lines are those of shared/seeds/004_d010188482f6bf64.txt.
"""

from typing import Any

import pytest

from portal.shelf import Content
from tests.rules.asking import Asking
from trials.rules import LimitAnswer, Note, OfferAnswer, Verdict, nearest_change

pytestmark = pytest.mark.django_db

SLUG = "nextwork-praktik"
FITS = {
    "age": 24,
    "benefit": "uddannelseshjaelp",
    "readiness": "uddannelsesparat",
    "municipality": "0101",
    "work_experience": False,
    "long_term_unemployed": False,
    "hard_to_place": False,
    "participates": {SLUG: True},
}
NOT_WITH_US = {"participates": {SLUG: False}}
BOTH = {"individual_assessment": True, "special_need": True}


@pytest.fixture
def ask(published: Content) -> Asking:
    return Asking(published, SLUG, "2021-12-01", FITS)


# Line 80: no work experience, or long unemployment, or otherwise hard to place with løntilskud.
@pytest.mark.parametrize(
    ("experience", "long", "hard", "verdict"),
    [
        pytest.param(False, False, False, Verdict.APPLIES, id="no-experience-is-enough"),
        pytest.param(True, True, False, Verdict.APPLIES, id="long-unemployment-is-enough"),
        pytest.param(True, False, True, Verdict.APPLIES, id="hard-to-place-is-enough"),
        pytest.param(None, True, None, Verdict.APPLIES, id="one-is-enough-whatever-the-others"),
        pytest.param(True, False, None, Verdict.UNDETERMINED, id="the-last-one-is-not-stated"),
        pytest.param(None, None, None, Verdict.UNDETERMINED, id="nothing-is-stated"),
        pytest.param(True, False, False, Verdict.NOT_APPLIES, id="none-of-the-three"),
    ],
)
def test_one_of_three_circumstances_is_enough(
    ask: Asking, experience: bool | None, long: bool | None, hard: bool | None, verdict: Verdict
) -> None:
    answer = ask(work_experience=experience, long_term_unemployed=long, hard_to_place=hard)
    assert answer.verdict is verdict


# Lines 72 and 78: persons in § 6, nr. 4; line 80: not those obviously ready for education.
@pytest.mark.parametrize(
    ("facts", "verdict", "deciding"),
    [
        pytest.param({}, Verdict.APPLIES, (), id="derived-from-uddannelseshjaelp"),
        pytest.param({"benefit": "overgangsydelse"}, Verdict.APPLIES, (), id="overgangsydelse"),
        pytest.param({"benefit": "kontanthjaelp"}, Verdict.APPLIES, (), id="kontanthjaelp"),
        pytest.param(
            {"readiness": "aabenlyst_uddannelsesparat"},
            Verdict.NOT_APPLIES,
            ("readiness",),
            id="obviously-ready-is-left-out",
        ),
        pytest.param(
            {"readiness": "aktivitetsparat"}, Verdict.NOT_APPLIES, ("lab_group",), id="number-5"
        ),
        pytest.param(
            {"benefit": "dagpenge", "readiness": None, "age": 27},
            Verdict.NOT_APPLIES,
            ("lab_group",),
            id="number-1",
        ),
        pytest.param(
            {"benefit": None, "readiness": None},
            Verdict.UNDETERMINED,
            ("lab_group", "readiness"),
            id="neither-number-nor-readiness",
        ),
        pytest.param(
            {"benefit": None, "readiness": None, "lab_group": 4},
            Verdict.UNDETERMINED,
            ("readiness",),
            id="the-number-alone-leaves-readiness-open",
        ),
    ],
)
def test_only_number_4_without_the_obviously_ready(
    ask: Asking, facts: dict[str, Any], verdict: Verdict, deciding: tuple[str, ...]
) -> None:
    answer = ask(**facts)
    assert (answer.verdict, answer.deciding) == (verdict, deciding)


# Line 78: "de fire kommuner", without their names.
def test_no_municipality_alone_says_yes_or_no(ask: Asking, published: Content) -> None:
    for code in published.municipalities:
        answer = ask(municipality=code, participates=None)
        assert (answer.verdict, answer.deciding) == (Verdict.UNDETERMINED, ("municipality",))


@pytest.mark.parametrize(
    ("participates", "verdict"), [(True, Verdict.APPLIES), (False, Verdict.NOT_APPLIES)]
)
@pytest.mark.parametrize("code", ["0101", "0751", None], ids=["København", "Aarhus", "not-stated"])
def test_the_caseworker_knows_whether_the_municipality_takes_part(
    ask: Asking, code: str | None, participates: bool, verdict: Verdict
) -> None:
    assert ask(municipality=code, participates={SLUG: participates}).verdict is verdict


# Line 70: not a new trial; it ends with March of "next year", which is 2022 (catalogue C5).
@pytest.mark.parametrize(
    ("day", "verdict"),
    [
        pytest.param("2019-01-01", Verdict.UNDETERMINED, id="long-before"),
        pytest.param("2021-11-09", Verdict.UNDETERMINED, id="day-before-it-is-known-to-run"),
        pytest.param("2021-11-10", Verdict.APPLIES, id="known-to-run"),
        pytest.param("2022-03-31", Verdict.APPLIES, id="last-day"),
        pytest.param("2022-04-01", Verdict.NOT_APPLIES, id="day-after"),
    ],
)
def test_the_last_day_is_the_end_of_march_2022(ask: Asking, day: str, verdict: Verdict) -> None:
    assert ask(on=day).verdict is verdict


# Line 74: 4 weeks by the ordinary rule; line 80: 13 in the trial.
@pytest.mark.parametrize(
    ("facts", "allowed", "possible"),
    [
        pytest.param({}, 13, None, id="applies"),
        pytest.param({"participates": None}, 4, 13, id="open"),
        pytest.param(NOT_WITH_US, 4, None, id="outside-the-trial"),
        pytest.param({"readiness": "aktivitetsparat"}, None, None, id="another-ordinary-rule"),
        pytest.param({"benefit": None}, None, 13, id="number-not-known"),
    ],
)
def test_the_weeks_that_are_certain_and_those_that_may_come(
    ask: Asking, facts: dict[str, Any], allowed: int | None, possible: int | None
) -> None:
    assert ask(**facts).limit == LimitAnswer(allowed=allowed, possible=possible)


def _offer(weeks: int, individual: bool | None, special: bool | None) -> dict[str, Any]:
    return {"weeks": weeks, "individual_assessment": individual, "special_need": special}


# Lines 80 and 82: 13 weeks; to 26 by assessment; beyond by assessment and special need.
@pytest.mark.parametrize("special", [True, False, None])
@pytest.mark.parametrize("individual", [True, False, None])
@pytest.mark.parametrize("weeks", [1, 4, 5, 13, 14, 26, 27, 60])
def test_each_step_asks_for_its_own_assessments(
    ask: Asking, weeks: int, individual: bool | None, special: bool | None
) -> None:
    needed = [] if weeks <= 13 else [individual] if weeks <= 26 else [individual, special]
    wanted = OfferAnswer.NEEDS_ASSESSMENT if None in needed else OfferAnswer.YES
    if False in needed:
        wanted = OfferAnswer.NO
    assert ask(offer=_offer(weeks, individual, special)).offer_allowed is wanted


@pytest.mark.parametrize(
    ("weeks", "facts", "allowed"),
    [
        pytest.param(4, NOT_WITH_US, OfferAnswer.YES, id="ordinary-weeks-outside-the-trial"),
        pytest.param(5, NOT_WITH_US, OfferAnswer.NO, id="too-many-outside-the-trial"),
        pytest.param(4, {"participates": None}, OfferAnswer.YES, id="ordinary-weeks-anyhow"),
        pytest.param(5, {"participates": None}, OfferAnswer.UNDETERMINED, id="trial-is-open"),
        pytest.param(27, {"participates": None}, OfferAnswer.UNDETERMINED, id="all-is-open"),
        pytest.param(4, {"benefit": None, **NOT_WITH_US}, OfferAnswer.UNDETERMINED, id="no-number"),
    ],
)
def test_outside_the_trial_the_ordinary_weeks_are_left(
    ask: Asking, weeks: int, facts: dict[str, Any], allowed: OfferAnswer
) -> None:
    assert ask(offer={"weeks": weeks}, **facts).offer_allowed is allowed


# Catalogue B3: aktivitetsparate may have 13 weeks by a rule that is not part of this trial.
@pytest.mark.parametrize("weeks", [4, 5, 13, 27])
def test_the_ordinary_weeks_of_others_are_not_known(ask: Asking, weeks: int) -> None:
    answer = ask(readiness="aktivitetsparat", offer={"weeks": weeks, **BOTH})
    assert answer.verdict is Verdict.NOT_APPLIES
    assert answer.offer_allowed is OfferAnswer.UNDETERMINED


# Catalogue C36: no source says what becomes of a praktik that runs past the end.
@pytest.mark.parametrize(
    ("first", "weeks", "crosses"),
    [
        pytest.param("2022-03-04", 4, False, id="ends-on-the-last-day"),
        pytest.param("2022-03-05", 4, True, id="ends-the-day-after"),
        pytest.param("2022-03-04", 5, True, id="a-week-longer"),
        pytest.param("2022-03-31", 1, True, id="begins-on-the-last-day"),
        pytest.param("2022-04-01", 1, False, id="does-not-apply-at-all"),
    ],
)
def test_an_offer_past_the_last_day_is_remarked(
    ask: Asking, first: str, weeks: int, crosses: bool
) -> None:
    assert (Note.CROSSES_EXPIRY in ask(on=first, offer={"weeks": weeks}).notes) is crosses


# Line 82: "yderligere", without a number.
@pytest.mark.parametrize(
    ("offer", "remarked"),
    [
        pytest.param({"weeks": 26, **BOTH}, False, id="the-last-number"),
        pytest.param({"weeks": 27, **BOTH}, True, id="beyond-it"),
        pytest.param({"weeks": 27, "individual_assessment": True}, False, id="not-yet-allowed"),
        pytest.param({"weeks": 27, **BOTH, "special_need": False}, False, id="not-allowed"),
    ],
)
def test_beyond_26_weeks_the_source_names_no_ceiling(
    ask: Asking, offer: dict[str, Any], remarked: bool
) -> None:
    assert (Note.NO_UPPER_LIMIT_STATED in ask(offer=offer).notes) is remarked


# Lines 80 and 82: "kan" and "op til".
@pytest.mark.parametrize(
    ("facts", "remarked"), [({}, True), ({"participates": None}, True), (NOT_WITH_US, False)]
)
def test_weeks_are_a_possibility_and_not_a_right(
    ask: Asking, facts: dict[str, Any], remarked: bool
) -> None:
    assert (Note.SOURCE_RESERVATION in ask(**facts).notes) is remarked


def test_the_explanation_is_made_of_named_parts(ask: Asking) -> None:
    answer = ask(offer={"weeks": 20})

    assert answer.check.parts == (answer.in_time, answer.in_area, answer.in_group)
    assert [part.attribute for part in answer.check.parts[:2]] == [None, "municipality"]
    assert answer.routes is not None
    assert answer.offer_check == answer.routes.check
    assert answer.offer_check.parts == (answer.routes.by_ordinary_rule, answer.routes.by_trial)
    assert ask().routes is None


def test_three_replies_could_settle_a_young_citizen_in_a_participating_municipality(
    ask: Asking,
) -> None:
    answer = ask(work_experience=None, long_term_unemployed=None, hard_to_place=None)
    assert ask.asked(answer) == ["work_experience", "long_term_unemployed", "hard_to_place"]


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        pytest.param({}, None, id="applies"),
        pytest.param({"participates": None}, None, id="open"),
        pytest.param(NOT_WITH_US, "Gælder kun i de kommuner, der deltager.", id="place"),
        pytest.param(
            {"readiness": "aabenlyst_uddannelsesparat"},
            "Mangler én betingelse: borgeren er ikke åbenlyst uddannelsesparat.",
            id="condition",
        ),
        pytest.param(
            {"on": "2022-04-01"},
            "Udløb den 31. marts 2022 (udledt af kilden), 1 dag før den valgte dag.",
            id="time",
        ),
        pytest.param(
            {"on": "2022-04-12", **NOT_WITH_US},
            "Udløb den 31. marts 2022 (udledt af kilden), 12 dage før den valgte dag. "
            "Desuden mangler én betingelse.",
            id="time-and-place",
        ),
    ],
)
def test_the_nearest_change_is_told(
    ask: Asking, facts: dict[str, Any], sentence: str | None
) -> None:
    assert nearest_change(ask(**facts)) == sentence
