"""The page of a draft is shown again when its short name is typed wrong, as any other field is."""

from typing import Any

import pytest
from django.test import Client

from evaluations.models import Programme
from evaluations.recommendations.models import Recommendation
from tests.desk.forms import filled, new_page, page_of, said_at
from tests.portal.pages import text_of
from trials.models import Source, TargetGroup

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("model", "field"),
    [(Source, "Titel"), (Programme, "Navn"), (TargetGroup, "Navn"), (Recommendation, "Anbefaling")],
)
def test_the_short_name_says_which_field_it_is_made_of(
    editor: Client, model: Any, field: str
) -> None:
    assert f"Tom: dannes af feltet \u201d{field}\u201d." in text_of(editor.get(new_page(model)))


@pytest.mark.parametrize("typed", ["", "en anden", "en-anden"])
def test_the_page_of_a_draft_is_shown_again_whatever_its_short_name(
    editor: Client, typed: str
) -> None:
    draft = Programme.objects.create(slug="kladde", name="Kladde", kind="metode", summary="Tekst.")
    response = filled(editor, page_of(draft)).post(slug=typed, name="")

    assert said_at(response, "name")
    assert Programme.objects.get(pk=draft.pk).slug == "kladde"
