"""The guidance page and the shelf: empty, with a thing withdrawn, and ten times as full."""

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from portal.models import Edition
from portal.publication import withdraw
from portal.shelf import current_content
from portal.words import EditionKind
from tests.editions import changeable_editions
from tests.portal.pages import GUIDANCE, YOUNG, text_of

NEXTWORK = "nextwork-praktik"


def test_an_empty_shelf_names_the_missing_command(portal):
    with changeable_editions():
        Edition.objects.all().delete()

    for response in (portal.get(GUIDANCE), portal.post(GUIDANCE, {"age": "24"})):
        assert "python manage.py publish --all --reason" in text_of(response)
    assert "Der er intet udgivet indhold endnu." in text_of(portal.get("/"))


def test_a_withdrawn_trial_and_its_question_are_gone(portal):
    title = current_content().trials[NEXTWORK].document["title"]
    withdraw(EditionKind.TRIAL, NEXTWORK, by=None, reason="Prøve", at=timezone.now())

    response = portal.post(GUIDANCE, YOUNG)

    assert response.status_code == 200
    assert title not in text_of(response)
    assert f"participates_{NEXTWORK}" not in response.content.decode()


def test_a_withdrawn_evaluation_is_gone_from_its_recommendations_too(portal):
    slug = "handicappuljer-2019"
    withdraw(EditionKind.EVALUATION, slug, by=None, reason="Prøve", at=timezone.now())

    response = portal.post(GUIDANCE, {"disability": "yes"})

    assert f'id="{slug}"' not in response.content.decode()
    assert "Deltagere oplever større livsglæde" not in text_of(response)


# The session, the user, the role (is there a way to the desk?), the home municipality, the stamps.
QUERIES = 5


@pytest.mark.parametrize("stated", [None, YOUNG], ids=["form", "answer"])
def test_the_number_of_queries_is_fixed(portal, django_assert_num_queries, stated):
    _assert_fixed_queries(portal, django_assert_num_queries, stated)


@pytest.mark.slow
def test_the_number_of_queries_is_the_same_at_ten_times_the_content(
    ten_times, django_assert_num_queries
):
    assert len(current_content().trials) >= 80
    for stated in (None, YOUNG):
        _assert_fixed_queries(ten_times, django_assert_num_queries, stated)


def _assert_fixed_queries(
    portal: Client, count: DjangoAssertNumQueries, stated: dict[str, str] | None
) -> None:
    current_content()  # a new content version costs one more query in each process
    with count(QUERIES):
        portal.post(GUIDANCE, stated) if stated else portal.get(GUIDANCE)
