"""The picture of the periods: all of it inside, in order, and the same in words."""

from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from portal.pictures.periods import (
    MOST_TICKS,
    WIDTH,
    Scale,
    percent,
    period_picture,
)
from trials.rules import Answer, Bound, Period

ON = date(2021, 12, 1)
TODAY = date(2026, 3, 15)
NOBODY_SAYS = Bound(earliest=None, latest=None)

DAYS = st.dates(min_value=date(2000, 1, 1), max_value=date(2031, 12, 31))


def exact(day: date) -> Bound:
    return Bound(earliest=day, latest=day)


def period(first: date, last: date) -> Period:
    return Period(start=exact(first), end=exact(last))


@st.composite
def bounds(draw: Any) -> tuple[Bound, Bound]:
    """Four days in order, any of which nobody may state."""
    days = [day if draw(st.booleans()) else None for day in sorted(draw(st.tuples(*[DAYS] * 4)))]
    return Bound(earliest=days[0], latest=days[1]), Bound(earliest=days[2], latest=days[3])


@st.composite
def periods(draw: Any) -> list[Period]:
    rows = draw(st.lists(bounds(), max_size=3))
    return [Period(start=start, end=end, open_ended=draw(st.booleans())) for start, end in rows]


@given(periods(), DAYS, DAYS)
def test_everything_is_inside_the_picture(rows, on, today):
    picture = period_picture(rows, on=on, today=today)
    marks = [picture.chosen, *picture.ticks, *([picture.today] if picture.today else [])]

    for span in picture.spans:
        assert 0 <= span.left < span.right <= WIDTH
    for mark in marks:
        assert 0 < mark.at < WIDTH
    assert 0 < len(picture.ticks) <= MOST_TICKS or on.year == today.year


@given(DAYS, DAYS, DAYS, DAYS)
def test_days_keep_their_order(first, last, one, other):
    scale = Scale(first=min(first, last), last=max(first, last))
    one, other = sorted((one, other))

    assert 0 <= scale.start_of(one) <= scale.start_of(other) <= WIDTH
    assert scale.start_of(one) <= scale.end_of(one)


@given(periods(), DAYS, DAYS)
def test_the_chosen_day_stands_where_the_answer_says(rows, on, today):
    picture = period_picture(rows, on=on, today=today)
    at = picture.chosen.at
    here = {span.answer for span in picture.spans if span.left <= at <= span.right}
    answer = max((row.check(on).answer for row in rows), default=Answer.NO)

    # A day beside a span may share its last thousandth with it.
    assert answer in here or answer is Answer.NO


def test_a_gap_between_two_periods_is_told():
    rows = [
        period(date(2020, 1, 1), date(2020, 12, 31)),
        period(date(2021, 7, 1), date(2022, 6, 30)),
    ]

    told = " ".join(period_picture(rows, on=date(2021, 3, 1)).sentences)
    assert "Fra den 1. januar 2021 til og med den 30. juni 2021 er der et hul" in told
    assert "Den valgte dag, 1. marts 2021, ligger uden for forsøgets perioder." in told


def test_periods_that_follow_each_other_leave_no_gap():
    rows = [
        period(date(2021, 1, 1), date(2021, 12, 31)),
        period(date(2022, 1, 1), date(2022, 12, 31)),
    ]

    told = " ".join(period_picture(rows, on=date(2021, 3, 1)).sentences)
    assert "er der et hul" not in told


def test_the_words_say_what_the_picture_shows():
    rows = [Period(start=NOBODY_SAYS, end=exact(date(2022, 3, 31)))]
    picture = period_picture(rows, on=ON, today=TODAY)

    assert picture.chosen.label == "valgt dag: 1. december 2021"
    assert picture.today
    assert picture.today.label == "i dag: 15. marts 2026"
    assert picture.sentences == (
        "Perioden løber fra en ukendt dag til og med den 31. marts 2022.",
        "Den valgte dag, 1. december 2021, ligger, hvor det er usikkert, om forsøget var i kraft.",
        "I dag, 15. marts 2026, ligger uden for forsøgets perioder.",
    )


def test_today_is_marked_once_when_it_is_chosen():
    picture = period_picture([], on=TODAY, today=TODAY)

    assert picture.today is None
    assert picture.chosen.label == "valgt dag, i dag: 15. marts 2026"
    assert picture.sentences == (
        "Den valgte dag, 15. marts 2026 (i dag), ligger uden for forsøgets perioder.",
    )


def test_what_was_decided_of_the_end_is_marked_with_a_word_and_a_sign():
    rows = [period(date(2020, 8, 1), date(2021, 12, 31))]
    decided = [
        {"kind": "forlaenget", "until": "2021-12-31"},
        {"kind": "ikke_forlaenget", "until": None},
        {"kind": "gjort_permanent", "until": None},
    ]
    marks = period_picture(rows, decided, on=ON).decisions

    assert [mark.label for mark in marks] == [
        "Forlænget til og med den 31. december 2021.",
        "Ikke forlænget.",
        "Gjort permanent.",
    ]
    assert len({mark.code for mark in marks}) == 3
    assert len({mark.at for mark in marks}) == 1


def test_a_label_never_begins_outside():
    far = period_picture([period(ON, ON)], on=ON, today=ON + timedelta(days=4_000))

    assert far.chosen.anchor == "start"
    assert far.today
    assert far.today.anchor == "end"


def test_a_place_is_written_with_a_point():
    assert [percent(number) for number in (0, 7, 372, 1_000)] == ["0.0%", "0.7%", "37.2%", "100.0%"]
