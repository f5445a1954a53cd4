"""Login, logout and passwords, by the pages that a member of staff sees."""

import re
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.core.mail import EmailMessage
from django.test import Client
from django.urls import reverse

from portal.models import User
from portal.words import Role
from tests.portal.pages import GUIDANCE, IDENTITY_NUMBER, text_of, title_of
from tests.portal.walk import browser_of

LOGIN = "/log-ind/"
PASSWORD = "prøve-adgang-1"
NEW = "en-helt-ny-adgang"


@pytest.fixture
def anna(caseworker: User) -> User:
    """The caseworker, with an address that mail can be sent to."""
    caseworker.email = "sanne@kommune.example"
    caseworker.save()
    return caseworker


def log_in(client: Client, **others: str) -> Any:
    return client.post(LOGIN, {"username": "sanne", "password": PASSWORD, **others})


@pytest.mark.usefixtures("caseworker")
def test_the_way_in_and_out(client):
    assert client.get(GUIDANCE).status_code == 302

    response = log_in(client)
    assert (response.status_code, response["Location"]) == (302, GUIDANCE)
    assert "Log ud (sanne)" in text_of(client.get(GUIDANCE))

    assert "Du er logget ud" in text_of(client.post("/log-ud/"))
    assert client.get(GUIDANCE).status_code == 302


@pytest.mark.django_db
def test_logging_out_twice_is_no_reason_to_log_in(client):
    assert "Du er logget ud" in text_of(client.post("/log-ud/"))


def test_a_link_cannot_log_anybody_out(portal):
    assert portal.get("/log-ud/").status_code == 405
    assert portal.get(GUIDANCE).status_code == 200


@pytest.mark.usefixtures("caseworker")
def test_the_login_goes_on_to_where_one_was(client):
    asked = client.get("/adgangskode/")
    page = client.get(asked["Location"])

    assert '<input type="hidden" name="next" value="/adgangskode/">' in page.content.decode()
    assert log_in(client, next="/adgangskode/")["Location"] == "/adgangskode/"


@pytest.mark.usefixtures("caseworker")
@pytest.mark.parametrize(
    "address",
    [
        "https://ond.example/",
        "//ond.example/",
        "/\\ond.example/",
        "javascript:alert(1)",
        "http:ond.example",
        f"/{IDENTITY_NUMBER}/",
        "\x00",
    ],
)
def test_the_login_goes_nowhere_else(client, address):
    wrong = client.post(LOGIN, {"username": "sanne", "password": "x", "next": address})

    assert address not in wrong.content.decode()
    assert log_in(client, next=address)["Location"] == GUIDANCE


@pytest.mark.usefixtures("caseworker")
def test_a_wrong_password_keeps_the_name_and_not_the_password(client):
    response = client.post(LOGIN, {"username": "sanne", "password": "forkert-adgang"})
    markup = response.content.decode()

    assert title_of(response) == "Fejl: Log ind – Vejviser"
    assert "Ret dette, og prøv igen" in markup
    assert 'name="username" value="sanne"' in markup
    assert "forkert-adgang" not in markup


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("address", "field"), [(LOGIN, "username"), ("/glemt-adgangskode/", "email")]
)
@pytest.mark.parametrize("number", [IDENTITY_NUMBER, "610190-0000", "610190-0000@kommune.example"])
def test_an_identity_number_is_refused_and_not_shown(client, caplog, address, field, number):
    response = client.post(address, {field: number, "password": PASSWORD})

    assert "Feltet ligner et CPR-nummer." in text_of(response)
    assert number not in response.content.decode()
    assert number not in caplog.text


@pytest.mark.django_db
def test_a_name_that_is_stated_twice_is_refused(client):
    response = client.post(LOGIN, {"username": ["a", "b"], "password": PASSWORD})

    assert response.status_code == 400


@pytest.mark.usefixtures("caseworker")
def test_a_user_who_is_stopped_is_out_at_once(portal):
    User.objects.update(is_active=False)

    assert portal.get(GUIDANCE).status_code == 302


# --- Forgotten password -----------------------------------------------------------------------


def reset_link(mails: list[EmailMessage]) -> str:
    (mail,) = mails
    found = re.search(r"https?://testserver(/ny-adgangskode/\S+)", str(mail.body))
    assert found
    return found.group(1)


