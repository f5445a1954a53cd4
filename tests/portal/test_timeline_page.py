"""Tidslinjen: every published trial once, in the picture and in words, for one day."""

import itertools
import re
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from portal.overview.chronicle import entries_of, possible_trials
from portal.pictures.timeline import EDGE, ROOM_OF_A_MARK, WIDTH, Timeline, timeline_of
from portal.shelf import Content, PublishedTrial, current_content
from tests.pictures.test_scale import bounds, days
from tests.portal.pages import plain, read, text_of
from trials.rules import Area, Coverage, DecisionKind, Period, Rule

pytestmark = pytest.mark.django_db

PAGE = "/tidslinje/"
TODAY = date(2026, 11, 22)
ROW = re.compile(r'<li class="timeline__row">(.*?)</li>', re.DOTALL)
WORDS = re.compile(r"<tbody>(.*?)</tbody>", re.DOTALL)


def parts(pattern: re.Pattern[str], markup: str) -> dict[str, str]:
    """The markup of each trial, by its slug."""
    found = [re.search(r'href="/forsoeg/([-\w]+)/', part) for part in pattern.findall(markup)]
    assert all(found)
    return {
        match.group(1): part
        for match, part in zip(found, pattern.findall(markup), strict=True)
        if match
    }


# --- Everything is there ------------------------------------------------------------------------
@pytest.mark.parametrize("address", [PAGE, f"{PAGE}?dato=01-12-2021", f"{PAGE}?dato=01-01-2000"])
def test_every_published_trial_stands_once_in_the_picture_and_once_in_words(client, address):
    markup = client.get(address).content.decode()
    every = set(current_content().trials)

    for pattern in (ROW, WORDS):
        assert len(pattern.findall(markup)) == len(every) == 8
        assert set(parts(pattern, markup)) == every


def test_the_words_tell_every_period_and_decision_with_their_sources(client):
    told = parts(WORDS, client.get(PAGE).content.decode())

    for slug, trial in current_content().trials.items():
        text = plain(told[slug])
        for period in trial.rule.periods:
            assert f"{period.requirement}." in text
        for row in trial.document["periods"]:
            for bound in ("start", "end"):
                assert row[bound]["source"]["title"] in text
                assert row[bound]["source"]["place"] in text
        for row in trial.document["decisions"]:
            assert f"Beslutning: {row['kind_label']}" in text
            assert row["text"] in text
            assert row["source"]["place"] in text


def test_every_decision_is_a_mark_and_every_later_period_a_joint(client):
    drawn = parts(ROW, client.get(PAGE).content.decode())

    for slug, trial in current_content().trials.items():
        assert drawn[slug].count('<svg class="decision"') == len(trial.document["decisions"])
        assert drawn[slug].count('class="joint"') == len(trial.rule.periods) - 1


# The news item: no extension for two of the voksenlærling trials; IBBIS until 30 April 2022.
def test_what_was_not_extended_is_told_as_such(client):
    text = read(client, PAGE)

    assert text.count("Beslutning: ikke forlænget") == 2
    assert "Beslutning: forlænget til og med den 30. april 2022" in text
    assert "Beslutning: senere forlængelse omtalt til og med den 31. december 2025" in text


def test_an_imprecise_start_is_hatched_and_told_as_its_month(client):
    markup = client.get(PAGE).content.decode()
    slug = "voksenlaerling-positivliste"

    assert 'class="span--unknown" fill="url(#skravering)"' in parts(ROW, markup)[slug]
    assert "en dag i august 2020 (usikkert hvilken)" in plain(parts(WORDS, markup)[slug])


# --- The day ------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("day", "slug", "state"),
    [
        pytest.param("31-03-2022", "nextwork-praktik", "Gælder", id="last-day"),
        pytest.param("01-04-2022", "nextwork-praktik", "Udløbet", id="day-after"),
        pytest.param("15-08-2020", "voksenlaerling-positivliste", "Usikkert", id="in-august"),
        pytest.param("31-12-2020", "jobrotation-varighed", "Ikke begyndt", id="day-before"),
    ],
)
def test_each_trial_says_how_it_stands_on_the_chosen_day(client, day, slug, state):
    markup = client.get(PAGE, {"dato": day}).content.decode()

    assert state in plain(parts(ROW, markup)[slug])
    assert f"/forsoeg/{slug}/?dato={day}" in markup


