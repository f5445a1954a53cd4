"""Laws that hold for every rule and every citizen, whatever the content says."""

from collections.abc import Callable
from functools import cache
from itertools import product
from random import Random
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from portal.matching import read_profile
from portal.shelf import Content
from tests.rules.random_cases import FACTS, Case, cases, contradictory
from tests.rules.random_documents import MUNICIPALITIES, Json
from trials.rules import (
    Answer,
    Assessment,
    Check,
    OfferAnswer,
    Reason,
    StatementError,
    Verdict,
    all_of,
    any_of,
    assess,
    day_from,
    offer_from,
    profile_from,
    rule_from,
)

pytestmark = pytest.mark.django_db

repeatable = settings(derandomize=True, deadline=None)

# --- and, or --------------------------------------------------------------------------------

Combine = Callable[[str, list[Check]], Check]


def _leaf(answer: Answer) -> Check:
    return Check(requirement="krav", answer=answer, reason=Reason.MET, sentence="Sætning.")


answers = st.sampled_from(Answer)
leaves = st.builds(_leaf, answers)
lists = st.lists(leaves, max_size=5)
# Each connective with the answer that changes nothing, and the one that settles everything.
both_ways = pytest.mark.parametrize(
    ("combine", "neutral", "decisive"),
    [
        pytest.param(all_of, Answer.YES, Answer.NO, id="and"),
        pytest.param(any_of, Answer.NO, Answer.YES, id="or"),
    ],
)


@both_ways
@given(parts=lists, rng=st.randoms(use_true_random=False))
@repeatable
def test_the_order_of_the_parts_changes_no_answer(
    combine: Combine, neutral: Answer, decisive: Answer, parts: list[Check], rng: Random
) -> None:
    shuffled = rng.sample(parts, len(parts))
    assert combine("", shuffled).answer is combine("", parts).answer
    assert neutral is not decisive


@both_ways
@given(first=lists, second=lists)
@repeatable
def test_grouping_the_parts_changes_no_answer(
    combine: Combine, neutral: Answer, decisive: Answer, first: list[Check], second: list[Check]
) -> None:
    grouped = combine("", [combine("", first), combine("", second)])
    assert grouped.answer is combine("", [*first, *second]).answer
    settled = combine("", [*first, _leaf(decisive)])
    assert settled.answer is decisive
    assert combine("", [*first, _leaf(neutral)]).answer is combine("", first).answer


@both_ways
@given(part=leaves, times=st.integers(1, 4))
@repeatable
def test_saying_the_same_twice_changes_no_answer(
    combine: Combine, neutral: Answer, decisive: Answer, part: Check, times: int
) -> None:
    assert combine("", [part] * times).answer is part.answer
    assert combine("", []).answer is neutral is not decisive


@given(parts=st.lists(leaves, min_size=1, max_size=5))
@repeatable
def test_and_is_the_least_and_or_the_greatest_answer(parts: list[Check]) -> None:
    said = [part.answer for part in parts]
    assert all_of("", parts).answer is min(said)
    assert any_of("", parts).answer is max(said)


@given(one=leaves, other=leaves)
@repeatable
def test_each_connective_absorbs_the_other(one: Check, other: Check) -> None:
    assert all_of("", [one, any_of("", [one, other])]).answer is one.answer
    assert any_of("", [one, all_of("", [one, other])]).answer is one.answer


# --- one more fact --------------------------------------------------------------------------

SETTLED = {Verdict.APPLIES, Verdict.NOT_APPLIES, OfferAnswer.YES, OfferAnswer.NO}


@cache
def _pool() -> list[Case]:
    return list(cases(20220331, 600))


def _assessed(case: Case, profile: Json) -> Assessment:
    return assess(
        rule_from(case.document, case.document["recorded"]),
        profile_from(profile, on=case.day, municipalities=MUNICIPALITIES),
        on=case.day,
        offer=offer_from(case.offer) if case.offer else None,
    )


