"""An invited user gets a mail with a link, and chooses a password there."""

import re
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from pytest_django import Settings

from portal.models import User
from portal.words import Role
from tests.desk.anna import ADD, ANNA, PASSWORD, USERS, invite, open_page, page_of
from tests.desk.forms import filled, said, said_at, saved
from tests.portal.pages import IDENTITY_NUMBER, text_of
from trials.models import Municipality

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

REFUSING_SERVER = "tests.desk.test_invitations.RefusingServer"


class RefusingServer:
    """A mail server that nobody answers at."""

    def __init__(self, **options: Any) -> None:
        """Takes what Django tells it, and forgets it."""

    def send_messages(self, messages: list[Any]) -> int:
        raise ConnectionRefusedError(len(messages))


@pytest.fixture
def anna(administrator: Client) -> User:
    """Invited as a caseworker, without a password yet."""
    assert saved(invite(administrator))
    return User.objects.get(username="anna")


def link_in(mail: Any) -> str:
    found = re.search(r"https?://testserver(/ny-adgangskode/\S+)", str(mail.body))
    assert found, mail.body
    return found.group(1)


# --- Invitations ------------------------------------------------------------------------------


def test_an_invited_user_chooses_a_password_by_the_link_in_the_mail(
    administrator, client, mailoutbox
):
    aarhus = Municipality.objects.get(name="Aarhus")
    assert saved(invite(administrator, first_name="Anna", home_municipality=str(aarhus.pk)))

    anna = User.objects.get(username="anna")
    assert not anna.has_usable_password()
    assert (anna.first_name, anna.home_municipality) == ("Anna", aarhus)
    assert [group.name for group in anna.groups.all()] == [Role.CASEWORKER]
    (mail,) = mailoutbox
    assert (mail.subject, mail.to) == ("Invitation til Vejviser", ["anna@kommune.example"])
    assert "Dit brugernavn er anna. Linket virker i 3 dage og kun én gang." in mail.body

    form = client.get(link_in(mail), follow=True)
    assert "Vælg ny adgangskode" in text_of(form)
    chosen = {"new_password1": PASSWORD, "new_password2": PASSWORD}
    client.post(form.redirect_chain[-1][0], chosen)
    assert client.login(username="anna", password=PASSWORD)
    assert "Linket virker ikke mere" in text_of(Client().get(link_in(mail), follow=True))


def test_the_administrator_is_told_that_the_mail_was_sent(administrator):
    invite(administrator)

    page = text_of(administrator.get(USERS))
    assert "Invitationen er sendt til anna@kommune.example. Linket virker i 3 dage." in page


def test_behind_a_proxy_the_link_has_the_address_that_the_browser_used(
    administrator, mailoutbox, settings: Settings
):
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    settings.ALLOWED_HOSTS = ["vejviser.example"]
    by_proxy = {"Host": "vejviser.example", "X-Forwarded-Proto": "https"}
    administrator.post(ADD, ANNA, headers=by_proxy)

    assert "https://vejviser.example/ny-adgangskode/" in mailoutbox[0].body


def test_a_mail_that_cannot_be_sent_says_how_to_send_it_again(
    administrator, mailoutbox, settings: Settings
):
    sends = settings.EMAIL_BACKEND
    settings.EMAIL_BACKEND = REFUSING_SERVER

    assert saved(invite(administrator))
    page = text_of(administrator.get(USERS))
    assert "mailen til anna@kommune.example blev ikke sendt" in page
    assert "Gem, og send invitationen igen" in page
    assert mailoutbox == []

    settings.EMAIL_BACKEND = sends
    anna = User.objects.get(username="anna")
    response = open_page(administrator, anna, email="anna.ny@kommune.example").post(_invite="1")
    assert response["Location"] == page_of(anna)
    assert [mail.to for mail in mailoutbox] == [["anna.ny@kommune.example"]]


def test_a_portal_without_a_mail_server_says_where_the_mail_is(
    administrator, settings: Settings, capsys
):
    settings.EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
    invite(administrator)

    assert "/ny-adgangskode/" in capsys.readouterr().out
    assert "kun skrevet på skærmen, hvor portalen kører" in text_of(administrator.get(USERS))


def test_only_one_who_has_no_password_is_invited_again(administrator, anna, mailoutbox):
    button = 'name="_invite"'
    assert button in administrator.get(page_of(anna)).content.decode()
    anna.set_password(PASSWORD)
    anna.save()
    mailoutbox.clear()

    assert button not in administrator.get(page_of(anna)).content.decode()
    response = open_page(administrator, anna).post(_invite="1")
    assert saved(response)
    assert mailoutbox == []
    assert "har allerede valgt en adgangskode" in text_of(administrator.get(page_of(anna)))


def test_an_old_link_tells_whom_to_ask(client):
    page = text_of(client.get("/ny-adgangskode/MQ/abc-123/"))

    assert "bed din administrator om at sende invitationen igen" in page


