"""The feed (RFC 4287) and the calendar (RFC 5545): well formed, stable, dated, filtered."""

from datetime import date, datetime
from xml.etree import ElementTree

import pytest
from icalendar import Calendar

from portal.publication import withdraw
from portal.words import EditionKind
from tests.news.conftest import IBBIS, NEXTWORK, ending, republish

pytestmark = pytest.mark.django_db

FEED, CALENDAR = "/nyt.atom", "/kalender.ics"
ATOM = "{http://www.w3.org/2005/Atom}"


def feed_of(client, query=""):
    response = client.get(f"{FEED}{query}")
    assert response.status_code == 200
    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    return ElementTree.fromstring(response.content)


def titles(feed):
    return [entry.findtext(f"{ATOM}title") for entry in feed.findall(f"{ATOM}entry")]


def events_of(client, query=""):
    response = client.get(f"{CALENDAR}{query}")
    assert response.status_code == 200
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    return Calendar.from_ical(response.content).walk("VEVENT")


def event_on(client, day):
    (found,) = [each for each in events_of(client) if each["DTSTART"].dt == day]
    return found


# --- The feed ---------------------------------------------------------------------------------


def test_the_feed_has_what_the_standard_demands(client):
    republish(NEXTWORK, summary="Ord med < og & i.")
    feed = feed_of(client)

    for name in ("id", "title", "updated", "author", "link"):
        assert feed.find(f"{ATOM}{name}") is not None
    (entry,) = [each for each in feed.findall(f"{ATOM}entry") if "Ændret" in titles(feed)[0]][:1]
    for name in ("id", "title", "updated", "link"):
        assert entry.find(f"{ATOM}{name}") is not None
    updated = datetime.fromisoformat(entry.findtext(f"{ATOM}updated"))
    assert updated.utcoffset() is not None
    assert entry.find(f"{ATOM}link").get("href") == f"http://testserver/forsoeg/{NEXTWORK}/"


def test_no_two_entries_have_the_same_identity_and_none_changes_it(client, on):
    republish(NEXTWORK, periods=ending("2027-12-31"))
    on(date(2027, 12, 1))
    before = [each.findtext(f"{ATOM}id") for each in feed_of(client).findall(f"{ATOM}entry")]
    on(date(2027, 12, 2))
    after = [each.findtext(f"{ATOM}id") for each in feed_of(client).findall(f"{ATOM}entry")]

    assert before == after
    assert len(set(before)) == len(before) > 2


def test_the_feed_tells_of_a_last_day_that_comes_near(client, on):
    republish(NEXTWORK, periods=ending("2027-12-31"))
    query = f"?forsoeg={NEXTWORK}"
    near = "Sidste dag inden for 30 dage: "

    on(date(2027, 11, 30))
    assert not titles(feed_of(client, query))[0].startswith(near)
    on(date(2027, 12, 1))
    assert titles(feed_of(client, query))[0].startswith(near)
    on(date(2028, 1, 1))
    assert titles(feed_of(client, query))[0].startswith("Udløbet: ")


def test_a_text_is_no_markup_in_the_feed(client):
    republish(NEXTWORK, title="<b>Fed</b> & farlig")

    assert "Ændret: <b>Fed</b> & farlig (forsøg)" in titles(feed_of(client))


# --- The calendar -----------------------------------------------------------------------------


def test_an_end_is_an_event_of_a_whole_day(client):
    edition = republish(NEXTWORK, periods=ending("2027-12-31"))
    event = event_on(client, date(2027, 12, 31))

    assert event["DTEND"].dt == date(2028, 1, 1)
    assert event["DTSTAMP"].dt == edition.published_at.replace(microsecond=0)
    assert event["SUMMARY"].startswith("Sidste dag: ")
    assert event["STATUS"] == "CONFIRMED"
    assert event["URL"] == f"http://testserver/forsoeg/{NEXTWORK}/"


