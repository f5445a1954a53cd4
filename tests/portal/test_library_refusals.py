"""What the libraries refuse, and how they say it: rows 25 to 40 of the table of bad inputs."""

import unicodedata
from typing import Any
from urllib.parse import quote

import pytest
from django.test import Client

from portal.library.parameters import LONGEST_SEARCH
from portal.middleware import MOST_PARAMETERS
from portal.shelf import current_content
from tests.portal.pages import IDENTITY_NUMBER, text_of
from trials.models import Trial

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

LISTS = ("/forsoeg/", "/evalueringer/", "/anbefalinger/", "/programmer/")
THINGS = ("/forsoeg/ibbis/", "/evalueringer/en-plan-vive/", "/anbefalinger/loentimer/",
          "/programmer/ips/")  # fmt: skip
NO_BREAK_SPACE = "\u00a0"


def refused(response: Any, *words: str) -> str:
    """The page says 400 and all of the words."""
    assert response.status_code == 400
    text = text_of(response)
    assert "Siden kan ikke vises sådan" in text
    for each in words:
        assert each in text
    return text


def hits(client: Client, query: str, address: str = "/evalueringer/") -> str:
    response = client.get(f"{address}?{query}")
    assert response.status_code == 200
    return text_of(response).split("Sortér efter")[1].split(" resultat")[0].split()[-1]


# --- Characters and numbers -------------------------------------------------------------------


@pytest.mark.parametrize(
    "address", ["/forsoeg/?q=%00", "/forsoeg/ib%00bis/", "/programmer/?art=%00"]
)
def test_row_25_a_null_character_is_refused_everywhere(client, address):
    refused(client.get(address), "tegn, der ikke kan læses")


@pytest.mark.parametrize(
    "year", ["abc", "1e5", "9" * 5000, "1" + "0" * 30, "1e-400", "NaN", "Infinity", "٢٠٢١", "2_021"]
)
def test_rows_26_and_27_a_year_is_four_digits_and_nothing_else(client, year):
    response = client.get("/evalueringer/", {"fra_aar": year})

    refused(response, "fra_aar : Skriv årstallet med fire cifre")


@pytest.mark.parametrize(
    "day", ["abc", "31-02-2022", "2022-02-31", "1/4/22", "9999-12-31", "1999-12-31", "i morgen"]
)
@pytest.mark.parametrize("address", ["/forsoeg/", "/anbefalinger/", *THINGS])
def test_a_day_that_cannot_be_read_is_named(client, address, day):
    refused(client.get(address, {"dato": day}), "dato :")


@pytest.mark.parametrize("day", ["31-12-2022", "31.12.2022", "31/12/2022", "2022-12-31"])
def test_a_day_is_read_in_the_ways_that_danes_write_it(client, day):
    assert "31. december 2022" in text_of(client.get("/forsoeg/ibbis/", {"dato": day}))
    assert "31. december 2022" in text_of(client.get("/forsoeg/", {"dato": day}))


def test_row_28_a_reversed_span_is_refused_at_both_ends(client):
    response = client.get("/evalueringer/?fra_aar=2023&til_aar=2021")

    refused(response, "fra_aar : Fra er større end til: 2023 og 2021", "til_aar : Fra er større")


def test_row_28_a_span_of_one_year_is_a_span(client):
    assert hits(client, "fra_aar=2021&til_aar=2021") == "2"


# --- Parameters -------------------------------------------------------------------------------


@pytest.mark.parametrize("address", [*LISTS, *THINGS])
@pytest.mark.parametrize("name", ["komune", "Q", "page", "kommune "])
def test_row_29_an_unknown_parameter_is_named_and_so_are_the_known(client, address, name):
    text = refused(client.get(address, {name: "0851"}), f"{name.strip()} : Ukendt navn i adressen.")

    assert "Kendte er " in text
    assert "Ret stavemåden" in text


@pytest.mark.parametrize("address", [*LISTS, *THINGS])
def test_row_29_what_a_newsletter_adds_is_let_through(client, address):
    assert client.get(f"{address}?utm_source=nyhedsbrev&utm_medium=mail").status_code == 200


@pytest.mark.parametrize("address", [*LISTS, *THINGS])
@pytest.mark.parametrize(
    "query", ["_connector=OR", "status__in=explicit", "o=password", "o=?", "x", "document__slug=a"]
)
def test_row_30_nothing_reaches_into_the_database(client, address, query):
    refused(client.get(f"{address}?{query}"), "Ukendt navn i adressen.")


