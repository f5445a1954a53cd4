"""The ways to the libraries: from the front page, and from guidance."""

import html
import re

import pytest
from django.test import Client

from portal.hashes import hash_of
from portal.models import Edition
from portal.publication import MUNICIPALITIES_SLUG
from portal.shelf import current_content
from portal.words import EditionKind
from tests.editions import changeable_editions
from tests.portal.pages import GUIDANCE, YOUNG, text_of

pytestmark = pytest.mark.django_db

PATHS = {"trial": "forsoeg", "evaluation": "evalueringer", "recommendation": "anbefalinger",
         "programme": "programmer"}  # fmt: skip
HREF = re.compile(r'<a [^>]*?href="([^"#]+)')
THING = re.compile(r"/(forsoeg|evalueringer|anbefalinger|programmer)/[-\w]+/$")
MOST_CLICKS = 3


def links(client: Client, address: str) -> set[str]:
    """Where the page leads within the site, its own lists and searches included."""
    response = client.get(address)
    assert response.status_code in {200, 302}, address  # what is closed leads to the login
    path = address.partition("?")[0]
    found = (html.unescape(href) for href in HREF.findall(response.content.decode()))
    return {path + href if href.startswith("?") else href for href in found if href[0] in "/?"}


def clicks_to(client: Client) -> dict[str, int]:
    """How many clicks each address is from the front page, for a stranger.

    The pages of things are not followed: a way through them is no way to look things up.
    """
    clicks, edge = {"/": 0}, ["/"]
    for number in range(1, MOST_CLICKS + 1):
        places = [place for place in edge if not THING.search(place.partition("?")[0])]
        found = {link for place in places for link in links(client, place)}
        edge = sorted(link for link in found - clicks.keys() if not link.startswith("/log-ind"))
        clicks |= dict.fromkeys(edge, number)
    return clicks


def published() -> set[str]:
    current = {
        f"/{PATHS[edition.kind]}/{edition.slug}/"
        for kind in EditionKind
        for edition in Edition.objects.current(kind)
        if edition.slug != MUNICIPALITIES_SLUG
    }
    assert current
    return current


@pytest.mark.slow
def test_everything_published_is_three_clicks_from_the_front_page(client):
    clicks = clicks_to(client)

    assert {address for address in published() if clicks.get(address, 9) > MOST_CLICKS} == set()


@pytest.mark.slow
@pytest.mark.usefixtures("ten_times")
def test_it_is_still_three_clicks_at_ten_times_the_content(client):
    clicks = clicks_to(client)

    assert len(published()) == 10 * 54
    assert {address for address in published() if clicks.get(address, 9) > MOST_CLICKS} == set()


@pytest.mark.slow
def test_no_page_of_the_libraries_has_a_dead_link(client):
    places = {link for page in published() for link in links(client, page)}

    assert len(places) > 50
    for place in places:
        assert client.get(place).status_code in {200, 302}, place


@pytest.mark.parametrize("address", ["/", "/forsoeg/", "/log-ind/"])
def test_the_four_libraries_are_in_the_menu_of_every_page(client, address):
    menu = client.get(address).content.decode().split("<main")[0]

    for path in PATHS.values():
        assert f'href="/{path}/"' in menu


def test_a_trial_named_on_the_front_page_leads_to_its_page(client):
    assert "/forsoeg/uddannelsesloeft-nordjylland/" in links(client, "/")


# Line 78 of the newsletter: the permission to go further is NExTWORK's own.
def test_a_programme_and_its_own_trial_lead_to_each_other(client):
    programme = current_content().programmes["nextwork"]
    own = [{"slug": "nextwork-praktik", "title": "Praktik"}]
    with changeable_editions():
        edition = Edition.objects.newest().get(kind=EditionKind.PROGRAMME, slug="nextwork")
        edition.document = programme | {"trials": own}
        edition.content_hash = hash_of(edition.document)
        edition.save()

    assert "/forsoeg/nextwork-praktik/" in links(client, "/programmer/nextwork/")
    assert "/programmer/nextwork/" in links(client, "/forsoeg/nextwork-praktik/")


# S002, line 9, and S001, line 24: advice on a programme concerns the methods that it builds on.
@pytest.mark.parametrize(
    ("recommendation", "programme"),
    [
        ("cti-stoette", "cti"),
        ("god-tid", "ips"),
        ("god-tid", "jobfirst"),
        ("god-tid", "flere-skal-med"),
    ],
)
def test_advice_and_the_methods_beside_its_programme_lead_to_each_other(
    client, recommendation, programme
):
    here, there = f"/anbefalinger/{recommendation}/", f"/programmer/{programme}/"

    assert there in links(client, here)
    assert here in links(client, there)
    assert "Anbefalinger Vejviser kender ingen." not in text_of(client.get(there))


def test_sister_pools_are_named_once(client):
    text = text_of(client.get("/programmer/flere-skal-med-ii/"))
    related = text.split("Beslægtede programmer")[1]

    assert related.count("Afklaringspuljen (evalueret sammen med)") == 1
    assert "(evalueret sammen med Flere" not in related


def test_every_heading_of_the_guidance_leads_to_its_page(portal):
    markup = portal.post(GUIDANCE, YOUNG).content.decode()
    content = current_content()

    for path, slugs in (
        ("forsoeg", content.trials),
        ("evalueringer", content.evaluations),
        ("anbefalinger", content.recommendations),
    ):
        for slug in slugs:
            assert re.search(rf'<h4>\s*<a href="/{path}/{slug}/">', markup), slug
