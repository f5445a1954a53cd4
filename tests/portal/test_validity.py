"""What is in force, what ends soon and what ended lately, on and beside the days that decide it.

Both days of a period count (bek. 2166/2020 and its like: "fra den ... til og med den ...").
"""

from datetime import date, timedelta

import pytest

from portal.shelf import Content, PublishedTrial
from portal.validity import Ending, expired, expiring, in_force, last_days
from trials.rules import Area, Bound, Coverage, Participation, Period, Rule

HERE, THERE = "0101", "0851"
LAST = date(2022, 12, 31)
DAY = timedelta(days=1)


def bound(earliest: date | None, latest: date | None = None) -> Bound:
    return Bound(earliest=earliest, latest=latest or earliest)


def year(number: int) -> Period:
    return Period(start=bound(date(number, 1, 1)), end=bound(date(number, 12, 31)))


def vague(sure: date, possible: date) -> Period:
    """Surely in force to the one day, and perhaps to the other."""
    return Period(start=bound(date(2022, 1, 1)), end=Bound(earliest=sure, latest=possible))


def trial(
    slug: str, *periods: Period, coverage: Coverage = Coverage.NATIONWIDE, takes_part: str = ""
) -> PublishedTrial:
    record = Participation(name="Aalborg", takes_part=True, source={"title": "Aalborg"})
    area = Area(
        slug=slug,
        coverage=coverage,
        named={THERE: "Aalborg"} if coverage is Coverage.LISTED else {},
        recorded={takes_part: record} if takes_part else {},
    )
    rule = Rule(slug=slug, periods=periods, area=area, groups=())
    return PublishedTrial(document={"slug": slug, "title": slug}, rule=rule)


def content(*trials: PublishedTrial) -> Content:
    return Content(
        version="1",
        municipalities={HERE: "København", THERE: "Aalborg"},
        trials={each.rule.slug: each for each in trials},
        programmes={},
        evaluations={},
        recommendations={},
    )


def slugs(found: tuple[PublishedTrial, ...] | tuple[Ending, ...]) -> list[str]:
    trials = [each.trial if isinstance(each, Ending) else each for each in found]
    return [each.rule.slug for each in trials]


# --- What ends soon ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("on", "is_told"),
    [
        pytest.param(LAST - 91 * DAY, False, id="91-days-left"),
        pytest.param(LAST - 90 * DAY, True, id="90-days-left"),
        pytest.param(LAST - DAY, True, id="1-day-left"),
        pytest.param(LAST, True, id="the-last-day"),
        pytest.param(LAST + DAY, False, id="the-day-after"),
    ],
)
def test_a_trial_ends_soon_within_ninety_days_and_on_its_last_day(on, is_told):
    found = expiring(content(trial("a", year(2022))), on=on, days=90)

    assert slugs(found) == (["a"] if is_told else [])
    assert all((each.sure, each.latest) == (LAST, LAST) for each in found)


def test_a_trial_that_goes_on_at_once_does_not_end_soon():
    extended = content(trial("a", year(2021), year(2022)))

    assert expiring(extended, on=date(2021, 12, 31), days=90) == ()
    assert expiring(extended, on=LAST, days=90)[0].latest == LAST


def test_a_trial_that_begins_again_after_a_gap_ends_all_the_same():
    found = expiring(content(trial("a", year(2021), year(2023))), on=date(2021, 12, 1), days=90)

    assert found[0].sure == date(2021, 12, 31)


def test_a_trial_without_a_last_day_does_not_end_soon():
    endless = Period(start=bound(LAST), end=Bound(earliest=None, latest=None), open_ended=True)
    unknown = Period(start=bound(LAST), end=Bound(earliest=None, latest=None))

    assert expiring(content(trial("a", endless), trial("b", unknown)), on=LAST, days=90) == ()


# S004:108 and B7 of the catalogue: surely to the end of 2022, and an extension is only reported.
@pytest.mark.parametrize(
    ("on", "sure", "latest"),
    [
        pytest.param(LAST - DAY, LAST, LAST + 365 * DAY, id="sure-days-run-out"),
        pytest.param(LAST + DAY, None, None, id="open-for-long"),
        pytest.param(LAST + 275 * DAY, None, LAST + 365 * DAY, id="90-possible-days-left"),
        pytest.param(LAST + 274 * DAY, None, None, id="91-possible-days-left"),
    ],
)
def test_an_imprecise_end_is_told_when_the_sure_days_run_out_and_again_at_the_last(
    on, sure, latest
):
    uncertain = content(trial("a", vague(LAST, LAST + 365 * DAY)))
    found = expiring(uncertain, on=on, days=90)

    assert [(each.sure, each.latest) for each in found] == ([(sure, latest)] if latest else [])


