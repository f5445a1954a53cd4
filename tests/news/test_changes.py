"""Changes are derived from editions, and from nothing else."""

import pytest

from portal.models import Edition
from portal.news.changes import chronicle, trials_of
from portal.news.selection import Selection, chosen
from portal.publication import publish, restore, withdraw
from portal.shelf import current_content
from portal.words import ChangeKind, EditionKind
from tests.news.conftest import IBBIS, NEXTWORK, document_of, ending, republish
from tests.portal.pages import text_of
from trials.models import Trial

pytestmark = pytest.mark.django_db

CANARY = "kanariefugl"
# How the last day of NExTWORK is known.
INFERRED = "(udledt af kilden)"


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


def test_an_end_that_moved_earlier_is_no_extension_and_says_until_when():
    republish(NEXTWORK, periods=ending("2022-03-01"))

    assert last_change().what is ChangeKind.CHANGED
    assert "løber nu til og med den 1. marts 2022" in last_change().detail
    assert "I udgave 1 stod: til og med" in last_change().detail


def test_an_end_that_became_unsure_is_told_as_unsure():
    republish(NEXTWORK, periods=ending("2022-03-01"))
    republish(NEXTWORK, periods=ending("2022-03-01", earliest="2022-02-01"))

    told = "en dag mellem den 1. februar 2022 og den 1. marts 2022 (usikkert; udledt"
    assert told in last_change().detail


def test_an_end_that_stands_is_not_told():
    republish(NEXTWORK, summary="Andre ord.")

    assert last_change().detail == ""


# --- Back to what an earlier edition said -----------------------------------------------------


def undo(kind: EditionKind, slug: str) -> None:
    newest = Edition.objects.filter(kind=kind, slug=slug).latest("number").number
    restore(kind, slug, by=None, reason="Var en fejl", seen=newest)


def test_an_undone_shortening_is_no_extension_and_names_the_day_and_the_edition(client):
    """An extension is a decision; that a mistake was taken back is none."""
    republish(NEXTWORK, periods=ending("2022-12-31"))
    republish(NEXTWORK, periods=ending("2022-11-30"))
    undo(EditionKind.TRIAL, NEXTWORK)

    assert last_change().what is ChangeKind.REVERTED
    detail = (
        "Siden siger igen det samme som i udgave 2. "
        f"Forsøget løber igen til og med den 31. december 2022 {INFERRED}. "
        f"I udgave 3 stod: til og med den 30. november 2022 {INFERRED}."
    )
    assert last_change().detail == detail
    for address in ("/nyt/", "/nyt.atom"):
        told = text_of(client.get(address))
        assert "Ført tilbage" in told
        assert f"{detail} Var en fejl" in told
        assert told.count("Forlænget") == 1, "edition 2 alone"


def test_an_undone_extension_is_taken_back_too():
    republish(NEXTWORK, periods=ending("2022-12-31"))
    undo(EditionKind.TRIAL, NEXTWORK)

    assert last_change().what is ChangeKind.REVERTED
    assert f"I udgave 2 stod: til og med den 31. december 2022 {INFERRED}." in last_change().detail


def test_an_undone_text_says_nothing_of_the_end():
    before = document_of(NEXTWORK)
    republish(NEXTWORK, summary="Andre ord.")
    undo(EditionKind.TRIAL, NEXTWORK)

    assert document_of(NEXTWORK) == before
    assert last_change().detail == "Siden siger igen det samme som i udgave 1."


def test_an_undone_undo_is_back_at_what_was_undone():
    republish(NEXTWORK, summary="Andre ord.")
    undo(EditionKind.TRIAL, NEXTWORK)
    undo(EditionKind.TRIAL, NEXTWORK)

    assert last_change().detail == "Siden siger igen det samme som i udgave 2."


def test_an_undone_withdrawal_is_published_again():
    withdraw(EditionKind.TRIAL, IBBIS, by=None, reason="Prøve")
    undo(EditionKind.TRIAL, IBBIS)

    assert last_change().what is ChangeKind.RETURNED


def test_an_undone_evaluation_is_taken_back_and_no_new_evidence():
    republish("ibbis-star-2024", EditionKind.EVALUATION, summary="Forkert.")
    undo(EditionKind.EVALUATION, "ibbis-star-2024")

    assert last_change().what is ChangeKind.REVERTED


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
