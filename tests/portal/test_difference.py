"""The laws of a difference, on the published content: exact, and the same both ways."""

from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from typing import Any

import pytest
from django.http import QueryDict
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from portal.guidance.forms import ProfileForm, answer_of
from portal.guidance.what_if.choices import distinct_numbers, fact_choices
from portal.guidance.what_if.days import other_days, timeline
from portal.guidance.what_if.difference import SAME, Difference, Move, difference
from portal.matching import Guidance
from portal.shelf import current_content
from trials.rules import ATTRIBUTES, CitizenProfile, Verdict, assess

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

TODAY = date(2026, 3, 15)
FIRST, LAST = date(2020, 6, 1), date(2026, 6, 1)
repeatable = settings(
    derandomize=True,
    deadline=None,
    max_examples=25,
    suppress_health_check=[HealthCheck.filter_too_much],
)

# Facts that the published rules ask for, as they are posted.
FACTS: dict[str, Any] = {
    "benefit": st.sampled_from(["dagpenge", "kontanthjaelp", "uddannelseshjaelp", "sygedagpenge"]),
    "readiness": st.sampled_from(["jobparat", "aktivitetsparat", "uddannelsesparat"]),
    "age": st.sampled_from(["19", "24", "25", "29", "30", "45"]),
    "municipality": st.sampled_from(["0101", "0851", "0751"]),
    "employment": st.sampled_from(["ledig", "beskaeftiget"]),
    "unemployed_months": st.sampled_from(["0", "2,99", "3", "6", "12"]),
    "skill_level": st.sampled_from(["ufaglaert", "faglaert"]),
    "education_obsolete": st.sampled_from(["yes", "no"]),
    "work_experience": st.sampled_from(["yes", "no"]),
    "on_sick_leave": st.sampled_from(["yes", "no"]),
    "health": st.sampled_from(["angst", "stress", "ingen"]),
    "jobrotation_substitute": st.sampled_from(["yes", "no"]),
    "participates_nextwork-praktik": st.sampled_from(["yes", "no"]),
    "weeks": st.sampled_from(["4", "13", "20"]),
}
days = st.dates(FIRST, LAST).map(lambda day: f"{day:%d-%m-%Y}")
posted = st.fixed_dictionaries({"on": days}, optional=FACTS)


def form_of(stated: dict[str, str]) -> ProfileForm:
    data = QueryDict(mutable=True)
    data.update(stated)
    return ProfileForm(data, content=current_content(), today=TODAY)


def answer_to(stated: dict[str, str]) -> Guidance:
    form = form_of(stated)
    assume(form.is_valid())
    return answer_of(form)


def changes(moves: tuple[Move, ...]) -> set[tuple[str, str, str]]:
    return {
        (change.document["slug"], move.before, move.after)
        for move in moves
        for change in move.changes
    }


def turned(moves: tuple[Move, ...]) -> set[tuple[str, str, str]]:
    return {(slug, after, before) for slug, before, after in changes(moves)}


@repeatable
@given(stated=posted)
def test_an_answer_does_not_differ_from_itself(stated):
    found = difference(answer_to(stated), answer_to(stated))

    assert found == Difference()
    assert found.is_empty
    assert found.sentence == SAME


@repeatable
@given(before=posted, after=posted)
def test_exactly_the_trials_with_another_verdict_are_listed(before, after):
    one, other = answer_to(before), answer_to(after)
    earlier, later = (
        {row.document["slug"]: row.assessment.verdict.label for row in answer.trials}
        for answer in (one, other)
    )
    expected = {
        (slug, earlier[slug], later[slug]) for slug in earlier if earlier[slug] != later[slug]
    }

    assert changes(difference(one, other).trials) == expected


@repeatable
@given(before=posted, after=posted)
def test_there_and_back_list_the_same_the_other_way_round(before, after):
    there = difference(answer_to(before), answer_to(after))
    back = difference(answer_to(after), answer_to(before))

    assert changes(there.trials) == turned(back.trials)
    assert changes(there.evaluations) == turned(back.evaluations)
    assert changes(there.recommendations) == turned(back.recommendations)
    assert changes(there.strengths) == turned(back.strengths)
    assert len(there.durations) == len(back.durations)
    assert there.is_empty == back.is_empty


@repeatable
@given(before=posted, after=posted)
def test_every_sentence_has_the_right_plural_and_every_trial_a_reason(before, after):
    found = difference(answer_to(before), answer_to(after))
    told = " ".join((found.sentence, *(move.sentence for move in found.evidence)))

    for word in ("1 evalueringer", "1 anbefalinger", "0 forsøg", "None"):
        assert f" {word}" not in f" {told}"
    assert all(change.why for move in found.trials for change in move.changes)
    assert found.is_empty == (found.sentence == SAME)


@settings(repeatable, max_examples=5)
@given(stated=posted)
def test_the_nearest_other_days_are_the_nearest(stated):
    """Held against every single day from the first bound to the last."""
    form = form_of(stated)
    assume(form.is_valid())
    content = form.content
    line = timeline(content, today=TODAY, stated=form.on, chosen=form.on)
    offered = [other.day for other in other_days(content, form.profile, on=form.on, within=line)]

    @cache
    def verdicts(day: date) -> list[Verdict]:
        rules = (trial.rule for trial in content.trials.values())
        return [assess(rule, form.profile, on=day).verdict for rule in rules]

    for step, end in ((-1, line.first), (1, line.last)):
        length = abs((end - form.on).days)
        walk = (form.on + timedelta(days=step * number) for number in range(1, length + 1))
        nearest = next((day for day in walk if verdicts(day) != verdicts(form.on)), None)
        beyond = [day for day in offered if (day - form.on).days * step > 0]
        assert min(beyond, key=lambda day: abs(day - form.on), default=None) == nearest


def test_every_number_that_is_offered_gives_an_answer_of_its_own():
    """Voksenlærling asks for at least 25 years; LAB § 6 tells those of 30 apart."""
    form = form_of({})
    groups = dict(fact_choices(form))
    ages = [code for code, _ in groups["Alder"]]

    assert {"age:25", "age:30"} <= set(ages)
    months = ATTRIBUTES["unemployed_months"]
    asked = [
        each
        for trial in form.content.trials.values()
        for each in trial.rule.alternatives_about(months)
    ]
    numbers = distinct_numbers(months, asked)
    told = [
        [each.answer(CitizenProfile(stated={months.name: number}), on=TODAY) for each in asked]
        for number in numbers
    ]
    every = [Decimal(number) / 100 for number in range(0, 60_001)]
    possible = {
        tuple(each.answer(CitizenProfile(stated={months.name: n}), on=TODAY) for each in asked)
        for n in every
    }

    assert len(told) == len(set(map(tuple, told))) == len(possible)


def test_the_municipalities_stand_last_in_the_list():
    groups = fact_choices(form_of({}))
    codes = [code for _, rows in groups[1:] for code, _ in rows]

    assert groups[-1][0] == "Kommune"
    assert len(codes) == len(set(codes))
