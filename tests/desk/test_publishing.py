"""From the desk to the shelf inside the admin site, and who may do it."""

from typing import Any

import pytest
from django.test import Client

from evaluations.models import Programme
from portal.hashes import hash_of
from portal.models import Edition
from portal.publication import (
    ChangedError,
    desk_items,
    publish_all,
    publish_together,
)
from portal.shelf import current_content
from portal.words import EditionKind
from tests.desk.forms import filled
from tests.portal.pages import IDENTITY_NUMBER, text_of
from trials.models import LegalBasis, Municipality, Trial

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

NEXTWORK = "nextwork-praktik"
PUBLISH = f"/skrivebord/udgiv/forsoeg/{NEXTWORK}/"
WITHDRAW = f"/skrivebord/traek-tilbage/forsoeg/{NEXTWORK}/"
TRIALS = "/skrivebord/trials/trial/"


def change(slug: str = NEXTWORK, summary: str = "Anden tekst.") -> None:
    Trial.objects.filter(slug=slug).update(summary=summary)


def newest(slug: str, kind: EditionKind = EditionKind.TRIAL) -> Edition:
    return Edition.objects.newest().get(kind=kind, slug=slug)


def sheet(client: Client, address: str, **fields: Any) -> Any:
    return filled(client, address, form_id="reason_form", **fields)


def has_button(response: Any) -> bool:
    return 'id="reason_form"' in response.content.decode()


# --- One thing --------------------------------------------------------------------------------


def test_the_page_shows_the_rule_and_what_differs_from_the_newest_edition(publisher):
    change()

    page = text_of(publisher.get(PUBLISH))

    assert "Ændret siden udgave 1" in page
    assert "I forsøget op til 13 uger" in page
    before = current_content().trials[NEXTWORK].document["summary"]
    assert f"Kort fortalt {before} Anden tekst." in page
    assert "Titel" not in page  # what is the same is not repeated


def test_a_publisher_publishes_with_a_reason_and_is_led_to_the_public_page(publisher):
    change()

    response = sheet(publisher, PUBLISH).post(reason="Rettet efter høring")

    page = publisher.get(response["Location"])
    edition = newest(NEXTWORK)
    assert (edition.number, edition.reason) == (2, "Rettet efter høring")
    assert str(edition.published_by) == "prøve-fagansvarlig"
    assert current_content().trials[NEXTWORK].document["summary"] == "Anden tekst."
    assert "er udgivet som udgave 2." in text_of(page)
    assert f'href="/forsoeg/{NEXTWORK}/"' in page.content.decode()
    assert not has_button(page)


@pytest.mark.parametrize(
    ("reason", "told"),
    [
        pytest.param("", "Skriv en begrundelse.", id="none"),
        pytest.param(" \t", "Skriv en begrundelse.", id="blank"),
        pytest.param("æ" * 251, "250 tegn", id="too-long"),
        pytest.param(f"Efter samtale med {IDENTITY_NUMBER}", "ligner et CPR-nummer", id="cpr"),
    ],
)
@pytest.mark.parametrize("address", [PUBLISH, WITHDRAW])
def test_nothing_happens_without_a_reason_that_can_be_kept(publisher, address, reason, told):
    change()

    response = sheet(publisher, address).post(reason=reason)

    assert response.status_code == 422
    assert told in text_of(response)
    assert IDENTITY_NUMBER not in response.content.decode()
    assert newest(NEXTWORK).number == 1


def test_what_lacks_something_has_no_button_and_cannot_be_forced(publisher):
    """Row 73: refused, with a list of what is missing."""
    typed = sheet_of_change(publisher)
    LegalBasis.objects.filter(trial__slug=NEXTWORK).delete()

    response = typed.post(reason="Prøve")

    assert "Retsgrundlag mangler." in text_of(response)
    assert not has_button(response)
    assert newest(NEXTWORK).number == 1


def sheet_of_change(publisher: Client) -> Any:
    change()
    return sheet(publisher, PUBLISH)


def test_what_a_colleague_saved_meanwhile_is_shown_before_it_is_published(publisher):
    """Row 85: nobody publishes a text that they have not seen."""
    typed = sheet_of_change(publisher)
    change(summary="En tredje tekst.")

    response = typed.post(reason="Prøve")

    assert "Det er ændret, siden du åbnede siden." in text_of(response)
    assert "En tredje tekst." in text_of(response)
    assert newest(NEXTWORK).number == 1


def test_a_publication_that_waited_does_not_overwrite_a_newer_one():
    """What was seen before the turn is not what the desk holds when the turn comes."""
    change()
    seen = hash_of(list(desk_items(EditionKind.TRIAL, slug=NEXTWORK)))
    change(summary="En tredje tekst.")
    publish_all(by=None, reason="En kollega")
    change(summary="En fjerde tekst.")

    mine = desk_items(EditionKind.TRIAL, slug=NEXTWORK)
    with pytest.raises(ChangedError):
        publish_together(mine, by=None, reason="Prøve", seen=seen)

    assert newest(NEXTWORK).document["summary"] == "En tredje tekst."


