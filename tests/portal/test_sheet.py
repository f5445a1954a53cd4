"""The sheet for the meeting, read as a caseworker reads it, without JavaScript."""

import html
import re
from typing import Any

import pytest
from django.test import Client

from portal.guidance.sheet.receipt import receipt_from
from portal.guidance.sheet.reproduction import ask_again
from portal.shelf import current_content
from tests.portal.pages import IDENTITY_NUMBER, YOUNG, plain, refused_at, text_of, title_of
from tests.portal.receipts import TODAY

SHEET = "/vejledning/ark/"
SETTLED = YOUNG | {"work_experience": "no", "weeks": "20"}
FAR_FROM_WORK = {
    "on": "01-01-2024",
    "benefit": "kontanthjaelp",
    "readiness": "aktivitetsparat",
    "age": "45",
    "unemployed_months": "30",
}


def sheet(portal: Client, **stated: Any) -> Any:
    return portal.post(SHEET, stated)


def part(response: Any, heading: str) -> str:
    """The section under the heading, as it is read."""
    found = re.search(
        rf"<h2[^>]*>{re.escape(heading)}</h2>(.*?)</section>",
        response.content.decode(),
        re.DOTALL,
    )
    assert found, f"no {heading} on the sheet"
    return plain(found.group(1))


def receipt_on(response: Any) -> str:
    found = re.search(r"<pre[^>]*>(.*?)</pre>", response.content.decode(), re.DOTALL)
    assert found
    return html.unescape(found.group(1))


def test_the_sheet_says_what_was_stated_and_what_was_assumed(portal):
    response = sheet(portal, **SETTLED)
    stated = part(response, "Det er oplyst")

    assert title_of(response) == "Samtaleark for 1. december 2021 – Vejviser"
    assert "Alder 24 år" in stated
    assert "København (antaget: din hjemkommune)" in stated
    assert "Alt andet er ikke oplyst." in stated
    assert "Vejledende, ikke en afgørelse." in text_of(response)


# "op til 13 uger i stedet for 4" (line 80), "26 uger efter konkret vurdering" (line 82).
def test_what_applies_is_told_with_why_steps_reservations_and_places(portal):
    told = part(sheet(portal, **SETTLED), "Forsøg, der gælder")

    assert "Længere virksomhedspraktik i NExTWORK-kommunerne Gælder." in told
    assert "Det er opfyldt Forsøget er i kraft den 1. december 2021." in told
    assert "Borgeren har ikke erhvervserfaring." in told
    assert "Sikkert tilladt: op til 13 uger." in told
    assert "Almindelig regel: op til 4 uger. I forsøget: op til 13 uger." in told
    assert "I forsøget: op til 26 uger. Det kræver konkret vurdering." in told
    assert "slutter den 19. april 2022. Svar: kræver konkret vurdering." in told
    assert "ikke en ret til en bestemt længde" in told
    assert "linje 70 (udledt af kilden); linje 78, linje 80 og linje 82 (står i kilden)" in told


def test_what_is_open_comes_with_what_to_ask(portal):
    response = sheet(portal, **YOUNG)

    told = part(response, "Forsøg, der ikke kan afgøres endnu")
    assert "Hvis forsøget viser sig at gælde: op til 13 uger." in told
    assert "Ikke oplyst: Har borgeren langvarig ledighed?" in told
    assert "Har borgeren erhvervserfaring?" in part(response, "Spørg om dette")
    assert "så vidt det er oplyst" in part(response, "Forsøg, der gælder")


def test_what_does_not_apply_is_short_and_says_why_not(portal):
    told = part(sheet(portal, **FAR_FROM_WORK), "Forsøg, der ikke gælder")

    assert "IBBIS: samlet indsats" in told
    assert "Udløb den 30. april 2022" in told
    assert len(told) < 1500


def test_null_findings_stand_beside_the_positive_ones(portal):
    response = sheet(portal, **FAR_FROM_WORK)
    advice = part(response, "Anbefalinger, der er tæt på borgerens situation")
    studies = part(response, "Alle fund i evalueringerne bag")

    assert "Vidensstyrke: moderat; undersøgt, uden påvist effekt på mindst ét udfald" in advice
    assert "Fundene bag: positiv (8) og ingen påvist effekt (2)." in advice
    assert "Ingen påvist effekt. Fastholdelse i ordinær beskæftigelse:" in studies
    assert "Effekten ophører efter 18 måneder." in studies


def test_the_receipt_on_the_sheet_gives_the_same_answer_again(portal):
    receipt = receipt_from(receipt_on(sheet(portal, **SETTLED)))

    assert receipt.applies == ("nextwork-praktik",)
    assert ask_again(receipt, current_content(), today=TODAY).is_same


def test_the_answer_leads_to_the_sheet(portal):
    markup = portal.post("/vejledning/", YOUNG).content.decode()

    assert re.search(r'<button[^>]*type="submit"[^>]*formaction="/vejledning/ark/"', markup)
    assert 'formaction="/vejledning/ark.pdf"' in markup


def test_the_way_back_takes_the_profile_along(portal):
    response = sheet(portal, **SETTLED, health=["stress", "angst_let"])
    form = re.search(
        r"<form class=\"sheet-actions\".*?</form>", response.content.decode(), re.DOTALL
    )
    assert form
    hidden = re.findall(r'type="hidden" name="([^"]+)" value="([^"]*)"', form[0])
    stated = {name: value for name, value in hidden if name != "csrfmiddlewaretoken"}

    assert stated | {"health": "stress"} == SETTLED | {"health": "stress"}
    assert ("health", "angst_let") in hidden
    assert 'formaction="/vejledning/"' in form[0]


# --- What is refused --------------------------------------------------------------------------


@pytest.mark.parametrize("address", [SHEET, "/vejledning/ark.pdf"])
def test_without_a_profile_the_page_says_how_to_get_one(portal, address):
    response = portal.get(address)

    assert response.status_code == 200
    assert "Tryk på ”Samtaleark” ved svaret." in text_of(response)
    assert portal.get(f"{address}?age=24").status_code == 400


@pytest.mark.parametrize("address", [SHEET, "/vejledning/ark.pdf"])
def test_a_profile_that_cannot_be_read_comes_back_in_the_form(portal, address):
    refused_at(portal.post(address, {"age": "x"}), "age", "Skriv alder")


@pytest.mark.django_db
@pytest.mark.parametrize("address", [SHEET, "/vejledning/ark.pdf"])
def test_a_stranger_gets_no_sheet(client, address):
    response = client.post(address, YOUNG)

    assert response.status_code == 302
    assert response["Location"] == f"/log-ind/?next={address}"


def test_nothing_that_was_smuggled_in_stands_on_the_sheet(portal, caplog):
    response = sheet(portal, **SETTLED, citizen_name="Kanariefugl", note=IDENTITY_NUMBER)
    markup = response.content.decode()

    assert response.status_code == 200
    for secret in ("Kanariefugl", IDENTITY_NUMBER):
        assert secret not in markup
        assert secret not in caplog.text
    refused = sheet(portal, **YOUNG, unemployed_months=IDENTITY_NUMBER)
    refused_at(refused, "unemployed_months", "Feltet ligner et CPR-nummer.")
    assert IDENTITY_NUMBER not in refused.content.decode()


def test_the_sheet_is_not_left_behind_in_the_browser(portal):
    response = sheet(portal, **YOUNG)

    assert response["Cache-Control"] == "no-store, private"
    assert "style=" not in response.content.decode()
