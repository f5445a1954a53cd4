"""The start page: what is in force today at home, in another municipality, or anywhere."""

from datetime import date
from typing import Any

import pytest

from portal.models import Edition
from tests.editions import changeable_editions
from tests.portal.pages import GUIDANCE, text_of
from trials.models import Municipality

pytestmark = pytest.mark.django_db


@pytest.fixture
def on(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Sets the day that the site takes for today."""

    def set_day(day: date) -> None:
        monkeypatch.setattr("django.utils.timezone.localdate", lambda: day)

    return set_day


def told(client: Any, query: str = "") -> str:
    response = client.get(f"/{query}")
    assert response.status_code == 200
    return text_of(response)


def part(page: str, heading: str, until: str) -> str:
    return page.split(f" {heading} ", 1)[1].split(f" {until} ", 1)[0]


# --- Today ------------------------------------------------------------------------------------


def test_a_stranger_sees_the_whole_country(client, on):
    on(date(2022, 3, 1))
    page = told(client)

    assert "I dag, den 1. marts 2022 " in page
    assert "6 forsøg gælder i dag:" in page
    assert "Kun Brønderslev, Frederikshavn, Hjørring, Jammerbugt, Morsø, Rebild og Aalborg." in page
    assert "4 kommuner, som kilden ikke navngiver; spørg, om jeres er med." in page


def test_a_caseworker_sees_the_home_municipality_first(portal, on):
    # S004:110 names the seven municipalities of Uddannelsesløft, and København is none of them;
    # S004:78 names none of NExTWORK's four.
    on(date(2022, 3, 1))
    page = told(portal)

    assert "I dag, den 1. marts 2022, i København" in page
    assert "København er din hjemkommune." in page
    assert "4 forsøg gælder i dag i København:" in page
    unnamed = page.split("Gælder i dag, men kilden siger ikke, om København er med:")[1]
    assert "Længere virksomhedspraktik i NExTWORK" in unnamed.split("1 forsøg er i gang")[0]
    elsewhere = page.split("1 forsøg er i gang i dag, men ikke i København")[1]
    assert "Uddannelsesløft i syv nordjyske kommuner" in elsewhere


def test_another_municipality_is_chosen_in_the_address_and_so_is_the_whole_country(portal, on):
    on(date(2022, 3, 1))

    aalborg = told(portal, "?kommune=0851")
    assert "i Aalborg" in aalborg
    assert "hjemkommune" not in aalborg
    assert "men ikke i Aalborg" not in aalborg
    country = told(portal, "?kommune=")
    assert "i København" not in country
    assert "6 forsøg gælder i dag:" in country


def test_a_home_municipality_that_cannot_be_chosen_is_left_out(portal, caseworker):
    caseworker.home_municipality = Municipality.objects.create(code="0411", name="Ertholmene")
    caseworker.save()

    assert "Ertholmene" not in told(portal)


def test_a_day_that_the_sources_do_not_decide_is_not_told_as_in_force(client, on):
    # S004:108: surely to the end of 2022; a later extension is only reported (B7).
    on(date(2023, 5, 1))
    page = told(client)

    assert "Ingen af de registrerede forsøg gælder med sikkerhed i dag." in page
    assert "Kilderne siger ikke sikkert, om disse gælder i dag: Uddannelsesløft i syv" in page
    assert "Slutter senest den 31. december 2025 (fra en anden kilde)." in page


# --- Nothing today ----------------------------------------------------------------------------


def test_it_is_said_plainly_when_nothing_is_in_force_with_the_way_to_earlier_days(client, on):
    on(date(2026, 11, 22))
    response = client.get("/")

    assert "Ingen af de registrerede forsøg gælder i dag." in text_of(response)
    for day, in_force, count in (("31-12-2022", "ja", 4), ("31-12-2025", "maaske", 1)):
        address = f"/forsoeg/?dato={day}&i_kraft={in_force}"
        assert f'href="{address.replace("&", "&amp;")}"' in response.content.decode()
        assert f" {count} resultat" in text_of(client.get(address))


def test_the_way_to_earlier_days_is_about_the_chosen_municipality(client, on):
    on(date(2026, 11, 22))
    response = client.get("/?kommune=0101")

    assert "Ingen af de registrerede forsøg gælder i dag i København." in text_of(response)
    # Uddannelsesløft, which is not for København, was perhaps in force to the end of 2025.
    assert "31. december 2025" not in text_of(response)
    assert "i_kraft=ja&amp;kommune=0101" in response.content.decode()


def test_no_way_to_the_guidance_states_anything(client, portal):
    for each in (client, portal):
        markup = each.get("/").content.decode()
        assert f'href="{GUIDANCE}"' in markup
        assert f'href="{GUIDANCE}?' not in markup


# --- Soon and lately --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("today", "words"),
    [
        pytest.param(date(2022, 10, 1), None, id="91-days-left"),
        pytest.param(
            date(2022, 10, 2), "Sidste dag er den 31. december 2022: om 90 dage.", id="90-days-left"
        ),
        pytest.param(
            date(2022, 12, 30), "Sidste dag er den 31. december 2022: det er i morgen.", id="1-left"
        ),
        pytest.param(
            date(2022, 12, 31), "Sidste dag er den 31. december 2022: det er i dag.", id="last-day"
        ),
        pytest.param(date(2023, 1, 1), None, id="the-day-after"),
    ],
)
def test_what_ends_within_ninety_days_is_told_with_the_day_and_the_days_left(
    client, on, today, words
):
    on(today)
    soon = part(told(client), "Slutter inden for 90 dage", "Udløbet det seneste år")

    title = "Voksenlærling: kortere ledighed for faglærte"
    assert (f"{title} {words} Hele landet" in soon) if words else (title not in soon)


def test_the_last_sure_day_is_not_told_as_the_last(client, on):
    on(date(2022, 12, 30))

    assert "Sidste sikre dag er den 31. december 2022: det er i morgen." in told(client)


def test_what_ended_lately_is_told_with_its_day(client, on):
    on(date(2023, 1, 1))
    page = told(client)
    lately = page.split("Udløbet det seneste år")[1]

    assert "Udløb den 31. december 2022, i går. Hele landet" in lately
    assert "IBBIS" in lately
    assert "Uddannelsesløft" not in lately.split("Slå op")[0]


def test_when_nothing_ends_or_ended_it_says_so(client, on):
    on(date(2024, 6, 1))
    page = told(client)

    assert "Intet forsøg slutter i den tid." in page
    assert "Intet forsøg er udløbet det seneste år." in page


# --- Addresses --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("komune=0851", "komune : Ukendt navn i adressen. Kendte er kommune."),
        ("dato=01-12-2021", "dato : Ukendt navn i adressen."),
        ("kommune=851", "kommune : Den værdi findes ikke. Vælg på listen."),
        ("kommune=Aalborg", "kommune : Den værdi findes ikke."),
        ("kommune=0851&kommune=0101", "kommune : Står 2 gange."),
    ],
)
def test_an_address_that_cannot_be_read_is_refused_with_the_remedy(client, portal, query, words):
    for each in (client, portal):
        response = each.get(f"/?{query}")
        assert response.status_code == 400
        assert words in text_of(response)


def test_what_a_newsletter_adds_is_let_through(client):
    assert client.get("/?utm_source=nyhedsbrev").status_code == 200


def test_an_empty_shelf_says_so(client):
    with changeable_editions():
        Edition.objects.all().delete()

    assert "Der er intet udgivet indhold endnu." in told(client)
