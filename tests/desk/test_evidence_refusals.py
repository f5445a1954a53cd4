"""What the pages of the evidence refuse, at the field and with the remedy."""

from typing import Any

import pytest
from django.test import Client

from evaluations.models import Evaluation, Finding, Programme
from evaluations.recommendations.models import Recommendation
from tests.desk.evidence import EVALUATION, ORGANISATION, citation, page_of, write_evaluation
from tests.desk.forms import filled, new_page, said, said_at, saved, sheet_of
from tests.portal.pages import text_of
from trials.models import Source

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.mark.parametrize(
    ("fields", "field", "message"),
    [
        pytest.param(
            {"horizon_from": "24", "horizon_to": "12"}, "horizon_to", "Fra-måneden", id="reversed"
        ),
        pytest.param({"ceases": "on"}, "horizon_to", "hvor effekten ophører", id="ceases"),
        pytest.param({"horizon_to": "-1"}, "horizon_to", "større end", id="negative"),
        pytest.param({"horizon_to": "99999"}, "horizon_to", "mindre end", id="too-great"),
        pytest.param({"outcome": "magi"}, "outcome", "på listen", id="unknown-outcome"),
        pytest.param({"direction": ""}, "direction", "skal udfyldes", id="no-direction"),
        pytest.param({"statement": ""}, "statement", "skal udfyldes", id="no-statement"),
        pytest.param({"position": "40000"}, "position", "999", id="position"),
    ],
)
def test_a_bad_finding_says_so_at_the_field(
    editor: Client, fields: dict[str, str], field: str, message: str
) -> None:
    evaluation = Evaluation.objects.get(slug="ibbis-star-2024")
    sheet = filled(editor, page_of(evaluation))
    for name, value in fields.items():
        sheet[f"findings-0-{name}"] = value
    assert message in said_at(sheet.post(), f"findings-0-{field}")


@pytest.mark.parametrize(
    ("fields", "field", "message"),
    [
        pytest.param(
            {"published": "31-12-9999", "published_precision": "dag"},
            "published",
            "9999",
            id="row-74",
        ),
        pytest.param({"published": "31-02-2022"}, "published", "findes ikke", id="row-10"),
        pytest.param(
            {"published": "31-12-2022", "published_precision": "ukendt"},
            "published_precision",
            "Vælg dag, måned eller år",
            id="no-precision",
        ),
        pytest.param(
            {"published_precision": "maaned"}, "published", "Skriv dagen, eller vælg", id="no-day"
        ),
        pytest.param({"published_precision": "uge"}, "published_precision", "på listen", id="code"),
        pytest.param({"programmes": ["999999"]}, "programmes", "på listen", id="no-such-programme"),
        pytest.param({"programmes": ["abc"]}, "programmes", "på listen", id="no-key"),
        pytest.param({"evaluator": str(10**30)}, "evaluator", "på listen", id="row-37"),
        pytest.param({"sites": "1e5"}, "sites", "heltal", id="no-number"),
        pytest.param({"title": "x" * 251}, "title", "250", id="long-title"),
        pytest.param({"slug": "../../x y"}, "slug", "bogstaver", id="row-42"),
        pytest.param({"slug": "social-stoette-vive-2023"}, "slug", "allerede", id="slug-taken"),
    ],
)
def test_a_bad_evaluation_says_so_at_the_field(
    editor: Client, fields: dict[str, Any], field: str, message: str
) -> None:
    sheet = filled(editor, f"{EVALUATION}add/", title="Ny", summary="Kort.")
    sheet["citations"] = [citation()]
    response = sheet.post(**fields)
    assert message in said_at(response, field)
    assert not Evaluation.objects.filter(summary="Kort.").exists()


@pytest.mark.parametrize(
    ("stated", "known"),
    [
        ({"published": "31-12-2022"}, "dag"),
        ({}, "ukendt"),
        ({"published": "01-12-2022", "published_precision": "maaned"}, "maaned"),
    ],
)
def test_a_day_is_a_day_and_no_day_is_unknown_where_the_precision_is_left_as_it_starts(
    editor: Client, stated: dict[str, str], known: str
) -> None:
    for page in (new_page(Source), f"{EVALUATION}add/"):
        sheet = filled(editor, page, title="Ny tekst", summary="Kort.", kind="nyhed")
        assert sheet["published_precision"] == "dag"
        assert saved(sheet.post(citations=[citation()], **stated))
    assert Source.objects.get(slug="ny-tekst").published_precision == known
    assert Evaluation.objects.get(slug="ny-tekst").published_precision == known


