"""Uddannelsesløft in seven municipalities of Nordjylland.

The lines are those of shared/seeds/004_d010188482f6bf64.txt.
"""

from typing import Any

import pytest

from portal.shelf import Content
from tests.rules.asking import Asking
from trials.rules import Note, StatementError, Verdict, nearest_change

pytestmark = pytest.mark.django_db

APPLIES, OPEN, NOT = Verdict.APPLIES, Verdict.UNDETERMINED, Verdict.NOT_APPLIES
SLUG = "uddannelsesloeft-nordjylland"
# Line 110, with the codes of shared/domain/municipalities.json.
SEVEN = {
    "0851": "Aalborg",
    "0860": "Hjørring",
    "0810": "Brønderslev",
    "0849": "Jammerbugt",
    "0840": "Rebild",
    "0773": "Morsø",
    "0813": "Frederikshavn",
}
# In Region Nordjylland, yet not among the seven (catalogue C29).
NEIGHBOURS = {"0787": "Thisted", "0846": "Mariagerfjord", "0820": "Vesthimmerland", "0825": "Læsø"}
FITS = {
    "municipality": "0851",
    "benefit": "dagpenge",
    "employment": "ledig",
    "skill_level": "faglaert",
    "education_obsolete": False,
}


@pytest.fixture
def ask(published: Content) -> Asking:
    return Asking(published, SLUG, "2022-06-01", FITS)


def test_it_applies_in_the_seven_and_nowhere_else(ask: Asking, published: Content) -> None:
    verdicts = {code: ask(municipality=code).verdict for code in published.municipalities}
    assert {code for code, verdict in verdicts.items() if verdict is APPLIES} == set(SEVEN)
    assert set(verdicts.values()) == {APPLIES, NOT}


@pytest.mark.parametrize("code", NEIGHBOURS, ids=list(NEIGHBOURS.values()))
def test_a_neighbour_in_the_same_region_is_outside(ask: Asking, code: str) -> None:
    answer = ask(municipality=code)
    assert (answer.verdict, answer.deciding) == (NOT, ("municipality",))
    assert nearest_change(answer) == (
        "Gælder kun i Brønderslev, Frederikshavn, Hjørring, Jammerbugt, Morsø, Rebild og Aalborg."
    )


def test_without_a_municipality_it_is_asked_for(ask: Asking) -> None:
    answer = ask(municipality=None)
    assert (answer.verdict, answer.deciding) == (OPEN, ("municipality",))
    assert ask.asked(answer) == ["municipality"]


@pytest.mark.parametrize(
    ("code", "participates"),
    [
        pytest.param("0846", True, id="yes-outside-a-complete-list"),
        pytest.param("0851", False, id="no-inside-it"),
    ],
)
def test_the_caseworker_cannot_overrule_a_complete_list(
    ask: Asking, code: str, participates: bool
) -> None:
    with pytest.raises(StatementError) as refused:
        ask(municipality=code, participates={SLUG: participates})
    assert set(refused.value.errors) == {"municipality", f"participates.{SLUG}"}


# Line 108: unemployed, skilled, on dagpenge, without obsolete education.
@pytest.mark.parametrize(
    ("facts", "verdict", "deciding"),
    [
        pytest.param({}, APPLIES, (), id="all-four"),
        pytest.param({"benefit": "kontanthjaelp"}, NOT, ("benefit",), id="another-benefit"),
        pytest.param(
            {"employment": "beskaeftiget"}, NOT, ("employment",), id="on-dagpenge-at-work"
        ),
        pytest.param({"skill_level": "ufaglaert"}, NOT, ("skill_level",), id="unskilled"),
        pytest.param({"education_obsolete": True}, NOT, ("education_obsolete",), id="obsolete"),
        pytest.param({"education_obsolete": None}, OPEN, ("education_obsolete",), id="unjudged"),
        pytest.param({"benefit": None}, OPEN, ("benefit",), id="benefit-not-stated"),
        pytest.param(
            {"benefit": None, "municipality": "0846"}, NOT, ("municipality",), id="no-beats-open"
        ),
    ],
)
def test_all_four_circumstances_are_needed(
    ask: Asking, facts: dict[str, Any], verdict: Verdict, deciding: tuple[str, ...]
) -> None:
    answer = ask(**facts)
    assert (answer.verdict, answer.deciding) == (verdict, deciding)


# Line 98: ongoing; line 108: to 31 December 2022. A later source reports an extension to the end of
# 2025 of what is likely this trial (catalogue B7), so the time between is open.
@pytest.mark.parametrize(
    ("day", "verdict"),
    [
        pytest.param("2021-12-30", OPEN, id="before-it-is-known-to-run"),
        pytest.param("2021-12-31", APPLIES, id="known-to-run"),
        pytest.param("2022-12-31", APPLIES, id="last-certain-day"),
        pytest.param("2023-01-01", OPEN, id="a-later-extension-is-reported"),
        pytest.param("2025-12-31", OPEN, id="last-day-that-is-reported"),
        pytest.param("2026-01-01", NOT, id="day-after"),
    ],
)
def test_after_2022_only_a_reported_extension_is_left(
    ask: Asking, day: str, verdict: Verdict
) -> None:
    answer = ask(on=day)
    assert answer.verdict is verdict
    assert answer.deciding == (() if verdict is APPLIES else ("period",))


@pytest.mark.parametrize(
    ("first", "crosses"), [("2022-12-04", False), ("2022-12-05", True), ("2023-01-01", False)]
)
def test_the_last_certain_day_is_the_one_to_cross(ask: Asking, first: str, crosses: bool) -> None:
    assert (Note.CROSSES_EXPIRY in ask(on=first, offer={"weeks": 4}).notes) is crosses


# Line 108: "i visse tilfælde".
@pytest.mark.parametrize(
    ("facts", "remarked"),
    [
        pytest.param({}, True, id="applies"),
        pytest.param({"benefit": None}, True, id="open"),
        pytest.param({"municipality": "0846"}, False, id="does-not-apply"),
    ],
)
def test_it_is_a_possibility_and_not_a_right(
    ask: Asking, facts: dict[str, Any], remarked: bool
) -> None:
    assert (Note.SOURCE_RESERVATION in ask(**facts).notes) is remarked


def test_an_uncertain_end_is_told_as_the_latest(ask: Asking) -> None:
    assert nearest_change(ask(on="2026-01-01")) == (
        "Udløb senest den 31. december 2025 (fra en anden kilde), 1 dag før den valgte dag."
    )
