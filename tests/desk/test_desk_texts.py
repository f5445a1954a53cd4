"""Rows 79 to 82: what a text or an address may hold, at the forms of the desk."""

import pytest
from django.test import Client

from tests.desk.forms import filled, said, said_at, saved, sheet_of
from tests.portal.pages import IDENTITY_NUMBER, text_of
from trials.models import Source

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

LIST = "/skrivebord/trials/source/"
ADD = f"{LIST}add/"
SCRIPT = "<script>alert(1)</script>"


@pytest.mark.parametrize(
    ("title", "message"),
    [
        pytest.param("Om \u202eelgner", "læseretningen", id="bidi"),
        pytest.param("\u200b\u200b", "usynlige", id="zero-width"),
        pytest.param("\u3164", "usynlige", id="filler"),
        pytest.param("a" + "\u0301" * 200, "accenter", id="marks"),
        pytest.param("a\x00b", "Null-tegn", id="null"),
        pytest.param("a\x1bb", "styretegn", id="control"),
        pytest.param(f"Om {IDENTITY_NUMBER}", "CPR-nummer", id="identity-number"),
    ],
)
def test_a_title_that_misleads_is_refused_at_the_field(
    editor: Client, title: str, message: str
) -> None:
    response = filled(editor, ADD, title=title, kind="rapport").post()
    assert message in said_at(response, "title")
    assert IDENTITY_NUMBER not in response.content.decode()
    assert not Source.objects.filter(title=title.replace("\x00", "")).exists()


def test_bytes_that_are_no_letters_are_no_failure(editor: Client) -> None:
    """A lone surrogate cannot be sent as UTF-8; what is sent instead is read as a question mark."""
    sheet = filled(editor, ADD, title="x", kind="rapport")
    fields = "&".join(f"{name}={value}" for name, value in sheet.items())
    body = fields.replace("title=x", "title=%ED%A0%80x&_save=1")
    response = editor.post(ADD, body, content_type="application/x-www-form-urlencoded")
    assert response.status_code in {200, 302}


def test_a_text_too_long_is_kept_and_counted(editor: Client) -> None:
    """Row 80."""
    note = "x" * 50_001
    response = filled(editor, ADD, title="Lang", kind="rapport", note=note).post()
    assert "50.001 tegn, og der er plads til 50.000" in said_at(response, "note")
    assert sheet_of(response, editor, ADD)["note"] == note
    assert saved(filled(editor, ADD, title="Lang", kind="rapport", note=note[1:]).post())


def test_a_text_of_two_million_letters_is_refused_and_kept(editor: Client) -> None:
    response = filled(editor, ADD, title="Lang", kind="rapport", note="ord " * 600_000).post()
    assert "tegn, og der er plads til 50.000" in said_at(response, "note")
    assert len(sheet_of(response, editor, ADD)["note"]) > 2_000_000


def test_a_text_is_saved_as_others_would_write_it(editor: Client) -> None:
    """Row 36."""
    sheet = filled(editor, ADD, title="Ogsa\u030a\u00a0her", kind="rapport", note="et\r\nto\r\n")
    assert saved(sheet.post())
    source = Source.objects.get(slug="ogsaa-her")
    assert (source.title, source.note) == ("Også her", "et\nto")


def test_markup_is_shown_as_text(editor: Client) -> None:
    """Row 81."""
    sheet = filled(editor, ADD, title=SCRIPT, kind="rapport", note=f"{SCRIPT}[x](javascript:y)")
    assert saved(sheet.post())
    source = Source.objects.get(title=SCRIPT)
    page = f"{LIST}{source.pk}/"
    for address in (LIST, f"{page}change/", f"{page}delete/", f"{page}history/"):
        response = editor.get(address)
        assert SCRIPT in text_of(response) or "&lt;script&gt;" in response.content.decode()
        assert "<script>alert" not in response.content.decode()


@pytest.mark.parametrize(
    ("address", "message"),
    [
        ("http://star.dk/", "https://"),
        ("javascript:alert(1)", "https://"),
        ("https://127.0.0.1/", "IP-nummer"),
        ("https://localhost/", "localhost"),
        ("https://star.dk@ond.example/", "brugernavn"),
        ("https://star.dk/\nx", "https://"),
        ("https://st\u0430r.dk/", "ligne"),
    ],
)
def test_an_address_is_public_and_what_it_seems(editor: Client, address: str, message: str) -> None:
    """Row 82."""
    response = filled(editor, ADD, title="Adresse", kind="rapport").post(address=address)
    assert message in said_at(response, "address")
    assert not Source.objects.filter(title="Adresse").exists()


def test_a_number_of_a_person_is_not_repeated_whatever_else_is_wrong(editor: Client) -> None:
    sheet = filled(editor, ADD, title="Prøve", kind=IDENTITY_NUMBER)
    sheet["published"], sheet["address"] = IDENTITY_NUMBER, f"http://{IDENTITY_NUMBER}"
    sheet["note"] = f"\u202e{IDENTITY_NUMBER}"
    sheet.row("citations", place="x" * 121 + IDENTITY_NUMBER, status=IDENTITY_NUMBER)
    response = sheet.post()
    assert response.status_code == 200
    assert IDENTITY_NUMBER not in response.content.decode()
    assert sum("CPR-nummer" in text for text in said(response)) == 6
