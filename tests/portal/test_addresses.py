"""Addresses and methods: a Danish page for each that is refused, and never a 500."""

from typing import Any

import pytest
from django.urls import URLPattern, get_resolver, reverse

from portal.middleware import MOST_PARAMETERS
from tests.portal.pages import GUIDANCE, IDENTITY_NUMBER, YOUNG, text_of, title_of

LIBRARIES = {"trial": "ibbis", "evaluation": "en-plan-vive", "recommendation": "loentimer",
             "programme": "ips"}  # fmt: skip
ARGUMENTS: dict[str, dict[str, Any]] = {
    "download": {"table": "forsoeg", "file_format": "csv"},
    "password_reset_confirm": {"uidb64": "MQ", "token": "set-password"},
    **{kind: {"slug": slug} for kind, slug in LIBRARIES.items()},
    **{f"{kind}_edition": {"slug": slug, "number": 1} for kind, slug in LIBRARIES.items()},
}


def named_addresses() -> dict[str, str]:
    """Every address of the site by its name: a new one is tried without being listed here."""
    patterns = [row for row in get_resolver().url_patterns if isinstance(row, URLPattern)]
    # The desk has its own walk.
    assert len(patterns) == len(get_resolver().url_patterns) - 1
    return {
        str(row.name): reverse(str(row.name), kwargs=ARGUMENTS.get(str(row.name)))
        for row in patterns
    }


def refused(response: Any, status: int, words: str) -> None:
    assert response.status_code == status
    assert 'lang="da"' in response.content.decode()
    assert words in text_of(response)


@pytest.mark.django_db
def test_a_profile_from_a_stranger_is_not_answered(client):
    response = client.post(GUIDANCE, YOUNG)

    assert response.status_code == 302
    assert "24" not in response["Location"]


# --- Methods (row 40) -------------------------------------------------------------------------


@pytest.mark.parametrize("method", ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"])
@pytest.mark.parametrize("name", sorted(named_addresses()))
def test_no_method_breaks_a_page(portal, name, method):
    response = portal.generic(method, named_addresses()[name])

    assert response.status_code in {200, 302, 405, 415, 422}
    if response.status_code == 405:
        assert response["Allow"]
    if response.status_code == 405 and method != "HEAD":
        assert title_of(response) == "Siden kan ikke åbnes sådan – Vejviser"


@pytest.mark.parametrize("method", ["PUT", "DELETE", "OPTIONS", "TRACE"])
def test_guidance_is_read_and_posted_only(portal, method):
    response = portal.generic(method, GUIDANCE)

    refused(response, 405, "Siden kan ikke åbnes sådan")
    assert response["Allow"] == "GET, HEAD, POST"


def test_the_head_of_a_page_has_no_body(portal):
    response = portal.head(GUIDANCE)

    assert response.status_code == 200
    assert response.content == b""


# --- Addresses (rows 25 to 39, as far as the pages exist) -------------------------------------


@pytest.mark.parametrize("address", ["/findes-ikke/", "/vejledning/24/", "/VEJLEDNING/", "/%ff/"])
@pytest.mark.django_db
def test_an_unknown_address_says_so(client, address):
    refused(client.get(address), 404, "Siden findes ikke")


@pytest.mark.parametrize("address", ["/?q=%00", "/%00/", "/log-ind/?next=%00", f"{GUIDANCE}?a=%00"])
@pytest.mark.django_db
def test_a_null_character_is_refused(client, address):
    refused(client.get(address), 400, "Adressen indeholder et tegn, der ikke kan læses.")


@pytest.mark.parametrize(
    "address",
    [
        f"/?q={IDENTITY_NUMBER}",
        "/?q=610190-0000",
        "/?q=610190+0000",
        "/?q=61%2001%2090%200000",
        f"/{IDENTITY_NUMBER}/",
        f"/log-ind/?next=/{IDENTITY_NUMBER}",
        f"{GUIDANCE}?age={IDENTITY_NUMBER}",
    ],
)
@pytest.mark.django_db
def test_an_address_that_names_a_person_is_refused_and_not_repeated(client, address):
    response = client.get(address)

    refused(response, 400, "Adressen ligner et CPR-nummer.")
    assert "0000" not in response.content.decode()


@pytest.mark.parametrize("query", ["age=24", "komune=851", "benefit=dagpenge", "x"])
def test_the_guidance_page_takes_nothing_from_its_address(portal, query):
    refused(portal.get(f"{GUIDANCE}?{query}"), 400, "må ikke stå i adressen")
    refused(portal.post(f"{GUIDANCE}?{query}", YOUNG), 400, "må ikke stå i adressen")


def test_what_a_newsletter_adds_to_an_address_is_let_through(portal):
    assert portal.get(f"{GUIDANCE}?utm_source=nyhedsbrev").status_code == 200


@pytest.mark.parametrize("query", ["a=" + "x" * 100_000, "a=%ED%A0%80", "a=%ff", "a=%E2%80%AE"])
@pytest.mark.django_db
def test_an_odd_query_breaks_nothing(client, query):
    assert client.get(f"/?{query}").status_code == 400
    assert client.get(f"/?kommune={query}").status_code == 400
    assert client.get(f"/log-ind/?next={query}").status_code == 200


@pytest.mark.django_db
def test_a_thousand_and_one_parameters_are_refused(client):
    query = "&".join(f"a{number}=1" for number in range(MOST_PARAMETERS + 1))

    refused(client.get(f"/?{query}"), 400, "Adressen er for lang.")


@pytest.mark.django_db
def test_a_foreign_host_is_refused(client):
    refused(client.get("/", headers={"host": "ond.example"}), 400, "Siden kan ikke vises sådan")
    response = client.get("/log-ind/", headers={"x-forwarded-host": "ond.example"})
    assert "ond.example" not in response.content.decode()


@pytest.mark.django_db
def test_a_cookie_with_a_null_character_is_refused(client):
    response = client.get(GUIDANCE, headers={"cookie": r'sessionid="abcdefgh\000ijkl"'})

    refused(response, 400, "En cookie kan ikke læses.")
