"""The page of one thing: true to its document, to the day, and to its editions."""

import re
from typing import Any

import pytest
from django.utils import timezone

from portal.findings import design_words
from portal.models import Edition
from portal.publication import withdraw
from portal.shelf import current_content
from portal.words import EditionKind
from tests.portal.pages import read, text_of

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

NEXTWORK = "/forsoeg/nextwork-praktik/"
PATHS = {
    EditionKind.TRIAL: "forsoeg",
    EditionKind.EVALUATION: "evalueringer",
    EditionKind.RECOMMENDATION: "anbefalinger",
    EditionKind.PROGRAMME: "programmer",
}


def section(response: Any, heading: str, *, until: str) -> str:
    return text_of(response).split(f" {heading} ", 1)[1].split(f" {until} ", 1)[0]


# --- Trials -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("on", "told"),
    [
        # NExTWORK: begun by 10 November 2021 at the latest, ended 31 March 2022 (lines 68 to 70).
        pytest.param("09-11-2021", "Usikkert, om det gælder.", id="perhaps-begun"),
        pytest.param("10-11-2021", "Gælder. I kraft den 10. november 2021.", id="surely-begun"),
        pytest.param("31-03-2022", "Gælder. I kraft den 31. marts 2022.", id="last-day"),
        pytest.param(
            "01-04-2022",
            "Udløbet. Udløb den 31. marts 2022 (udledt af kilden), 1 dag før den valgte",
            id="day-after",
        ),
        pytest.param("15-03-2026", "marts 2022 (udledt af kilden), over 3 år", id="years-after"),
    ],
)
def test_a_trial_says_how_it_stands_on_the_day(client, on, told):
    assert told in read(client, NEXTWORK, on)


def test_a_trial_that_has_not_begun_says_so(client):
    text = read(client, "/forsoeg/jobrotation-varighed/", "30-12-2020")

    begins = "Ikke begyndt. Gælder fra den 1. januar 2021 (fra en anden kilde), 2 dage efter"
    assert begins in text


def test_the_day_is_today_when_none_is_stated_and_the_page_says_so(client):
    assert "(i dag, antaget)" in read(client, NEXTWORK)
    assert "antaget" not in read(client, NEXTWORK, "01-12-2021")


