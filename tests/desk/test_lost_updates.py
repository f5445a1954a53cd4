"""Two editors at the same page: nothing is overwritten silently, and nothing typed is lost.

Row 85 of the table of bad inputs, and the fifth of the findings before it.
"""

from typing import Any

import pytest
from django.test import Client

from evaluations.models import Evaluation, Finding
from portal.words import Role
from tests.desk.conftest import browser_of
from tests.desk.evidence import page_of
from tests.desk.forms import Sheet, filled, said, saved, sheet_of
from tests.portal.pages import IDENTITY_NUMBER, text_of
from trials.models import Citation, Source

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.fixture
def other() -> Client:
    return browser_of(Role.PUBLISHER)


@pytest.fixture
def source() -> Source:
    source = Source.objects.create(
        slug="to-redaktoerer", title="Om to redaktører", kind="rapport", publisher="STAR"
    )
    for number in (1, 2):
        source.citations.create(place=f"linje {number}", status="stated")
    return source


@pytest.fixture
def evaluation() -> Evaluation:
    return Evaluation.objects.get(slug="ibbis-star-2024")


def both(editor: Client, other: Client, row: Any) -> tuple[Sheet, Sheet]:
    """The same page, opened by two before either saves."""
    return filled(editor, page_of(row)), filled(other, page_of(row))


def again(response: Any, sheet: Sheet) -> Sheet:
    """The form as it is shown after a refusal."""
    return sheet_of(response, sheet.client, sheet.address)


def test_the_second_to_save_sees_both_texts_and_may_save_again(
    editor: Client, other: Client, source: Source
) -> None:
    mine, theirs = both(editor, other, source)
    assert saved(theirs.post(title="Deres titel", kind="lov"))

    response = mine.post(title="Min titel", publisher="")
    page = text_of(response)
    assert any("En anden har gemt" in text for text in said(response))
    assert "Kilde ”Deres titel” er ændret af en anden." in page
    assert "Titel Deres titel Min titel" in page
    assert "Udgiver STAR tom" in page
    source.refresh_from_db()
    assert (source.title, source.publisher) == ("Deres titel", "STAR")

    shown = again(response, mine)
    assert shown["title"] == "Min titel"
    assert saved(shown.post())
    source.refresh_from_db()
    assert (source.title, source.publisher) == ("Min titel", "")


def test_a_third_save_in_between_is_a_conflict_once_more(
    editor: Client, other: Client, source: Source
) -> None:
    mine, theirs = both(editor, other, source)
    assert saved(theirs.post(title="Første"))
    shown = again(mine.post(title="Min"), mine)
    assert saved(filled(other, page_of(source)).post(title="Anden"))
    response = shown.post()
    assert "Titel Anden Min" in text_of(response)
    source.refresh_from_db()
    assert source.title == "Anden"


def test_codes_and_keys_are_told_in_words(
    editor: Client, other: Client, evaluation: Evaluation
) -> None:
    mine, theirs = both(editor, other, evaluation)
    assert saved(theirs.post(published="31-12-2019", published_precision="aar"))
    programme = str(evaluation.programmes.get())
    response = mine.post(programmes=[], evaluator=str(evaluation.publisher_id), sites="3")
    page = text_of(response)
    assert "Udgivet 31. december 2019 19. november 2024" in page
    assert "Hvor præcist år dag" in page
    assert f"Evaluator tom {evaluation.publisher}" in page
    assert f"Programmer {programme} tom" in page
    assert "Antal steder tom 3" in page


def test_a_row_of_an_inline_that_another_changed_is_told_by_its_name(
    editor: Client, other: Client, evaluation: Evaluation
) -> None:
    """The row itself is the same; its findings are not."""
    mine, theirs = both(editor, other, evaluation)
    theirs["findings-0-direction"] = "negative"
    assert saved(theirs.post())

    response = mine.post(summary="Min tekst.")
    page = text_of(response)
    finding = evaluation.findings.all()[0]
    assert f"Fund ”{finding}” er ændret af en anden." in page
    assert "Retning negativ ingen påvist effekt" in page
    assert "Evaluering ”" not in page
    finding.refresh_from_db()
    assert finding.direction == "negative"


def test_a_source_of_a_finding_counts_as_well(
    editor: Client, other: Client, evaluation: Evaluation
) -> None:
    mine, theirs = both(editor, other, evaluation)
    theirs["findings-0-citations-0-deviation"] = "Ordet er et andet."
    assert saved(theirs.post())
    page = text_of(mine.post(summary="Min tekst."))
    assert "er ændret af en anden. Felt Gemt Din tekst Afvigende gengivelse Ordet er et" in page


def test_a_row_that_another_added_is_told_and_stays(
    editor: Client, other: Client, evaluation: Evaluation
) -> None:
    mine, theirs = both(editor, other, evaluation)
    row = {"outcome": "trivsel", "kind": "count", "design": "D1", "population": "Alle"}
    theirs.row("findings", statement="Fundet af den anden.", direction="mixed", **row)
    assert saved(theirs.post())
    before = evaluation.findings.count()

    mine.row("findings", statement="Fundet af den anden.", direction="positive", **row)
    response = mine.post()
    assert "Fund ”Fundet af den anden.” er tilføjet af en anden." in text_of(response)
    assert evaluation.findings.count() == before

    assert saved(again(response, mine).post())
    two = evaluation.findings.filter(statement="Fundet af den anden.").order_by("position")
    assert [finding.direction for finding in two] == ["mixed", "positive"]
    assert [finding.slug for finding in two] == ["fundet-af-den-anden", "fundet-af-den-anden-2"]
    assert two[0].position < two[1].position