def test_an_end_that_is_not_exact_says_so(client):
    republish(NEXTWORK, periods=ending("2027-12-31", earliest="2027-12-01"))

    for day, words in ((1, "Sidste sikre dag (usikker): "), (31, "Sidste mulige dag (usikker): ")):
        event = event_on(client, date(2027, 12, day))
        assert event["SUMMARY"].startswith(words)
        assert event["STATUS"] == "TENTATIVE"


def test_an_extension_moves_the_event_and_keeps_its_identity(client):
    republish(NEXTWORK, periods=ending("2027-06-30"))
    before = event_on(client, date(2027, 6, 30))
    republish(NEXTWORK, periods=ending("2027-12-31"))
    after = event_on(client, date(2027, 12, 31))

    assert before["UID"] == after["UID"]
    assert after["SEQUENCE"] > before["SEQUENCE"]
    uids = [each["UID"] for each in events_of(client)]
    assert len(set(uids)) == len(uids)


# --- Both -------------------------------------------------------------------------------------


@pytest.mark.parametrize("address", [FEED, CALENDAR])
def test_what_has_not_changed_is_not_sent_again(client, address):
    first = client.get(address)

    assert first["Last-Modified"]
    again = client.get(address, headers={"if-none-match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")

    withdraw(EditionKind.TRIAL, IBBIS, by=None, reason="Prøve")
    later = client.get(address, headers={"if-none-match": first["ETag"]})
    assert later.status_code == 200


@pytest.mark.parametrize("address", [FEED, CALENDAR])
@pytest.mark.parametrize(
    "query", ["?forsoeg=findes-ikke", "?kommune=9999", "?alder=24", "?kommune=0101&kommune=0851"]
)
def test_what_is_not_understood_is_refused(client, address, query):
    assert client.get(f"{address}{query}").status_code == 400


@pytest.mark.parametrize("address", [FEED, CALENDAR])
def test_they_are_closed_where_the_libraries_are(client, settings, address):
    settings.LIBRARY_IS_PUBLIC = False

    assert client.get(address).status_code == 302


@pytest.mark.parametrize("query", [f"?forsoeg={NEXTWORK}", "?kommune=0101"])
def test_they_are_filtered(client, query):
    # S004:110: København is none of the municipalities of Uddannelsesløft.
    republish(
        "uddannelsesloeft-nordjylland",
        periods=ending("2027-12-31", slug="uddannelsesloeft-nordjylland"),
    )

    address = "/forsoeg/uddannelsesloeft-nordjylland/"
    assert address in client.get(FEED).content.decode()
    assert address not in client.get(f"{FEED}{query}").content.decode()
    assert any(str(each["URL"]).endswith(address) for each in events_of(client))
    assert not any(str(each["URL"]).endswith(address) for each in events_of(client, query))


def test_the_feed_of_a_withdrawn_trial_goes_on(client):
    withdraw(EditionKind.TRIAL, IBBIS, by=None, reason="Prøve")

    assert titles(feed_of(client, f"?forsoeg={IBBIS}"))[0].startswith("Trukket tilbage: ")
    assert events_of(client, f"?forsoeg={IBBIS}") == []


def test_what_no_program_can_read_does_not_end_them_for_good(client):
    # XML 1.0, section 2.2: of the control characters only tab and line breaks are characters.
    republish(NEXTWORK, summary="Andre ord.", why="Ny\x0bfrist \x01")

    assert "Ny frist" in client.get(FEED).content.decode()
    assert client.get(CALENDAR).status_code == 200


def test_the_public_address_stands_in_both(client, settings):
    settings.PUBLIC_ADDRESS = "https://vejviser.example"
    republish(NEXTWORK, summary="Andre ord.")

    for address in (FEED, CALENDAR):
        told = client.get(address).content.decode().replace("\r\n ", "")
        assert f"https://vejviser.example/forsoeg/{NEXTWORK}/" in told
        assert "testserver" not in told
