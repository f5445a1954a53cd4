"""Where a trial holds: what the source tells, then what is recorded, then what is stated."""

from datetime import date
from typing import Any

import pytest

from trials.rules import (
    Answer,
    Area,
    Bound,
    CitizenProfile,
    Coverage,
    Group,
    Participation,
    Period,
    Reason,
    Rule,
    assess,
    questions,
)

SLUG = "forsoeg"
DAY = date(2021, 12, 1)
SOURCE = {"title": "kilden", "place": "linje 1"}
OFFICE = {"title": "jobcenteret", "place": "oplyst pr. 1. december 2021"}
TAKES_PART = Participation(name="Aarhus", takes_part=True, source=OFFICE)
STAYS_OUT = Participation(name="Aarhus", takes_part=False, source=OFFICE)
OPEN = [Coverage.NOT_NAMED, Coverage.LISTED_INCOMPLETE]
SETTLED = [Coverage.NATIONWIDE, Coverage.LISTED]


def area(coverage: Coverage, *, named: str = "0101", record: Participation | None = None) -> Area:
    return Area(
        slug=SLUG,
        coverage=coverage,
        named={named: "København"} if "listed" in coverage else {},
        source=SOURCE,
        recorded={"0751": record} if record else {},
    )


def stated(code: str | None = "0751", *, own: bool | None = None) -> CitizenProfile:
    return CitizenProfile(
        stated={"municipality": code} if code else {},
        participates={} if own is None else {SLUG: own},
    )


def told(found: Any) -> tuple[Answer, Reason]:
    return found.answer, found.reason


@pytest.mark.parametrize("coverage", OPEN)
@pytest.mark.parametrize(
    ("record", "expected", "words"),
    [
        (TAKES_PART, (Answer.YES, Reason.PARTICIPATES), "Aarhus deltager"),
        (STAYS_OUT, (Answer.NO, Reason.DOES_NOT_PARTICIPATE), "Aarhus ikke deltager"),
    ],
)
def test_a_record_answers_where_the_source_is_silent(coverage, record, expected, words):
    found = area(coverage, record=record).check(stated())

    assert told(found) == expected
    assert found.sentence == f"Det er registreret, at {words} (oplyst af jobcenteret)."
    assert found.source == OFFICE
    assert found.asks == ()


@pytest.mark.parametrize("coverage", OPEN)
def test_a_record_answers_for_its_own_municipality_alone(coverage):
    found = area(coverage, record=TAKES_PART).check(stated("0851"))

    assert found.answer is Answer.UNKNOWN
    assert found.asks == (f"participates:{SLUG}",)
    assert found.source == SOURCE


@pytest.mark.parametrize("coverage", SETTLED)
@pytest.mark.parametrize("record", [TAKES_PART, STAYS_OUT])
def test_a_record_means_nothing_where_the_source_tells(coverage, record):
    with_record, without = area(coverage, record=record), area(coverage)

    for code in ("0101", "0751", None):
        assert with_record.check(stated(code)) == without.check(stated(code))


def test_the_list_comes_before_the_record():
    found = area(Coverage.LISTED_INCOMPLETE, named="0751", record=STAYS_OUT).check(stated())

    assert told(found) == (Answer.YES, Reason.LISTED)


@pytest.mark.parametrize("coverage", OPEN)
@pytest.mark.parametrize("own", [True, False])
@pytest.mark.parametrize("record", [TAKES_PART, STAYS_OUT])
def test_a_statement_contradicts_the_record_when_they_differ(coverage, own, record):
    held = area(coverage, record=record)

    assert held.contradicts(stated(own=own)) is (own is not record.takes_part)
    assert not held.contradicts(stated("0851", own=own))
    assert not held.contradicts(stated(None, own=own))


def asked_about(held: Area) -> list[str]:
    """The questions about a trial that is in force and for everybody, but where?"""
    begins, ends = Bound(earliest=DAY, latest=DAY), Bound(earliest=None, latest=None)
    always = Period(start=begins, end=ends, open_ended=True)
    everybody = Group(name="alle", conditions=())
    rule = Rule(slug=SLUG, periods=(always,), area=held, groups=(everybody,))
    found = questions([assess(rule, stated(None), on=DAY)], municipalities=["0101", "0751", "0851"])
    return [question.attribute for question in found]


@pytest.mark.parametrize("coverage", OPEN)
@pytest.mark.parametrize("record", [TAKES_PART, STAYS_OUT])
def test_the_municipality_is_asked_for_when_a_record_could_settle_the_matter(coverage, record):
    asked = asked_about(area(coverage, record=record))

    assert asked == ["municipality", f"participates:{SLUG}"]


def test_without_a_record_the_municipality_settles_nothing_where_none_is_named():
    assert asked_about(area(Coverage.NOT_NAMED)) == [f"participates:{SLUG}"]


@pytest.mark.parametrize(
    ("coverage", "is_open"),
    [*((each, True) for each in OPEN), *((each, False) for each in SETTLED)],
)
def test_only_a_source_that_is_silent_leaves_something_open(coverage, is_open):
    assert area(coverage).is_open is is_open


# The reader of a page has stated no municipality: a condition must not read as if it were met.
@pytest.mark.parametrize(
    ("held", "words"),
    [
        (area(Coverage.NATIONWIDE), "Hele landet"),
        (area(Coverage.LISTED), "Kun København"),
        (
            area(Coverage.LISTED_INCOMPLETE),
            "København er nævnt, men listen er ikke fuldstændig; spørg, om jeres kommune er med",
        ),
        (
            area(Coverage.NOT_NAMED),
            "Kommuner, som kilden ikke navngiver; spørg, om jeres er med",
        ),
        (
            Area(slug=SLUG, coverage=Coverage.NOT_NAMED, named={}, count=4),
            "4 kommuner, som kilden ikke navngiver; spørg, om jeres er med",
        ),
        (
            Area(slug=SLUG, coverage=Coverage.NATIONWIDE, named={}, source={"status": "inferred"}),
            "Hele landet (udledt af kilden)",
        ),
    ],
)
def test_where_a_trial_runs_is_described_without_a_word_about_the_reader(held, words):
    assert held.description == words
    assert held.requirement != words
