"""The page of a target group: conditions with alternatives, and not a code in sight."""

from typing import Any

import pytest
from django.test import Client

from tests.desk.forms import Sheet, filled, page_of, said, said_at, saved
from tests.portal.pages import IDENTITY_NUMBER
from trials.models import Alternative, TargetGroup

pytestmark = [pytest.mark.slow, pytest.mark.django_db]

FIRST = "conditions-0-alternatives-0"


@pytest.fixture
def group() -> TargetGroup:
    """Three conditions; the third has three alternatives."""
    return TargetGroup.objects.get(slug="nextwork-praktik")


@pytest.fixture
def sheet(editor: Client, group: TargetGroup) -> Sheet:
    return filled(editor, page_of(group))


def condition(sheet: Sheet, **alternative: Any) -> tuple[str, str]:
    """A new condition with one alternative: the prefixes of both."""
    row = sheet.row("conditions", citation=sheet["conditions-0-citation"])
    return row, sheet.row(f"{row}-alternatives", **alternative)


def stored(group: TargetGroup) -> Alternative:
    found = Alternative.objects.filter(condition__target_group=group).latest("pk")
    assert found
    return found


@pytest.mark.parametrize("slug", ["nextwork-praktik", "ibbis", "voksenlaerling-ledighedskrav"])
def test_a_group_that_is_opened_and_saved_says_the_same(editor: Client, slug: str) -> None:
    before = TargetGroup.objects.get(slug=slug).as_document()

    assert saved(filled(editor, page_of(TargetGroup.objects.get(slug=slug))).post())
    assert TargetGroup.objects.get(slug=slug).as_document() == before


def test_the_page_tells_the_group_and_its_parts_in_words(sheet: Sheet) -> None:
    page = sheet.client.get(sheet.address).content.decode()

    assert "læses som: LAB-målgruppen er nr. 4 (uddannelsesparate)" in page
    assert 'id="conditions-2-alternatives-0-ord">borgeren har ikke erhvervserfaring<' in page
    assert "javascript:" not in page


@pytest.mark.parametrize(("typed", "kept"), [("3,5", "3.5"), ("3.50", "3.5"), ("30", "30")])
def test_a_number_is_typed_as_danes_write_it(
    sheet: Sheet, group: TargetGroup, typed: str, kept: str
) -> None:
    condition(sheet, attribute="unemployed_months", comparison="more_than", number=typed)

    assert saved(sheet.post())
    assert stored(group).values == [kept]


def test_ticks_and_borderline_values_are_kept_as_codes(sheet: Sheet, group: TargetGroup) -> None:
    condition(
        sheet,
        attribute="health",
        comparison="one_of",
        values=["health:angst_let", "health:stress"],
        borderline=["health:angst"],
    )

    assert saved(sheet.post())
    assert (stored(group).values, stored(group).borderline) == (["angst_let", "stress"], ["angst"])


def test_a_borderline_number_is_kept_and_told(sheet: Sheet, group: TargetGroup) -> None:
    condition(sheet, attribute="age", comparison="more_than", number="30", borderline_number="30")

    assert saved(sheet.post())
    assert stored(group).borderline == ["30"]
    page = sheet.client.get(sheet.address).content.decode()
    assert "Alderen er mere end 30 år (kilden afgør ikke, om 30 år er med)." in page


@pytest.mark.parametrize(
    ("alternative", "at", "message"),
    [
        pytest.param(
            {"attribute": "age", "comparison": "at_least", "values": ["benefit:dagpenge"]},
            "values",
            "Alder er et tal. Fjern fluebenene, og skriv tallet.",
            id="ticks-for-a-number",
        ),
        pytest.param(
            {"attribute": "benefit", "comparison": "one_of", "values": ["readiness:jobparat"]},
            "values",
            "flueben ved noget andet end ydelse",
            id="ticks-of-another",
        ),
        pytest.param(
            {"attribute": "benefit", "comparison": "one_of", "number": "3"},
            "number",
            "Ydelse er ikke et tal. Slet tallet, og sæt flueben.",
            id="a-number-for-ticks",
        ),
        pytest.param(
            {"attribute": "benefit", "comparison": "one_of"}, "values", "Vælg mindst én", id="none"
        ),
        pytest.param(
            {"attribute": "benefit", "comparison": "one_of", "values": ["benefit:su"]},
            "values",
            "Vælg blandt mulighederne på listen.",
            id="unknown-code",
        ),
        pytest.param(
            {"attribute": "shoe_size", "comparison": "one_of"}, "attribute", "listen", id="unknown"
        ),
        pytest.param(
            {"attribute": "age", "comparison": "is", "number": "30"},
            "comparison",
            "listen",
            id="is",
        ),
        pytest.param(
            {"attribute": "age", "comparison": "one_of", "number": "30"},
            "comparison",
            "mindst, mere end, højst eller mindre end",
            id="a-list-for-a-number",
        ),
        pytest.param(
            {"attribute": "age", "comparison": "at_least"}, "number", "Skriv ét tal", id="no-number"
        ),
        pytest.param(
            {"attribute": "age", "comparison": "at_least", "number": "tredive"},
            "number",
            "Skriv et tal som 30 eller 3,5.",
            id="a-word",
        ),
        pytest.param(
            {"attribute": "age", "comparison": "at_least", "number": "1.000"},
            "number",
            "Skriv et tal som 30 eller 3,5.",
            id="a-thousand",
        ),
        pytest.param(
            {"attribute": "age", "comparison": "at_least", "number": "14"},
            "number",
            "et helt tal fra 15 til 99 år",
            id="too-young",
        ),
        pytest.param(
            {"attribute": "age", "comparison": "at_least", "number": IDENTITY_NUMBER},
            "number",
            "CPR",
            id="identity-number",
        ),
        pytest.param(
            {
                "attribute": "health",
                "comparison": "one_of",
                "values": ["health:angst"],
                "borderline": ["health:angst"],
            },
            "borderline",
            "kan ikke både opfylde betingelsen",
            id="both",
        ),
    ],
)
def test_an_alternative_that_means_nothing_is_refused_at_its_field(
    sheet: Sheet, group: TargetGroup, alternative: dict[str, Any], at: str, message: str
) -> None:
    _, row = condition(sheet, **alternative)

    response = sheet.post()

    assert message in said_at(response, f"{row}-{at}")
    assert len(said(response)) == 1
    assert IDENTITY_NUMBER not in response.content.decode()
    assert group.conditions.count() == 3


