"""The page of a draft is shown again when its short name is typed wrong, as any other field is."""

import pytest
from django.test import Client

from evaluations.models import Programme
from tests.desk.forms import filled, page_of, said_at

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("typed", ["", "en anden", "en-anden"])
def test_the_page_of_a_draft_is_shown_again_whatever_its_short_name(
    editor: Client, typed: str
) -> None:
    draft = Programme.objects.create(slug="kladde", name="Kladde", kind="metode", summary="Tekst.")
    response = filled(editor, page_of(draft)).post(slug=typed, name="")

    assert said_at(response, "name")
    assert Programme.objects.get(pk=draft.pk).slug == "kladde"