def test_row_31_a_draft_cannot_be_asked_for_and_is_on_no_list(client):
    draft = Trial.objects.get(slug="ibbis")
    draft.pk, draft.slug, draft.title = None, "kanariefugl", "Kanariefugl"
    draft.save()

    refused(client.get("/anbefalinger/?status=kladde"), "status : Den værdi findes ikke.")
    assert "Kanariefugl" not in text_of(client.get("/forsoeg/"))
    assert hits(client, "q=kanariefugl", "/forsoeg/") == "0"
    assert client.get("/forsoeg/kanariefugl/").status_code == 404


@pytest.mark.parametrize("query", ["q=a&q=b", "q=a&q=a", "sorter=&sorter=", "side=1&side=1"])
@pytest.mark.parametrize("address", LISTS)
def test_row_32_a_parameter_that_stands_twice_is_named(client, address, query):
    refused(client.get(f"{address}?{query}"), f"{query.split('=')[0]} : Står 2 gange.")


def test_row_32_a_day_that_stands_twice_is_named(client):
    refused(client.get("/forsoeg/ibbis/?dato=1-1-2022&dato=1-1-2023"), "dato : Står 2 gange.")


@pytest.mark.parametrize(
    ("address", "query", "words"),
    [
        (
            "/forsoeg/",
            "i_kraft=måske",
            "i_kraft : Den værdi findes ikke. Vælg ja, maaske",
        ),
        ("/forsoeg/", "kommune=851", "kommune : Den værdi findes ikke. Vælg på listen."),
        ("/forsoeg/", "kommune=Aalborg", "kommune : Den værdi findes ikke."),
        ("/forsoeg/", "sorter=dato", "sorter : Den værdi findes ikke. Vælg opdateret."),
        ("/evalueringer/", "retning=virker", "retning : Den værdi findes ikke. Vælg positive,"),
        ("/evalueringer/", "program=findes-ikke", "program : Den værdi findes ikke."),
        ("/anbefalinger/", "styrke=moderate", "styrke : Den værdi findes ikke. Vælg staerk,"),
        ("/programmer/", "art=null", "art : Den værdi findes ikke. Vælg pulje,"),
    ],
)
def test_a_value_that_is_not_on_the_list_is_refused_with_the_remedy(client, address, query, words):
    refused(client.get(f"{address}?{query}"), words)


def test_several_faults_are_told_at_once_but_not_without_end(client):
    text = refused(client.get("/forsoeg/?a=1&b=2&q=x&q=y"), "a :", "b :", "q : Står 2 gange.")
    assert text.count("Ukendt navn i adressen.") == 2

    query = "&".join(f"a{number}=1" for number in range(900))
    assert refused(client.get(f"/forsoeg/?{query}")).count("Ukendt navn i adressen.") == 10


@pytest.mark.parametrize("number", ["-1", "0", "1" + "0" * 30, "abc", "1.5", "", "٢", "3", "01"])
def test_row_33_a_page_that_is_not_there_leads_to_the_last_one(client, number):
    response = client.get("/anbefalinger/", {"side": number, "sorter": "opdateret"})

    assert response.status_code == 404
    assert "Listen slutter med side 2" in text_of(response)
    assert 'href="?side=2&amp;sorter=opdateret"' in response.content.decode()


# --- Words ------------------------------------------------------------------------------------


@pytest.mark.parametrize("address", LISTS)
def test_row_34_a_search_is_at_most_two_hundred_characters(client, address):
    assert client.get(address, {"q": "æ" * LONGEST_SEARCH}).status_code == 200
    for count in (LONGEST_SEARCH + 1, 100_000):
        refused(client.get(address, {"q": "æ" * count}), "q : Teksten er for lang: højst 200 tegn.")


@pytest.mark.parametrize("text", ["%", "_ordet_", "\\", "100 %_", "';drop table portal_edition--"])
def test_row_34_no_character_of_a_search_means_anything_but_itself(client, text):
    assert hits(client, f"q={quote(text)}", "/programmer/") == "0"
    assert hits(client, "", "/programmer/") == "16"


def test_row_35_bidirectional_marks_are_not_searched_and_are_kept_apart(client):
    response = client.get("/programmer/", {"q": "\u202eibbis\u202c"})

    assert "<bdi>\u202eibbis\u202c</bdi>" in response.content.decode()
    assert hits(client, f"q={quote(chr(0x202E) + 'ibbis')}", "/programmer/") == hits(
        client, "q=ibbis", "/programmer/"
    )


def test_row_35_a_name_with_hidden_marks_is_shown_without_them(client):
    text = refused(client.get("/forsoeg/?" + quote("\u202e<b>q") + "=1"), "\ufffd<b>q : Ukendt")
    assert "\u202e" not in text


