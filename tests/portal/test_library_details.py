"""The page of one thing: true to its document, to the day, and to its editions."""

from datetime import UTC, datetime
from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from portal.models import Edition
from portal.publication import publish, withdraw
from portal.shelf import current_content
from portal.words import EditionKind
from tests.portal.pages import text_of, title_of

pytestmark = pytest.mark.django_db

NEXTWORK = "/forsoeg/nextwork-praktik/"
PATHS = {
    EditionKind.TRIAL: "forsoeg",
    EditionKind.EVALUATION: "evalueringer",
    EditionKind.RECOMMENDATION: "anbefalinger",
    EditionKind.PROGRAMME: "programmer",
}
FIRST, SECOND, THIRD = (datetime(year, 5, 4, 12, tzinfo=UTC) for year in (2027, 2028, 2029))


def read(client: Client, address: str, on: str = "") -> str:
    response = client.get(address, {"dato": on} if on else {})
    assert response.status_code == 200
    return text_of(response)


def section(response: Any, heading: str, *, until: str) -> str:
    return text_of(response).split(f" {heading} ", 1)[1].split(f" {until} ", 1)[0]


def put(kind: EditionKind, slug: str, *, at: datetime, **changes: Any) -> Edition:
    like = Edition.objects.history(kind, slug)[0].document
    made = publish(kind, {**like, **changes}, by=None, reason="Rettet af Prøve", at=at)
    assert made
    return made


@pytest.fixture
def published_in_2027() -> None:
    """NExTWORK with its first edition on a day that the tests know."""
    Edition.objects.filter(slug="nextwork-praktik").update(published_at=FIRST)


# --- Trials -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("on", "told"),
    [
        # NExTWORK: begun by 10 November 2021 at the latest, ended 31 March 2022 (lines 68 to 70).
        pytest.param("09-11-2021", "Usikkert, om det gælder.", id="perhaps-begun"),
        pytest.param("10-11-2021", "Gælder. I kraft den 10. november 2021.", id="surely-begun"),
        pytest.param("31-03-2022", "Gælder. I kraft den 31. marts 2022.", id="last-day"),
        pytest.param(
            "01-04-2022", "Udløbet. Udløb den 31. marts 2022, 1 dag før den valgte", id="day-after"
        ),
        pytest.param(
            "15-03-2026", "Udløbet. Udløb den 31. marts 2022, over 3 år", id="years-after"
        ),
    ],
)
def test_a_trial_says_how_it_stands_on_the_day(client, on, told):
    assert told in read(client, NEXTWORK, on)


def test_a_trial_that_has_not_begun_says_so(client):
    text = read(client, "/forsoeg/jobrotation-varighed/", "30-12-2020")

    assert "Ikke begyndt. Gælder fra den 1. januar 2021, 2 dage efter den valgte dag." in text


def test_the_day_is_today_when_none_is_stated_and_the_page_says_so(client):
    assert "(i dag, antaget)" in read(client, NEXTWORK)
    assert "antaget" not in read(client, NEXTWORK, "01-12-2021")


def test_a_trial_is_told_whole(client):
    """Lines 68 to 82 of the newsletter on NExTWORK."""
    text = read(client, NEXTWORK, "01-12-2021")

    for words in (
        "Efter den almindelige regel højst 4 uger.",
        "I forsøget: op til 13 uger. Kilde:",
        "I forsøget: op til 26 uger. Kræver konkret, individuel vurdering. Kilde:",
        "længere endnu; kilden angiver intet loft",
        "linje 80 (står i kilden)",
        "Kommunen er en af de 4 kommuner, som kilden ikke navngiver.",
        "Antal kommuner ifølge kilden: 4.",
        "Kilden siger ikke, hvilke kommuner det er.",
        "alle 3 betingelser skal være opfyldt",
        "Borgeren er omfattet af LAB § 6, nr. 4",
        "Hvornår slutter forsøget?",
        "Det, vi bruger: Forsøget slutter den 31. marts 2022",
        "Forsøget slutter den 31. marts 2023, hvis teksten er skrevet i 2022.",
        "Kilden kan læses på flere måder: Teksten giver en måned uden årstal.",
        "Forbehold: Ugerne er en øvre grænse",
    ):
        assert words in text


