"""Days become places: everything inside, in order, and never another answer than the engine's."""

import itertools
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from portal.pictures.scale import (
    ROOM_OF_A_YEAR,
    WIDTH,
    Scale,
    answer_on,
    percent,
    scale_of,
    spans_of,
    years_of,
)
from trials.rules import Answer, Bound, Period

repeatable = settings(derandomize=True, deadline=None)
ONE_DAY = timedelta(days=1)

days = st.dates(min_value=date(1995, 1, 1), max_value=date(2040, 12, 31))


@st.composite
def bounds(draw: st.DrawFn) -> Bound:
    """A bound as the desk allows it: neither, either, or both days, the earliest first."""
    known = sorted(draw(st.lists(days, min_size=2, max_size=2)))
    return Bound(
        earliest=draw(st.sampled_from([known[0], None])),
        latest=draw(st.sampled_from([known[1], None])),
    )


periods = st.builds(Period, start=bounds(), end=bounds(), open_ended=st.booleans())
some_periods = st.lists(periods, max_size=4)


@repeatable
@given(some_periods, days)
def test_the_scale_is_whole_years_that_hold_every_known_day(found, today):
    scale = scale_of(found, today)

    assert (scale.first.day, scale.first.month) == (1, 1)
    assert (scale.last.day, scale.last.month) == (31, 12)
    assert scale.start_of(scale.first) == 0
    assert scale.end_of(scale.last) == WIDTH
    for day in (today, *(each for row in found for each in (row.start.latest, row.end.earliest))):
        if day:
            assert 0 <= scale.start_of(day) <= scale.end_of(day) <= WIDTH


@repeatable
@given(days, days, days)
def test_a_later_day_never_lies_to_the_left(one, other, third):
    first, second, last = sorted([one, other, third])
    scale = scale_of([], first, last)

    assert scale.start_of(first) <= scale.start_of(second) <= scale.start_of(last)
    assert scale.end_of(first) <= scale.end_of(second) <= scale.end_of(last)


@repeatable
@given(some_periods, days, st.data())
def test_every_day_of_a_span_has_the_answer_of_the_engine(found, today, data):
    scale = scale_of(found, today)
    spans = spans_of(found, scale)
    day = data.draw(st.dates(min_value=scale.first, max_value=scale.last))
    around = [span.answer for span in spans if span.first <= day <= span.last]

    assert around == ([answer_on(found, day)] if around else [])
    if not around:
        assert answer_on(found, day) is Answer.NO


@repeatable
@given(some_periods, days)
def test_spans_follow_each_other_inside_the_picture(found, today):
    spans = spans_of(found, scale_of(found, today))

    for span in spans:
        assert 0 <= span.left < span.right <= WIDTH
    for one, next_ in itertools.pairwise(spans):
        assert one.last + ONE_DAY == next_.first
        assert one.answer is not next_.answer
        assert one.left <= next_.left
        assert one.right - next_.left <= 1  # a single day on a long scale is widened
    if spans:
        assert Answer.NO not in {spans[0].answer, spans[-1].answer}


@repeatable
@given(days, days)
def test_the_labels_of_the_years_stay_inside_and_apart(one, other):
    scale = scale_of([], *sorted([one, other]))
    labels = [year.left for year in years_of(scale) if year.label]

    assert labels
    assert all(left + ROOM_OF_A_YEAR <= WIDTH for left in labels)
    assert all(b - a >= ROOM_OF_A_YEAR for a, b in itertools.pairwise(labels))


@pytest.mark.parametrize(
    ("places", "text"), [(0, "0.0%"), (5, "0.5%"), (374, "37.4%"), (1000, "100.0%")]
)
def test_a_place_is_written_with_a_full_stop(places, text):
    assert percent(places) == text


# "Siden august 2020": the day in August is not stated, so the month is neither yes nor no.
def test_an_imprecise_start_is_a_span_of_its_own():
    period = Period(
        start=Bound(earliest=date(2020, 8, 1), latest=date(2020, 8, 31)),
        end=Bound(earliest=date(2021, 12, 31), latest=date(2021, 12, 31)),
    )
    spans = spans_of([period], Scale(first=date(2020, 1, 1), last=date(2021, 12, 31)))

    assert [(span.answer, span.first, span.last) for span in spans] == [
        (Answer.UNKNOWN, date(2020, 8, 1), date(2020, 8, 30)),
        (Answer.YES, date(2020, 8, 31), date(2021, 12, 31)),
    ]


def test_days_between_two_periods_are_a_gap():
    def known(first: date, last: date) -> Period:
        return Period(
            start=Bound(earliest=first, latest=first), end=Bound(earliest=last, latest=last)
        )

    found = [
        known(date(2020, 1, 1), date(2020, 3, 31)),
        known(date(2020, 5, 1), date(2020, 12, 31)),
    ]
    spans = spans_of(found, scale_of(found))

    assert [(span.first, span.last) for span in spans if span.answer is Answer.NO] == [
        (date(2020, 4, 1), date(2020, 4, 30))
    ]


def test_an_unknown_start_is_uncertain_from_the_edge():
    period = Period(
        start=Bound(earliest=None, latest=date(2021, 12, 31)),
        end=Bound(earliest=date(2022, 4, 30), latest=date(2022, 4, 30)),
    )
    first, *_ = spans_of([period], scale_of([period], date(2020, 6, 1)))

    assert (first.answer, first.left, first.first) == (Answer.UNKNOWN, 0, date(2020, 1, 1))
