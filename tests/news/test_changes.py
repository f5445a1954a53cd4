"""Changes are derived from editions, and from nothing else."""

import pytest

from portal.models import Edition
from portal.news.changes import chronicle, trials_of
from portal.news.selection import Selection, chosen
from portal.publication import publish, withdraw
from portal.shelf import current_content
from portal.words import ChangeKind, EditionKind
from tests.news.conftest import IBBIS, NEXTWORK, document_of, ending, republish
from trials.models import Trial

pytestmark = pytest.mark.django_db

CANARY = "kanariefugl"


def last_change():
    return chronicle().changes[0]


def test_the_first_publication_opened_the_portal_and_is_no_news():
    assert Edition.objects.count() > 10
    assert chronicle().changes == ()
    assert chronicle().opened == Edition.objects.earliest("pk").published_at


def test_what_comes_after_it_is_new():
    document = document_of(NEXTWORK) | {"slug": "helt-nyt", "title": "Helt nyt", "examples": []}
    publish(EditionKind.TRIAL, document, by=None, reason="Nyt i en prøve")

    assert (last_change().what, last_change().title) == (ChangeKind.NEW, "Helt nyt")


def test_a_rewritten_text_is_a_change_and_no_extension():
    republish(NEXTWORK, summary="Andre ord.")

    assert last_change().what is ChangeKind.CHANGED


def test_an_end_that_moved_later_is_an_extension_and_says_until_when():
    republish(NEXTWORK, periods=ending("2027-12-31"))

    assert last_change().what is ChangeKind.EXTENDED
    assert "31. december 2027" in last_change().detail


def test_an_added_period_is_an_extension():
    (*before, last) = document_of(NEXTWORK)["periods"]
    bound = last["end"] | {"earliest": "2026-01-01", "latest": "2026-01-01"}
    added = last | {"start": bound, "end": bound | {"earliest": None, "latest": None}}
    republish(NEXTWORK, periods=[*before, last, added])

    assert last_change().what is ChangeKind.EXTENDED


def test_an_end_that_moved_earlier_is_no_extension():
    republish(NEXTWORK, periods=ending("2022-03-01"))

    assert last_change().what is ChangeKind.CHANGED


def test_withdrawn_and_published_again_are_told_as_that():
    withdraw(EditionKind.TRIAL, IBBIS, by=None, reason="Prøve")
    assert last_change().what is ChangeKind.WITHDRAWN

    republish(IBBIS, summary="Tilbage.")
    assert last_change().what is ChangeKind.RETURNED


def test_a_changed_evaluation_is_about_its_trials_and_those_of_its_programmes():
    content = current_content()
    slug = next(
        slug
        for slug, row in content.evaluations.items()
        if any(trial["slug"] == IBBIS for trial in row.document["trials"])
    )
    republish(slug, EditionKind.EVALUATION, summary="Nyt om den.")

    assert last_change().what is ChangeKind.EVIDENCE
    assert IBBIS in trials_of(last_change(), current_content())


def test_a_municipality_sees_what_it_may_take_part_in():
    # S004:110 names the seven municipalities of Uddannelsesløft; København is none of them.
    republish("uddannelsesloeft-nordjylland", summary="Andre ord.")
    content, changes = current_content(), chronicle().changes

    assert chosen(changes, Selection(content=content, municipality="0851"))
    assert not chosen(changes, Selection(content=content, municipality="0101"))


def test_a_withdrawn_trial_still_reaches_its_municipalities():
    withdraw(EditionKind.TRIAL, "uddannelsesloeft-nordjylland", by=None, reason="Prøve")
    content, changes = current_content(), chronicle().changes

    assert chosen(changes, Selection(content=content, municipality="0851"))
    assert not chosen(changes, Selection(content=content, municipality="0101"))


def test_a_draft_is_no_news(client):
    Trial.objects.filter(slug=NEXTWORK).update(title=CANARY, summary=CANARY)
    republish(IBBIS, summary="Andre ord.")

    for address in ("/", "/nyt/", "/nyt.atom", "/kalender.ics", f"/nyt/?forsoeg={NEXTWORK}"):
        response = client.get(address)
        assert response.status_code == 200
        assert CANARY not in response.content.decode()


def test_changes_cost_one_query_when_nothing_is_published_since(django_assert_num_queries):
    republish(NEXTWORK, summary="Andre ord.")
    chronicle()

    with django_assert_num_queries(1):
        chronicle()
