"""Known on: the shelf, and the command line, as of what was published when a day ended."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from random import Random
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from portal.known import NotKnownError, as_known, content_known_on, day_of
from portal.models import Edition
from portal.publication import publish, withdraw
from portal.shelf import content_of, current_content
from portal.words import EditionKind
from tests.command import guidance, lines, question
from tests.editions import changeable_editions
from tests.portal.citizens import YOUNG
from tests.portal.earlier import (
    AFTER,
    BEFORE,
    BETWEEN,
    FIRST,
    NEXTWORK,
    SECOND,
    everything_published,
    nextwork_ends_at_once,
)

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 22)
COPENHAGEN = ZoneInfo("Europe/Copenhagen")
SETTLED = YOUNG | {"work_experience": False}


@pytest.fixture
def edited() -> None:
    """Everything was published on 4 May 2024, and NExTWORK edited on 1 July."""
    everything_published()
    nextwork_ends_at_once()


def version_on(day: str) -> str:
    return content_known_on(date.fromisoformat(day), today=TODAY).version


def answer_to(**stated: str) -> str:
    """What the command line answers about NExTWORK."""
    answer = guidance(question(SETTLED, **stated)).only
    return next(row["answer"] for row in answer["trials"] if row["slug"] == NEXTWORK)


# --- The shelf --------------------------------------------------------------------------------


@pytest.mark.usefixtures("edited")
def test_an_edited_rule_is_read_as_it_was_known():
    then = content_known_on(date.fromisoformat(BETWEEN), today=TODAY)
    now = current_content()

    assert then.trials[NEXTWORK].document != now.trials[NEXTWORK].document
    assert replace(then, known_on=None) == content_of(then.version)
    assert then.trials.keys() == now.trials.keys()


def test_today_is_the_shelf_as_it_is():
    today, now = timezone.localdate(), current_content()

    assert replace(content_known_on(today, today=today), known_on=None) == now


@pytest.mark.parametrize(
    ("moment", "first_day"),
    [
        pytest.param(datetime(2024, 6, 30, 23, 59, tzinfo=COPENHAGEN), "2024-06-30", id="23:59"),
        pytest.param(datetime(2024, 7, 1, 0, 1, tzinfo=COPENHAGEN), "2024-07-01", id="00:01"),
        pytest.param(datetime(2024, 7, 1, 0, 0, tzinfo=COPENHAGEN), "2024-07-01", id="00:00"),
        # In summer the Danish day ends at 22:00 UTC, in winter at 23:00 UTC.
        pytest.param(datetime(2024, 6, 30, 22, 30, tzinfo=UTC), "2024-07-01", id="summer"),
        pytest.param(datetime(2024, 12, 31, 22, 30, tzinfo=UTC), "2024-12-31", id="winter"),
        # The nights on which the clock is turned are an hour shorter and an hour longer.
        pytest.param(datetime(2024, 10, 27, 22, 30, tzinfo=UTC), "2024-10-27", id="longest-day"),
        pytest.param(datetime(2025, 3, 30, 22, 30, tzinfo=UTC), "2025-03-31", id="shortest-day"),
    ],
)
def test_a_day_ends_at_midnight_in_denmark(moment, first_day):
    everything_published()
    before = current_content().version
    nextwork_ends_at_once(at=moment)
    day = date.fromisoformat(first_day)

    assert content_known_on(day - timedelta(days=1), today=TODAY).version == before
    assert content_known_on(day, today=TODAY).version == current_content().version != before


def test_what_was_withdrawn_that_day_was_not_on_the_shelf():
    everything_published()
    document = current_content().trials["ibbis"].document
    withdraw(EditionKind.TRIAL, "ibbis", by=None, reason="Prøve", at=SECOND)
    publish(EditionKind.TRIAL, document, by=None, reason="Prøve", at=SECOND + timedelta(days=2))
    gone, back = (content_known_on(date(2024, 7, day), today=TODAY) for day in (2, 3))

    assert "ibbis" not in gone.trials
    assert "ibbis" in back.trials
    assert back.version == version_on(BETWEEN) != gone.version


@pytest.mark.usefixtures("edited")
def test_a_day_that_cannot_be_asked_about_is_refused_with_the_remedy():
    with pytest.raises(NotKnownError, match=r"ikke kommet endnu\. Skriv i dag eller en dag før"):
        content_known_on(TODAY + timedelta(days=1), today=TODAY)
    with pytest.raises(
        NotKnownError, match=r"Den første dag, man kan spørge om, er den 4\. maj 2024\."
    ):
        content_known_on(date.fromisoformat(BEFORE), today=TODAY)


def test_an_empty_shelf_says_that_nothing_is_published():
    with changeable_editions():
        Edition.objects.all().delete()

    with pytest.raises(NotKnownError, match="Intet er udgivet i Vejviser endnu"):
        content_known_on(date.fromisoformat(BETWEEN), today=TODAY)


@pytest.mark.usefixtures("edited")
def test_looking_back_takes_one_query_and_leaves_what_is_read_now_in_memory(
    django_assert_num_queries,
):
    now = current_content()
    for day in range(2, 14):
        summary = f"Tekst {day}."
        changed = now.trials["ibbis"].document | {"summary": summary}
        at = datetime(2024, 8, day, tzinfo=UTC)
        publish(EditionKind.TRIAL, changed, by=None, reason="Prøve", at=at)
    now = current_content()

    for day in range(1, 14):
        with django_assert_num_queries(2):  # a version that this process has not read yet
            content_known_on(date(2024, 8, day), today=TODAY)
    with django_assert_num_queries(1):
        content_known_on(date(2024, 8, 13), today=TODAY)
    with django_assert_num_queries(1):
        assert current_content() is now


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(6))
def test_every_day_is_known_as_the_shelf_stood_when_it_ended(seed):
    """Random publications and withdrawals, many of them close to midnight."""
    everything_published()
    rng, moment = Random(seed), FIRST
    recorded = {day_of_moment(FIRST): current_content().version}
    for number in range(12):
        moment += timedelta(minutes=rng.choice([1, 30, 60, 719, 1440, 1441, 5000]))
        something_happens(rng, number, moment)
        recorded[day_of_moment(moment)] = current_content().version

    days = sorted(recorded)
    for day, following in pairwise([*days, days[-1] + timedelta(days=3)]):
        for gone in range((following - day).days):
            known = content_known_on(day + timedelta(days=gone), today=TODAY)
            assert known.version == recorded[day]


def day_of_moment(moment: datetime) -> date:
    return day_of(Edition(published_at=moment))


def something_happens(rng: Random, number: int, moment: datetime) -> None:
    """One of two trials is withdrawn, or published with a text that it may have had before."""
    slug = rng.choice(["ibbis", NEXTWORK])
    if slug in current_content().trials and rng.random() < 0.3:
        withdraw(EditionKind.TRIAL, slug, by=None, reason="Prøve", at=moment)
        return
    document = Edition.objects.history(EditionKind.TRIAL, slug)[0].document
    changed = document | {"summary": f"Tekst {number % 3}."}
    publish(EditionKind.TRIAL, changed, by=None, reason="Prøve", at=moment)


def test_an_address_asks_for_the_same_day_and_for_nothing_now():
    everything_published()

    assert as_known(current_content()) == ""
    assert as_known(content_known_on(date(2024, 5, 4), today=TODAY)) == "?kendt=04-05-2024"


# --- The command line -------------------------------------------------------------------------


@pytest.mark.usefixtures("edited")
def test_the_command_line_answers_as_the_rule_was_known_that_day():
    assert answer_to() == "not_applies"
    assert answer_to(known_on=BETWEEN) == "applies"
    assert answer_to(known_on=AFTER) == "not_applies"


@pytest.mark.usefixtures("edited")
def test_the_answer_tells_the_day_and_the_version_and_is_as_before_without_one():
    then, now = guidance(lines([question({}, known_on=BETWEEN), question({})])).answers

    assert list(then)[:4] == ["id", "on", "known_on", "content_version"]
    assert (then["known_on"], then["content_version"]) == (BETWEEN, version_on(BETWEEN))
    assert "known_on" not in now
    assert now["content_version"] == current_content().version


@pytest.mark.parametrize(
    ("known_on", "message"),
    [
        pytest.param("03-05-2024", "Skriv en dag, der findes, som ÅÅÅÅ-MM-DD.", id="form"),
        pytest.param("2024-02-30", "Skriv en dag, der findes, som ÅÅÅÅ-MM-DD.", id="no-day"),
        pytest.param(None, "Skriv en dag, der findes, som ÅÅÅÅ-MM-DD.", id="null"),
        pytest.param("1999-12-31", "Dagen skal ligge mellem 1. januar 2000 og", id="too-early"),
        pytest.param(BEFORE, "man kan spørge om, er den 4. maj 2024.", id="before-the-first"),
        pytest.param(
            (timezone.localdate() + timedelta(days=1)).isoformat(),
            "Dagen er ikke kommet endnu.",
            id="tomorrow",
        ),
    ],
)
@pytest.mark.usefixtures("edited")
def test_a_day_that_cannot_be_used_is_refused_by_line(known_on, message):
    outcome = guidance(lines([question({}, known_on=known_on), question({})]))

    assert (outcome.code, len(outcome.answers)) == (2, 1)
    [refusal] = outcome.refusals
    assert refusal.startswith("linje 1: known_on: ")
    assert message in refusal
