"""What a caseworker may state, what is refused, and what follows from it.

The tables are those of shared/design/architecture.md, "The words".
"""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from trials.rules import ATTRIBUTES, CitizenProfile, Kind, StatementError
from trials.rules import profile_from as read

DAY = date(2021, 12, 1)
BEFORE_REFORM, REFORM = date(2025, 6, 30), date(2025, 7, 1)
MUNICIPALITIES = {"0101", "0751"}


def profile_from(on: date = DAY, /, **facts: Any) -> CitizenProfile:
    return read(facts, on=on, municipalities=MUNICIPALITIES)


def refused(on: date = DAY, /, **facts: Any) -> dict[str, str]:
    """The messages of a refusal, by field."""
    with pytest.raises(StatementError) as caught:
        profile_from(on, **facts)
    return caught.value.errors


# --- reading --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("facts", "stated"),
    [
        pytest.param({"age": 15}, Decimal(15), id="youngest"),
        pytest.param({"age": 99}, Decimal(99), id="oldest"),
        pytest.param({"unemployed_months": 0}, Decimal(0), id="none-yet"),
        pytest.param({"unemployed_months": 3.1}, Decimal("3.1"), id="decimals-as-written"),
        pytest.param({"unemployed_months": Decimal("3.10")}, Decimal("3.1"), id="decimal"),
        pytest.param({"unemployed_months": 600}, Decimal(600), id="longest"),
        pytest.param({"municipality": "0101"}, "0101", id="municipality"),
        pytest.param({"benefit": "dagpenge"}, "dagpenge", id="code"),
        pytest.param({"lab_group": 4}, "4", id="number-of-a-group"),
        pytest.param({"work_experience": True}, "yes", id="yes"),
        pytest.param({"work_experience": False}, "no", id="no"),
        pytest.param({"health": ["stress"]}, frozenset({"stress"}), id="one-of-a-set"),
        pytest.param({"health": []}, frozenset(), id="none-of-a-set"),
    ],
)
def test_each_kind_is_read_in_its_own_way(facts: dict[str, Any], stated: object) -> None:
    assert list(profile_from(**facts).stated.values()) == [stated]


def test_null_is_not_stated_for_every_fact() -> None:
    nothing = profile_from(**dict.fromkeys(ATTRIBUTES), participates=None)
    assert nothing == profile_from()
    assert nothing.stated == {}


def test_the_own_answers_about_trials_are_yes_no_or_left_out() -> None:
    profile = profile_from(participates={"ibbis": False, "nextwork-praktik": True, "x": None})
    assert profile.participates == {"ibbis": False, "nextwork-praktik": True}


@pytest.mark.parametrize(
    "facts",
    [
        pytest.param({"age": True}, id="bool-is-no-number"),
        pytest.param({"age": 24.0}, id="age-is-whole"),
        pytest.param({"age": Decimal(24)}, id="age-is-an-integer"),
        pytest.param({"age": "24"}, id="text-is-no-number"),
        pytest.param({"age": 14}, id="too-young"),
        pytest.param({"age": 100}, id="too-old"),
        pytest.param({"age": -24}, id="below-zero"),
        pytest.param({"age": 10**5_000}, id="five-thousand-digits"),
        pytest.param({"unemployed_months": False}, id="no-is-no-number"),
        pytest.param({"unemployed_months": float("nan")}, id="nan"),
        pytest.param({"unemployed_months": Decimal("sNaN")}, id="signalling-nan"),
        pytest.param({"unemployed_months": float("inf")}, id="infinite"),
        pytest.param({"unemployed_months": -0.1}, id="less-than-nothing"),
        pytest.param({"unemployed_months": 600.1}, id="longer-than-a-life"),
        pytest.param({"unemployed_months": "3"}, id="months-as-text"),
        pytest.param({"municipality": "101"}, id="three-digits"),
        pytest.param({"municipality": 101}, id="municipality-as-number"),
        pytest.param({"municipality": "København"}, id="municipality-by-name"),
        pytest.param({"municipality": ["0101"]}, id="municipality-in-a-list"),
        pytest.param({"benefit": "Dagpenge"}, id="code-in-capitals"),
        pytest.param({"benefit": "su"}, id="code-nobody-knows"),
        pytest.param({"benefit": 1}, id="number-for-a-code"),
        pytest.param({"lab_group": "4"}, id="group-as-text"),
        pytest.param({"lab_group": True}, id="group-as-bool"),
        pytest.param({"lab_group": 0}, id="group-0"),
        pytest.param({"lab_group": 14}, id="group-14"),
        pytest.param({"work_experience": "yes"}, id="yes-as-text"),
        pytest.param({"work_experience": 1}, id="yes-as-number"),
        pytest.param({"health": "stress"}, id="set-as-text"),
        pytest.param({"health": {"stress": True}}, id="set-as-mapping"),
        pytest.param({"health": ["stress", "forkoelelse"]}, id="disorder-nobody-knows"),
        pytest.param({"health": ["stress", "stress"]}, id="said-twice"),
        pytest.param({"health": [["stress"]]}, id="list-in-a-list"),
        pytest.param({"participates": True}, id="participates-what"),
        pytest.param({"participates": {"ibbis": "ja"}}, id="participates-as-text"),
        pytest.param({"participates": {1: True}}, id="participates-by-number"),
        pytest.param({"name": "Sanne"}, id="nobody-has-a-name"),
        pytest.param({"Age": 24}, id="capital-letter"),
    ],
)
def test_what_cannot_be_is_refused_under_its_own_name(facts: dict[str, Any]) -> None:
    errors = refused(**facts)
    assert set(errors) == set(facts)
    assert all(message.endswith(".") for message in errors.values())
    assert not any("digits" in message for message in errors.values())


