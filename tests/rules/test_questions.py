"""What is asked: what one reply could settle, and no more, held against trying every reply."""

import operator
from functools import reduce

import pytest

from portal.matching import guidance_for, read_profile
from portal.shelf import Content
from tests.rules.every_reply import Citizen, drawn, settling
from tests.rules.random_cases import cases
from tests.rules.random_documents import MUNICIPALITIES, Json
from trials.rules import (
    ATTRIBUTES,
    Assessment,
    Question,
    Verdict,
    assess,
    day_from,
    profile_from,
    questions,
    rule_from,
)

pytestmark = pytest.mark.django_db

# --- examples -------------------------------------------------------------------------------

NEXTWORK = "nextwork-praktik"


def _asked(published: Content, stated: Json, on: str = "2022-01-15") -> dict[str, tuple[str, ...]]:
    """What each question could settle."""
    day = day_from(on)
    assert day
    answer = guidance_for(published, read_profile(published, stated, on=day), on=day)
    return {question.attribute: question.settles for question in answer.questions}


def test_a_benefit_that_would_be_refused_promises_nothing(published: Content) -> None:
    """Uddannelsesparat goes with three benefits only, and all three give LAB no. 4."""
    asked = _asked(published, {"readiness": "uddannelsesparat"})

    assert NEXTWORK not in asked["benefit"]
    assert NEXTWORK in asked[f"participates:{NEXTWORK}"]


def test_a_benefit_that_would_be_taken_promises_what_it_gives(published: Content) -> None:
    asked = _asked(published, {"readiness": "aktivitetsparat"})

    assert NEXTWORK in asked["benefit"]


def test_visitation_settles_no_group_where_the_benefit_does_not_go_with_it(
    published: Content,
) -> None:
    """Without kontanthjælp and its like, only the citizens that are obviously ready are named."""
    asked = _asked(published, {"benefit": "ingen"})

    assert NEXTWORK not in asked.get("readiness", ())
    assert NEXTWORK in asked["lab_group"]


def test_the_one_age_that_is_left_is_found(published: Content) -> None:
    """Unemployed for 15 years is 29 at least, and uddannelseshjælp ends at 30."""
    stated = {
        "benefit": "uddannelseshjaelp",
        "employment": "ledig",
        "skill_level": "faglaert",
        "education_obsolete": False,
        "unemployed_months": 180,
    }

    assert "voksenlaerling-ledighedskrav" in _asked(published, stated)["age"]


def _document(slug: str, *groups: list[Json]) -> Json:
    bound = {"earliest": "2022-01-01", "latest": "2022-01-01", "source": None}
    return {
        "slug": slug,
        "periods": [{"start": bound, "end": bound, "open_ended": True}],
        "coverage": {"kind": "nationwide", "municipalities": [], "count": None, "source": None},
        "target_groups": [
            {
                "name": "målgruppe",
                "source": None,
                "conditions": [
                    {"wording": "", "source": None, "alternatives": [alternative]}
                    for alternative in group
                ],
            }
            for group in groups
        ],
        "ordinary_group": None,
        "limit": None,
        "reservation": "",
    }


def _asks(attribute: str, comparison: str, *values: str, borderline: str = "") -> Json:
    return {
        "attribute": attribute,
        "comparison": comparison,
        "values": list(values),
        "borderline": borderline.split(),
    }


SICK = _asks("on_sick_leave", "one_of", "yes")
UNEMPLOYED = _asks("employment", "one_of", "ledig")
YOUNG, OLD = _asks("age", "less_than", "30"), _asks("age", "at_least", "60")


@pytest.mark.parametrize(
    ("groups", "asked"),
    [
        pytest.param([[YOUNG], [OLD]], ["age"], id="either-age-is-enough"),
        pytest.param([[YOUNG, SICK], [OLD, SICK]], ["age", "on_sick_leave"], id="forty-is-neither"),
        pytest.param(
            [[YOUNG, SICK], [_asks("age", "at_least", "30"), UNEMPLOYED]],
            [],
            id="no-age-is-neither",
        ),
        pytest.param([[YOUNG, OLD]], ["age"], id="no-age-is-both"),
        pytest.param(
            [
                [_asks("health", "one_of", "stress"), _asks("health", "one_of", "angst_let")],
                [SICK],
            ],
            ["health", "on_sick_leave"],
            id="two-illnesses-at-once",
        ),
        pytest.param(
            [
                [_asks("age", "at_least", "15", borderline="15"), SICK],
                [_asks("age", "more_than", "15"), UNEMPLOYED],
            ],
            [],
            id="every-age-leaves-something-open",
        ),
    ],
)
def test_each_group_hears_the_same_reply(groups: list[list[Json]], asked: list[str]) -> None:
    day = day_from("2022-01-15")
    assert day
    rule = rule_from(_document("et", *groups))
    answer = assess(rule, profile_from({}, on=day, municipalities=()), on=day)

    assert answer.verdict is Verdict.UNDETERMINED
    assert [each.attribute for each in questions([answer], municipalities=())] == asked


# --- every reply, by brute force ------------------------------------------------------------


def _promised(citizen: Citizen) -> list[Question]:
    return questions(_assessed(citizen), municipalities=MUNICIPALITIES)


def _assessed(citizen: Citizen) -> list[Assessment]:
    day = citizen.case.day
    profile = profile_from(citizen.case.profile, on=day, municipalities=MUNICIPALITIES)
    return [
        assess(rule_from(document, document["recorded"]), profile, on=day)
        for document in citizen.documents
    ]


@pytest.mark.slow
def test_a_question_promises_what_a_legal_reply_can_do_and_none_is_missing() -> None:
    """The oracle assesses; every legal reply is tried on every open trial."""
    promises = kept_back = 0
    for citizen in drawn():
        promised = {
            (question.attribute, slug)
            for question in _promised(citizen)
            for slug in question.settles
        }
        assert promised == settling(citizen), citizen
        promises += len(promised)
        asked = {(name, each.rule.slug) for each in _assessed(citizen) for name in _asked_by(each)}
        kept_back += len(asked - promised)

    assert promises > 300
    assert kept_back > 100


def _asked_by(answer: Assessment) -> set[str]:
    if answer.verdict is not Verdict.UNDETERMINED:
        return set()
    return {name for leaf in answer.deciding_leaves for name in leaf.asks}


def test_only_what_is_not_stated_is_asked_and_only_for_open_trials() -> None:
    for citizen in drawn()[:200]:
        profile, asked = citizen.case.profile, _promised(citizen)
        opened = {
            each.rule.slug for each in _assessed(citizen) if each.verdict is Verdict.UNDETERMINED
        }
        stated = {*profile, *(f"participates:{slug}" for slug in profile.get("participates", {}))}
        assert stated.isdisjoint(question.attribute for question in asked)
        assert reduce(operator.or_, (set(each.settles) for each in asked), set()) <= opened
        counts = [len(question.settles) for question in asked]
        assert counts == sorted(counts, reverse=True)
        assert 0 not in counts
        assert {each.attribute for each in asked if ":" not in each.attribute} <= set(ATTRIBUTES)


# --- the answer alone -----------------------------------------------------------------------


def test_the_answer_alone_is_that_of_the_explanation() -> None:
    for case in cases(20211231, 400):
        rule = rule_from(case.document, case.document["recorded"])
        profile = profile_from(case.profile, on=case.day, municipalities=MUNICIPALITIES)
        for group in rule.groups:
            assert group.answer(profile, on=case.day) is group.check(profile, on=case.day).answer
