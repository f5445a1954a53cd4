"""Fortryd: the former edition goes on the shelf again, as a new one, on one page."""

import pytest

from portal.models import Edition
from portal.publication import publish_all, withdraw
from portal.shelf import current_content
from portal.words import EditionKind
from tests.desk.workflow import (
    CANARY,
    KIND,
    NEXTWORK,
    UNDO,
    address,
    change,
    do,
    has_button,
    newest,
    row_page,
    sheet,
)
from tests.portal.pages import text_of
from trials.models import Trial

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.fixture
def published() -> Edition:
    """A mistake that is on the shelf as edition 2."""
    change()
    publish_all(by=None, reason="En fejl")
    return newest()


@pytest.mark.usefixtures("published")
def test_a_publisher_goes_back_on_one_page_that_shows_what_changes(publisher):
    first = Edition.objects.get(kind=KIND, slug=NEXTWORK, number=1)
    assert f'href="{UNDO}"' in publisher.get(row_page()).content.decode()
    page = text_of(publisher.get(UNDO))
    assert f"Ny tekst: {CANARY}. {first.document['summary']}" in page
    assert "Skrivebordet bliver, som det er" in page

    done = do(publisher, UNDO, reason="Forkert tekst")

    assert done["Location"] == row_page(), "not the form that undoes what was just done"
    assert "er gået tilbage. Det er udgave 3." in text_of(publisher.get(done["Location"]))
    made = newest()
    assert (made.number, made.reason, made.content_hash) == (
        3,
        "Forkert tekst",
        first.content_hash,
    )
    assert str(made.published_by) == "prøve-fagansvarlig"
    assert current_content().trials[NEXTWORK].document == first.document


@pytest.mark.usefixtures("published")
def test_the_desk_keeps_its_rows(publisher):
    do(publisher, UNDO, reason="Forkert tekst")

    assert CANARY in Trial.objects.get(slug=NEXTWORK).summary
    assert "Ændret siden udgave 3" in text_of(publisher.get(row_page()))


def test_a_withdrawal_is_undone_too(publisher, client):
    withdraw(KIND, NEXTWORK, by=None, reason="Ved en fejl")
    assert "Den kommer på portalen igen" in text_of(publisher.get(UNDO))

    do(publisher, UNDO, reason="Skulle ikke være væk")

    assert not newest().withdrawn
    assert "Trukket tilbage den" not in text_of(client.get(f"/forsoeg/{NEXTWORK}/"))


def test_an_undo_can_be_undone(published, publisher):
    do(publisher, UNDO, reason="Forkert tekst")
    do(publisher, UNDO, reason="Den var rigtig")

    assert newest().content_hash == published.content_hash


def test_a_publication_after_a_withdrawal_leads_back_to_nothing(publisher):
    withdraw(KIND, NEXTWORK, by=None, reason="Ved en fejl")
    publish_all(by=None, reason="Igen")

    page = publisher.get(UNDO)
    assert "Der er ingen tidligere udgave at gå tilbage til" in text_of(page)
    assert not has_button(page)


def test_the_first_edition_has_nothing_before_it(publisher):
    response = publisher.post(UNDO, {"seen": "1", "reason": "Prøve"})

    assert response.status_code == 422
    assert newest().number == 1
    assert UNDO not in publisher.get(row_page()).content.decode()


@pytest.mark.usefixtures("published")
def test_a_colleague_who_published_meanwhile_is_not_undone_unseen(publisher):
    typed = sheet(publisher, UNDO)
    change("En tredje tekst.")
    publish_all(by=None, reason="Rettet")

    response = typed.post(reason="Forkert tekst")

    assert response.status_code == 422
    assert "Det er ændret, siden du åbnede siden." in text_of(response)
    assert newest().number == 3


def test_the_gate_is_asked_also_of_a_former_edition(publisher):
    """What the former one points at may have left the shelf."""
    evaluation = Edition.objects.filter(kind=EditionKind.EVALUATION).first()
    programme = evaluation.document["programmes"][0]["slug"]
    withdraw(EditionKind.EVALUATION, evaluation.slug, by=None, reason="Prøve")
    withdraw(EditionKind.PROGRAMME, programme, by=None, reason="Prøve")
    undo = address("fortryd", evaluation.slug, "evalueringer")

    response = publisher.post(undo, {"seen": "2", "reason": "Prøve"})

    assert response.status_code == 422
    assert f"”{programme}”, som ikke er udgivet." in text_of(response)
    assert newest(evaluation.slug, EditionKind.EVALUATION).withdrawn


@pytest.mark.usefixtures("published")
@pytest.mark.parametrize("role", ["editor", "administrator", "portal"])
def test_only_a_publisher_undoes(request, role):
    client = request.getfixturevalue(role)

    assert client.get(UNDO).status_code == 403
    assert client.post(UNDO, {"seen": "2", "reason": "Prøve"}).status_code == 403
    assert newest().number == 2


def test_a_stranger_is_asked_to_log_in(client):
    assert client.get(UNDO)["Location"].startswith("/log-ind/")


def test_what_was_never_published_is_not_found(publisher):
    assert publisher.get(address("fortryd", "findes-ikke")).status_code == 404


@pytest.mark.usefixtures("published")
@pytest.mark.parametrize("reason", ["", " "])
def test_nothing_is_undone_without_a_reason(publisher, reason):
    assert do(publisher, UNDO, reason=reason).status_code == 422
    assert newest().number == 2
