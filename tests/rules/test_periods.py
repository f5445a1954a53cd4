"""The first and the last day both count, and an imprecise bound leaves the days within it open."""

from datetime import date, timedelta

import pytest

from portal.shelf import Content
from trials.rules import Answer, Bound, Period, Reason, nearest_period

pytestmark = pytest.mark.django_db

ONE_DAY = timedelta(days=1)
KNOWN = (Answer.YES, Reason.IN_FORCE)


def _said(period: Period, day: date) -> tuple[Answer, Reason]:
    check = period.check(day)
    return check.answer, check.reason


def _bounds_of(period: Period) -> dict[date, tuple[Answer, Reason]]:
    """The days beside each bound, and what must be said of them."""
    said = {}
    if first := period.start.earliest:
        said[first - ONE_DAY] = (Answer.NO, Reason.NOT_STARTED)
        said[first] = (Answer.UNKNOWN, Reason.START_UNCERTAIN)
    if known := period.start.latest:
        said.setdefault(known - ONE_DAY, (Answer.UNKNOWN, Reason.START_UNCERTAIN))
        said[known] = KNOWN
    if last := period.end.latest:
        said[last] = (Answer.UNKNOWN, Reason.END_UNCERTAIN)
        said[last + ONE_DAY] = (Answer.NO, Reason.EXPIRED)
    if known := period.end.earliest:
        said.setdefault(known + ONE_DAY, (Answer.UNKNOWN, Reason.END_UNCERTAIN))
        said[known] = KNOWN
    return said


def test_the_days_beside_every_bound_of_the_eight_trials(published: Content) -> None:
    assert len(published.trials) == 8
    for trial in published.trials.values():
        for period in trial.rule.periods:
            bounds = _bounds_of(period)
            assert len(bounds) >= 4
            assert {day: _said(period, day) for day in bounds} == bounds


START = date(2021, 1, 1)
END = date(2022, 12, 31)
LATER = date(2025, 12, 31)
NOBODY_SAYS = Bound(earliest=None, latest=None)
EXACT = Bound(earliest=START, latest=START)


@pytest.mark.parametrize(
    ("period", "day", "answer"),
    [
        pytest.param(Period(start=EXACT, end=NOBODY_SAYS), START, Answer.UNKNOWN, id="unknown-end"),
        pytest.param(
            Period(start=EXACT, end=NOBODY_SAYS), START - ONE_DAY, Answer.NO, id="before-the-start"
        ),
        pytest.param(
            Period(start=EXACT, end=NOBODY_SAYS, open_ended=True), LATER, Answer.YES, id="no-end"
        ),
        pytest.param(
            Period(start=EXACT, end=Bound(earliest=END, latest=None)),
            LATER,
            Answer.UNKNOWN,
            id="at-least-until",
        ),
        pytest.param(
            Period(start=EXACT, end=Bound(earliest=None, latest=END)),
            START,
            Answer.UNKNOWN,
            id="at-most-until",
        ),
        pytest.param(
            Period(start=EXACT, end=Bound(earliest=None, latest=END)),
            END + ONE_DAY,
            Answer.NO,
            id="after-at-most-until",
        ),
        pytest.param(
            Period(start=Bound(earliest=START, latest=None), end=Bound(earliest=END, latest=END)),
            END,
            Answer.UNKNOWN,
            id="from-no-sooner-than",
        ),
        pytest.param(
            Period(start=NOBODY_SAYS, end=NOBODY_SAYS), START, Answer.UNKNOWN, id="nothing-is-known"
        ),
        pytest.param(Period(start=EXACT, end=EXACT), START, Answer.YES, id="a-single-day"),
        pytest.param(
            Period(start=EXACT, end=EXACT), START + ONE_DAY, Answer.NO, id="the-day-after"
        ),
    ],
)
def test_an_unknown_last_day_is_not_an_open_end(period: Period, day: date, answer: Answer) -> None:
    assert period.check(day).answer is answer


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        (EXACT, Bound(earliest=END, latest=END), "fra den 1. januar 2021 til og med den 31. dec"),
        (
            Bound(earliest=date(2020, 8, 1), latest=date(2020, 8, 31)),
            NOBODY_SAYS,
            "fra en dag i august 2020 (usikkert hvilken) til en ukendt dag",
        ),
        (
            Bound(earliest=date(2020, 8, 1), latest=START),
            Bound(earliest=END, latest=None),
            "fra en dag mellem den 1. august 2020 og den 1. januar 2021 (usikkert) "
            "til og med mindst den 31. december 2022 (slutdagen er ukendt)",
        ),
        (
            Bound(earliest=None, latest=START),
            Bound(earliest=None, latest=END),
            "fra senest den 1. januar 2021 (startdagen er ukendt) "
            "til og med senest den 31. december 2022 (slutdagen er ukendt)",
        ),
        (
            Bound(earliest=START, latest=None),
            Bound(earliest=END, latest=LATER),
            "fra tidligst den 1. januar 2021 (startdagen er ukendt) "
            "til og med en dag mellem den 31. december 2022 og den 31. december 2025 (usikkert)",
        ),
    ],
)
def test_a_period_is_told_with_what_is_not_known(start: Bound, end: Bound, words: str) -> None:
    assert Period(start=start, end=end).requirement.startswith(f"Perioden løber {words}")


# C5 of the catalogue: the end of NExTWORK is inferred, and must not be told as if it were stated.
@pytest.mark.parametrize(
    ("status", "words"),
    [
        ("stated", "til og med den 31. december 2022"),
        ("inferred", "til og med den 31. december 2022 (udledt af kilden)"),
        ("outside", "til og med den 31. december 2022 (fra en anden kilde)"),
    ],
)
def test_a_bound_that_its_source_does_not_state_says_so_at_once(status: str, words: str) -> None:
    period = Period(start=EXACT, end=Bound(earliest=END, latest=END, source={"status": status}))

    assert period.requirement == f"Perioden løber fra den 1. januar 2021 {words}"
    assert period.check(END).sentence.endswith(f"{words}.")
    told = nearest_period([period], END + ONE_DAY)
    assert told == f"Udløb den {words.removeprefix('til og med den ')}, 1 dag før den valgte dag."


def test_what_is_not_known_of_a_bound_stands_in_one_bracket() -> None:
    start = Bound(earliest=None, latest=START, source={"status": "inferred"})
    told = Period(start=start, end=NOBODY_SAYS).requirement
    assert "fra senest den 1. januar 2021 (startdagen er ukendt; udledt af kilden) til" in told


def test_no_end_is_told_as_no_end() -> None:
    told = Period(start=NOBODY_SAYS, end=NOBODY_SAYS, open_ended=True).requirement
    assert told == "Perioden løber fra en ukendt dag uden fastsat slutdag"
