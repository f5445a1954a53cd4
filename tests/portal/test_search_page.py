"""The page of the search: what it shows, how it is narrowed, and what it refuses."""

import html
import re
from typing import Any
from urllib.parse import quote

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries, Settings

from portal.models import Edition
from portal.publication import publish
from portal.retrieval.ranking import vocabulary_of
from portal.shelf import current_content
from portal.words import EditionKind
from tests.portal.pages import IDENTITY_NUMBER, text_of

pytestmark = pytest.mark.django_db

SEARCH = "/soeg/"
HIT = re.compile(r'<article class="entry hit">\s*<h3><a href="([^"]*)">')
CHOICE = re.compile(r'<li><a href="(\?[^"]*)"( aria-current="true")?>([^<]*) \((\d+)\)')
COUNT = re.compile(r'<h2 id="fundet">(\d+) resultat')


def find(client: Client, **query: Any) -> str:
    response = client.get(SEARCH, query)
    assert response.status_code == 200, text_of(response)
    return str(response.content.decode())


def hits(client: Client, **query: Any) -> list[str]:
    return HIT.findall(find(client, **query))


def count(markup: str) -> int:
    found = COUNT.search(markup)
    assert found, markup
    return int(found.group(1))


# --- Hits -------------------------------------------------------------------------------------


def test_a_hit_leads_to_the_thing_and_a_finding_to_its_place(client):
    found = hits(client, q="skizofreni")

    assert found[0] == "/evalueringer/social-stoette-vive-2023/#fund-hospitalshenvendelser"
    page = client.get(found[0]).content.decode()
    assert 'id="fund-hospitalshenvendelser"' in page


def test_a_finding_says_what_was_found_below_its_outcome(client):
    markup = find(client, q="førtidspension", art="fund")

    assert "en tredjedel lavere end i kontrolgruppen" in markup


def test_a_trial_says_whether_it_is_in_force_today(client):
    text = text_of(client.get(SEARCH, {"q": "ibbis", "art": "forsoeg"}))

    assert "Gælder ikke i dag. Perioden løber" in text


def test_the_words_are_marked_and_so_are_their_forms_and_compounds(client):
    markup = find(client, q="praktikken")

    for word in ("praktikken", "praktik", "virksomhedspraktik"):
        assert f"<mark>{word}</mark>" in markup


