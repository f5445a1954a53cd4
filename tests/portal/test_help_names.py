"""What the help calls by name is there, under that name."""

import re

import pytest

from tests.portal.pages import text_of

pytestmark = pytest.mark.django_db

# "Vis vejledning" and the like: the name of a button or a heading starts with a capital letter.
NAMED = re.compile("\u201d([A-ZÆØÅ][^\u201d]+)\u201d")
PROFILE = {"on": "01-12-2021", "age": "24", "benefit": "uddannelseshjaelp"}


def test_every_button_and_heading_that_the_help_names_is_on_the_guidance_or_its_sheet(portal):
    pages = [portal.get("/vejledning/")]
    pages += [portal.post(f"/vejledning/{part}", PROFILE) for part in ("", "ark/")]
    changed = portal.post("/vejledning/", PROFILE | {"hvis_dag": "01-05-2022", "vis": "forskel"})
    shown = " ".join(text_of(page) for page in (*pages, changed))

    named = NAMED.findall(text_of(portal.get("/hjaelp/samtale/")))
    assert len(named) >= 4
    assert [name for name in named if name not in shown] == []


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("indsatser", "indsatsen"),
        ("praktik", "virksomhedspraktik"),
        ("mentor", "kontaktperson"),
        ("loentimer", "løntimer"),
        ('"fast kontaktperson"', "fast kontaktperson"),
    ],
)
def test_the_search_finds_what_its_help_page_says(client, typed, found):
    help_text = text_of(client.get("/hjaelp/soegning/"))

    assert typed in help_text
    assert found in help_text
    assert found in text_of(client.get("/soeg/", {"q": typed})).casefold()


def test_the_beginning_of_a_word_finds_nothing_and_the_help_says_so(client):
    assert "\u201dprak\u201d finder intet" in text_of(client.get("/hjaelp/soegning/"))
    assert "0 resultater" in text_of(client.get("/soeg/", {"q": "prak"}))
