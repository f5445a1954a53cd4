"""Row 86: what a page does not ask for is left alone, and the log tells its name."""

import logging

import pytest
from django.test import Client

from evaluations.models import Evaluation
from evaluations.recommendations.models import Recommendation
from tests.desk.evidence import page_of
from tests.desk.forms import filled, saved
from tests.portal.pages import IDENTITY_NUMBER
from trials.models import Source

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

LOGGER = "trials.admin.tampering"


def test_forged_fields_change_nothing_and_their_names_are_logged(
    editor: Client, caplog: pytest.LogCaptureFixture
) -> None:
    row = Evaluation.objects.get(slug="ibbis-star-2024")
    before = row.as_document()
    forged = {
        "is_superuser": "on",
        "slug": "overtaget",
        "id": "1",
        "status": "publiceret",
        "author": "hemmelig-værdi",
        "findings-0-slug": "andet",
        "findings-0-citations-0-slug": "andet",
        "position": "7",
        f"felt {IDENTITY_NUMBER}": "x",
    }
    with caplog.at_level(logging.WARNING, logger=LOGGER):
        assert saved(filled(editor, page_of(row)).post(_save="1", **forged))
    assert Evaluation.objects.get(pk=row.pk).as_document() == before
    [record] = [each for each in caplog.records if each.name == LOGGER]
    told = record.getMessage()
    for name in ("is_superuser", "slug", "id", "status", "author", "position", "findings-0-slug"):
        assert name in told
    assert "(ikke vist)" in told
    for value in ("overtaget", "publiceret", "hemmelig", IDENTITY_NUMBER):
        assert value not in told


def test_the_user_who_forges_gets_no_right(editor: Client) -> None:
    row = Source.objects.order_by("pk")[0]
    filled(editor, page_of(row)).post(
        _save="1", is_superuser="on", groups="4", user_permissions="1"
    )
    user = editor.get(page_of(row)).wsgi_request.user
    assert not user.is_superuser
    assert user.groups.count() == 1


@pytest.mark.parametrize("button", ["_save", "_continue", "_addanother"])
def test_a_page_as_a_browser_sends_it_is_no_forgery(
    editor: Client, caplog: pytest.LogCaptureFixture, button: str
) -> None:
    """A browser also sends the hidden rows that the page copies."""
    for model in (Source, Evaluation, Recommendation):
        sheet = filled(editor, page_of(model.objects.order_by("pk")[0]))
        with caplog.at_level(logging.WARNING, logger=LOGGER):
            assert saved(sheet.post(**{button: "1"}, **sheet.patterns))
    assert not [each for each in caplog.records if each.name == LOGGER]
