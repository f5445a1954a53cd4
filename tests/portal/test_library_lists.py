"""The lists of the libraries: what they find, in which order, and at what cost."""

import re
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from evaluations.words import Level
from portal.models import Edition
from portal.publication import publish, withdraw
from portal.shelf import current_content
from portal.words import EditionKind
from tests.editions import changeable_editions
from tests.portal.pages import text_of

pytestmark = pytest.mark.django_db

PATHS = {
    EditionKind.TRIAL: "/forsoeg/",
    EditionKind.EVALUATION: "/evalueringer/",
    EditionKind.RECOMMENDATION: "/anbefalinger/",
    EditionKind.PROGRAMME: "/programmer/",
}
ROW = re.compile(r'<article class="entry">\s*<h3><a href="/[a-z]+/([-\w]+)/[^"]*">([^<]*)</a>')


def rows(client: Client, address: str, **query: Any) -> list[str]:
    """The slugs on the page, in order."""
    response = client.get(address, query)
    assert response.status_code == 200, text_of(response)
    return [slug for slug, _ in ROW.findall(response.content.decode())]


def titles(client: Client, address: str, **query: Any) -> list[str]:
    return [title for _, title in ROW.findall(client.get(address, query).content.decode())]


def put(kind: EditionKind, like_slug: str, **changes: Any) -> None:
    """A new edition like the newest of that slug, with some of it changed."""
    like = Edition.objects.history(kind, like_slug)[0].document
    publish(kind, {**like, **changes}, by=None, reason="Prøve", at=timezone.now())


# --- What is on a list ------------------------------------------------------------------------


@pytest.mark.parametrize(("kind", "count"), [
    (EditionKind.TRIAL, 8),
    (EditionKind.EVALUATION, 7),
    (EditionKind.RECOMMENDATION, 20),
    (EditionKind.PROGRAMME, 16),
])  # fmt: skip
def test_a_library_lists_what_is_published_twenty_to_a_page(client, kind, count):
    found = rows(client, PATHS[kind])

    assert len(found) == count
    assert set(found) <= set(Edition.objects.filter(kind=kind).values_list("slug", flat=True))


def test_every_recommendation_is_on_one_of_the_two_pages(client):
    found = rows(client, "/anbefalinger/") + rows(client, "/anbefalinger/", side=2)

    assert sorted(found) == sorted(current_content().recommendations)
    assert "23 resultater, side 2 af 2" in text_of(client.get("/anbefalinger/?side=2"))


def test_only_the_newest_edition_is_found(client):
    put(EditionKind.TRIAL, "ibbis", summary="Tilbageløbsventil.")
    assert rows(client, "/forsoeg/", q="tilbageløbsventil") == ["ibbis"]

    put(EditionKind.TRIAL, "ibbis", summary="Noget andet.")
    assert rows(client, "/forsoeg/", q="tilbageløbsventil") == []
    assert len(rows(client, "/forsoeg/")) == 8


def test_what_is_withdrawn_is_on_no_list(client):
    withdraw(EditionKind.TRIAL, "ibbis", by=None, reason="Prøve", at=timezone.now())

    assert "ibbis" not in rows(client, "/forsoeg/")
    assert "ibbis" not in rows(client, "/forsoeg/", i_kraft="nej")
    assert rows(client, "/forsoeg/", q="ibbis", i_kraft="ja") == []


def test_an_empty_list_says_what_to_do(client):
    text = text_of(client.get("/forsoeg/?q=qxzqxz&i_kraft=nej"))

    assert "0 resultater" in text
    assert "Intet passer på alt det, du har valgt." in text
    assert "Søg efter: qxzqxz fjern" in text
    assert "Gælder på dagen: nej fjern" in text
    assert "Nulstil alt" in text


def test_an_empty_library_says_so(client):
    with changeable_editions():
        Edition.objects.all().delete()

    for address in PATHS.values():
        assert "Her er intet udgivet endnu." in text_of(client.get(address))