def test_the_first_to_end_comes_first():
    soon = Period(start=bound(date(2022, 1, 1)), end=bound(date(2022, 12, 15)))
    found = expiring(content(trial("a", year(2022)), trial("b", soon)), on=soon.end.latest, days=90)

    assert slugs(found) == ["b", "a"]


# --- What ended lately ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("on", "is_told"),
    [
        pytest.param(LAST, False, id="the-last-day"),
        pytest.param(LAST + DAY, True, id="the-day-after"),
        pytest.param(LAST + 365 * DAY, True, id="365-days-ago"),
        pytest.param(LAST + 366 * DAY, False, id="366-days-ago"),
    ],
)
def test_a_trial_has_ended_lately_from_the_day_after_its_last(on, is_told):
    found = expired(content(trial("a", year(2022))), on=on, days=365)

    assert slugs(found) == (["a"] if is_told else [])


def test_what_perhaps_is_in_force_has_not_ended():
    uncertain = content(trial("a", vague(LAST, LAST + 30 * DAY)))

    assert expired(uncertain, on=LAST + 30 * DAY, days=365) == ()
    found = expired(uncertain, on=LAST + 31 * DAY, days=365)
    assert [(each.sure, each.latest) for each in found] == [(LAST, LAST + 30 * DAY)]


def test_the_last_sure_day_and_the_last_possible_one_are_told_apart():
    both = content(trial("a", year(2021)), trial("b", vague(LAST, LAST + 30 * DAY)))

    assert last_days(both, before=LAST + 31 * DAY) == (LAST, LAST + 30 * DAY)
    assert last_days(both, before=date(2022, 1, 1)) == (date(2021, 12, 31), date(2021, 12, 31))
    assert last_days(both, before=date(2021, 12, 31)) == (None, None)


# --- One municipality -------------------------------------------------------------------------

FOUR_TRIALS = content(
    trial("hele-landet", year(2022)),
    trial("kun-aalborg", year(2022), coverage=Coverage.LISTED),
    trial("ikke-navngivet", year(2022), coverage=Coverage.NOT_NAMED),
    trial("usikker-dag", vague(date(2022, 1, 31), LAST)),
)


def test_the_whole_country_leaves_no_trial_out():
    found = in_force(FOUR_TRIALS, on=LAST)

    assert slugs(found.surely) == ["hele-landet", "kun-aalborg", "ikke-navngivet"]
    assert slugs(found.perhaps) == ["usikker-dag"]
    assert (found.unnamed, found.elsewhere) == ((), ())


def test_a_municipality_that_the_source_does_not_name_is_not_said_to_take_part():
    found = in_force(FOUR_TRIALS, on=LAST, municipality=HERE)

    assert slugs(found.surely) == ["hele-landet"]
    assert slugs(found.unnamed) == ["ikke-navngivet"]
    assert slugs(found.perhaps) == ["usikker-dag"]
    assert slugs(found.elsewhere) == ["kun-aalborg"]


def test_a_municipality_that_is_named_or_recorded_takes_part():
    recorded = trial("b", year(2022), coverage=Coverage.NOT_NAMED, takes_part=THERE)
    shelf = content(*FOUR_TRIALS.trials.values(), recorded)
    found = in_force(shelf, on=LAST, municipality=THERE)

    assert slugs(found.surely) == ["hele-landet", "kun-aalborg", "b"]


def test_what_ends_elsewhere_does_not_end_here():
    shelf = content(trial("a", year(2022), coverage=Coverage.LISTED))

    for municipality, expected in ((HERE, []), (THERE, ["a"]), (None, ["a"])):
        place = {"municipality": municipality}
        assert slugs(expiring(shelf, on=LAST, days=90, **place)) == expected
        assert slugs(expired(shelf, on=LAST + DAY, days=90, **place)) == expected
    assert last_days(shelf, before=LAST + DAY, municipality=HERE) == (None, None)