def _with_one_more(profile: Json, name: str, rng: Random) -> Json:
    """Of what the caseworker knows about trials, one answer more is one fact more."""
    fact = FACTS[name](rng)
    return profile | {name: fact | profile.get(name, {}) if isinstance(fact, dict) else fact}


@given(case=st.deferred(lambda: st.sampled_from(_pool())), rng=st.randoms(use_true_random=False))
@settings(repeatable, max_examples=100)
def test_one_more_fact_never_overturns_a_settled_answer(case: Case, rng: Random) -> None:
    before = _assessed(case, case.profile)
    for name in [name for name in FACTS if name == "participates" or name not in case.profile]:
        more = _with_one_more(case.profile, name, rng)
        if contradictory(case.document, more, case.day):
            continue
        after = _assessed(case, more)
        if before.verdict in SETTLED:
            assert after.verdict is before.verdict
        if before.offer_allowed in SETTLED:
            assert after.offer_allowed is before.offer_allowed


# What a caseworker may state in each trial's matters, each fact also left out.
STATEMENTS: dict[str, dict[str, list[Any]]] = {
    "nextwork-praktik": {
        "benefit": ["uddannelseshjaelp", "dagpenge"],
        "readiness": ["uddannelsesparat", "aktivitetsparat", "aabenlyst_uddannelsesparat"],
        "lab_group": [4, 5],
        "work_experience": [True, False],
        "long_term_unemployed": [True, False],
        "participates": [{"nextwork-praktik": True}, {"nextwork-praktik": False}],
    },
    "voksenlaerling-ledighedskrav": {
        "age": [24, 25],
        "skill_level": ["faglaert", "ufaglaert"],
        "employment": ["ledig", "beskaeftiget"],
        "education_obsolete": [True, False],
        "unemployed_months": [3, 4, 7],
    },
    "uddannelsesloeft-nordjylland": {
        "municipality": ["0851", "0846"],
        "benefit": ["dagpenge", "kontanthjaelp"],
        "employment": ["ledig", "beskaeftiget"],
        "skill_level": ["faglaert", "ufaglaert"],
        "education_obsolete": [True, False],
    },
    "ibbis": {
        "municipality": ["0101", "0851"],
        "participates": [{"ibbis": True}, {"ibbis": False}],
        "on_sick_leave": [True, False],
        "health": [["stress"], ["angst"], ["anden"], []],
    },
}


@pytest.mark.parametrize("day", ["2020-08-15", "2022-01-15", "2023-01-01"])
@pytest.mark.parametrize("slug", STATEMENTS)
def test_in_every_combination_one_more_fact_overturns_nothing(
    published: Content, slug: str, day: str
) -> None:
    names = list(STATEMENTS[slug])
    choices = [[None, *STATEMENTS[slug][name]] for name in names]
    verdicts: dict[tuple[int, ...], Verdict] = {}
    on, rule = day_from(day), published.trials[slug].rule
    assert on
    for picks in product(*(range(len(options)) for options in choices)):
        facts = {n: options[pick] for n, options, pick in zip(names, choices, picks, strict=True)}
        try:
            verdicts[picks] = assess(rule, read_profile(published, facts, on=on), on=on).verdict
        except StatementError:
            continue
    assert len(verdicts) > 100
    for picks, verdict in verdicts.items():
        for place, pick in enumerate(picks):
            before = verdicts.get((*picks[:place], 0, *picks[place + 1 :]))
            assert not pick or before in (None, Verdict.UNDETERMINED, verdict)


# --- what follows ---------------------------------------------------------------------------


@given(case=st.deferred(lambda: st.sampled_from(_pool())))
@settings(repeatable, max_examples=200)
def test_something_decides_unless_the_rule_applies(case: Case) -> None:
    """A rule without a period or a target group applies to nobody, and no fact decides it."""
    assume(bool(case.document["periods"] and case.document["target_groups"]))
    assessment = _assessed(case, case.profile)
    assert (not assessment.deciding) is (assessment.verdict is Verdict.APPLIES)
