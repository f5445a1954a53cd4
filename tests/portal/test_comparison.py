"""Sammenligningen: two evaluations side by side, and no finding of either lost."""

import re
from collections import Counter
from itertools import combinations
from typing import Any

import pytest
from django.urls import resolve
from django.utils import timezone

from portal.gate import RESERVED, missing
from portal.library.libraries import EVALUATIONS
from portal.overview.comparison import NOT_STATED, Comparison, comparison_of, pairs_of
from portal.publication import withdraw
from portal.shelf import current_content
from portal.words import EditionKind
from tests.portal.pages import plain, text_of

pytestmark = pytest.mark.django_db

PAGE = "/evalueringer/sammenlign/"
RAMBOLL, VIVE = "social-stoette-ramboell-2021", "social-stoette-vive-2023"
ANCHOR = re.compile(r'href="/evalueringer/([-\w]+)/#fund-([-\w]+)"')
ROW = re.compile(r'<tr>\s*<th scope="row">(.*?)</th>(.*?)</tr>', re.DOTALL)
UNSTUDIED = "Ikke undersøgt i det, Vejviser kender."


def page(client: Any, one: str, other: str) -> str:
    response = client.get(PAGE, {"a": one, "b": other})
    assert response.status_code == 200
    return str(response.content.decode())


def rows(markup: str) -> dict[str, str]:
    """The row of each thing that is compared, by its label, as it is read."""
    return {plain(label): plain(cells) for label, cells in ROW.findall(markup)}


def compared(one: str = RAMBOLL, other: str = VIVE) -> Comparison:
    return comparison_of(one, other, current_content())


# --- Nothing is lost ----------------------------------------------------------------------------


@pytest.mark.slow
def test_every_finding_of_both_stands_once_on_the_page_of_every_pair(client):
    evaluations = current_content().evaluations
    for pair in combinations(evaluations, 2):
        expected = Counter(
            (slug, row["slug"]) for slug in pair for row in evaluations[slug].document["findings"]
        )
        assert Counter(ANCHOR.findall(page(client, *pair))) == expected


def test_an_outcome_that_only_one_has_studied_says_so_on_the_other_side():
    for aligned in compared().aligned:
        assert aligned.one or aligned.other
        assert (aligned.words == "Kun den ene har fund.") == (not (aligned.one and aligned.other))


def test_the_page_says_what_the_other_has_not_studied(client):
    found = rows(page(client, RAMBOLL, VIVE))

    assert UNSTUDIED in found["Støttet beskæftigelse Kun den ene har fund."]
    assert UNSTUDIED in found["Uddannelse Kun den ene har fund."]
    assert sum(UNSTUDIED in cells for cells in found.values()) == 8


# --- What is set side by side -------------------------------------------------------------------


# Rambøll does not say whom it compared with; VIVE had a control group and followed for longer.
def test_the_two_evaluations_of_social_support_row_by_row(client):
    markup = page(client, RAMBOLL, VIVE)
    found = rows(markup)

    assert found["Program"] == "Begge: Social støtte i overgang til og fastholdelse i job"
    assert found["Programmets periode"] == "Begge: februar 2018 til marts 2020"
    assert NOT_STATED in found["Sammenligning"]
    assert "En kontrolgruppe af lignende borgere" in found["Sammenligning"]
    assert "april 2021" in found["Udgivet"]
    assert "2023" in found["Udgivet"]
    assert found["Antal steder"] == "Begge: 5"
    assert "De tæller derfor ikke som to uafhængige undersøgelser." in plain(markup)


# F31 and F36: none found an effect on staying in ordinary work. F34: it ends after 18 months.
def test_findings_that_point_the_same_way_are_not_said_to_be_the_same(client):
    said = {row.outcome.value: row.words for row in compared().aligned}

    assert said["fastholdelse_ordinaer"] == "Samme retning, men ikke fundet på samme måde."
    assert said["fastholdelse_virksomhedsrettet"] == (
        "Samme retning, men ikke fundet på samme måde og kun den ene siger, "
        "hvornår effekten ophører."
    )
    assert "Effekten ophører efter 18 måneder." in plain(page(client, RAMBOLL, VIVE))


