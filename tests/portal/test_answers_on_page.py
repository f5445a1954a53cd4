"""The answer on the page: each trial with what a caseworker must see of it, and the rest folded."""

import re

import pytest
from django.test import Client

from tests.portal.pages import ON, YOUNG, article, ask, plain, read
from tests.portal.test_strips import unfolded
from trials.rules import Verdict

NEXTWORK = "nextwork-praktik"
SKILLED = {
    "on": "15-11-2021",
    "age": "38",
    "benefit": "dagpenge",
    "employment": "ledig",
    "skill_level": "faglaert",
    "education_obsolete": "no",
    "unemployed_months": "4",
    "municipality": "0851",
}


# The line that says that something is contested is read while its fold is closed.
CONTESTED = re.compile(r'<details class="contested"[^>]*>\s*<summary>(.*?)</summary>', re.S)


def seen(response, slug: str) -> str:
    """What is read of a trial before anything is unfolded."""
    markup = response.content.decode()
    found = re.search(rf'<article class="answer[^>]* id="{slug}">(.*?)</article>', markup, re.S)
    assert found
    drawn = re.sub(r"<svg.*?</svg>", "", found.group(1), flags=re.S)
    return plain(unfolded(CONTESTED.sub(r"\1 <details>", drawn)))


def test_what_applies_shows_its_steps_last_day_and_doubts_at_once(portal: Client):
    """S004:70-82; the year of the last day is inferred, and another reading gives 2023."""
    page = seen(ask(portal, **YOUNG, work_experience="no", weeks="20"), NEXTWORK)

    for told in (
        "✓ Gælder. Forsøget er i kraft den 1. december 2021, kommunen deltager, og borgeren er i",
        "Tilbuddet på 20 uger: kræver konkret vurdering.",
        "Sikkert tilladt: op til 13 uger.",
        "26 uger efter konkret vurdering; derefter intet loft i kilden",
        "Sidste sikre dag: 31. marts 2022 (udledt af kilden).",
        "Kilden kan læses på flere måder: Hvornår slutter forsøget?",
        "Forbehold:",
        "Vejviser kender ingen evaluering af forsøget.",
    ):
        assert told in page


def test_what_does_not_apply_is_a_reason_the_nearest_change_and_the_doubts(portal: Client):
    page = seen(ask(portal, on="15-03-2026", age="27", municipality="0101"), "ibbis")

    assert page == (
        "IBBIS: samlet indsats til sygemeldte med angst, depression og stress "
        "✕ Gælder ikke. Forsøget er udløbet den valgte dag. "
        "Udløb den 30. april 2022, over 3 år før den valgte dag. "
        "Desuden kan 2 betingelser ikke afgøres. 3 ting kan læses på flere måder"
    )


def test_all_eight_are_expired_in_2026_and_each_says_when(portal: Client):
    response = ask(portal, on="15-03-2026", age="27", municipality="0101")
    slugs = re.findall(
        r'<article class="answer answer--not_applies" id="([^"]+)">', str(response.content.decode())
    )

    assert len(slugs) == 8
    for slug in slugs:
        assert "orsøget er udløbet den valgte dag" in seen(response, slug)
        assert re.search(r"Udløb (senest )?den \d+\. \w+ 202\d", seen(response, slug))


def test_sources_that_disagree_say_so_where_the_answer_is(portal: Client):
    """C1: the newsletter and STAR give different starts of the trial for skilled people."""
    response = ask(portal, **SKILLED)
    page = seen(response, "voksenlaerling-ledighedskrav")

    assert "✓ Gælder." in page
    assert "Kilderne er uenige om 3 ting" in page
    assert "Kilderne er uenige: Hvornår begyndte forsøget? Vi bruger:" in article(
        response, "voksenlaerling-ledighedskrav"
    )
    assert "Evaluering: Evaluering af tre forsøg med voksenlærlingeordningen" in page
    assert "Resultat: 9 beskrivende fund; ingen effekt er målt." in page


def test_two_periods_in_a_row_count_as_one(portal: Client):
    """S004: jobrotation in 2021 and its extension to the end of 2022."""
    stated = {"on": ON, "jobrotation_substitute": "yes", "unemployed_months": "4"}
    page = seen(ask(portal, **stated), "jobrotation-varighed")

    assert "Sidste sikre dag: 31. december 2022." in page
    assert "6 måneder efter den almindelige regel; 9 måneder i forsøget." in page
    assert "Forlænget til og med den 31. december 2022." in page


def test_the_explanation_tells_its_kinds_apart_by_word_and_mark(portal: Client):
    page = article(ask(portal, **YOUNG), NEXTWORK)
    ill = article(ask(portal, on="01-02-2022", on_sick_leave="yes", health="angst"), "ibbis")

    assert "✓ Opfyldt: Borgeren er omfattet af LAB § 6, nr. 4." in page
    assert "? Ikke oplyst: Borgeren har ikke erhvervserfaring. Har borgeren erhverv" in page
    assert "! Kræver vurdering: Borgeren har langvarig ledighed." in page
    assert "… Kan ikke afgøres:" in page
    assert "≈ På grænsen:" in ill


@pytest.mark.parametrize("verdict", Verdict)
def test_no_answer_is_told_by_colour_alone(portal: Client, verdict: Verdict):
    markup = ask(portal, **YOUNG, work_experience="no").content.decode()
    badges = re.findall(rf'<strong class="badge badge--{verdict}">(.*?)</strong>', markup, re.S)

    assert badges
    for badge in badges:
        assert re.fullmatch(rf"[✓?✕] {verdict.label.capitalize()}\.", plain(badge))


def test_the_picture_says_in_words_what_it_shows(portal: Client):
    response = ask(portal, **YOUNG)
    markup = response.content.decode()

    assert markup.count("<figcaption>") == 8
    assert markup.count('<svg class="periods__svg" width="100%" height="104" aria-hidden') == 8
    assert "Den valgte dag, 1. december 2021, ligger, hvor forsøget sikkert var i kraft." in seen(
        response, NEXTWORK
    )
    assert not re.search(r'\b(x|x1|x2|width)="[^"]*,', markup)


@pytest.mark.django_db
def test_the_library_shows_the_same_pictures(portal: Client):
    trial = portal.get("/forsoeg/nextwork-praktik/", {"dato": "2021-12-01"})
    study = read(portal, "/evalueringer/social-stoette-vive-2023/")
    advice = read(portal, "/anbefalinger/cti-stoette/")

    assert "valgt dag: 1. december 2021" in plain(trial.content.decode())
    assert "Fund: 5 positive, 1 uden påvist effekt og 4 beskrivende." in study
    assert "Fund: 8 positive og 2 uden påvist effekt." in advice
