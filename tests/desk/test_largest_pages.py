"""What the portal is delivered with can be opened and saved, also where there is most of it."""

from typing import Any

import pytest
from django.db.models import Count
from django.test import Client

from evaluations.models import Evaluation
from tests.desk.forms import filled, page_of, said, saved
from trials.models import Source

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.mark.parametrize(("model", "parts"), [(Source, "citations"), (Evaluation, "findings")])
def test_the_row_with_most_parts_is_saved_as_it_is(editor: Client, model: Any, parts: str) -> None:
    row = model.objects.annotate(many=Count(parts)).latest("many")
    before = row.as_document()
    response = filled(editor, page_of(row)).post()

    assert saved(response), said(response)
    assert model.objects.get(pk=row.pk).as_document() == before


def test_a_source_may_be_given_more_places_than_it_was_delivered_with(editor: Client) -> None:
    row = Source.objects.annotate(many=Count("citations")).latest("many")
    sheet = filled(editor, page_of(row))
    for number in range(40):
        sheet.row("citations", place=f"Prøvested {number}", status="stated")

    response = sheet.post()
    assert saved(response), said(response)
    assert row.citations.filter(place__startswith="Prøvested").count() == 40