def test_other_directions_are_said_to_be_other_ones():
    said = {row.outcome.value: row.words for row in compared("ibbis-star-2024", VIVE).aligned}

    assert said["beskaeftigelse"] == "Ikke samme retning."


def test_what_the_sources_disagree_on_stands_with_both_and_with_their_programme(client):
    markup = page(client, RAMBOLL, VIVE)
    text = plain(markup)
    documents = [current_content().evaluations[slug].document for slug in (RAMBOLL, VIVE)]
    documents.append(current_content().programmes["social-stoette-i-job"])

    for document in documents:
        for row in (*document["claims"], *document["remarks"]):
            assert (row.get("statement") or row["text"]) in text
    for document in documents[:2]:
        for source in document["sources"]:
            assert source["title"] in text.split("Kilden til hvert enkelt fund")[1]


def test_two_about_different_programmes_are_told_apart(client):
    text = plain(page(client, "en-plan-vive", VIVE))

    assert "De to handler om forskellige programmer." in text
    assert "uafhængige undersøgelser" not in text


def test_the_pairs_suggested_are_those_about_the_same(client):
    assert [(pair.one.title, pair.query) for pair in pairs_of(current_content())] == [
        ("Rambølls slutevaluering af Social støtte i job", f"?a={RAMBOLL}&b={VIVE}")
    ]
    assert f'href="?a={RAMBOLL}&amp;b={VIVE}"' in client.get(PAGE).content.decode()


# --- What is refused ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("query", "field", "message", "kept"),
    [
        (f"a={RAMBOLL}&b=findes-ikke", "b", "Den evaluering er ikke udgivet", RAMBOLL),
        ("a=ips", "a", "Den evaluering er ikke udgivet i Vejviser nu. Vælg en på listen.", ""),
        (f"a={VIVE}&b={VIVE}", "b", "Det er den samme evaluering to gange.", VIVE),
    ],
)
def test_a_wrong_choice_is_told_at_its_field_and_the_other_is_kept(
    client, query, field, message, kept
):
    response = client.get(f"{PAGE}?{query}")
    markup = response.content.decode()

    assert response.status_code == 400
    assert message in markup.split(f'id="id_{field}_error"')[1].split("</div>")[0]
    assert f'<a href="#id_{field}">' in markup
    assert f'value="{kept}" selected' in markup
    assert "<title>Fejl: Sammenlign to evalueringer" in markup


def test_a_withdrawn_evaluation_can_no_longer_be_compared(client):
    withdraw(EditionKind.EVALUATION, VIVE, by=None, reason="Prøve", at=timezone.now())

    assert client.get(f"{PAGE}?a={RAMBOLL}&b={VIVE}").status_code == 400


@pytest.mark.parametrize("query", [f"a={RAMBOLL}", f"b={VIVE}", f"a={RAMBOLL}&b="])
def test_one_alone_waits_for_the_other(client, query):
    response = client.get(f"{PAGE}?{query}")

    assert response.status_code == 200
    assert "Vælg også den anden evaluering." in text_of(response)


@pytest.mark.parametrize(
    ("query", "words"),
    [("c=1", "c : Ukendt navn i adressen."), (f"a={VIVE}&a={VIVE}", "a : Står 2 gange.")],
)
def test_what_cannot_be_read_is_named_with_its_remedy(client, query, words):
    response = client.get(f"{PAGE}?{query}")

    assert response.status_code == 400
    assert words in text_of(response)


# --- The address --------------------------------------------------------------------------------


def test_no_evaluation_may_take_the_address_of_the_comparison():
    assert resolve(PAGE).url_name == "comparison"
    assert f"/{EVALUATIONS.path}/{''.join(RESERVED)}/" == PAGE

    document = {**current_content().evaluations[VIVE].document, "slug": "sammenlign"}
    assert missing(EditionKind.EVALUATION, document) == [
        "Kortnavnet \u201dsammenlign\u201d er optaget. Vælg et andet kortnavn."
    ]
