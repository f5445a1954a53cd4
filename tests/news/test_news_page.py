"""Hvad er ændret: on the start page, and all of it on a page of its own."""

import pytest

from tests.news.conftest import NEXTWORK, ending, republish
from tests.portal.pages import text_of

pytestmark = pytest.mark.django_db


def test_a_portal_that_just_opened_says_that_nothing_has_changed(client):
    assert "Her er intet ændret, siden Vejviser fik sit første indhold den" in text_of(
        client.get("/nyt/")
    )


def test_the_start_page_tells_the_last_changes_with_day_and_way(client):
    made = republish(NEXTWORK, periods=ending("2027-12-31"))
    page = text_of(client.get("/")).split("Hvad er ændret")[1]

    assert f"Forlænget : {made.title} (forsøg)." in page
    assert "til og med den 31. december 2027" in page
    assert "Rettet i en prøve" in page


def test_the_start_page_of_a_municipality_tells_of_its_trials(client):
    # S004:110: København is none of the municipalities of Uddannelsesløft.
    made = republish("uddannelsesloeft-nordjylland", summary="Andre ord.")

    assert (
        made.title in text_of(client.get("/?kommune=0851")).split("Hvad er ændret for Aalborg?")[1]
    )
    assert made.title not in text_of(client.get("/?kommune=0101")).split("Hvad er ændret")[1]


def test_a_closed_library_tells_strangers_nothing_of_it(client, settings):
    settings.LIBRARY_IS_PUBLIC = False
    republish(NEXTWORK, summary="Andre ord.")
    page = client.get("/").content.decode()

    assert "Hvad er ændret" not in page
    assert "nyt.atom" not in page


def test_the_page_shows_twenty_at_a_time(client):
    for number in range(21):
        republish(NEXTWORK, summary=f"Ord {number}.")

    assert "21 ændringer, side 1 af 2" in text_of(client.get("/nyt/"))
    assert client.get("/nyt/?side=2").content.decode().count("<time") == 1
    assert client.get("/nyt/?side=3").status_code == 404


@pytest.mark.parametrize(
    ("address", "feed"),
    [
        ("/", "/nyt.atom"),
        ("/tidslinje/", "/nyt.atom"),
        (f"/forsoeg/{NEXTWORK}/", f"/nyt.atom?forsoeg={NEXTWORK}"),
        ("/nyt/?kommune=0101", "/nyt.atom?kommune=0101"),
        ("/?kommune=0101", "/nyt.atom?kommune=0101"),
    ],
)
def test_programs_find_the_feed_from_the_page(client, address, feed):
    page = client.get(address).content.decode()

    assert 'rel="alternate" type="application/atom+xml"' in page
    assert f'href="{feed}"' in page


def test_the_timeline_leads_to_the_calendar(client):
    page = client.get("/tidslinje/?kommune=0101").content.decode()

    assert 'href="/kalender.ics?kommune=0101"' in page