def test_every_wrong_field_is_named_at_once() -> None:
    assert set(refused(age=7, benefit="su", shoe_size=43, participates=[])) == {
        "age",
        "benefit",
        "shoe_size",
        "participates",
    }


def test_every_choice_reads_every_code_of_its_own() -> None:
    for name, attribute in ATTRIBUTES.items():
        for word in attribute.words or ():
            if attribute.kind is Kind.CHOICE and name != "lab_group":
                assert profile_from(**{name: word.value}).stated == {name: word.value}


# --- the LAB group --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("benefit", "readiness", "age", "on", "group"),
    [
        ("dagpenge", None, None, DAY, "1"),
        ("dagpenge", "jobparat", 25, REFORM, "1"),
        ("kontanthjaelp", "jobparat", None, DAY, "2"),
        ("kontanthjaelp", "jobparat", 29, REFORM, "2"),
        ("kontanthjaelp", "aktivitetsparat", None, BEFORE_REFORM, "3"),
        ("kontanthjaelp", "aktivitetsparat", 29, BEFORE_REFORM, "3"),
        ("kontanthjaelp", "aktivitetsparat", None, REFORM, None),
        ("kontanthjaelp", "aktivitetsparat", 29, REFORM, None),
        ("kontanthjaelp", "aktivitetsparat", 30, REFORM, "3"),
        ("kontanthjaelp", "uddannelsesparat", None, DAY, "4"),
        ("kontanthjaelp", "aabenlyst_uddannelsesparat", None, REFORM, "4"),
        ("uddannelseshjaelp", "uddannelsesparat", None, DAY, "4"),
        ("uddannelseshjaelp", "aabenlyst_uddannelsesparat", None, DAY, "4"),
        ("overgangsydelse", "uddannelsesparat", None, DAY, "4"),
        ("overgangsydelse", "aabenlyst_uddannelsesparat", None, DAY, "4"),
        ("uddannelseshjaelp", "aktivitetsparat", None, DAY, "5"),
        ("overgangsydelse", "jobparat", None, DAY, "2"),
        ("overgangsydelse", "aktivitetsparat", 30, DAY, "3"),
        ("overgangsydelse", "aktivitetsparat", 29, DAY, None),
        ("overgangsydelse", "aktivitetsparat", None, DAY, None),
        ("sygedagpenge", None, None, DAY, "6"),
        ("jobafklaring", None, None, DAY, "7"),
        ("ressourceforloeb", None, None, DAY, "8"),
        ("ledighedsydelse", None, None, DAY, "9"),
        ("fleksjob", None, None, DAY, "9"),
        ("revalidering", None, None, DAY, "10"),
        ("foertidspension", None, None, DAY, "11"),
        ("kontanthjaelp", None, 40, DAY, None),
        ("uddannelseshjaelp", None, 24, DAY, None),
        ("selvforsoergende", "jobparat", 40, DAY, None),
        ("ingen", None, 40, DAY, None),
        (None, "uddannelsesparat", 24, DAY, None),
        (None, None, 24, DAY, None),
    ],
)
def test_the_lab_group_follows_from_benefit_readiness_and_age(
    benefit: str | None, readiness: str | None, age: int | None, on: date, group: str | None
) -> None:
    profile = profile_from(on, benefit=benefit, readiness=readiness, age=age)
    assert profile.value("lab_group", on=on) == group


