"""Editors write, publishers publish: who sees and reaches the pages of publication."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.desk.test_publishing import NEXTWORK, PUBLISH, TRIALS, WITHDRAW, change, newest
from tests.portal.pages import text_of
from trials.models import Trial

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

ADDRESSES = [PUBLISH, WITHDRAW, "/skrivebord/udgiv/forsoeg/?valgt=1"]


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("role", ["editor", "administrator", "portal"])
def test_only_a_publisher_publishes_and_withdraws(request, role, address):
    client = request.getfixturevalue(role)

    assert client.get(address, follow=True).status_code == 403
    assert client.post(address, {"reason": "Prøve"}, follow=True).status_code == 403


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_stranger_is_asked_to_log_in(client, address):
    response = client.get(address, follow=True)

    assert response.redirect_chain[-1][0].startswith(reverse("login"))


@pytest.mark.parametrize(
    "address",
    [
        "/skrivebord/udgiv/forsoeg/findes-ikke/",
        "/skrivebord/udgiv/findes-ikke/ips/",
        "/skrivebord/udgiv/kommuner/andre/",
        "/skrivebord/udgiv/kommuner/?valgt=1",
        "/skrivebord/traek-tilbage/forsoeg/findes-ikke/",
    ],
)
def test_what_is_not_there_is_not_found(publisher, address):
    assert publisher.get(address).status_code == 404


def page_of_row(client: Client) -> str:
    key = Trial.objects.get(slug=NEXTWORK).pk
    return str(client.get(f"{TRIALS}{key}/change/").content.decode())


def test_the_page_of_a_row_tells_where_it_stands_and_leads_on(publisher, editor):
    change()

    assert "Ændret siden udgave 1" in page_of_row(publisher)
    assert f'href="{PUBLISH}"' in page_of_row(publisher)
    assert f'href="{WITHDRAW}"' in page_of_row(publisher)
    assert f'href="/forsoeg/{NEXTWORK}/"' in page_of_row(editor)
    assert PUBLISH not in page_of_row(editor)
    assert WITHDRAW not in page_of_row(editor)


def test_only_a_publisher_sees_the_action_and_nobody_deletes_in_bulk(publisher, editor):
    assert "Udgiv de valgte" in text_of(publisher.get(TRIALS))
    for client in (publisher, editor):
        assert "delete_selected" not in client.get(TRIALS).content.decode()
    assert "Udgiv de valgte" not in text_of(editor.get(TRIALS))


def test_editions_are_read_and_never_written(publisher, editor):
    edition = newest(NEXTWORK)
    page = f"/skrivebord/portal/edition/{edition.pk}/change/"

    for client in (publisher, editor):
        assert "udgave 1" in text_of(client.get(page))
        assert client.post(page, {"title": "Anden"}).status_code == 403
        assert client.get("/skrivebord/portal/edition/add/").status_code == 403
        assert client.post(page.replace("change", "delete"), {"post": "yes"}).status_code == 403
    assert "Tilføj udgave" not in text_of(publisher.get("/skrivebord/portal/edition/"))