def test_what_is_published_as_it_stands_has_no_button(publisher):
    page = publisher.get(PUBLISH)

    assert "Udgivet som udgave 1 den" in text_of(page)
    assert not has_button(page)


def test_a_draft_is_published_as_the_first_edition(publisher):
    other = Programme.objects.get(slug="flere-skal-med-ii")
    citations = list(other.citations.all())
    draft = Programme.objects.create(slug="nyt", name="Nyt", kind=other.kind, summary="Prøve.")
    draft.citations.set(citations)
    address = "/skrivebord/udgiv/programmer/nyt/"
    assert "Kladde, aldrig udgivet" in text_of(publisher.get(address))

    sheet(publisher, address).post(reason="Ny")

    assert newest("nyt", EditionKind.PROGRAMME).number == 1


def test_the_municipalities_are_published_together(publisher):
    Municipality.objects.filter(code="0101").update(region_from_2027="Region Øst")
    address = "/skrivebord/udgiv/kommuner/kommuner/"
    assert "Region Øst" in text_of(publisher.get(address))

    sheet(publisher, address).post(reason="Ny region")

    assert newest("kommuner", EditionKind.MUNICIPALITIES).number == 2
    assert publisher.get("/skrivebord/traek-tilbage/kommuner/kommuner/").status_code == 404


# --- Withdrawal -------------------------------------------------------------------------------


def test_a_publisher_withdraws_with_a_reason(publisher):
    page = publisher.get(WITHDRAW)
    assert "henviser hertil" in text_of(publisher.get("/skrivebord/traek-tilbage/programmer/ips/"))
    assert has_button(page)

    response = sheet(publisher, WITHDRAW).post(reason="Forkert")

    page = publisher.get(response["Location"])
    assert "er trukket tilbage." in text_of(page)
    assert "Trukket tilbage den" in text_of(page)
    assert newest(NEXTWORK).withdrawn
    assert not has_button(page)


def test_a_withdrawal_that_a_colleague_was_first_with_is_told_and_done_once(publisher):
    typed = sheet(publisher, WITHDRAW)
    typed.post(reason="Forkert")

    response = typed.post(reason="Forkert")

    assert response.status_code == 422
    assert newest(NEXTWORK).number == 2


# --- Several ----------------------------------------------------------------------------------


def choose(client: Client, *slugs: str) -> Any:
    keys = Trial.objects.filter(slug__in=slugs).values_list("pk", flat=True)
    data = {"action": "publish_chosen", "_selected_action": list(keys), "index": "0"}
    return client.post(TRIALS, data)


def test_several_are_published_together_with_one_reason(publisher):
    change()
    change("voksenlaerling-positivliste")

    address = choose(publisher, NEXTWORK, "voksenlaerling-positivliste")["Location"]
    sheet(publisher, address).post(reason="Samlet")

    made = Edition.objects.filter(number=2)
    assert {edition.slug for edition in made} == {NEXTWORK, "voksenlaerling-positivliste"}
    assert {edition.reason for edition in made} == {"Samlet"}


def test_one_that_is_not_ready_keeps_all_of_them_back_and_is_named(publisher):
    """Row 88: all or nothing, and the row that stops it is named."""
    change()
    change("voksenlaerling-positivliste")
    LegalBasis.objects.filter(trial__slug=NEXTWORK).delete()

    response = publisher.get(choose(publisher, NEXTWORK, "voksenlaerling-positivliste")["Location"])

    page = text_of(response)
    assert not has_button(response)
    assert "De valgte udgives samlet eller slet ikke." in page
    assert page.index(Trial.objects.get(slug=NEXTWORK).title) < page.index("Retsgrundlag mangler.")


def test_choosing_too_many_says_so(publisher):
    """Row 88: a choice that cannot be shown on one page is refused, not cut off."""
    (trial,) = Trial.objects.filter(slug=NEXTWORK)
    for number in range(100):
        trial.pk, trial.slug = None, f"kopi-{number}"
        trial.save()
    keys = Trial.objects.values_list("pk", flat=True)
    data = {"action": "publish_chosen", "_selected_action": list(keys), "index": "0"}

    response = publisher.post(TRIALS, data, follow=True)

    assert "Vælg færre ad gangen: højst 100." in text_of(response)
    assert response.redirect_chain[-1][0] == TRIALS


@pytest.mark.parametrize(
    "query", ["", "?valgt=x", "?valgt=999999", "?valgt=1_8", f"?valgt={'9' * 30}"]
)
def test_an_address_that_chooses_nothing_is_not_found(publisher, query):
    assert publisher.get(f"/skrivebord/udgiv/forsoeg/{query}").status_code == 404
