"""The words of a target group while it is typed: read as the engine reads them, and not saved."""

from typing import Any

import pytest
from django.test import Client

from tests.desk.forms import Sheet, filled, new_page, page_of, said_at
from tests.portal.pages import IDENTITY_NUMBER, text_of
from trials.models import Alternative, Condition, TargetGroup

pytestmark = [pytest.mark.slow, pytest.mark.django_db]

LIVE = {"HX-Request": "true"}


@pytest.fixture
def sheet(editor: Client) -> Sheet:
    return filled(editor, page_of(TargetGroup.objects.get(slug="nextwork-praktik")))


def condition(sheet: Sheet, *alternatives: dict[str, Any]) -> str:
    """A new condition with its alternatives, as they stand while they are typed."""
    row = sheet.row("conditions", citation=sheet["conditions-0-citation"])
    for each in alternatives:
        sheet.row(f"{row}-alternatives", **each)
    return row


def read(sheet: Sheet) -> str:
    """What the page answers while somebody types; nothing may be stored by it."""
    before = stored()
    response = sheet.client.post(sheet.address, {**sheet, "_ord": "1"}, headers=LIVE)
    assert response.status_code == 200
    assert stored() == before
    return text_of(response)


def stored() -> list[Any]:
    groups = [group.as_document() for group in TargetGroup.objects.with_conditions()]
    return [groups, Condition.objects.count(), Alternative.objects.count()]


OVER_30 = {"attribute": "age", "comparison": "more_than", "number": "30"}
NO_EXPERIENCE = {
    "attribute": "work_experience",
    "comparison": "one_of",
    "values": ["work_experience:no"],
}


def test_alternatives_are_told_with_or_and_conditions_with_and(sheet: Sheet) -> None:
    condition(sheet, OVER_30, NO_EXPERIENCE)

    told = read(sheet)

    assert "OG Alderen er mere end 30 år eller borgeren har ikke erhvervserfaring." in told
    assert "Målgruppen kan læses og gemmes." in told


def test_a_value_the_source_leaves_open_is_told(sheet: Sheet) -> None:
    condition(sheet, OVER_30 | {"borderline_number": "30"})
    assert "Alderen er mere end 30 år (kilden afgør ikke, om 30 år er med)." in read(sheet)


def test_the_sentence_follows_what_is_typed_and_not_what_is_stored(sheet: Sheet) -> None:
    sheet["conditions-0-wording"] = ""
    sheet["conditions-0-alternatives-0-comparison"] = "none_of"
    told = read(sheet)
    assert "LAB-målgruppen er ikke nr. 4 (uddannelsesparate)" in told
    sheet["conditions-0-DELETE"] = "on"
    assert "LAB-målgruppen" not in read(sheet).split("Målgruppen kan læses")[0]


# Rows 75 and 76 at the page while somebody types; the same messages as when it is saved.
@pytest.mark.parametrize(
    ("alternative", "message"),
    [
        pytest.param(
            {"attribute": "age", "comparison": "at_least"},
            "Tal: Skriv ét tal, for eksempel 30 eller 3,5.",
            id="no",
        ),
        pytest.param(
            OVER_30 | {"number": "14"}, "Tal: \u201d14\u201d er ikke et helt tal", id="14"
        ),
        pytest.param(OVER_30 | {"comparison": "one_of"}, "Sammenligning: Et tal", id="comparison"),
        pytest.param(NO_EXPERIENCE | {"values": []}, "Værdier: Vælg mindst én", id="no-tick"),
        pytest.param(
            NO_EXPERIENCE | {"values": ["work_experience:no", "work_experience:yes"]},
            "Værdier: Vælg enten ja eller nej.",
            id="yes-and-no",
        ),
        pytest.param({"attribute": "", "comparison": "is"}, "Oplysning mangler.", id="attribute"),
        pytest.param(OVER_30 | {"number": IDENTITY_NUMBER}, "Tal: Feltet ligner", id="cpr"),
    ],
)
def test_what_is_wrong_is_told_in_its_place(
    sheet: Sheet, alternative: dict[str, Any], message: str
) -> None:
    condition(sheet, alternative)

    told = read(sheet)

    assert message in told
    assert told.count("tal som 30 eller 3,5.") + told.count("eksempel 30 eller 3,5.") <= 1
    assert "Betingelsen kan ikke læses endnu." in told
    assert IDENTITY_NUMBER not in told


def test_conditions_that_exclude_each_other_say_so_before_they_are_saved(sheet: Sheet) -> None:
    condition(sheet, {"attribute": "age", "comparison": "at_least", "number": "40"})
    condition(sheet, {"attribute": "age", "comparison": "at_most", "number": "30"})
    assert "Ingen borger kan opfylde både" in read(sheet)


def test_a_source_that_is_still_missing_keeps_no_sentence_back(sheet: Sheet) -> None:
    row = condition(sheet, OVER_30)
    sheet |= {f"{row}-citation": "", f"{row}-wording": "Borgeren er over 30 år"}

    told = read(sheet)

    assert "Borgeren er over 30 år (læses som: alderen er mere end 30 år)" in told
    assert "Kilde mangler." in told


def test_without_javascript_a_button_reads_the_whole_page_and_keeps_what_is_typed(
    sheet: Sheet,
) -> None:
    row = condition(sheet, OVER_30 | {"number": "x"}, NO_EXPERIENCE)
    before = stored()

    response = sheet.post(_ord="1")

    assert "Skriv et tal som 30 eller 3,5." in said_at(response, f"{row}-alternatives-0-number")
    assert 'id="conditions-3-alternatives-1-ord">borgeren har ikke' in response.content.decode()
    assert stored() == before


def test_a_group_that_is_not_saved_yet_is_read_too(editor: Client) -> None:
    sheet = filled(editor, new_page(TargetGroup))
    row = sheet.row("conditions")
    sheet.row(f"{row}-alternatives", **OVER_30)

    assert "Alderen er mere end 30 år." in read(sheet)


# Row 83: the limits hold for what is read as for what is saved.
def test_far_too_many_rows_are_not_read(sheet: Sheet) -> None:
    sheet["conditions-TOTAL_FORMS"] = "3000000"
    assert sheet.post(_ord="1").status_code == 400


def test_whoever_may_not_write_groups_cannot_have_them_read(
    sheet: Sheet, administrator: Client
) -> None:
    for button in ("_ord", "_proev"):
        answer = administrator.post(sheet.address, {**sheet, button: "1"}, headers=LIVE)
        assert answer.status_code == 404