def test_a_trial_is_told_whole(client):
    """Lines 68 to 82 of the newsletter on NExTWORK."""
    text = read(client, NEXTWORK, "01-12-2021")

    for words in (
        "Efter den almindelige regel højst 4 uger.",
        "I forsøget: op til 13 uger. Kilde:",
        "I forsøget: op til 26 uger. Kræver konkret vurdering. Kilde:",
        "længere endnu; kilden angiver intet loft",
        "linje 80 (står i kilden)",
        "4 kommuner, som kilden ikke navngiver; spørg, om jeres er med.",
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

    assert "Periode 1 – på den valgte dag: udløbet" in text
    assert "Periode 2 – på den valgte dag: i kraft" in text
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


@pytest.mark.parametrize(
    ("trial", "told"),
    [("nextwork-praktik", "alle 3"), ("ibbis", "begge"), ("jobrotation-varighed", None)],
)
def test_how_many_conditions_must_hold_is_told_as_danes_say_it(client, trial, told):
    found = re.findall(
        r"– (alle \d+|begge|alle) betingelser skal", read(client, f"/forsoeg/{trial}/")
    )

    assert found == ([told] if told else [])


def test_what_the_source_leaves_open_in_a_target_group_is_told(client):
    text = read(client, "/evalueringer/social-stoette-vive-2023/")

    assert "Alderen er mere end 30 år (kilden afgør ikke, om 30 år er med)." in text


def test_the_address_of_a_source_shows_its_host(client):
    assert "[elov.dk], forholdet til bek. 1755" in read(client, NEXTWORK)


def test_a_place_looked_in_in_vain_is_not_said_to_state_anything(client):
    text = read(client, NEXTWORK)

    gap = text.split("Kilden siger det ikke: ", 2)[2].split(" Kilden siger det ikke: ")[0]
    assert "(set efter på dette sted)" in text
    assert "(står i kilden)" not in gap


# --- Evaluations ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("slug", "on", "told"),
    [
        ("ibbis-star-2024", "18-11-2024", "Var ikke udgivet den dag. Den er udgivet 19. november"),
        ("ibbis-star-2024", "19-11-2024", "Var udgivet den dag."),
        ("social-stoette-ramboell-2021", "31-03-2021", "Var ikke udgivet den dag."),
        ("social-stoette-ramboell-2021", "15-04-2021", "Var måske ikke udgivet den dag."),
        ("social-stoette-ramboell-2021", "30-04-2021", "Var udgivet den dag."),
        ("social-stoette-vive-2023", "30-12-2023", "Var måske ikke udgivet den dag."),
        ("social-stoette-vive-2023", "31-12-2023", "Var udgivet den dag."),
        ("en-plan-vive", "01-01-2031", "Var udgivet den dag."),
        # Old only when it surely is: the month is known of the one, and the year of the other.
        ("social-stoette-ramboell-2021", "30-04-2031", "Var udgivet den dag."),
        ("social-stoette-ramboell-2021", "01-05-2031", "Ældre end 10 år den dag."),
        ("en-plan-vive", "31-10-2031", "Var udgivet den dag."),
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


# S003, lines 29 to 31: fewer of one, more of another; the aim does not say which is good.
def test_a_descriptive_finding_tells_which_way_the_figure_moved(client):
    text = read(client, "/evalueringer/social-stoette-vive-2023/")

    assert "Beskrivende: ned" in text
    assert "Beskrivende: op" in text
    assert "beskrivende: ned (3)" in text_of(client.get("/evalueringer/"))


# S003 names a control group at some findings only: at the others the design is inferred.
def test_a_design_that_is_inferred_says_so_beside_it():
    finding = {"design": "D3", "design_label": "sammenligningsgruppe", "sources": []}
    stated, inferred = {"status": "stated"}, {"status": "inferred"}

    assert design_words(finding | {"sources": [stated]}) == "sammenligningsgruppe"
    told = design_words(finding | {"sources": [stated, inferred]})
    assert told == "sammenligningsgruppe (udledt af kilden)"


# --- Recommendations --------------------------------------------------------------------------


def test_a_recommendation_tells_its_strength_with_reasons_and_marks(client):
    text = read(client, "/anbefalinger/virksomhedsrettet-indsats/", "01-06-2026")

    assert "Vidensstyrke for den undersøgte målgruppe: moderat; undersøgt, uden påvist" in text
    assert "+ undersøgt med sammenligningsgruppe" in text


def test_a_recommendation_says_which_studies_came_after_the_day(client):
    text = read(client, "/anbefalinger/virksomhedsrettet-indsats/", "01-06-2022")

    assert "VIVEs opfølgning på Social støtte i job: var ikke udgivet den dag." in text
    assert "Rambølls slutevaluering af Social støtte i job: var ikke" not in text


def test_a_recommendation_without_groups_shows_those_that_were_studied(client):
    text = read(client, "/anbefalinger/cti-stoette/")

    assert "Anbefalingen har ingen egen målgruppe." in text
    assert "Ydelsen er kontanthjælp" in text


def test_findings_that_are_no_longer_published_are_counted_as_absent(client):
    withdraw(
        EditionKind.EVALUATION, "flere-skal-med-ii", by=None, reason="Prøve", at=timezone.now()
    )

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


# --- Every page -------------------------------------------------------------------------------


@pytest.mark.slow
def test_every_published_thing_has_a_page_with_its_title(client):
    for edition in Edition.objects.exclude(kind=EditionKind.MUNICIPALITIES):
        address = f"/{PATHS[EditionKind(edition.kind)]}/{edition.slug}/"
        assert edition.title in read(client, address, "01-12-2021")