# Row 75.
def test_ages_that_nobody_has_are_told_at_the_condition(sheet: Sheet, group: TargetGroup) -> None:
    condition(sheet, attribute="age", comparison="at_least", number="40")
    condition(sheet, attribute="age", comparison="at_most", number="30")

    messages = said(sheet.post())

    assert [message for message in messages if "Ingen borger kan opfylde både" in message]
    assert group.conditions.count() == 3


def test_a_condition_without_alternatives_is_refused(sheet: Sheet) -> None:
    sheet.row("conditions", citation=sheet["conditions-0-citation"])
    assert any("Betingelsen har intet alternativ." in message for message in said(sheet.post()))


def test_an_alternative_under_an_empty_condition_is_not_lost(sheet: Sheet) -> None:
    row = sheet.row("conditions")
    sheet.row(f"{row}-alternatives", attribute="age", comparison="at_least", number="30")
    assert any("Udfyld rækken" in message for message in said(sheet.post()))


def test_a_deleted_condition_takes_its_alternatives_along(sheet: Sheet, group: TargetGroup) -> None:
    sheet |= {"conditions-0-DELETE": "on", f"{FIRST}-comparison": "nonsense"}

    assert saved(sheet.post())
    assert [row.position for row in group.conditions.all()] == [2, 3]


def test_conditions_may_swap_places(sheet: Sheet, group: TargetGroup) -> None:
    first = group.conditions.first()
    sheet |= {"conditions-0-position": "2", "conditions-1-position": "1"}

    assert saved(sheet.post())
    assert list(group.conditions.all())[1] == first


def test_a_new_row_without_a_place_comes_last(sheet: Sheet, group: TargetGroup) -> None:
    row, _ = condition(sheet, attribute="age", comparison="at_least", number="18")
    sheet.row(f"{row}-alternatives", attribute="age", comparison="at_most", number="60")

    assert saved(sheet.post())
    newest = group.conditions.last()
    assert newest
    assert newest.position == 4
    assert [row.position for row in newest.alternatives.all()] == [1, 2]


# Row 83, at both levels.
@pytest.mark.parametrize("inline", ["conditions", "conditions-0-alternatives"])
@pytest.mark.parametrize("count", ["TOTAL_FORMS", "INITIAL_FORMS"])
def test_far_too_many_rows_are_refused_at_once(sheet: Sheet, inline: str, count: str) -> None:
    assert sheet.post(**{f"{inline}-{count}": "3000000", "_save": "1"}).status_code == 400


# Row 84: nested rows are looked for under their own parent only.
@pytest.mark.parametrize("key", ["\x00", "1" + "0" * 30, "abc", "another"])
@pytest.mark.parametrize("row", ["conditions-0", FIRST])
def test_the_number_of_another_row_changes_nothing(
    sheet: Sheet, group: TargetGroup, row: str, key: str
) -> None:
    other = TargetGroup.objects.get(slug="ibbis")
    condition = other.conditions.latest("pk")
    another = condition.alternatives.latest("pk") if row == FIRST else condition
    before = [other.as_document(), group.as_document()]
    sheet[f"{row}-id"] = str(another.pk) if key == "another" else key
    sheet[f"{FIRST}-comparison"] = "none_of"

    response = sheet.post()

    assert response.status_code == 200
    assert said(response)
    now = [TargetGroup.objects.get(pk=each.pk).as_document() for each in (other, group)]
    assert now == before


def test_a_management_form_that_is_missing_is_told_and_not_a_failure(sheet: Sheet) -> None:
    del sheet["conditions-0-alternatives-TOTAL_FORMS"]
    assert sheet.post().status_code == 200