@pytest.mark.usefixtures("anna")
def test_a_forgotten_password_is_replaced_by_mail(client, mailoutbox):
    sent = client.post("/glemt-adgangskode/", {"email": "sanne@kommune.example"}, follow=True)
    assert "Se efter i din mail" in text_of(sent)
    (mail,) = mailoutbox
    assert mail.subject == "Ny adgangskode til Vejviser"
    assert "Du får denne mail, fordi nogen har bedt om en ny adgangskode" in mail.body
    assert "Dit brugernavn er sanne." in mail.body

    form = client.get(reset_link(mailoutbox), follow=True)
    assert title_of(form) == "Vælg ny adgangskode – Vejviser"
    address = form.redirect_chain[-1][0]
    done = client.post(address, {"new_password1": NEW, "new_password2": NEW}, follow=True)
    assert "Din nye adgangskode er gemt" in text_of(done)

    assert client.login(username="sanne", password=NEW)
    used = client.get(reset_link(mailoutbox), follow=True)
    assert "Linket virker ikke mere" in text_of(used)


@pytest.mark.usefixtures("anna")
def test_a_stranger_learns_nothing_from_a_forgotten_password(client, mailoutbox):
    known = client.post("/glemt-adgangskode/", {"email": "sanne@kommune.example"}, follow=True)
    unknown = client.post("/glemt-adgangskode/", {"email": "ukendt@kommune.example"}, follow=True)

    assert text_of(known) == text_of(unknown)
    assert len(mailoutbox) == 1


@pytest.mark.django_db
@pytest.mark.parametrize("user", ["MQ", "x", "w6Y", "AAAA"])
def test_a_made_up_link_does_not_work(client, user):
    response = client.get(f"/ny-adgangskode/{user}/abc-123/")

    assert "Linket virker ikke mere" in text_of(response)


@pytest.mark.django_db
def test_a_link_is_a_code_whose_digits_may_look_like_anything(client):
    response = client.get("/ny-adgangskode/MQ/c9x-0101900000/")

    assert "Linket virker ikke mere" in text_of(response)


# --- Change of password -----------------------------------------------------------------------


def test_a_password_is_changed_and_one_stays_logged_in(portal):
    stated = {"old_password": PASSWORD, "new_password1": NEW, "new_password2": NEW}
    response = portal.post("/adgangskode/", stated, follow=True)

    assert "Adgangskoden er skiftet" in text_of(response)
    assert portal.get(GUIDANCE).status_code == 200


@pytest.mark.parametrize(
    ("stated", "message"),
    [
        ({"old_password": "forkert"}, "Din gamle adgangskode blev ikke indtastet korrekt."),
        ({"new_password2": "noget-helt-andet"}, "De to adgangskoder var ikke identiske."),
        ({"new_password1": "kort", "new_password2": "kort"}, "mindst 12 tegn"),
    ],
)
def test_a_change_that_is_refused_says_why(portal, stated, message):
    whole = {"old_password": PASSWORD, "new_password1": NEW, "new_password2": NEW}
    response = portal.post("/adgangskode/", whole | stated)
    page = text_of(response)

    assert title_of(response) == "Fejl: Skift adgangskode – Vejviser"
    assert message in page, page
    assert "noget-helt-andet" not in response.content.decode()


def test_a_change_of_password_ends_the_other_sessions(portal, caseworker):
    other = Client()
    other.force_login(caseworker)
    stated = {"old_password": PASSWORD, "new_password1": NEW, "new_password2": NEW}
    portal.post("/adgangskode/", stated)

    assert other.get(GUIDANCE).status_code == 302


# --- Roles ------------------------------------------------------------------------------------


@pytest.mark.django_db
def test_the_roles_are_groups_from_the_first_migration():
    assert {group.name for group in Group.objects.all()} >= {role.value for role in Role}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("role", "status"), [(role, 403 if role is Role.ADMINISTRATOR else 200) for role in Role]
)
def test_every_role_that_meets_citizens_may_ask_for_guidance(client, role, status):
    user = User.objects.create_user("prøve", password=PASSWORD)
    user.groups.add(Group.objects.get(name=role))
    client.force_login(user)

    assert client.get(reverse("guidance")).status_code == status


@pytest.mark.django_db
def test_whoever_only_runs_the_portal_lands_on_the_desk(client):
    user = User.objects.create_user("prøve", password=PASSWORD)
    user.groups.add(Group.objects.get(name=Role.ADMINISTRATOR))

    response = client.post(reverse("login"), {"username": "prøve", "password": PASSWORD})
    assert response["Location"] == reverse("admin:index")


def test_an_administrator_is_not_sent_to_an_administrator_for_a_page_they_may_not_see(portal):
    user = User.objects.get(username="sanne")
    user.groups.set([Group.objects.get(name=Role.ADMINISTRATOR)])

    told = text_of(portal.get(GUIDANCE))
    assert "Som administrator styrer du brugerne" in told
    assert "Spørg din administrator" not in told
    assert "Spørg din administrator" in text_of(browser_of(Role.CASEWORKER).get("/skrivebord/"))
