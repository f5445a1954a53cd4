"""Forhåndsvisning: the portal's own page of a draft, for those who write, and never a failure."""

import pytest
from django.db.models import Model

from evaluations.models import Evaluation, Finding, Programme
from evaluations.recommendations.models import Recommendation, Support
from tests.desk.workflow import (
    CANARY,
    NEXTWORK,
    PREVIEW,
    PUBLISH,
    address,
    change,
    has_button,
    row_page,
)
from tests.portal.pages import text_of
from trials.models import Alternative, Condition, LegalBasis, Trial, TrialPeriod, WorkedExample

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

THINGS: list[tuple[type[Model], str]] = [
    (Trial, "forsoeg"),
    (Programme, "programmer"),
    (Evaluation, "evalueringer"),
    (Recommendation, "anbefalinger"),
]


def test_the_page_looks_as_it_would_and_says_that_it_is_not_published(editor, client):
    change()
    assert f'href="{PREVIEW}"' in editor.get(row_page()).content.decode()

    response = editor.get(PREVIEW)

    page = text_of(response)
    assert "Forhåndsvisning – ikke udgivet." in page
    assert f"Ny tekst: {CANARY}." in page
    assert "Reglen i ord" in page
    assert "Udgaver i Vejviser" not in page
    assert CANARY not in text_of(client.get(f"/forsoeg/{NEXTWORK}/"))


def test_the_preview_is_asked_about_a_day_as_the_page_is(editor):
    assert "1. december 2021" in text_of(editor.get(PREVIEW, {"dato": "01-12-2021"}))
    assert editor.get(PREVIEW, {"dato": "31-02-2022"}).status_code == 400
    assert editor.get(PREVIEW, {"dag": "01-12-2021"}).status_code == 400


def test_nothing_keeps_a_copy_of_it(editor):
    assert "no-store" in editor.get(PREVIEW)["Cache-Control"]


@pytest.mark.parametrize(("model", "folder"), THINGS)
def test_every_thing_on_the_desk_is_previewed(editor, model, folder):
    for slug in model.objects.values_list("slug", flat=True):
        assert "Forhåndsvisning" in text_of(editor.get(address("forhaandsvis", slug, folder)))


@pytest.mark.parametrize(
    ("model", "folder", "fields"),
    [
        (Programme, "programmer", {"name": "Nyt"}),
        (Evaluation, "evalueringer", {"title": "Nyt"}),
        (Recommendation, "anbefalinger", {"title": "Nyt"}),
    ],
)
def test_a_draft_with_nothing_but_a_title_says_what_cannot_be_shown(editor, model, folder, fields):
    model.objects.create(slug="nyt", **fields)

    response = editor.get(address("forhaandsvis", "nyt", folder))

    assert response.status_code == 200
    assert "Det her mangler og kan derfor ikke vises endnu:" in text_of(response)


def test_a_trial_with_nothing_but_a_title_and_a_source_says_what_cannot_be_shown(editor):
    source = Trial.objects.earliest("pk").coverage_citation
    Trial.objects.create(slug="nyt", title="Nyt", coverage_citation=source)

    page = text_of(editor.get(address("forhaandsvis", "nyt")))

    assert "Retsgrundlag mangler." in page
    assert "Periode mangler." in page


@pytest.mark.parametrize("part", [LegalBasis, TrialPeriod, Alternative, Condition, Finding])
def test_a_page_from_which_parts_are_gone_never_fails(editor, part):
    Support.objects.all().delete()  # it would keep the findings
    part.objects.all().delete()

    for model, folder in THINGS:
        for slug in model.objects.order_by("slug").values_list("slug", flat=True)[:2]:
            response = editor.get(address("forhaandsvis", slug, folder))
            assert response.status_code == 200, (part, slug)


def test_a_rule_that_cannot_be_read_is_told_and_not_shown(editor):
    Alternative.objects.update(values=["findes-ikke"])

    page = text_of(editor.get(PREVIEW))

    assert "Siden kan ikke vises endnu" in page
    assert "Det her mangler" in page
    assert "Reglen i ord" not in page


def test_a_rule_that_no_example_can_be_asked_of_is_told_where_it_would_be_published(publisher):
    """The examples of the edition are asked of it, though the desk has none."""
    WorkedExample.objects.filter(trial__slug=NEXTWORK).delete()
    Alternative.objects.update(values=["findes-ikke"])

    page = publisher.get(PUBLISH)

    assert page.status_code == 200
    assert "Det her mangler" in text_of(page)
    assert not has_button(page)


@pytest.mark.parametrize("role", ["portal", "administrator"])
def test_those_who_may_not_see_drafts_are_not_told_that_it_exists(request, role):
    """Matrix, "See drafts, previews, compare"."""
    change()
    client = request.getfixturevalue(role)

    for page in (PREVIEW, address("forhaandsvis", "findes-ikke")):
        response = client.get(page)
        assert response.status_code == 404
        assert CANARY not in response.content.decode()


def test_a_stranger_is_asked_to_log_in(client):
    assert client.get(PREVIEW)["Location"].startswith("/log-ind/")


def test_it_is_only_read(editor):
    assert editor.post(PREVIEW).status_code == 405


@pytest.mark.parametrize(("slug", "folder"), [("kommuner", "kommuner"), ("x", "forsoeg")])
def test_what_has_no_page_has_no_preview(editor, slug, folder):
    assert editor.get(address("forhaandsvis", slug, folder)).status_code == 404