def test_each_period_shows_both_bounds_and_the_decision(client):
    text = read(client, "/forsoeg/jobrotation-varighed/", "01-07-2022")

    assert "Periode 1: udløbet på dagen" in text
    assert "Periode 2: i kraft på dagen" in text
    assert text.count("Begyndelsen: Kilde:") == text.count("Slutningen: Kilde:") == 2
    assert "Beslutning: forlænget til og med 31. december 2022" in text


def test_municipalities_stand_by_name(client):
    text = read(client, "/forsoeg/uddannelsesloeft-nordjylland/")

    for name in ("Brønderslev", "Hjørring", "Morsø", "Rebild"):
        assert name in section(client.get("/forsoeg/uddannelsesloeft-nordjylland/"), "Kommuner",
                               until="Målgruppe")  # fmt: skip
    assert "Almindelig regel" in text


def test_a_list_that_is_not_complete_says_so(client):
    text = read(client, "/forsoeg/ibbis/")

    assert "Listen er ikke fuldstændig: andre kommuner kan være med." in text


def test_what_the_source_leaves_open_in_a_target_group_is_told(client):
    text = read(client, "/evalueringer/social-stoette-vive-2023/")

    assert "Alderen er mere end 30 år. Kilden afgør ikke: 30 år." in text


def test_the_address_of_a_source_shows_its_host(client):
    assert "[elov.dk], forholdet til bek. 1755" in read(client, NEXTWORK)


# --- Evaluations ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("slug", "on", "told"),
    [
        ("ibbis-star-2024", "18-11-2024", "Ikke udgivet på dagen. Den er udgivet 19. november"),
        ("ibbis-star-2024", "19-11-2024", "Udgivet på dagen."),
        ("social-stoette-ramboell-2021", "31-03-2021", "Ikke udgivet på dagen."),
        ("social-stoette-ramboell-2021", "15-04-2021", "Måske ikke udgivet på dagen."),
        ("social-stoette-ramboell-2021", "30-04-2021", "Udgivet på dagen."),
        ("social-stoette-vive-2023", "30-12-2023", "Måske ikke udgivet på dagen."),
        ("social-stoette-vive-2023", "31-12-2023", "Udgivet på dagen."),
        ("en-plan-vive", "01-01-2031", "Udgivet på dagen."),
        ("en-plan-vive", "31-10-2031", "Ældre end 10 år på dagen."),
        ("handicappuljer-2019", "01-01-2020", "Udgivelsesdagen er ikke oplyst."),
    ],
)
def test_an_evaluation_says_whether_it_was_out_on_the_day(client, slug, on, told):
    assert told in read(client, f"/evalueringer/{slug}/", on)


@pytest.mark.parametrize("slug", ["en-plan-vive", "social-stoette-vive-2023", "ibbis-star-2024"])
def test_an_evaluation_shows_all_its_findings_each_with_an_address(client, slug):
    document = current_content().evaluations[slug].document
    response = client.get(f"/evalueringer/{slug}/")

    assert f"Alle fund ({len(document['findings'])})" in text_of(response)
    for finding in document["findings"]:
        assert f'id="fund-{finding["slug"]}"' in response.content.decode()
        assert finding["statement"].split(".")[0] in text_of(response)


def test_a_finding_leads_to_the_recommendations_that_rest_on_it_and_back(client):
    evaluation = client.get("/evalueringer/flere-skal-med-ii/").content.decode()
    recommendation = client.get("/anbefalinger/loentimer/").content.decode()

    assert '<a href="/anbefalinger/loentimer/">' in evaluation
    assert '<a href="/evalueringer/flere-skal-med-ii/#fund-flere-i-loentimer">' in recommendation


# --- Recommendations --------------------------------------------------------------------------


def test_a_recommendation_tells_its_strength_with_reasons_and_marks(client):
    text = read(client, "/anbefalinger/virksomhedsrettet-indsats/", "01-06-2026")

    assert "Vidensstyrke for den undersøgte målgruppe: moderat." in text
    assert "+ undersøgt med sammenligningsgruppe" in text
    assert "Undersøgt, uden påvist effekt på mindst ét udfald" in text


def test_a_recommendation_says_which_studies_came_after_the_day(client):
    text = read(client, "/anbefalinger/virksomhedsrettet-indsats/", "01-06-2022")

    assert "VIVEs opfølgning på Social støtte i job: ikke udgivet på dagen." in text
    assert "Rambølls slutevaluering af Social støtte i job: ikke udgivet" not in text


