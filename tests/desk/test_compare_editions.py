"""Sammenlign: two editions, or the desk and the shelf, field by field."""

import pytest

from evaluations.models import Programme
from portal.desk.differences import differences
from portal.desk.labels import LABELS
from portal.kinds import MODELS
from portal.models import Edition
from portal.publication import publish_all
from tests.desk.workflow import CANARY, COMPARE, address, change, newest, row_page
from tests.portal.pages import text_of

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.fixture
def summaries() -> tuple[str, str, str]:
    """Edition 1, edition 2, and the desk."""
    first = newest().document["summary"]
    change("Anden tekst.")
    publish_all(by=None, reason="Prøve")
    change()
    return first, "Anden tekst.", f"Ny tekst: {CANARY}."


def test_the_page_first_shows_what_the_desk_changes(editor, summaries):
    assert f'href="{COMPARE}"' in editor.get(row_page()).content.decode()

    page = text_of(editor.get(COMPARE))

    assert f"Kort fortalt {summaries[1]} {summaries[2]}" in page
    assert "Titel" not in page  # what is the same is not repeated


@pytest.mark.parametrize(
    ("query", "before", "now"),
    [
        ({"fra": "1", "til": "2"}, 0, 1),
        ({"fra": "2", "til": "1"}, 1, 0),
        ({"fra": "1", "til": "skrivebord"}, 0, 2),
        ({"fra": "skrivebord", "til": "1"}, 2, 0),
        ({"fra": "1"}, 0, 2),
        ({"til": "1"}, 2, 0),
    ],
)
def test_any_two_are_compared(editor, summaries, query, before, now):
    page = text_of(editor.get(COMPARE, query))

    assert f"Kort fortalt {summaries[before]} {summaries[now]}" in page


def test_a_row_that_is_taken_away_is_one_line_and_not_one_for_each_of_its_parts():
    before = newest().document
    now = {**before, "periods": before["periods"][:-1], "legal_bases": []}

    told = {each.part: each for each in differences(before, now)}

    assert set(told) == {"Periode 1", "Retsgrundlag 1", "Retsgrundlag 2"}
    assert told["Periode 1"].now == "findes ikke"
    assert "slutter, senest: 31. marts 2022" in told["Periode 1"].before
    assert differences(now, before)[0].before == "findes ikke"


@pytest.mark.usefixtures("summaries")
def test_the_same_twice_does_not_differ(editor):
    assert "Der er ingen forskel på" in text_of(editor.get(COMPARE, {"fra": "1", "til": "1"}))


@pytest.mark.usefixtures("summaries")
@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("fra=9", "Den udgave findes ikke."),
        ("til=0", "Den udgave findes ikke."),
        ("fra=1_1", "Den udgave findes ikke."),
        ("fra=1&fra=2", "Står 2 gange."),
        ("udgave=1", "Ukendt navn i adressen."),
        (f"fra={'9' * 400}", "Den udgave findes ikke."),
    ],
)
def test_an_address_that_makes_no_sense_is_refused_with_the_remedy(editor, query, told):
    """Rows 29, 30 and 32: never a parameter that is silently left out."""
    response = editor.get(f"{COMPARE}?{query}")

    assert response.status_code == 400
    assert told in text_of(response)


def test_a_draft_that_was_never_published_has_nothing_beside_it(editor):
    Programme.objects.create(slug="nyt", name="Nyt", kind="pulje")

    response = editor.get(address("sammenlign", "nyt", "programmer"), {"fra": "skrivebord"})

    assert "så der er intet at sammenligne med." in text_of(response)


@pytest.mark.usefixtures("summaries")
@pytest.mark.parametrize("role", ["portal", "administrator"])
def test_those_who_may_not_see_drafts_are_not_told_that_it_exists(request, role):
    """Matrix, "See drafts, previews, compare"."""
    response = request.getfixturevalue(role).get(COMPARE)

    assert response.status_code == 404
    assert CANARY not in response.content.decode()


def test_a_stranger_is_asked_to_log_in(client):
    assert client.get(COMPARE)["Location"].startswith("/log-ind/")


def test_what_is_not_there_is_not_found(editor):
    assert editor.get(address("sammenlign", "findes-ikke")).status_code == 404
    assert editor.get(address("sammenlign", "findes-ikke", "andet")).status_code == 404


@pytest.mark.parametrize("kind", MODELS)
def test_every_part_of_a_document_has_a_danish_name(kind):
    """A part that is added to a document is otherwise compared under its English name."""
    document = Edition.objects.newest().filter(kind=kind)[0].document

    told = {name for name in document if name in LABELS or f"{name}_label" in document}

    assert document.keys() - told == set()