@pytest.mark.parametrize("text", ["%ED%A0%80", "%ff", "%C3", "<script>alert(1)</script>"])
def test_row_35_what_is_not_text_finds_nothing_and_breaks_nothing(client, text):
    response = client.get(f"/programmer/?q={text}")

    assert response.status_code == 200
    assert "<script>" not in response.content.decode()


@pytest.mark.parametrize("text", ["\u200b", "\u202e", "\u00ad"])
def test_row_35_a_search_for_nothing_that_can_be_seen_is_refused(client, text):
    refused(client.get("/programmer/", {"q": text}), "q : Teksten har ingen tegn, man kan se.")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("også", id="as-typed"),
        pytest.param(unicodedata.normalize("NFD", "også"), id="taken-apart"),
        pytest.param("også\u030a", id="with-a-second-ring"),
        pytest.param("OGSÅ", id="capitals"),
        pytest.param("o\u00adgså", id="soft-hyphen"),
        pytest.param(f"{NO_BREAK_SPACE}også{NO_BREAK_SPACE}", id="no-break-spaces"),
    ],
)
def test_row_36_a_word_is_the_same_in_every_form_that_unicode_has(client, text):
    expected = hits(client, "q=ogs%C3%A5")

    assert int(expected) > 0
    assert hits(client, f"q={quote(text)}") == expected


def test_row_36_a_no_break_space_is_a_space(client):
    assert hits(client, "q=" + quote(f"social{NO_BREAK_SPACE}støtte")) == hits(
        client, "q=social+st%C3%B8tte"
    )


# --- Addresses and methods --------------------------------------------------------------------


@pytest.mark.parametrize("slug", ["1" + "0" * 30, str(2**63), "a" * 300, "IBBIS", "-", "ibbis-2"])
@pytest.mark.parametrize("address", LISTS)
def test_row_37_a_slug_that_is_not_there_is_404(client, address, slug):
    assert client.get(f"{address}{slug}/").status_code == 404


@pytest.mark.parametrize(
    "slug", ["å", "..%2F..%2Fx", "%2e%2e", "ibbis%20", "ib bis", "ibbis%0A", "%ff"]
)
def test_row_37_a_slug_with_odd_characters_is_404(client, slug):
    assert client.get(f"/forsoeg/{slug}/").status_code == 404


@pytest.mark.parametrize("number", ["0", "2", str(2**63), "9" * 40, "9" * 5000, "-1", "x"])
def test_row_37_an_edition_that_is_not_there_is_404(portal, number):
    assert portal.get(f"/forsoeg/ibbis/udgaver/{number}/").status_code == 404


@pytest.mark.parametrize("address", [*LISTS, *THINGS])
def test_row_38_a_foreign_host_is_refused_and_never_linked_to(client, address):
    refused(client.get(address, headers={"host": "ond.example"}))
    response = client.get(address, headers={"x-forwarded-host": "ond.example"})
    assert response.status_code == 200
    assert "ond.example" not in response.content.decode()


@pytest.mark.parametrize("address", [*LISTS, *THINGS])
def test_row_39_a_thousand_and_one_parameters_are_refused(client, address):
    query = "&".join(f"utm_{number}=1" for number in range(MOST_PARAMETERS + 1))

    refused(client.get(f"{address}?{query}"), "Adressen er for lang.")


@pytest.mark.parametrize("address", [*LISTS, *THINGS])
def test_row_40_pages_are_read_and_nothing_else(client, address):
    head = client.head(address)
    assert (head.status_code, head.content) == (200, b"")

    for method in ("POST", "PUT", "PATCH", "DELETE", "TRACE", "OPTIONS"):
        response = client.generic(method, address)
        assert response.status_code == 405
        assert response["Allow"] == "GET, HEAD"


@pytest.mark.parametrize("address", [*LISTS, *THINGS])
@pytest.mark.parametrize("name", ["q", "dato", "ukendt"])
def test_a_citizen_is_never_searched_for(client, address, name):
    response = client.get(address, {name: IDENTITY_NUMBER})

    refused(response, "Adressen ligner et CPR-nummer.")
    assert "0000" not in response.content.decode()


def test_a_citizen_is_not_named_by_a_parameter_either(client):
    response = client.get(f"/forsoeg/?{IDENTITY_NUMBER}=1")

    refused(response, "Adressen ligner et CPR-nummer.")
    assert "0000" not in response.content.decode()


def test_every_municipality_can_be_chosen(client):
    for code in list(current_content().municipalities)[:3]:
        assert client.get("/forsoeg/", {"kommune": code}).status_code == 200