@pytest.mark.parametrize(
    ("facts", "questions"),
    [
        pytest.param({}, ("benefit", "readiness"), id="nothing-is-known"),
        pytest.param({"readiness": "jobparat"}, ("benefit",), id="benefit-is-missing"),
        pytest.param({"benefit": "kontanthjaelp"}, ("readiness",), id="readiness-is-missing"),
        pytest.param({"benefit": "ingen"}, ("lab_group",), id="readiness-would-not-help"),
        pytest.param(
            {"benefit": "overgangsydelse", "readiness": "aktivitetsparat"},
            ("age", "lab_group"),
            id="age-may-help",
        ),
        pytest.param(
            {"benefit": "overgangsydelse", "readiness": "aktivitetsparat", "age": 29},
            ("lab_group",),
            id="age-did-not-help",
        ),
        pytest.param(
            {"benefit": "selvforsoergende", "readiness": "jobparat"},
            ("lab_group",),
            id="age-would-not-help",
        ),
        pytest.param(
            {"benefit": "selvforsoergende", "readiness": "aktivitetsparat"},
            ("lab_group",),
            id="age-helps-only-on-a-benefit-that-has-groups-by-age",
        ),
    ],
)
def test_only_what_could_lead_to_the_group_is_asked(
    facts: dict[str, Any], questions: tuple[str, ...]
) -> None:
    assert profile_from(**facts).lab_group_questions() == questions


# --- contradictions -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("facts", "on", "fields"),
    [
        ({"benefit": "dagpenge", "lab_group": 2}, DAY, {"benefit", "lab_group"}),
        (
            {"benefit": "kontanthjaelp", "readiness": "aktivitetsparat", "lab_group": 5},
            BEFORE_REFORM,
            {"benefit", "readiness", "lab_group"},
        ),
        (
            {"benefit": "kontanthjaelp", "readiness": "aktivitetsparat", "age": 35, "lab_group": 5},
            BEFORE_REFORM,
            {"benefit", "readiness", "lab_group"},
        ),
        (
            {"benefit": "kontanthjaelp", "readiness": "aktivitetsparat", "age": 35, "lab_group": 5},
            REFORM,
            {"benefit", "readiness", "age", "lab_group"},
        ),
        ({"benefit": "dagpenge", "readiness": "uddannelsesparat"}, DAY, {"benefit", "readiness"}),
        (
            {"benefit": "sygedagpenge", "readiness": "aabenlyst_uddannelsesparat"},
            DAY,
            {"benefit", "readiness"},
        ),
        ({"benefit": "uddannelseshjaelp", "readiness": "jobparat"}, DAY, {"benefit", "readiness"}),
        ({"benefit": "uddannelseshjaelp", "age": 30}, DAY, {"benefit", "age"}),
        ({"age": 15, "unemployed_months": 12.1}, DAY, {"age", "unemployed_months"}),
        ({"age": 20, "unemployed_months": 73}, DAY, {"age", "unemployed_months"}),
    ],
)
def test_a_contradiction_is_refused_under_every_field_that_makes_it(
    facts: dict[str, Any], on: date, fields: set[str]
) -> None:
    assert set(refused(on, **facts)) == fields


@pytest.mark.parametrize(
    ("facts", "on"),
    [
        pytest.param({"benefit": "dagpenge", "employment": "beskaeftiget"}, DAY, id="part-time"),
        pytest.param({"benefit": "dagpenge", "lab_group": 1}, DAY, id="group-as-derived"),
        pytest.param({"benefit": "ingen", "lab_group": 12}, DAY, id="group-not-derivable"),
        pytest.param(
            {"benefit": "kontanthjaelp", "readiness": "aktivitetsparat", "lab_group": 5},
            REFORM,
            id="number-5-on-kontanthjaelp-after-the-reform",
        ),
        pytest.param(
            {"benefit": "kontanthjaelp", "readiness": "uddannelsesparat"}, DAY, id="kontanthjaelp"
        ),
        pytest.param({"benefit": "dagpenge", "readiness": "jobparat"}, DAY, id="dagpenge-jobparat"),
        pytest.param({"benefit": "uddannelseshjaelp", "age": 29}, DAY, id="under-thirty"),
        pytest.param({"benefit": "uddannelseshjaelp"}, REFORM, id="a-benefit-that-has-ended"),
        pytest.param({"age": 15, "unemployed_months": 12}, DAY, id="since-the-15th-birthday"),
        pytest.param({"age": 20, "unemployed_months": 72}, DAY, id="since-15-at-20"),
        pytest.param({"benefit": "sygedagpenge", "on_sick_leave": False}, DAY, id="no-judgement"),
        pytest.param({"employment": "beskaeftiget", "unemployed_months": 9}, DAY, id="before-work"),
    ],
)
def test_nothing_else_is_a_contradiction(facts: dict[str, Any], on: date) -> None:
    assert profile_from(on, **facts).stated
