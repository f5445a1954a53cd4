"""Help, glossary and accessibility statement: open, whole, and honest about what is not known."""

import re

import pytest
from django.core.exceptions import ImproperlyConfigured

from portal.env import envemail
from portal.front import SOON_DAYS
from portal.help.pages import PAGES
from tests.portal.pages import IDENTITY_NUMBER, text_of, title_of

pytestmark = pytest.mark.django_db

HELP = [f"/hjaelp/{page.path}/" for page in PAGES]
EVERY = ["/hjaelp/", *HELP, "/ordbog/", "/tilgaengelighed/"]
HEADING = re.compile(r'<h2 id="([^"]+)">(.*?)</h2>', re.DOTALL)
CONTENTS = re.compile(r'<li><a href="#([^"]+)">(.*?)</a></li>')
NOT_STATED = "ikke oplyst af driften"


@pytest.mark.parametrize("address", HELP)
def test_the_table_of_contents_is_the_headings_in_their_order(client, address):
    markup = client.get(address).content.decode()
    (_, name), *headings = HEADING.findall(markup)

    assert name == "På denne side"
    assert headings == CONTENTS.findall(markup)
    assert len(headings) >= 4


@pytest.mark.parametrize("address", EVERY)
def test_no_id_stands_twice_and_headings_go_down_step_by_step(client, address):
    markup = client.get(address).content.decode()
    ids = re.findall(r'\bid="([^"]+)"', markup)
    levels = [int(level) for level in re.findall(r"<h([1-6])", markup)]

    assert len(ids) == len(set(ids))
    assert levels[0] == 1
    assert set(levels[1:]) <= {2}


def test_the_first_page_leads_to_all_the_others(client):
    markup = client.get("/hjaelp/").content.decode()

    for page in PAGES:
        assert f'href="/hjaelp/{page.path}/">{page.title}</a>' in markup
        assert title_of(client.get(f"/hjaelp/{page.path}/")).startswith(page.title)


@pytest.mark.parametrize("address", ["/", "/vejledning/", "/log-ind/", "/forsoeg/"])
def test_the_foot_of_every_page_leads_to_help(portal, address):
    foot = portal.get(address).content.decode().split("<footer>")[1]

    for place in ("/hjaelp/", "/ordbog/", "/tilgaengelighed/", "/hjaelp/kontakt/"):
        assert f'href="{place}"' in foot


@pytest.mark.parametrize("address", EVERY)
def test_a_page_without_parameters_refuses_them(client, address):
    response = client.get(address, {"q": "praktik"})

    assert response.status_code == 400
    assert "q : Ukendt navn i adressen. Siden har ingen. Slet den." in text_of(response)
    assert client.get(f"{address}?utm_source=nyhedsbrev").status_code == 200
    assert IDENTITY_NUMBER not in client.get(address, {"q": IDENTITY_NUMBER}).content.decode()


@pytest.mark.parametrize("address", EVERY)
def test_a_page_is_read_and_nothing_else(client, address):
    assert client.post(address, {}).status_code == 405


# --- What the pages say is what the portal does ------------------------------------------------


def test_the_time_page_tells_how_far_the_start_page_looks_ahead(client):
    assert f"hvad der slutter inden for {SOON_DAYS} dage" in text_of(client.get("/hjaelp/tid/"))


@pytest.mark.parametrize("address", ["/tilgaengelighed/", "/hjaelp/kontakt/"])
def test_who_runs_the_portal_is_told_as_the_settings_say(client, settings, address):
    settings.ORGANISATION, settings.CONTACT_EMAIL = "Eksempel Kommune", "vejviser@kommune.example"
    response = client.get(address)

    assert "Eksempel Kommune" in text_of(response)
    assert 'href="mailto:vejviser@kommune.example"' in response.content.decode()
    assert NOT_STATED not in text_of(response)


@pytest.mark.parametrize("address", ["/tilgaengelighed/", "/hjaelp/kontakt/"])
def test_what_those_who_run_it_have_not_stated_is_said_to_be_so(client, settings, address):
    settings.ORGANISATION = settings.CONTACT_EMAIL = ""
    response = client.get(address)

    assert text_of(response).count(NOT_STATED) == 2
    assert "mailto:" not in response.content.decode()


def test_the_statement_claims_no_certificate_and_names_what_is_missing(client):
    text = text_of(client.get("/tilgaengelighed/"))

    assert "WCAG 2.2 på niveau A og AA" in text
    assert "ikke en certificering" in text
    assert "Ingen har endnu prøvet siderne med en skærmlæser" in text
    assert "WAS-Tool" in text


def test_an_address_that_is_no_mail_address_stops_the_start(monkeypatch):
    monkeypatch.setenv("CONTACT_EMAIL", "vejviser")
    with pytest.raises(ImproperlyConfigured, match="CONTACT_EMAIL must be a mail address"):
        envemail("CONTACT_EMAIL")

    monkeypatch.setenv("CONTACT_EMAIL", " ")
    assert envemail("CONTACT_EMAIL") == ""
