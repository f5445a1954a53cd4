"""Det, jeg følger: a trial or a municipality, one's own list, and nothing about a citizen."""

import pytest
from django.core.management import call_command

from portal.management.commands.demo_users import ROLES
from portal.models import User, Watch
from tests.news.conftest import NEXTWORK
from tests.portal.pages import IDENTITY_NUMBER, text_of

pytestmark = pytest.mark.django_db

TRIAL = {"kind": "trial", "code": NEXTWORK}
AALBORG = {"kind": "municipality", "code": "0851"}


def test_a_watch_holds_a_user_and_what_is_followed_and_nothing_else():
    names = {field.name for field in Watch._meta.get_fields()}

    assert names == {"id", "user", "kind", "code", "since", "told_to"}


@pytest.mark.parametrize(
    ("posted", "page"), [(TRIAL, f"/forsoeg/{NEXTWORK}/"), (AALBORG, "/?kommune=0851")]
)
def test_what_is_followed_says_so_and_can_be_stopped(portal, posted, page):
    assert "Følg ikke længere" not in text_of(portal.get(page))

    assert portal.post("/foelger/", posted)["Location"] == page
    assert "Følg ikke længere" in text_of(portal.get(page))
    assert "Følg ikke længere" in text_of(portal.get("/foelger/"))

    portal.post("/foelger/stop/", posted)
    assert Watch.objects.count() == 0
    assert "Du følger intet." in text_of(portal.get("/foelger/"))


@pytest.mark.parametrize("page", [f"/forsoeg/{NEXTWORK}/", "/?kommune=0851", "/foelger/"])
def test_whoever_has_no_address_is_promised_no_mail(portal, caseworker, page):
    """Before they follow it, and while they do."""
    for posted in ({}, TRIAL, AALBORG):
        portal.post("/foelger/", posted)
        told = text_of(portal.get(page))
        assert "Du har ingen mailadresse i Vejviser, så du får ingen mail." in told
        assert page == "/foelger/" or "en mail, når der er nyt" not in told

    User.objects.filter(pk=caseworker.pk).update(email="sanne@kommune.example")
    told = text_of(portal.get(page))
    assert "Du har ingen mailadresse" not in told
    assert "en mail, når der er nyt" in told


def test_demo_users_have_an_address_that_leads_nowhere(settings):
    settings.DEBUG = True
    call_command("demo_users", verbosity=0)

    for name in ROLES:
        assert User.objects.get(username=name).email == f"{name}@vejviser.example"


def test_twice_is_once(portal):
    for _ in range(2):
        portal.post("/foelger/", TRIAL)

    assert Watch.objects.count() == 1


@pytest.mark.parametrize(
    "posted",
    [
        {},
        {"kind": "trial", "code": "findes-ikke"},
        {"kind": "municipality", "code": "9999"},
        {"kind": "citizen", "code": "24"},
        {"kind": "trial", "code": IDENTITY_NUMBER},
        {"kind": "trial", "code": "x" * 5000},
    ],
)
def test_only_what_is_published_can_be_followed(portal, posted):
    response = portal.post("/foelger/", posted)

    assert response.status_code == 422
    assert IDENTITY_NUMBER not in response.content.decode()
    assert Watch.objects.count() == 0


def test_nobody_stops_what_another_follows(portal, django_user_model):
    other = django_user_model.objects.create(username="anden")
    Watch.objects.create(user=other, told_to=0, **TRIAL)
    portal.post("/foelger/stop/", TRIAL)

    assert Watch.objects.filter(user=other).exists()
    assert "Du følger intet." in text_of(portal.get("/foelger/"))


@pytest.mark.parametrize("code", ["findes-ikke", f"{NEXTWORK}\x00", "x" * 5000, ""])
def test_what_nobody_follows_is_not_stopped_and_is_no_failure(portal, code):
    portal.post("/foelger/", TRIAL)

    assert portal.post("/foelger/stop/", {"kind": "trial", "code": code}).status_code == 302
    assert Watch.objects.count() == 1


def test_watches_go_with_the_user(portal, caseworker):
    portal.post("/foelger/", TRIAL)
    User.objects.filter(pk=caseworker.pk).delete()

    assert Watch.objects.count() == 0


def test_a_stranger_is_asked_to_log_in_and_sees_no_button(client):
    assert client.get("/foelger/").status_code == 302
    assert client.post("/foelger/", TRIAL).status_code == 302
    assert "/foelger/" not in client.get(f"/forsoeg/{NEXTWORK}/").content.decode()
