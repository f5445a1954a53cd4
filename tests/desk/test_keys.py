"""What can be no number of a row is told at its field, wherever a row is chosen (row 84)."""

import pytest
from django.test import Client

from tests.desk.forms import filled, page_of, said_at
from trials.models import Citation, Trial

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

NO_KEYS = ["9" * 5000, "9" * 30, "٣", "³", "abc", "-1", "1 ", "\x00"]
TOLD = ("Vælg en af mulighederne på listen.", "Null-tegn er ikke tilladte.")


@pytest.mark.parametrize("key", NO_KEYS, ids=ascii)
def test_a_source_that_can_be_none_is_told_at_its_field(editor: Client, key: str) -> None:
    row = Citation.objects.earliest("pk")
    response = filled(editor, page_of(row)).post(source=key)

    assert said_at(response, "source") in TOLD
    assert Citation.objects.get(pk=row.pk).source == row.source


def test_digits_of_another_script_are_not_read_as_a_number(editor: Client) -> None:
    row = Citation.objects.earliest("pk")
    arabic = "".join(chr(0x660 + int(digit)) for digit in str(row.source.pk))

    assert said_at(filled(editor, page_of(row)).post(source=arabic), "source")


@pytest.mark.parametrize("key", NO_KEYS, ids=ascii)
def test_one_of_several_that_can_be_none_is_told_at_the_field(editor: Client, key: str) -> None:
    row = Trial.objects.earliest("pk")
    groups = [str(group.pk) for group in row.target_groups.all()]
    response = filled(editor, page_of(row)).post(target_groups=[*groups, key])

    assert said_at(response, "target_groups")
    assert [str(group.pk) for group in Trial.objects.get(pk=row.pk).target_groups.all()] == groups


@pytest.mark.parametrize("key", NO_KEYS, ids=ascii)
def test_a_citation_of_a_part_that_can_be_none_is_told(editor: Client, key: str) -> None:
    row = Trial.objects.filter(periods__isnull=False).earliest("pk")
    response = filled(editor, page_of(row)).post(**{"periods-0-start_citation": key, "_save": "1"})

    assert said_at(response, "periods-0-start_citation") in TOLD