# --- What is refused --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("username", "", "påkrævet|udfyldes"),
        ("username", "an na", "Indtast et gyldigt brugernavn"),
        ("username", "PRØVE-administrator", "Brugernavnet findes allerede"),
        ("email", "", "påkrævet|udfyldes"),
        ("email", "anna", "gyldig e-mail"),
        ("email", "anna@kommune.example\nBcc: x@y.example", "gyldig e-mail"),
        ("role", "", "påkrævet|udfyldes"),
        ("role", "superbruger", "Vælg en af rollerne."),
        ("home_municipality", "9999999", "mulighed"),
    ],
)
def test_what_cannot_be_is_said_at_the_field(administrator, mailoutbox, field, value, message):
    response = invite(administrator, **{field: value})

    assert re.search(message, said_at(response, field)), said(response)
    assert not User.objects.filter(email__startswith="anna").exists()
    assert mailoutbox == []


@pytest.mark.parametrize(
    "field", ["username", "email", "first_name", "last_name", "role", "home_municipality"]
)
def test_an_identity_number_is_refused_and_not_shown(administrator, caplog, field):
    response = invite(administrator, **{field: IDENTITY_NUMBER})

    assert "Feltet ligner et CPR-nummer" in said_at(response, field)
    assert IDENTITY_NUMBER not in response.content.decode()
    assert IDENTITY_NUMBER not in caplog.text


def test_a_field_that_is_stated_twice_is_refused(administrator):
    response = invite(administrator, role=[Role.CASEWORKER.value, Role.EDITOR.value])

    assert response.status_code == 400
    assert not User.objects.filter(username="anna").exists()


# Row 86.
FORGED = {
    "is_superuser": "on",
    "is_staff": "on",
    "groups": "1",
    "user_permissions": "1",
    "password": "pbkdf2_sha256$1$a$b",
    "is_active": "",
    "last_login_0": "01-01-2020",
}


def test_forged_rights_are_ignored_when_inviting(administrator):
    assert saved(filled(administrator, ADD, **ANNA).post(**FORGED, _save="1"))

    anna = User.objects.get(username="anna")
    assert (anna.is_superuser, anna.is_staff, anna.is_active) == (False, False, True)
    assert [group.name for group in anna.groups.all()] == [Role.CASEWORKER]
    assert not anna.user_permissions.exists()
    assert not anna.has_usable_password()
    assert anna.last_login is None


def test_forged_rights_are_ignored_when_changing(administrator, anna):
    forged = {**FORGED, "is_active": "on", "id": "1", "pk": "1"}
    assert saved(open_page(administrator, anna).post(**forged, _save="1"))

    anna.refresh_from_db()
    assert (anna.is_superuser, anna.is_staff, anna.is_active) == (False, False, True)
    assert [group.name for group in anna.groups.all()] == [Role.CASEWORKER]
    assert not anna.user_permissions.exists()
    assert not anna.has_usable_password()


def test_a_superuser_is_seen_and_not_changed(administrator, mailoutbox):
    """Who could set the address could have a new password sent to it."""
    root = User.objects.create_superuser("rod", "rod@kommune.example", PASSWORD)
    assert administrator.get(page_of(root)).status_code == 200

    sheet = {**ANNA, "username": "rod", "email": "ond@kommune.example"}
    assert administrator.post(page_of(root), {**sheet, "_invite": "1"}).status_code == 403
    root.refresh_from_db()
    assert root.email == "rod@kommune.example"
    assert mailoutbox == []


# --- The first administrator ------------------------------------------------------------------


def test_the_first_administrator_comes_by_command(client, capsys):
    call_command(
        "invite_administrator", "rita", "rita@kommune.example", site="https://vejviser.example/"
    )

    rita = User.objects.get(username="rita")
    assert [group.name for group in rita.groups.all()] == [Role.ADMINISTRATOR]
    assert not rita.is_superuser
    found = re.search(r"https://vejviser\.example(/ny-adgangskode/\S+)", capsys.readouterr().out)
    assert found
    assert "Vælg ny adgangskode" in text_of(client.get(found.group(1), follow=True))


def test_the_command_gives_a_new_link_until_there_is_a_password(capsys):
    call_command("invite_administrator", "rita", "rita@kommune.example")
    call_command("invite_administrator", "rita", "rita@kommune.example")
    assert capsys.readouterr().out.count("/ny-adgangskode/") == 2

    rita = User.objects.get(username="rita")
    rita.set_password(PASSWORD)
    rita.save()
    with pytest.raises(CommandError, match="Brugeren findes allerede"):
        call_command("invite_administrator", "rita", "rita@kommune.example")


@pytest.mark.parametrize(
    ("username", "email"), [("ri ta", "r@k.example"), ("rita", "rita"), (IDENTITY_NUMBER, "r@k.dk")]
)
def test_the_command_refuses_what_the_page_refuses(username, email):
    with pytest.raises(CommandError) as refused:
        call_command("invite_administrator", username, email)

    assert IDENTITY_NUMBER not in str(refused.value)
    assert not User.objects.filter(username=username).exists()