def test_a_filter_can_be_taken_off_and_the_others_stay(client):
    markup = client.get("/forsoeg/?q=ledig&i_kraft=nej&sorter=opdateret").content.decode()

    assert 'href="?i_kraft=nej&amp;sorter=opdateret"' in markup
    assert 'href="?q=ledig&amp;sorter=opdateret"' in markup


def test_fields_left_empty_by_the_form_state_nothing(client):
    assert len(rows(client, "/forsoeg/", q="", dato="", i_kraft="", kommune="", sorter="")) == 8


# --- Words ------------------------------------------------------------------------------------


def test_every_word_must_stand_in_the_text(client):
    both = rows(client, "/programmer/", q="social støtte")

    assert "social-stoette-i-job" in both
    assert set(both) <= set(rows(client, "/programmer/", q="støtte"))
    assert rows(client, "/programmer/", q="støtte findesikke") == []


@pytest.mark.parametrize("text", ["critical time", "CTI-metoden", "cti"])
def test_a_method_is_found_by_its_other_names(client, text):
    assert "cti" in rows(client, "/programmer/", q=text)


def test_trials_are_found_by_what_their_target_group_lives_on(client):
    assert "uddannelsesloeft-nordjylland" in rows(client, "/forsoeg/", q="dagpenge")


@pytest.mark.parametrize("code", ["none_detected", "at_least", "one_of", "https", "ft-l67"])
def test_codes_and_addresses_are_not_searched(client, code):
    for address in PATHS.values():
        assert rows(client, address, q=code) == []


@pytest.mark.parametrize("text", ["praktikken", "virksomhedpraktik", "Praktik NEXTWORK"])
def test_a_list_finds_words_as_the_search_does(client, text):
    assert rows(client, "/forsoeg/", q=text) == ["nextwork-praktik"]


# --- Filters ----------------------------------------------------------------------------------


@pytest.mark.parametrize(("answer", "expected"), [
    # NExTWORK until 31 March 2022 (lines 68 to 70); IBBIS until 30 April (line 126).
    ("ja", {"ibbis", "nextwork-praktik", "jobrotation-ledighedskrav", "jobrotation-varighed",
            "voksenlaerling-ledighedskrav", "uddannelsesloeft-nordjylland"}),
    ("maaske", set()),
    ("nej", {"voksenlaerling-positivliste", "voksenlaerling-foraeldet-uddannelse"}),
])  # fmt: skip
def test_trials_by_whether_they_were_in_force_on_a_day(client, answer, expected):
    assert set(rows(client, "/forsoeg/", i_kraft=answer, dato="31-03-2022")) == expected


def test_trials_that_may_be_in_force_are_neither_yes_nor_no(client):
    assert rows(client, "/forsoeg/", i_kraft="maaske", dato="01-06-2025") == [
        "uddannelsesloeft-nordjylland"
    ]


def test_a_municipality_leaves_out_only_what_surely_does_not_hold_there(client):
    everything = set(rows(client, "/forsoeg/"))

    assert set(rows(client, "/forsoeg/", kommune="0851")) == everything
    assert set(rows(client, "/forsoeg/", kommune="0101")) == everything - {
        "uddannelsesloeft-nordjylland"
    }


def test_outcome_and_direction_are_those_of_one_and_the_same_finding(client):
    found = rows(client, "/evalueringer/", udfald="beskaeftigelse", retning="none_detected")

    assert found == ["ibbis-star-2024"]
    positive = rows(client, "/evalueringer/", retning="positive")
    assert "social-stoette-vive-2023" in positive
    assert "ibbis-star-2024" not in positive


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"forsoeg": "ibbis"}, ["ibbis-star-2024"]),
        ({"program": "en-plan"}, ["en-plan-vive"]),
        ({"evaluator": "ramboell"}, ["social-stoette-ramboell-2021"]),
        ({"fra_aar": "2024"}, ["ibbis-star-2024"]),
        ({"til_aar": "2021", "q": "rambøll"}, ["social-stoette-ramboell-2021"]),
    ],
)
def test_evaluations_by_what_they_are_about_by_whom_and_when(client, query, expected):
    assert rows(client, "/evalueringer/", **query) == expected


