"""Who is shown which step with what waits for approval, and what is said of a reason."""

import pytest
from django.test import Client

from tests.desk.test_start_page import START
from tests.desk.workflow import (
    PUBLISH,
    SEND,
    SEND_BACK,
    TAKE_BACK,
    UNDO,
    WITHDRAW,
    change,
    do,
    row_page,
)
from tests.portal.pages import text_of

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

BOTH = {SEND_BACK, TAKE_BACK}


def offered(client: Client, page: str) -> set[str]:
    """Which of the two ways out of approval the page leads to."""
    told = client.get(page).content.decode()
    return {address for address in BOTH if f'href="{address}"' in told}


def test_an_editor_takes_back_and_a_publisher_sends_back(editor, publisher):
    """Two ways with one end are one too many to choose between."""
    change()
    do(editor, SEND)

    for page in (START, row_page()):
        assert offered(editor, page) == {TAKE_BACK}
        assert offered(publisher, page) == {SEND_BACK}
    assert offered(publisher, PUBLISH) == {SEND_BACK}


def test_a_publisher_takes_back_what_they_sent_and_another_sends_it_back(
    publisher, other_publisher
):
    change()
    do(publisher, SEND)

    for page in (START, row_page(), PUBLISH):
        assert offered(publisher, page) == {TAKE_BACK}
        assert offered(other_publisher, page) == {SEND_BACK}


def test_who_writes_a_reason_is_told_that_all_may_read_it(publisher, client):
    change()
    assert "kan læses af alle på portalen" in text_of(publisher.get(PUBLISH))
    do(publisher, PUBLISH, reason="En grund til alle")
    for page in (UNDO, WITHDRAW):
        assert "kan læses af alle på portalen" in text_of(publisher.get(page))

    assert "En grund til alle" in text_of(client.get("/nyt/"))