@pytest.mark.parametrize("evil", ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>'])
def test_nothing_of_a_text_becomes_markup(client, evil):
    like = Edition.objects.history(EditionKind.TRIAL, "ibbis")[0].document
    changed = {**like, "title": f"Tilbageløbsventil {evil}", "summary": f"{evil} tilbageløbsventil"}
    publish(EditionKind.TRIAL, changed, by=None, reason="Prøve")

    markup = find(client, q=f"tilbageløbsventil {evil}")

    assert "<mark>Tilbageløbsventil</mark>" in markup
    assert "<script>" not in markup
    assert "<img" not in markup


def test_what_was_typed_is_shown_as_text(client):
    markup = find(client, q="<b>praktik</b>")

    assert "<b>" not in markup
    assert html.escape("<b>praktik</b>") in markup


def test_twenty_are_shown_to_a_page(client):
    first, second = hits(client, q="borger"), hits(client, q="borger", side=2)

    assert len(first) == 20
    assert second
    assert not set(first) & set(second)
    assert client.get(SEARCH, {"q": "borger", "side": "99"}).status_code == 404


# --- What is told -----------------------------------------------------------------------------


def test_another_spelling_is_told(client):
    text = text_of(client.get(SEARCH, {"q": "virksomhedpraktik"}))

    assert "Ingen tekst har ordet ” virksomhedpraktik ”. Vist for ”virksomhedspraktik”." in text


def test_when_nothing_has_all_the_words_the_nearest_is_shown_and_said_so(client):
    text = text_of(client.get(SEARCH, {"q": "hest praktik"}))

    assert "Intet har alle ordene; her er det nærmeste." in text
    assert "Ingen tekst har ordet ” hest ”." in text
    assert "NExTWORK" in text


def test_when_nothing_is_found_other_words_are_offered(client):
    markup = find(client, q="kontaktprsonr")
    offered = find(client, q="kntaktprsnr")

    assert "kontaktperson" in markup
    assert "Intet fundet." in offered
    assert re.search(r'Mente du <a href="\?q=kontaktperson">kontaktperson</a>', offered)


def test_before_anything_is_typed_the_page_says_how(client):
    markup = find(client)

    assert 'role="search"' in markup
    assert "resultat" not in markup


# --- Narrowing --------------------------------------------------------------------------------


@pytest.mark.parametrize("query", [{"q": "indsats"}, {"q": "plan", "art": "fund"}])
def test_every_choice_leaves_as_many_as_it_says(client, query):
    choices = CHOICE.findall(find(client, **query))

    assert len(choices) > 5
    for address, is_chosen, label, number in choices:
        markup = client.get(SEARCH + html.unescape(address)).content.decode()
        assert is_chosen or count(markup) == int(number), label


def test_two_choices_narrow_together_and_each_can_be_taken_off(client):
    both = find(client, q="job", art="fund", retning="none_detected")

    assert 0 < count(both) < count(find(client, q="job", art="fund"))
    assert 'href="?q=job&amp;retning=none_detected"' in both
    assert 'href="?q=job&amp;art=fund"' in both


def test_a_choice_that_leaves_nothing_can_be_undone(client):
    markup = find(client, q="positivliste", program="ibbis")

    assert "Intet passer på alt det, du har valgt." in markup
    assert 'href="?q=positivliste"' in markup


# --- What is refused --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "Skriv et eller flere ord at søge efter."),
        ("   ", "Skriv et eller flere ord at søge efter."),
        ("?!", "Der er intet at søge efter. Skriv et ord eller et tal."),
        ("a" * 201, "Teksten er for lang: højst 200 tegn. Skriv færre ord."),
    ],
)
def test_what_cannot_be_searched_for_is_told_at_the_field(client, text, message):
    response = client.get(SEARCH, {"q": text})

    assert response.status_code == 400
    assert re.search(rf'id="id_q_error">.*?{re.escape(message)}', response.content.decode())


@pytest.mark.parametrize("typed", [IDENTITY_NUMBER, f"ibbis {IDENTITY_NUMBER}"])
def test_a_number_of_a_person_is_refused_and_not_repeated(client, typed):
    response = client.get(SEARCH, {"q": typed})

    assert response.status_code == 400
    assert IDENTITY_NUMBER not in response.content.decode()


@pytest.mark.parametrize(
    "query", ["q=a&q=b", "q=ibbis&x=1", "q=ibbis&art=zz", "q=ibbis&art=fund&art=fund", "art=zz&q=a"]
)
def test_an_address_that_is_not_understood_is_refused(client, query):
    assert client.get(f"{SEARCH}?{query}").status_code == 400


def test_only_reading_is_possible(client):
    assert client.post(SEARCH, {"q": "ibbis"}).status_code == 405


def test_a_closed_library_closes_the_search(client: Client, portal: Client, settings: Settings):
    settings.LIBRARY_IS_PUBLIC = False

    assert client.get(f"{SEARCH}?q=ibbis")["Location"].startswith("/log-ind/")
    assert hits(portal, q="ibbis")


# --- Cost -------------------------------------------------------------------------------------


@pytest.mark.parametrize("query", ["praktik", "plan indsats borger", "virksomhedpraktik", "borger"])
def test_the_number_of_queries_is_fixed(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, query: str
) -> None:
    vocabulary_of(current_content())  # a new content version costs one more query in each process
    with django_assert_num_queries(2):
        assert client.get(f"{reverse('search')}?q={quote(query)}").status_code == 200
