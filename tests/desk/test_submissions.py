"""Kladde > til godkendelse > udgivet, taget tilbage eller sendt tilbage."""

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from portal.models import Submission, User
from portal.publication import publish_all
from portal.words import SubmissionOutcome
from tests.desk.test_start_page import START, waiting
from tests.desk.workflow import (
    CANARY,
    KIND,
    NEXTWORK,
    PUBLISH,
    SEND,
    SEND_BACK,
    TAKE_BACK,
    change,
    do,
    has_button,
    last,
    newest,
    row_page,
    sheet,
)
from tests.portal.pages import IDENTITY_NUMBER, text_of
from trials.models import LegalBasis

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

EDITOR, PUBLISHER = "prøve-redaktør", "prøve-fagansvarlig"


@pytest.fixture
def sent(editor: Client) -> Submission:
    """A change that the editor has sent."""
    change()
    do(editor, SEND, note="Se især trin 2")
    return last()


# --- Sending ----------------------------------------------------------------------------------


def test_an_editor_sends_a_change_and_the_page_of_the_row_tells_who_and_when(editor):
    change()
    assert f'href="{SEND}"' in editor.get(row_page()).content.decode()

    response = do(editor, SEND, note="Se især trin 2")

    page = text_of(editor.get(response["Location"]))
    assert "er sendt til godkendelse." in page
    told = text_of(editor.get(row_page()))
    assert "Til godkendelse, sendt den" in told
    assert f"af {EDITOR}" in told
    assert "ændret siden den blev sendt" not in told
    assert SEND not in editor.get(row_page()).content.decode()


def test_the_publisher_reads_the_note_and_publishes_which_closes_the_submission(sent, publisher):
    page = text_of(publisher.get(PUBLISH))
    assert f"Besked fra {EDITOR}: ”Se især trin 2”" in page
    assert sent.is_open

    do(publisher, PUBLISH, reason="Læst igennem")

    closed = last()
    assert (closed.outcome, str(closed.closed_by)) == (SubmissionOutcome.PUBLISHED, PUBLISHER)
    assert "Til godkendelse" not in text_of(publisher.get(row_page()))


@pytest.mark.usefixtures("sent")
def test_what_is_changed_after_it_was_sent_says_so_and_can_still_be_published(publisher):
    change("En tredje tekst.")

    assert "ændret siden den blev sendt" in text_of(publisher.get(PUBLISH))
    do(publisher, PUBLISH, reason="Læst igennem")

    assert newest().document["summary"] == "En tredje tekst."
    assert not last().is_open


@pytest.mark.usefixtures("sent")
def test_publishing_everything_from_the_command_line_closes_it_too():
    publish_all(by=None, reason="Alt")

    assert (last().outcome, last().closed_by) == (SubmissionOutcome.PUBLISHED, None)


def test_what_lacks_something_is_not_sent_and_the_page_lists_it(editor):
    """No publisher is asked in vain."""
    change()
    typed = sheet(editor, SEND)
    LegalBasis.objects.filter(trial__slug=NEXTWORK).delete()

    for response in (editor.get(SEND), typed.post()):
        assert "Retsgrundlag mangler." in text_of(response)
        assert not has_button(response)
    assert not Submission.objects.exists()


def test_what_is_published_as_it_stands_is_not_sent(editor):
    """Also a forged form is refused."""
    response = editor.post(SEND, {"seen": newest().content_hash, "note": ""})

    assert response.status_code == 422
    assert "Der er intet at sende" in text_of(response)
    assert not Submission.objects.exists()


def test_what_a_colleague_saved_meanwhile_is_shown_before_it_is_sent(editor):
    """Row 85: nobody sends a text that they have not seen."""
    change()
    typed = sheet(editor, SEND)
    change("En tredje tekst.")

    response = typed.post()

    assert response.status_code == 422
    assert "Det er ændret, siden du åbnede siden." in text_of(response)
    assert "En tredje tekst." in text_of(response)
    assert not Submission.objects.exists()


def test_what_waits_already_is_not_sent_twice(sent, publisher):
    response = publisher.post(SEND, {"seen": sent.content_hash})

    assert response.status_code == 422
    assert "Den venter allerede på en fagansvarlig." in text_of(response)
    assert Submission.objects.count() == 1


def test_the_database_keeps_one_open_submission_of_each_thing(sent):
    other = {"kind": KIND, "slug": NEXTWORK, "content_hash": "x", "sent_by": sent.sent_by}

    with pytest.raises(IntegrityError), transaction.atomic():
        Submission.objects.create(**other)
    Submission.objects.open().close(SubmissionOutcome.TAKEN_BACK, by=None)
    Submission.objects.create(**other)


@pytest.mark.usefixtures("sent")
def test_the_database_keeps_no_submission_that_was_sent_back_without_a_word():
    with pytest.raises(IntegrityError), transaction.atomic():
        Submission.objects.open().close(SubmissionOutcome.SENT_BACK, by=None)


def test_a_forged_form_cannot_say_who_sent_it_or_what_came_of_it(editor):
    """Row 86."""
    change()
    publisher = User.objects.create(username="en-anden")
    forged = {"sent_by": publisher.pk, "outcome": "udgivet", "closed_by": publisher.pk}

    do(editor, SEND, **forged, slug="andet", content_hash="0")

    assert (str(last().sent_by), last().outcome, last().closed_by) == (EDITOR, "", None)
    assert newest().number == 1


