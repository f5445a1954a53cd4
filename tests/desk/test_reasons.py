"""What is typed on the way to the shelf: what no text may hold is refused.

A reason is never changed afterwards, and the feed and the calendar tell it to programs.
"""

import pytest

from tests.desk.workflow import PUBLISH, SEND, do, last, newest, write
from tests.portal.pages import text_of

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

# What word processors leave where a line was broken by hand; and what turns the reading.
UNREADABLE = ["Ny\x0bfrist", "Ny \u202efrist"]


@pytest.mark.parametrize("reason", UNREADABLE)
def test_a_reason_that_cannot_be_read_is_refused(editor, publisher, reason):
    write(editor)
    number = newest().number

    page = do(publisher, PUBLISH, reason=reason)

    assert page.status_code == 422
    assert "Skriv den igen, eller indsæt den som ren tekst." in text_of(page)
    assert newest().number == number


def test_a_note_that_cannot_be_read_is_refused(editor):
    write(editor)

    assert do(editor, SEND, note=UNREADABLE[0]).status_code == 422
    assert do(editor, SEND, note="Ny frist").status_code == 302
    assert last().note == "Ny frist"