def test_a_finding_cannot_support_a_recommendation_twice(editor: Client) -> None:
    """Row 70: also when both rows are new in one post."""
    recommendation = Recommendation.objects.get(slug="individuelt-tilrettelagt")
    before = recommendation.supports.count()
    free = Finding.objects.exclude(supports__recommendation=recommendation)[0]
    sheet = filled(editor, page_of(recommendation))
    sheet.row("supports", finding=str(free.pk))
    sheet.row("supports", finding=str(free.pk))
    assert "To rækker har samme fund. Ret eller slet den ene." in said(sheet.post())

    sheet = filled(editor, page_of(recommendation))
    sheet.row("supports", finding=str(recommendation.supports.all()[0].finding_id))
    assert any("samme fund" in text or "allerede" in text for text in said(sheet.post()))
    assert recommendation.supports.count() == before


def test_a_programme_is_not_its_own_kin(editor: Client) -> None:
    programme = Programme.objects.order_by("pk")[0]
    sheet = filled(editor, page_of(programme))
    row = sheet.row("relations", kind="ligner", other=str(programme.pk), citation=citation())
    assert "programmet selv" in said_at(sheet.post(), f"{row}-other")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("x" * 121, "Linje 1 er på 121 tegn, og der er plads til 120"),
        ("PI\nIP\nPI", "Linje 3 gentager linje 1"),
        ("\n".join(f"navn {n}" for n in range(51)), "Der er 51 linjer, og der er plads til 50"),
        ("PI\nI\u202eP", "læseretningen"),
    ],
)
def test_a_list_of_names_says_which_line_is_wrong(editor: Client, text: str, message: str) -> None:
    sheet = filled(editor, f"{ORGANISATION}add/", name="Prøve", kind="forening", other_names=text)
    response = sheet.post()
    assert message in said_at(response, "other_names")
    shown = sheet_of(response, editor, f"{ORGANISATION}add/")
    assert shown["other_names"].split("\n") == text.split("\n")


@pytest.mark.parametrize(("rows", "status"), [("51", 200), ("100000", 400)])
@pytest.mark.parametrize("inline", ["findings", "findings-0-citations", "claims"])
def test_a_page_takes_no_more_than_fifty_rows_of_a_kind(
    editor: Client, inline: str, rows: str, status: int
) -> None:
    """Row 83."""
    evaluation = Evaluation.objects.get(slug="ibbis-star-2024")
    sheet = filled(editor, page_of(evaluation))
    sheet[f"{inline}-TOTAL_FORMS"] = rows
    response = sheet.post()
    assert response.status_code == status
    assert "50" in text_of(response)


def test_what_stands_under_an_empty_finding_is_not_lost(editor: Client) -> None:
    evaluation = Evaluation.objects.get(slug="ibbis-star-2024")
    sheet = filled(editor, page_of(evaluation))
    row = sheet.row("findings")
    sheet.row(f"{row}-citations", citation=citation(), deviation="Skrevet et forkert sted.")
    response = sheet.post()
    assert "Udfyld rækken, eller fjern det, der står under den." in said(response)
    assert "Skrevet et forkert sted." in response.content.decode()


def test_a_finding_is_deleted_with_what_stands_under_it(editor: Client) -> None:
    evaluation = write_evaluation(editor)
    sheet = filled(editor, page_of(evaluation))
    sheet["findings-0-DELETE"] = "on"
    sheet["findings-0-citations-0-deviation"] = "x" * 300
    sheet.row("findings-0-citations", citation=citation())
    response = sheet.post()
    assert saved(response), said(response)
    assert [row.slug for row in evaluation.findings.all()] == ["flere-kom-i-job-2"]


def test_a_finding_that_advice_rests_on_is_kept(editor: Client) -> None:
    """Row 87."""
    finding = Finding.objects.filter(supports__isnull=False)[0]
    sheet = filled(editor, page_of(finding.evaluation))
    number = [row.pk for row in finding.evaluation.findings.all()].index(finding.pk)
    sheet[f"findings-{number}-DELETE"] = "on"
    response = sheet.post()
    assert response.status_code == 200
    assert Finding.objects.filter(pk=finding.pk).exists()


@pytest.mark.parametrize("forged", ["{other}", "999999999", str(10**30), "abc", "\x00", "-1"])
def test_the_row_of_another_page_cannot_be_taken(editor: Client, forged: str) -> None:
    """Row 84."""
    mine = write_evaluation(editor)
    other = Finding.objects.exclude(evaluation=mine)[0]
    sheet = filled(editor, page_of(mine))
    sheet["findings-0-id"] = forged.format(other=other.pk)
    sheet["findings-0-statement"] = "Overtaget"
    response = sheet.post()
    assert response.status_code == 200
    assert any("findes ikke længere" in text for text in said(response))
    assert Finding.objects.get(pk=other.pk).evaluation_id == other.evaluation_id
    assert not Finding.objects.filter(statement="Overtaget").exists()
