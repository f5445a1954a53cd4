"""What the tests of the way to the shelf share: the trial, its pages, and a word of its draft."""

from typing import Any

from django.test import Client

from portal.models import Edition, Submission
from portal.words import EditionKind
from tests.desk.forms import filled
from trials.models import Trial

NEXTWORK = "nextwork-praktik"
KIND = EditionKind.TRIAL
# A word that no published page holds.
CANARY = "kanariefugl"


def address(page: str, slug: str = NEXTWORK, folder: str = "forsoeg") -> str:
    return f"/skrivebord/{page}/{folder}/{slug}/"


SEND, TAKE_BACK, SEND_BACK = address("send"), address("tag-tilbage"), address("send-tilbage")
PUBLISH, WITHDRAW, UNDO = address("udgiv"), address("traek-tilbage"), address("fortryd")
PREVIEW, COMPARE = address("forhaandsvis"), address("sammenlign")


def change(summary: str = f"Ny tekst: {CANARY}.", slug: str = NEXTWORK) -> None:
    """A change at the desk by nobody that is known."""
    Trial.objects.filter(slug=slug).update(summary=summary)


def row_page(slug: str = NEXTWORK) -> str:
    return f"/skrivebord/trials/trial/{Trial.objects.get(slug=slug).pk}/change/"


def write(client: Client, summary: str = f"Ny tekst: {CANARY}.", slug: str = NEXTWORK) -> None:
    """A change that somebody makes on the page of the row."""
    response = filled(client, row_page(slug), form_id="trial_form", summary=summary).post()
    assert response.status_code == 302


def sheet(client: Client, page: str, **fields: Any) -> Any:
    return filled(client, page, form_id="reason_form", **fields)


def do(client: Client, page: str, **fields: Any) -> Any:
    """Open the page, fill it in and post it."""
    return sheet(client, page).post(**fields)


def has_button(response: Any) -> bool:
    return 'id="reason_form"' in response.content.decode()


def newest(slug: str = NEXTWORK, kind: EditionKind = KIND) -> Edition:
    return Edition.objects.newest().get(kind=kind, slug=slug)


def last(slug: str = NEXTWORK) -> Submission:
    return Submission.objects.newest().get(slug=slug)