@pytest.mark.usefixtures("sent")
@pytest.mark.parametrize("page", [SEND, SEND_BACK])
def test_a_number_of_a_person_is_refused_and_not_repeated(editor, publisher, page):
    if page == SEND:
        do(editor, TAKE_BACK)
    field = "note" if page == SEND else "answer"

    response = do(publisher, page, **{field: f"Spørg {IDENTITY_NUMBER}"})

    assert response.status_code == 422
    assert "ligner et CPR-nummer" in text_of(response)
    assert IDENTITY_NUMBER not in response.content.decode()


# --- Taking back and sending back -------------------------------------------------------------


@pytest.mark.usefixtures("sent")
def test_an_editor_takes_it_back_and_may_send_it_again(editor):
    do(editor, TAKE_BACK)

    assert last().outcome == SubmissionOutcome.TAKEN_BACK
    assert "Til godkendelse" not in text_of(editor.get(row_page()))
    do(editor, SEND)
    assert last().is_open


@pytest.mark.usefixtures("sent")
def test_any_editor_takes_back_what_a_colleague_sent(publisher):
    """Colleagues go on holiday; the submission tells who took it back."""
    do(publisher, TAKE_BACK)

    assert str(last().closed_by) == PUBLISHER


@pytest.mark.usefixtures("sent")
def test_a_publisher_sends_back_with_an_answer_that_the_editor_finds(publisher, editor):
    do(publisher, SEND_BACK, answer="Trin 2 mangler sin kilde")

    told = f"af {PUBLISHER}: ”Trin 2 mangler sin kilde”"
    assert told in text_of(editor.get(row_page()))
    assert told in waiting(editor)
    do(editor, SEND)
    assert told not in text_of(editor.get(row_page()))


@pytest.mark.usefixtures("sent")
def test_an_answer_is_gone_once_it_is_published(publisher, editor):
    do(publisher, SEND_BACK, answer="Trin 2 mangler sin kilde")
    do(publisher, PUBLISH, reason="Selv rettet")

    assert "Trin 2" not in text_of(editor.get(row_page()))


@pytest.mark.usefixtures("sent")
@pytest.mark.parametrize("answer", ["", " \t", "æ" * 251])
def test_nothing_is_sent_back_without_an_answer_that_can_be_kept(publisher, answer):
    response = do(publisher, SEND_BACK, answer=answer)

    assert response.status_code == 422
    assert last().is_open


@pytest.mark.usefixtures("sent")
def test_what_somebody_else_ended_meanwhile_is_not_ended_twice(editor, publisher):
    typed = sheet(publisher, SEND_BACK)
    do(editor, TAKE_BACK)

    response = typed.post(answer="For sent")

    assert response.status_code == 422
    assert "Den venter ikke på godkendelse." in text_of(response)
    assert last().outcome == SubmissionOutcome.TAKEN_BACK


@pytest.mark.usefixtures("sent")
def test_a_page_of_an_earlier_submission_does_not_end_the_next_one(editor, publisher):
    typed = sheet(publisher, SEND_BACK)
    do(editor, TAKE_BACK)
    do(editor, SEND)

    assert typed.post(answer="Til den gamle").status_code == 422
    assert last().is_open


@pytest.mark.usefixtures("sent")
def test_a_row_that_waits_is_not_deleted_and_keeps_its_name(editor):
    page = row_page().replace("change", "delete")

    assert editor.post(page, {"post": "yes"}).status_code == 403
    assert last().is_open


# --- Who sees it ------------------------------------------------------------------------------


def test_what_waits_for_approval_stands_first_on_the_first_page(editor, publisher):
    change(slug="uddannelsesloeft-nordjylland")
    change()
    do(editor, SEND)

    told = waiting(publisher)
    assert "Til godkendelse, sendt den" in told.split("Se og udgiv")[0]
    assert f'href="{SEND_BACK}"' in publisher.get(START).content.decode()
    assert SEND_BACK not in editor.get(START).content.decode()
    assert f'href="{TAKE_BACK}"' in editor.get(START).content.decode()


@pytest.mark.parametrize("page", [SEND, TAKE_BACK, SEND_BACK])
@pytest.mark.parametrize("role", ["portal", "administrator"])
def test_those_who_do_not_write_are_refused(request, sent, role, page):
    """Matrix, "Send to approval / take back": known, and forbidden."""
    client = request.getfixturevalue(role)

    for response in (client.get(page), client.post(page, {"seen": str(sent.pk), "answer": "x"})):
        assert response.status_code == 403
        assert CANARY not in response.content.decode()
    assert CANARY not in client.get(START).content.decode()
    assert last().is_open


def test_an_editor_does_not_send_back(sent, editor):
    assert editor.get(SEND_BACK).status_code == 403
    assert editor.post(SEND_BACK, {"seen": str(sent.pk), "answer": "x"}).status_code == 403
    assert last().is_open


@pytest.mark.parametrize("page", [SEND, TAKE_BACK, SEND_BACK])
def test_a_stranger_is_asked_to_log_in(client, page):
    assert client.get(page)["Location"].startswith("/log-ind/")


@pytest.mark.parametrize("page", ["send/forsoeg/findes-ikke/", "tag-tilbage/andet/x/"])
def test_what_is_not_there_is_not_found(publisher, page):
    assert publisher.get(f"/skrivebord/{page}").status_code == 404
