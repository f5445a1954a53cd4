"""The first page of the desk: in Danish, with what waits and what ends, for each role."""

import re

import pytest
from django.test import Client

from evaluations.models import Programme
from portal.desk.labels import LABELS
from portal.models import Edition, User
from portal.publication import publish_all, withdraw
from portal.trail import acting
from portal.words import EditionKind
from tests.desk.recording import record
from tests.portal.pages import plain, text_of, title_of
from trials.models import Municipality, Trial, TrialRemark

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

START = "/skrivebord/"
NEXTWORK = "nextwork-praktik"
# Words that Django's English pages have and no Danish page may.
ENGLISH = re.compile(
    r"\b(Welcome|View site|Log out|Recent|History|Home|Change|Add|None|Save|Delete"
    r"|Search|Filter by|Select|Yes|No|Date|Model|Error|Please|Toggle|Skip)\b"
)


def waiting(client: Client) -> str:
    """What the lists of drafts say, one after the other."""
    page = client.get(START).content.decode()
    found = re.findall(r'<section class="module desk-waiting".*?</section>', page, re.DOTALL)
    return " ".join(map(plain, found))


def test_a_desk_that_is_published_as_it_stands_says_so(editor):
    assert waiting(editor) == ""
    assert (
        "Intet under: Venter på godkendelse; Mine kladder og ændringer; Andre kladder og ændringer."
    ) in text_of(editor.get(START))


def test_what_one_has_written_oneself_stands_apart_also_when_it_is_only_a_part(editor):
    mine = User.objects.get(username="prøve-redaktør")
    with acting(mine, "Prøve"):
        TrialRemark.objects.filter(trial__slug=NEXTWORK).update(text="Anden tekst.")
    Trial.objects.filter(slug="ibbis").update(summary="En andens tekst.")

    told = waiting(editor)

    titles = dict(Trial.objects.values_list("slug", "title"))
    own, others = told.split("Mine kladder og ændringer (1)")[1].split("Andre kladder")
    assert (titles[NEXTWORK] in own, titles["ibbis"] in own) == (True, False)
    assert titles["ibbis"] in others


def test_drafts_changes_and_what_was_withdrawn_wait_with_their_kind_and_standing(editor):
    Trial.objects.filter(slug=NEXTWORK).update(summary="Anden tekst.")
    Programme.objects.create(slug="nyt", name="Noget nyt", kind="pulje", summary="Prøve.")
    withdraw(EditionKind.RECOMMENDATION, recommendation().slug, by=None, reason="Prøve")

    told = waiting(editor)

    assert f"{Trial.objects.get(slug=NEXTWORK).title} forsøg Ændret siden udgave 1" in told
    assert "Noget nyt program Kladde, aldrig udgivet" in told
    assert f"{recommendation().title} anbefaling Trukket tilbage den" in told
    assert told.count("siden udgave") == 1


def test_a_municipality_with_a_record_may_be_renamed(administrator, editor):
    """What is recorded holds the name, and is not for editors to publish."""
    record(administrator)
    Municipality.objects.filter(code="0101").update(name="Hovedstaden")

    told = waiting(editor)

    assert "Danmarks kommuner" in told
    assert "Deltagelse" not in told


def recommendation() -> Edition:
    return Edition.objects.filter(kind=EditionKind.RECOMMENDATION).earliest("slug")


def test_only_a_publisher_is_led_to_publication(editor, publisher):
    Trial.objects.filter(slug=NEXTWORK).update(summary="Anden tekst.")
    address = f"/skrivebord/udgiv/forsoeg/{NEXTWORK}/"

    assert address in publisher.get(START).content.decode()
    assert address not in editor.get(START).content.decode()
    assert "/change/" in editor.get(START).content.decode()


def test_the_number_of_questions_does_not_grow_with_what_waits(
    editor, django_assert_max_num_queries, django_assert_num_queries
):
    with django_assert_max_num_queries(120) as before:
        editor.get(START)
    Trial.objects.update(summary="Anden tekst.")

    with django_assert_num_queries(len(before)):
        editor.get(START)


def test_an_administrator_sees_users_and_no_drafts(administrator):
    page = text_of(administrator.get(START))

    assert "Brugere" in page
    assert "ikke er udgivet" not in page
    assert "Udløber inden for" not in page


def test_the_apps_have_danish_headings(publisher):
    page = text_of(publisher.get(START))

    for heading in ("Hvad loven tillader", "Hvad vi ved virker", "Anbefalinger"):
        assert heading in page
    assert "Brugere og udgaver" in page


@pytest.mark.parametrize("role", ["editor", "publisher", "administrator"])
def test_the_way_out_leads_to_the_pages_of_the_portal(request, role):
    markup = request.getfixturevalue(role).get(START).content.decode()

    assert 'action="/log-ud/"' in markup
    assert 'href="/adgangskode/"' in markup
    assert '<a href="/">Til portalen</a>' in markup


@pytest.mark.parametrize(
    ("role", "shown"),
    [("editor", True), ("publisher", True), ("administrator", True), ("portal", False)],
)
def test_who_has_a_right_at_the_desk_finds_the_way_from_the_portal(request, role, shown):
    client = request.getfixturevalue(role)

    assert ('href="/skrivebord/"' in client.get("/").content.decode()) is shown


PAGES = [
    START,
    "/skrivebord/trials/",
    "/skrivebord/trials/trial/",
    "/skrivebord/trials/trial/add/",
    "/skrivebord/portal/edition/",
    f"/skrivebord/udgiv/forsoeg/{NEXTWORK}/",
    f"/skrivebord/traek-tilbage/forsoeg/{NEXTWORK}/",
]


@pytest.mark.parametrize("address", PAGES)
def test_nothing_on_the_pages_is_english(publisher, address):
    response = publisher.get(address)

    assert response.status_code == 200
    assert not ENGLISH.search(text_of(response)), ENGLISH.search(text_of(response))


def test_every_part_of_a_document_has_a_danish_name():
    """What is compared is told in Danish, whatever part of it differs."""
    publish_all(by=None, reason="Prøve")
    read_as_one = {"attribute", "values", "borderline", "alternatives", "wording", "place"}
    read_as_one |= {"status", "date", "precision", "design", "direction", "outcome"}

    documents = [{**edition.document, "examples": []} for edition in Edition.objects.all()]

    # An example is told in sentences, and has no parts.
    names = {name for document in documents for name in names_in(document)} - {"examples"}

    assert names - read_as_one - set(LABELS) == set()


def names_in(value: object) -> set[str]:
    if isinstance(value, dict):
        return set(value).union(*(names_in(each) for each in value.values()))
    if isinstance(value, list):
        return set().union(*(names_in(each) for each in value))
    return set()


def test_the_lists_of_one_app_stand_under_its_own_name(editor):
    response = editor.get("/skrivebord/trials/")

    assert title_of(response) == "Hvad loven tillader – Vejviser"
    assert "administration" not in text_of(response)
