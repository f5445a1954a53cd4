"""The guidance page, read as a caseworker reads it, without JavaScript."""

import itertools
import re
from datetime import date
from typing import Any

import pytest
from django.test import Client

from portal.shelf import current_content
from tests.portal.pages import GUIDANCE, YOUNG, article, ask, text_of, title_of

NEXTWORK = "nextwork-praktik"


@pytest.fixture
def answer(portal: Client) -> Any:
    return portal.post(GUIDANCE, YOUNG)


def test_three_open_questions_keep_the_internship_undecided(answer):
    page = article(answer, NEXTWORK)

    assert "Kan ikke afgøres." in page
    for question in (
        "Har borgeren erhvervserfaring?",
        "Har borgeren langvarig ledighed?",
        "Har borgeren i øvrigt svært ved at få job med løntilskud?",
    ):
        assert question in page
    assert "Sikkert tilladt: op til 4 uger." in page
    assert "Hvis forsøget viser sig at gælde: op til 13 uger." in page


@pytest.mark.parametrize(
    ("field", "reply"),
    [("work_experience", "no"), ("long_term_unemployed", "yes"), ("hard_to_place", "yes")],
)
def test_one_deciding_reply_opens_thirteen_weeks(portal, field, reply):
    page = article(ask(portal, **YOUNG | {field: reply}), NEXTWORK)

    assert "Gælder." in page
    assert "Sikkert tilladt: op til 13 uger." in page
    assert "Dette står åbent" not in page


def test_every_open_point_and_question_leads_to_its_field(answer):
    markup = answer.content.decode()
    targets = set(re.findall(r'href="#([^"]+)"', markup))

    assert "id_work_experience" in targets
    assert targets <= set(re.findall(r'\bid="([^"]+)"', markup))


def test_what_applies_comes_first_and_why_not_is_told(portal):
    page = text_of(ask(portal, **YOUNG, work_experience="no"))
    places = [page.index(f"Forsøg: {word} (") for word in ("gælder", "kan ikke afgøres")]

    assert places == sorted(places)
    assert page.index("Forsøg: gælder ikke (") > places[-1]
    assert "Mangler én betingelse: borgeren er fyldt 25 år." in page


def test_time_alone_is_no_question_to_the_citizen(portal):
    profile = {
        "on": "01-06-2021",
        "municipality": "0851",
        "benefit": "dagpenge",
        "employment": "ledig",
        "skill_level": "faglaert",
        "education_obsolete": "no",
    }
    page = article(ask(portal, **profile), "uddannelsesloeft-nordjylland")

    assert "Kan ikke afgøres." in page
    assert "Intet svar om borgeren kan afgøre det" in page


def test_where_time_is_open_too_answers_can_only_rule_out(answer):
    assert "Svar om borgeren kan højst vise, at forsøget ikke gælder" in article(answer, "ibbis")


def test_a_borderline_is_for_the_caseworker_to_judge(portal):
    page = article(
        ask(portal, on="01-02-2022", municipality="0101", on_sick_leave="yes", health="angst"),
        "ibbis",
    )

    assert "kilden siger ikke, hvor grænsen går" in page


def test_none_of_them_is_an_answer_and_silence_is_not(portal):
    silent = ask(portal, on="01-02-2022", municipality="0101", on_sick_leave="yes")
    none = ask(portal, on="01-02-2022", municipality="0101", on_sick_leave="yes", health="ingen")

    assert "Kan ikke afgøres." in article(silent, "ibbis")
    assert "Gælder ikke." in article(none, "ibbis")
    assert "ingen af dem" in text_of(none)


def test_null_and_negative_findings_stand_beside_the_positive(portal):
    page = article(
        ask(
            portal,
            benefit="kontanthjaelp",
            readiness="aktivitetsparat",
            age="45",
            unemployed_months="30",
            on="01-01-2024",
        ),
        "social-stoette-vive-2023",
    )

    assert "direkte: borgeren ligner målgruppen" in page
    assert "Positiv" in page
    assert "Ingen påvist effekt" in page
    assert "Effekten ophører efter 18 måneder." in page


def test_evidence_far_from_the_citizen_is_folded_away_with_the_reason(answer):
    page = text_of(answer)

    assert "Ingen evalueringer er tæt på det, der er oplyst." in page
    assert "Andre målgrupper end borgerens er undersøgt (" in page
    assert "Der mangler oplysninger om borgeren til at sige noget om afstanden (" in page


