"""Known on: the page of one thing, with the edition that was the newest when the day ended."""

import re

import pytest

from portal.models import Edition
from portal.publication import publish, withdraw
from portal.words import EditionKind
from tests.portal.earlier import NEXTWORK, SECOND, everything_published, nextwork_ends_at_once
from tests.portal.pages import text_of, title_of

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

PAGE = f"/forsoeg/{NEXTWORK}/"
THEN = {"kendt": "30-06-2024"}
# A link to the page of one thing.
WAY = re.compile(
    r'href="(/(?:forsoeg|evalueringer|anbefalinger|programmer)/(?!sammenlign)[a-z0-9-]+/[^"]*)"'
)


@pytest.fixture
def edited() -> None:
    """Everything was published on 4 May 2024, and NExTWORK edited on 1 July."""
    everything_published()
    nextwork_ends_at_once()


@pytest.mark.usefixtures("edited")
def test_a_page_shows_the_edition_of_the_day_and_says_so(portal):
    then, now = (text_of(portal.get(PAGE, asked | {"dato": "01-12-2021"})) for asked in (THEN, {}))

    assert "Siden vises, som den var kendt den 30. juni 2024" in then
    assert "Du læser udgave 1, udgivet den 4. maj 2024. Den gælder ikke længere." in then
    assert "Gælder. I kraft den 1. december 2021." in then
    assert "som den var kendt" not in now
    assert "Gælder. I kraft den 1. december 2021." not in now
    assert title_of(portal.get(PAGE, THEN)).endswith("(udgave 1) – Vejviser")


@pytest.mark.usefixtures("edited")
def test_the_day_of_the_new_edition_and_today_show_the_new_one(portal):
    text = text_of(portal.get(PAGE, {"kendt": "01-07-2024"}))

    assert "som den var kendt den 1. juli 2024" in text
    assert "Udgaven er stadig den nyeste." in text
    assert "Du læser udgave 1" not in text


@pytest.mark.parametrize(
    "address",
    [
        "/forsoeg/ibbis/",
        "/evalueringer/handicappuljer-2019/",
        "/programmer/flere-skal-med-ii/",
        "/anbefalinger/god-tid/",
    ],
)
def test_every_kind_of_page_looks_back_and_so_do_its_links(portal, address):
    everything_published()
    withdraw(EditionKind.EVALUATION, "flere-skal-med-ii", by=None, reason="Prøve", at=SECOND)

    response = portal.get(address, THEN)

    assert response.status_code == 200
    assert "som den var kendt den 30. juni 2024" in text_of(response)
    ways = WAY.findall(response.content.decode().partition('id="udgaver"')[0])
    others = [way for way in ways if way != address]  # the way back to the page as it is now
    assert others
    assert all("/?kendt=30-06-2024" in way for way in others)


def test_what_was_withdrawn_since_is_linked_to_as_it_was(portal):
    everything_published()
    withdraw(EditionKind.EVALUATION, "ibbis-star-2024", by=None, reason="Prøve", at=SECOND)

    then, now = (portal.get("/forsoeg/ibbis/", asked).content.decode() for asked in (THEN, {}))

    assert "/evalueringer/ibbis-star-2024/?kendt=30-06-2024" in then
    assert "/evalueringer/ibbis-star-2024/" not in now
    page = text_of(portal.get("/evalueringer/ibbis-star-2024/", THEN))
    assert "Den blev trukket tilbage den 1. juli 2024: Prøve" in page


def test_what_was_withdrawn_on_the_day_says_so(portal):
    everything_published()
    document = Edition.objects.history(EditionKind.TRIAL, NEXTWORK)[0].document
    withdraw(EditionKind.TRIAL, NEXTWORK, by=None, reason="Prøve", at=SECOND)
    publish(EditionKind.TRIAL, document, by=None, reason="Igen", at=SECOND.replace(month=8))

    text = text_of(portal.get(PAGE, {"kendt": "02-07-2024"}))

    assert "Den dag var den trukket tilbage." in text
    assert "Den er afløst af udgave 3" in text


@pytest.mark.usefixtures("edited")
def test_strangers_are_asked_to_log_in(client):
    """Matrix of permissions: an earlier published version by date is for those with a login."""
    response = client.get(PAGE, THEN)

    assert response.status_code == 302
    assert response["Location"] == f"/log-ind/?next={PAGE}%3Fkendt%3D30-06-2024"
    assert 'name="kendt"' not in client.get(PAGE).content.decode()


@pytest.mark.parametrize(
    ("address", "kendt", "message"),
    [
        (PAGE, "30-06-24", "Skriv årstallet med fire cifre."),
        (PAGE, "01-01-2031", "Dagen er ikke kommet endnu."),
        (PAGE, "03-05-2024", "Den første dag, man kan spørge om, er den 4. maj 2024."),
        (f"{PAGE}udgaver/1/", "30-06-2024", "Ukendt navn i adressen."),
        ("/forsoeg/", "30-06-2024", "Ukendt navn i adressen."),
    ],
)
@pytest.mark.usefixtures("edited")
def test_a_day_that_cannot_be_used_is_refused_by_name(portal, address, kendt, message):
    response = portal.get(address, {"kendt": kendt})

    assert response.status_code == 400
    assert "kendt" in text_of(response)
    assert message in text_of(response)


def test_a_page_that_was_not_there_yet_says_when_it_came(portal):
    everything_published()
    document = Edition.objects.history(EditionKind.TRIAL, "ibbis")[0].document
    publish(EditionKind.TRIAL, document | {"slug": "nyt"}, by=None, reason="Nyt", at=SECOND)

    response = portal.get("/forsoeg/nyt/", THEN)

    assert response.status_code == 400
    assert "Den blev udgivet første gang den 1. juli 2024." in text_of(response)


@pytest.mark.usefixtures("edited")
def test_looking_back_costs_no_more_queries_than_the_page_of_today(
    portal, django_assert_max_num_queries
):
    portal.get(PAGE, THEN)
    with django_assert_max_num_queries(100) as now:
        portal.get(PAGE)
    with django_assert_max_num_queries(100) as then:
        portal.get(PAGE, THEN)

    assert len(then.captured_queries) <= len(now.captured_queries) + 1