def test_today_is_assumed_and_said_to_be(client):
    text = read(client, PAGE)

    assert "(i dag, antaget)" in text
    assert "Valgt dag" not in text
    assert "Valgt dag" in read(client, PAGE, "01-12-2021")


# --- The municipality ---------------------------------------------------------------------------
def test_a_municipality_leaves_out_only_what_surely_does_not_hold_there(client):
    markup = client.get(f"{PAGE}?kommune=0101").content.decode()

    left_out = set(current_content().trials) - set(parts(ROW, markup))
    assert left_out == {"uddannelsesloeft-nordjylland"}
    assert "1 forsøg vises ikke, fordi det ikke gælder i København." in plain(markup)
    assert "Kilden navngiver ikke kommunerne." in plain(parts(ROW, markup)["nextwork-praktik"])


# --- The address --------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("dato=31-02-2022", "dato : Den dag findes ikke i kalenderen."),
        ("dato=1/4/22", "dato : Skriv årstallet med fire cifre."),
        ("kommune=9999", "kommune : Den værdi findes ikke."),
        ("komune=0101", "komune : Ukendt navn i adressen."),
        ("dato=01-12-2021&dato=01-12-2021", "dato : Står 2 gange."),
    ],
)
def test_what_cannot_be_read_is_named_with_its_remedy(client, query, words):
    response = client.get(f"{PAGE}?{query}")

    assert response.status_code == 400
    assert words in text_of(response)


# --- The picture, whatever the trials are -------------------------------------------------------
periods = st.builds(Period, start=bounds(), end=bounds(), open_ended=st.booleans())
decisions = st.fixed_dictionaries(
    {
        "kind": st.sampled_from([kind.value for kind in DecisionKind]),
        "kind_label": st.just("x"),
        "until": st.one_of(st.none(), days.map(date.isoformat)),
    }
)


def published(slug: str, found: list[Period], decided: list[dict[str, Any]]) -> PublishedTrial:
    area = Area(slug=slug, coverage=Coverage.NATIONWIDE, named={}, count=None, source=None)
    rule = Rule(
        slug=slug, periods=tuple(found), area=area, groups=(), ordinary=None, limit=None,
        reservation="",
    )  # fmt: skip
    return PublishedTrial(document={"slug": slug, "decisions": decided}, rule=rule)


some_trials = st.lists(
    st.tuples(st.lists(periods, max_size=3), st.lists(decisions, max_size=6)), max_size=4
).map(lambda rows: [published(f"t{n}", *row) for n, row in enumerate(rows)])


@settings(derandomize=True, deadline=None)
@given(some_trials, days, days)
def test_everything_is_inside_and_no_mark_covers_another(trials, on, today):
    picture = timeline_of(trials, on=on, today=today)

    assert sorted(row.slug for row in picture.rows) == sorted(t.rule.slug for t in trials)
    for row in picture.rows:
        assert row.height >= row.foot > row.bar >= 0
        for mark in row.marks:
            assert EDGE <= mark.left <= WIDTH - EDGE
            assert 0 < mark.middle < row.bar
        for level in {mark.level for mark in row.marks}:
            places = [mark.left for mark in row.marks if mark.level == level]
            near = itertools.pairwise(places)
            assert all(b - a >= ROOM_OF_A_MARK for a, b in near)
    assert all(0 <= day.left <= WIDTH for day in picture.days)


@settings(derandomize=True, deadline=None)
@given(some_trials, days, days)
def test_the_rows_stand_in_the_order_in_which_they_may_have_begun(trials, on, today):
    picture = timeline_of(trials, on=on, today=today)
    begun = [row.spans[0].left for row in picture.rows if row.spans]

    assert begun == sorted(begun)
    assert not any(row.spans for row in picture.rows[len(begun) :])


@pytest.fixture
def content() -> Content:
    return current_content()


def told(picture: Timeline, content: Content, on: date) -> dict[str, list[str]]:
    entries = entries_of(picture, content, on=on)
    return {entry.row.slug: [fact.what for fact in entry.facts] for entry in entries}


def test_a_trial_with_two_periods_in_a_row_has_no_gap(content):
    picture = timeline_of(possible_trials(content, ""), on=TODAY, today=TODAY)

    assert told(picture, content, TODAY)["jobrotation-varighed"][:2] == ["Periode 1", "Periode 2"]
    assert not any("Hul" in facts for facts in told(picture, content, TODAY).values())