def test_a_recommendation_tells_status_strength_and_distance(portal):
    advice = article(ask(portal, disability="yes"), "praktisk-traening")

    assert "Status udtrykkelig anbefaling" in advice
    assert "Vidensstyrke erfaringsbaseret" in advice
    assert "Svækker: kun beskrivelser, oplevelser eller cases" in advice
    assert "Afstand direkte: borgeren ligner" in advice


def test_every_source_tells_its_place_and_status(answer):
    page = text_of(answer)

    assert "Kilde: Nyhedsbrev om Én plan, praktik i NExTWORK" in page
    assert ", linje 80 (står i kilden)" in page


def test_it_is_guidance_and_the_ordinary_rule_may_have_changed(answer):
    page = text_of(answer)

    assert "Vejledende, ikke en afgørelse." in page
    undated = page.count("Kilderne siger ikke, hvilken dag den almindelige regel er kendt fra.")
    dated = page.count("Den almindelige regel er kendt pr.")
    assert undated + dated == len(current_content().trials)


def test_a_benefit_that_ceased_later_is_told_without_its_end(portal):
    """On a day in 2021 nobody need know of 2025; the list of choices says it (B7)."""
    filled = ask(portal, **YOUNG)
    page = text_of(filled)

    assert "Ydelse uddannelseshjælp" in page
    assert page.count("(til 30.06.2025)") == 2
    assert filled.content.decode().count("(til 30.06.2025)</option>") == 2


def test_the_reservation_is_told_once(answer):
    page = article(answer, NEXTWORK)

    assert page.count("Forbehold:") == 1
    assert "Kilden tager et forbehold" not in page


def test_what_the_portal_filled_in_is_told(portal):
    filled = text_of(ask(portal, municipality="0101"))
    other = text_of(ask(portal, municipality="0751", on="01-12-2021"))

    assert "(antaget: i dag)" in filled
    assert "København (antaget: din hjemkommune)" in filled
    assert "antaget" not in other


def test_the_home_municipality_is_chosen_beforehand(portal):
    markup = portal.get(GUIDANCE).content.decode()

    assert '<option value="0101" selected>København</option>' in markup


def test_a_planned_offer_is_assessed_and_repeated(portal):
    response = ask(portal, **YOUNG, work_experience="no", weeks="20", individual_assessment="yes")

    assert "Planlagt tilbud 20 uger i alt" in text_of(response)
    assert "Tilbuddet på 20 uger: tilladt." in article(response, NEXTWORK)


def test_when_nothing_is_in_force_the_page_says_what_was_last(portal):
    page = text_of(ask(portal, on="15-03-2026"))

    assert "Ingen af de forsøg, Vejviser kender, er i kraft den 15. marts 2026." in page
    assert (
        "længst til og med den 31. december 2025: Uddannelsesløft i syv nordjyske kommuner" in page
    )


def test_the_page_with_an_answer_has_headings_in_order(answer):
    levels = [int(level) for level in re.findall(r"<h([1-6])", answer.content.decode())]

    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


def test_no_id_stands_twice(answer):
    ids = re.findall(r'\bid="([^"]+)"', answer.content.decode())

    assert len(ids) == len(set(ids))


def test_the_title_tells_an_answer_from_an_error(portal):
    assert title_of(portal.get(GUIDANCE)) == "Vejledning – Vejviser"
    assert title_of(ask(portal, age="24")) == "Svar: Vejledning – Vejviser"
    assert title_of(ask(portal, age="240")) == "Fejl: Vejledning – Vejviser"


@pytest.mark.django_db
def test_the_front_page_is_open_and_tells_what_is_in_force(client, monkeypatch):
    monkeypatch.setattr("django.utils.timezone.localdate", lambda: date(2021, 12, 1))
    page = text_of(client.get("/"))

    assert "6 forsøg gælder i dag:" in page
    assert "Længere virksomhedspraktik i NExTWORK-kommunerne" in page


def test_an_answer_is_not_kept_behind_the_back_button(answer):
    assert "no-store" in answer["Cache-Control"]


def test_a_borderline_beside_an_open_question_says_how_little_a_reply_can_do(portal):
    # S004:112, "lettere grad": anxiety of unknown degree stays open whatever else is told.
    stated = {"on": "01-02-2022", "municipality": "0101", "health": "angst"}
    page = article(ask(portal, **stated), "ibbis")

    assert "kan højst vise, at forsøget ikke gælder" in page


def test_no_field_cuts_what_is_typed(portal):
    assert "maxlength" not in portal.get(GUIDANCE).content.decode()