def test_the_first_row_of_its_kind_is_told_as_well(
    editor: Client, other: Client, source: Source
) -> None:
    """My page has no row of that kind; the other's has one by now."""
    source.citations.all().delete()
    mine, theirs = both(editor, other, source)
    theirs.row("citations", place="linje 9", status="stated")
    assert saved(theirs.post())
    page = text_of(mine.post(note="Min"))
    assert "linje 9” er tilføjet af en anden." in page


def test_a_row_that_another_deleted_is_told_with_what_was_typed_in_it(
    editor: Client, other: Client, source: Source
) -> None:
    mine, theirs = both(editor, other, source)
    theirs["citations-1-DELETE"] = "on"
    assert saved(theirs.post())
    mine["citations-1-place"] = "linje 22"
    response = mine.post(title="Min titel")
    page = text_of(response)
    assert "Henvisning er slettet af en anden." in page
    assert "linje 22" in page
    assert any("Rækken findes ikke længere" in text for text in said(response))

    assert saved(again(response, mine).post())
    source.refresh_from_db()
    assert source.title == "Min titel"
    assert [row.place for row in source.citations.all()] == ["linje 1"]


def test_rows_after_one_that_another_deleted_keep_what_was_typed(
    editor: Client, other: Client, source: Source
) -> None:
    mine, theirs = both(editor, other, source)
    theirs["citations-0-DELETE"] = "on"
    theirs.row("citations", place="linje 0", status="stated")
    assert saved(theirs.post())
    mine["citations-0-note"], mine["citations-1-note"] = "Min første", "Min anden"
    shown = again(mine.post(), mine)
    assert shown["citations-0-note"] == "Min første"
    assert shown["citations-1-note"] == "Min anden"
    assert saved(shown.post())
    kept = source.citations.order_by("place")
    assert [(row.place, row.note) for row in kept] == [("linje 0", ""), ("linje 2", "Min anden")]


def test_a_finding_that_another_deleted_does_not_stop_the_page(
    editor: Client, other: Client, evaluation: Evaluation
) -> None:
    finding = Finding.objects.create(
        evaluation=evaluation,
        slug="sidst",
        position=99,
        outcome="trivsel",
        statement="Sidst.",
        direction="mixed",
        kind="count",
        population="Alle",
    )
    finding.citations.create(citation=Citation.objects.all()[0])
    mine, theirs = both(editor, other, evaluation)
    number = evaluation.findings.count() - 1
    theirs[f"findings-{number}-DELETE"] = "on"
    assert saved(theirs.post())
    mine[f"findings-{number}-citations-0-deviation"] = "Min bemærkning"
    response = mine.post()
    assert "Min bemærkning" in response.content.decode()
    assert saved(again(response, mine).post())
    assert not evaluation.findings.filter(slug="sidst").exists()


def test_a_source_changed_through_the_page_of_its_place_is_a_conflict(
    editor: Client, other: Client, source: Source
) -> None:
    """A place in a source has a page of its own, too."""
    mine = filled(editor, page_of(source))
    assert saved(filled(other, page_of(source.citations.all()[0])).post(note="Set efter."))
    page = text_of(mine.post(title="Min titel"))
    assert "Udledning eller forbehold Set efter. tom" in page


def test_a_save_that_changes_nothing_is_no_conflict(
    editor: Client, other: Client, evaluation: Evaluation
) -> None:
    mine, theirs = both(editor, other, evaluation)
    assert saved(theirs.post())
    assert saved(mine.post(summary="Min tekst."))


@pytest.mark.parametrize("seen", ["", "trials.source.1:", "x" * 5_000, "\x00", ":: a:b:c"])
def test_a_page_that_hides_what_it_saw_is_shown_again(
    editor: Client, source: Source, seen: str
) -> None:
    response = filled(editor, page_of(source)).post(seen=seen, title="Forfalsket")
    assert any("En anden har gemt" in text for text in said(response))
    source.refresh_from_db()
    assert source.title == "Om to redaktører"


def test_a_number_of_a_person_is_not_repeated_in_a_conflict(
    editor: Client, other: Client, source: Source
) -> None:
    mine, theirs = both(editor, other, source)
    assert saved(theirs.post(title="Deres"))
    response = mine.post(title=f"Om {IDENTITY_NUMBER}", kind=IDENTITY_NUMBER)
    assert response.status_code == 200
    assert IDENTITY_NUMBER not in response.content.decode()


def test_what_was_typed_for_something_deleted_is_kept(editor: Client, source: Source) -> None:
    sheet = filled(editor, page_of(source))
    sheet["citations-0-note"] = f"Nummer {IDENTITY_NUMBER}"
    source.citations.all().delete()
    source.delete()
    response = sheet.post(title="Min lange tekst", publisher="")
    page = text_of(response)
    assert response.status_code == 404
    assert "Titel Min lange tekst" in page
    assert "Art rapport" in page
    assert "Sted linje 1" in page
    assert "publisher" not in page
    assert "Udgiver" not in page
    assert IDENTITY_NUMBER not in page


def test_the_page_of_something_that_never_was_says_so(editor: Client) -> None:
    for address in ("999999/change/", "abc/change/", f"{10**30}/change/", "1/x/change/"):
        response = editor.get(f"/skrivebord/trials/source/{address}")
        assert response.status_code == 404
        assert "slettet eller aldrig har været her" in text_of(response)


def test_two_who_add_the_same_at_once_are_told(editor: Client, other: Client) -> None:
    sheet = filled(editor, "/skrivebord/trials/source/add/", title="Samme", kind="rapport")
    theirs = filled(other, "/skrivebord/trials/source/add/", title="Samme", kind="rapport")
    assert saved(sheet.post())
    assert any("allerede" in text for text in said(theirs.post()))
