"""The editions of one thing: what was shown on a day, what was replaced, what was withdrawn."""

from datetime import UTC, datetime
from typing import Any

import pytest

from portal.models import Edition
from portal.publication import publish, withdraw
from portal.words import EditionKind
from tests.editions import changeable_editions
from tests.portal.pages import read, text_of, title_of

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

NEXTWORK = "/forsoeg/nextwork-praktik/"
FIRST, SECOND, THIRD = (datetime(year, 5, 4, 12, tzinfo=UTC) for year in (2027, 2028, 2029))


def put(kind: EditionKind, slug: str, *, at: datetime, **changes: Any) -> Edition:
    like = Edition.objects.history(kind, slug)[0].document
    made = publish(kind, {**like, **changes}, by=None, reason="Rettet af Prøve", at=at)
    assert made
    return made


@pytest.fixture
def published_in_2027() -> None:
    """NExTWORK with its first edition on a day that the tests know."""
    with changeable_editions():
        Edition.objects.filter(slug="nextwork-praktik").update(published_at=FIRST)


@pytest.mark.usefixtures("published_in_2027")
def test_a_day_before_the_first_edition_shows_what_held_by_what_we_know_now(client):
    text = read(client, NEXTWORK, "01-12-2021")

    assert "Den 1. december 2021 havde Vejviser ikke udgivet denne side endnu." in text
    assert "Gælder. I kraft den 1. december 2021." in text


@pytest.mark.usefixtures("published_in_2027")
def test_a_day_between_two_editions_says_which_one_was_shown(client):
    put(EditionKind.TRIAL, "nextwork-praktik", at=SECOND, summary="Anden tekst.")

    assert "Den 3. maj 2028 viste Vejviser udgave 1." in read(client, NEXTWORK, "03-05-2028")
    assert "viste Vejviser" not in read(client, NEXTWORK, "04-05-2028")
    assert "havde Vejviser ikke udgivet" in read(client, NEXTWORK, "03-05-2027")


@pytest.mark.usefixtures("published_in_2027")
def test_an_edition_is_dated_by_the_danish_day(client):
    late = datetime(2028, 6, 30, 22, 30, tzinfo=UTC)  # past midnight in Denmark
    put(EditionKind.TRIAL, "nextwork-praktik", at=late, summary="Anden tekst.")

    assert "viste Vejviser udgave 1." in read(client, NEXTWORK, "30-06-2028")
    assert "viste Vejviser" not in read(client, NEXTWORK, "01-07-2028")
    assert "1. juli 2028 Rettet af Prøve" in read(client, NEXTWORK)


@pytest.mark.usefixtures("published_in_2027")
def test_an_earlier_edition_says_what_took_its_place(client, portal):
    put(EditionKind.TRIAL, "nextwork-praktik", at=SECOND, summary="Anden tekst.")
    address = f"{NEXTWORK}udgaver/1/"

    response = portal.get(address)

    text = text_of(response)
    assert "Du læser udgave 1, udgivet den 4. maj 2027. Den gælder ikke længere." in text
    assert "Den er afløst af udgave 2, udgivet den 4. maj 2028: Rettet af Prøve" in text
    assert "Anden tekst." not in text
    assert title_of(response).endswith("(udgave 1) – Vejviser")
    assert f'<a href="{address}">' in portal.get(NEXTWORK).content.decode()
    assert client.get(address)["Location"] == f"/log-ind/?next={address}"
    assert address not in client.get(NEXTWORK).content.decode()


def test_the_newest_edition_has_one_address(portal):
    assert portal.get(f"{NEXTWORK}udgaver/1/")["Location"] == NEXTWORK


@pytest.mark.usefixtures("published_in_2027")
def test_what_is_withdrawn_answers_with_its_last_state_and_says_so(client, portal):
    withdraw(EditionKind.TRIAL, "nextwork-praktik", by=None, reason="Kilden er forkert", at=SECOND)

    response = client.get(NEXTWORK)

    text = text_of(response)
    assert response.status_code == 200
    assert "Trukket tilbage den 4. maj 2028. Begrundelse: Kilden er forkert" in text
    assert "op til 13 uger" in text
    assert "(trukket tilbage)" in title_of(response)
    earlier = text_of(portal.get(f"{NEXTWORK}udgaver/1/"))
    assert "Den blev trukket tilbage den 4. maj 2028: Kilden er forkert" in earlier


@pytest.mark.usefixtures("published_in_2027")
def test_a_day_on_which_it_was_withdrawn_is_told(client):
    slug = "nextwork-praktik"
    withdraw(EditionKind.TRIAL, slug, by=None, reason="Prøve", at=SECOND)
    put(EditionKind.TRIAL, slug, at=THIRD)

    assert "Den 5. maj 2028 var denne side trukket tilbage" in read(client, NEXTWORK, "05-05-2028")
    assert "Trukket tilbage den" not in read(client, NEXTWORK).split("Udgaver i Vejviser")[0]


def test_no_page_links_to_what_is_withdrawn(client):
    withdraw(EditionKind.EVALUATION, "ibbis-star-2024", by=None, reason="Prøve", at=FIRST)
    withdraw(EditionKind.PROGRAMME, "flere-skal-med-ii", by=None, reason="Prøve", at=FIRST)

    for address in ("/forsoeg/ibbis/", "/programmer/ibbis/", "/evalueringer/", "/programmer/"):
        assert "/evalueringer/ibbis-star-2024/" not in client.get(address).content.decode()
    page = client.get("/evalueringer/flere-skal-med-ii/")
    assert '"/programmer/flere-skal-med-ii/"' not in page.content.decode()
    assert "Flere skal med II (ikke udgivet i Vejviser nu)" in text_of(page)