def test_an_evaluation_without_a_known_day_is_in_no_span_of_years(client):
    assert "handicappuljer-2019" not in rows(client, "/evalueringer/", til_aar="2099")
    assert "handicappuljer-2019" not in rows(client, "/evalueringer/", fra_aar="1900")


@pytest.mark.parametrize(
    ("query", "some"),
    [
        ({"status": "learning"}, "loentimer"),
        ({"udsteder": "star"}, "god-tid"),
        ({"program": "en-plan"}, "faerre-indgange"),
        ({"evaluering": "flere-skal-med-ii"}, "loentimer"),
        ({"styrke": "moderat", "dato": "22-11-2026"}, "virksomhedsrettet-indsats"),
    ],
)
def test_recommendations_by_how_by_whom_and_on_what(client, query, some):
    found = rows(client, "/anbefalinger/", **query)

    assert some in found
    assert len(found) < 20


def test_the_strength_is_that_of_the_day(client):
    """A study grows old: ten years after 2023 it weighs less (docs/evidence.md)."""
    now = rows(client, "/anbefalinger/", styrke=Level.MODERATE, dato="01-06-2026")

    assert "virksomhedsrettet-indsats" in now


@pytest.mark.parametrize(
    ("query", "expected"),
    [({"art": "metode"}, ["cti", "ips"]), ({"organisation": "kl", "q": "plan"}, ["en-plan"])],
)
def test_programmes_by_kind_and_organisation(client, query, expected):
    assert rows(client, "/programmer/", **query) == expected


# --- Order ------------------------------------------------------------------------------------


def test_titles_are_in_danish_order(client):
    for number, title in enumerate(["Ål", "Aase", "Ærø", "Ødis", "Zebra", "Émile", "Ebbe", "Ende"]):
        put(EditionKind.PROGRAMME, "ips", slug=f"x{number}", title=title, summary="kanariefugl")

    found = titles(client, "/programmer/", q="kanariefugl")

    assert found == ["Ebbe", "Émile", "Ende", "Zebra", "Ærø", "Ødis", "Ål", "Aase"]


def test_evaluations_by_the_day_of_publication(client):
    newest = rows(client, "/evalueringer/", sorter="nyeste")
    oldest = rows(client, "/evalueringer/", sorter="aeldste")

    assert newest[0] == "ibbis-star-2024"
    assert oldest[0] in {"en-plan-vive", "social-stoette-ramboell-2021"}
    assert set(newest[-2:]) == set(oldest[-2:]) == {"handicappuljer-2019", "flere-skal-med-ii"}


def test_what_was_published_last_comes_first_when_asked(client):
    put(EditionKind.TRIAL, "voksenlaerling-positivliste", summary="Ændret.")

    assert rows(client, "/forsoeg/", sorter="opdateret")[0] == "voksenlaerling-positivliste"


def test_the_day_goes_along_to_the_page(client):
    assert (
        '/forsoeg/ibbis/?dato=01-12-2021"'
        in client.get("/forsoeg/?dato=01-12-2021").content.decode()
    )


# Mission: the marks stand beside any level; F31 and F36 found no effect on retention.
def test_a_level_is_never_listed_without_its_marks(client):
    text = text_of(client.get("/anbefalinger/", {"q": "CTI-metoden"}))

    assert "Vidensstyrke: moderat; undersøgt, uden påvist effekt på mindst ét udfald" in text


# --- Who --------------------------------------------------------------------


def test_a_closed_library_sends_a_stranger_to_the_login_and_back(
    client: Client, portal: Client, settings: Settings
) -> None:
    settings.LIBRARY_IS_PUBLIC = False

    response = client.get("/forsoeg/?q=ledig")

    assert response["Location"] == "/log-ind/?next=/forsoeg/%3Fq%3Dledig"
    assert "/forsoeg/" not in client.get("/").content.decode().split("<main")[0]
    assert rows(portal, "/forsoeg/", q="ledig")
    assert "/forsoeg/" in portal.get("/").content.decode()