def test_a_recommendation_without_groups_shows_those_that_were_studied(client):
    text = read(client, "/anbefalinger/cti-stoette/")

    assert "Anbefalingen har ingen egen målgruppe." in text
    assert "Ydelsen er kontanthjælp" in text


def test_findings_that_are_no_longer_published_are_counted_as_absent(client):
    withdraw(EditionKind.EVALUATION, "flere-skal-med-ii", by=None, reason="Prøve", at=FIRST)

    text = read(client, "/anbefalinger/loentimer/")

    assert "2 fund, som anbefalingen hviler på, er ikke udgivet i Vejviser nu" in text
    assert "Den hviler ikke på et fund, som er udgivet i Vejviser." in text
    assert (
        '"/evalueringer/flere-skal-med-ii/'
        not in client.get("/anbefalinger/loentimer/").content.decode()
    )


# --- Programmes -------------------------------------------------------------------------------


def test_a_programme_is_told_whole(client):
    text = read(client, "/programmer/social-stoette-i-job/")

    for words in (
        "Formål At prøve",
        "Forpligtende samarbejde mellem socialområdet og jobcentret",
        "5 kommuner ifølge kilden",
        "Det, vi bruger: Kommunerne deltog fra februar 2018 til marts 2020.",
        "Kilderne er uenige: Kilderne er uenige om starten: 2017 eller 2018.",
        "Rambølls slutevaluering af Social støtte i job",
        "Giv støtte efter CTI-metoden",
    ):
        assert words in text


def test_a_relation_is_told_from_both_ends(client):
    told = [
        (programme["slug"], row["slug"])
        for programme in current_content().programmes.values()
        for row in programme["relations"]
    ]

    assert told
    for one, other in told:
        for here, there in ((one, other), (other, one)):
            page = client.get(f"/programmer/{here}/").content.decode()
            assert f'<a href="/programmer/{there}/">' in page


def test_trials_evaluations_and_programmes_lead_to_each_other(client):
    ways = {
        "/forsoeg/ibbis/": ("/evalueringer/ibbis-star-2024/", "/programmer/ibbis/"),
        "/evalueringer/ibbis-star-2024/": ("/forsoeg/ibbis/", "/programmer/ibbis/"),
        "/programmer/ibbis/": ("/forsoeg/ibbis/", "/evalueringer/ibbis-star-2024/"),
        "/anbefalinger/loentimer/": (
            "/evalueringer/flere-skal-med-ii/",
            "/programmer/flere-skal-med-ii/",
        ),
    }
    for here, others in ways.items():
        for there in others:
            assert f'<a href="{there}">' in client.get(here).content.decode()


# --- Editions ---------------------------------------------------------------------------------


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


# --- Cost -------------------------------------------------------------------------------------

# The stamps of the editions, the editions of the thing, the document.
QUERIES = 3
# And the session and the user.
QUERIES_OF_A_USER = 5
THINGS = [
    "/forsoeg/voksenlaerling-ledighedskrav/",
    "/evalueringer/social-stoette-vive-2023/?dato=01-06-2023",
    "/anbefalinger/virksomhedsrettet-indsats/",
    "/programmer/social-stoette-i-job/",
]


@pytest.mark.parametrize("address", THINGS)
def test_the_number_of_queries_is_fixed(client, portal, django_assert_num_queries, address):
    _assert_fixed_queries(client, portal, django_assert_num_queries, address)


@pytest.mark.slow
@pytest.mark.parametrize("address", THINGS)
def test_the_number_of_queries_is_the_same_at_ten_times_the_content(
    client, ten_times, django_assert_num_queries, address
):
    _assert_fixed_queries(client, ten_times, django_assert_num_queries, address)


def _assert_fixed_queries(
    client: Client, portal: Client, count: DjangoAssertNumQueries, address: str
) -> None:
    current_content()  # a new content version costs one more query in each process
    with count(QUERIES):
        assert client.get(address).status_code == 200
    with count(QUERIES_OF_A_USER):
        assert portal.get(address).status_code == 200


# --- Every page -------------------------------------------------------------------------------


@pytest.mark.slow
def test_every_published_thing_has_a_page_with_its_title(client):
    for edition in Edition.objects.exclude(kind=EditionKind.MUNICIPALITIES):
        address = f"/{PATHS[EditionKind(edition.kind)]}/{edition.slug}/"
        assert edition.title in read(client, address, "01-12-2021")
