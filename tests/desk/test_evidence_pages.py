"""Organisations, programmes, evaluations and recommendations on the desk."""

from typing import Any

import pytest
from django.contrib import admin
from django.contrib.postgres.forms import SimpleArrayField
from django.db.models import JSONField as JSONColumn
from django.forms import JSONField
from django.test import Client, RequestFactory

from evaluations.models import Evaluation, Finding, Organisation, Programme
from evaluations.recommendations.models import Recommendation
from portal.words import Role
from tests.desk.conftest import browser_of
from tests.desk.forms import filled, said, said_at, saved, sheet_of
from tests.portal.pages import text_of
from trials.models import Citation, Source, TargetGroup

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

DESK = "/skrivebord"
ORGANISATION = f"{DESK}/evaluations/organisation/"
PROGRAMME = f"{DESK}/evaluations/programme/"
EVALUATION = f"{DESK}/evaluations/evaluation/"
FINDING = f"{DESK}/evaluations/finding/"
RECOMMENDATION = f"{DESK}/recommendations/recommendation/"
SOURCE = f"{DESK}/trials/source/"
PAGES = (ORGANISATION, PROGRAMME, EVALUATION, RECOMMENDATION, SOURCE)


def page_of(row: Any) -> str:
    return f"{DESK}/{row._meta.app_label}/{row._meta.model_name}/{row.pk}/change/"


def citation() -> str:
    return str(Citation.objects.order_by("pk")[0].pk)


# --- Who may see them -------------------------------------------------------------------------


@pytest.mark.parametrize("address", [*PAGES, FINDING])
@pytest.mark.parametrize(
    ("role", "status"),
    [
        (Role.CASEWORKER, 403),
        (Role.EDITOR, 200),
        (Role.PUBLISHER, 200),
        (Role.ADMINISTRATOR, 403),
    ],
)
def test_content_is_for_those_who_write_it(role: Role, status: int, address: str) -> None:
    client = browser_of(role)
    assert client.get(address, follow=True).status_code == status
    assert client.get(f"{address}?q=social", follow=True).status_code == status
    written = status if address != FINDING else 403
    assert client.get(f"{address}add/", follow=True).status_code == written
    assert client.post(f"{address}add/", {}, follow=True).status_code == written


@pytest.mark.parametrize("address", [*PAGES, FINDING])
def test_a_stranger_is_asked_to_log_in(client: Client, address: str) -> None:
    for page in (address, f"{address}add/", f"{address}1/change/", f"{address}1/delete/"):
        response = client.get(page)
        assert response.status_code == 302
        assert response["Location"].startswith("/log-ind/?next=")


@pytest.mark.parametrize(
    "model", [Organisation, Programme, Evaluation, Finding, Recommendation, Source]
)
@pytest.mark.parametrize(
    ("role", "status"), [(Role.CASEWORKER, 403), (Role.EDITOR, 200), (Role.ADMINISTRATOR, 403)]
)
def test_the_page_of_a_row_is_for_those_who_write_it(role: Role, status: int, model: Any) -> None:
    client, row = browser_of(role), model.objects.order_by("pk")[0]
    history, delete = (page_of(row).replace("change", other) for other in ("history", "delete"))
    assert client.get(page_of(row), follow=True).status_code == status
    assert client.get(history, follow=True).status_code == status
    if role is not Role.EDITOR:
        assert client.post(page_of(row), {"title": "x"}, follow=True).status_code == 403
        assert client.post(delete, {"post": "yes"}, follow=True).status_code == 403
        assert model.objects.filter(pk=row.pk).exists()


def test_a_finding_is_written_with_its_evaluation_and_nowhere_else(editor: Client) -> None:
    finding = Finding.objects.order_by("pk")[0]
    assert editor.post(page_of(finding), {"statement": "andet"}).status_code == 403
    assert editor.post(page_of(finding).replace("change", "delete")).status_code == 403
    assert "tekster" not in Finding.objects.get(pk=finding.pk).statement


@pytest.mark.parametrize("address", PAGES)
def test_every_filter_and_search_of_a_list_answers(editor: Client, address: str) -> None:
    page = text_of(editor.get(address))
    assert "None" not in page
    assert editor.get(f"{address}?q=%25_'").status_code == 200


def test_no_form_of_the_desk_holds_json_or_values_with_commas(editor: Client) -> None:
    """Row 77: raw JSON crashed the form in seven ways; a comma is a letter of a text."""
    request = RequestFactory().get("/")
    request.user = editor.get(EVALUATION).wsgi_request.user
    checked = 0
    for model, page in admin.site._registry.items():
        stack: list[tuple[Any, Any]] = [(model, page.get_form(request))]
        inlines = list(page.get_inline_instances(request))
        while inlines:
            inline = inlines.pop()
            stack.append((inline.model, inline.get_formset(request).form))
            inlines += [each(inline.model, admin.site) for each in getattr(inline, "inlines", ())]
        for table, form in stack:
            columns = {each.name for each in table._meta.fields if isinstance(each, JSONColumn)}
            assert columns.isdisjoint(form.base_fields), table
            for field in form.base_fields.values():
                assert not isinstance(field, JSONField | SimpleArrayField), (table, field.label)
                checked += 1
    assert checked > 50


# --- From nothing -----------------------------------------------------------------------------


def write_evaluation(editor: Client) -> Evaluation:
    """An evaluation with two findings, each with its sources, as an editor enters it."""
    sheet = filled(editor, f"{EVALUATION}add/", title="Prøveevaluering af samtaler")
    sheet["summary"] = "Samtaler er fulgt i tre kommuner."
    sheet["citations"] = [citation()]
    sheet["target_groups"] = [str(TargetGroup.objects.get(slug="undersoegt-handicap").pk)]
    sheet["published"], sheet["published_precision"] = "31-12-2022", "dag"
    common = {"outcome": "beskaeftigelse", "kind": "count", "design": "D1", "population": "Alle"}
    first = sheet.row("findings", statement="Flere kom i job.", direction="positive", **common)
    sheet.row(f"{first}-citations", citation=citation())
    sheet.row(f"{first}-citations", citation=citation(), deviation="Skriver \u201ddobbelt\u201d.")
    second = sheet.row("findings", statement="Flere kom i job.", direction="mixed", **common)
    sheet.row(f"{second}-citations", citation=citation())
    response = sheet.post()
    assert saved(response), said(response)
    return Evaluation.objects.get(slug="proeveevaluering-af-samtaler")


def test_an_editor_enters_an_evaluation_and_what_it_leads_to_from_nothing(editor: Client) -> None:
    evaluation = write_evaluation(editor)
    first, second = evaluation.findings.all()
    assert [first.slug, second.slug] == ["flere-kom-i-job", "flere-kom-i-job-2"]
    assert [first.position, second.position] == [1, 2]
    assert [row.position for row in first.citations.all()] == [1, 2]
    assert second.citations.count() == 1

    sheet = filled(editor, f"{RECOMMENDATION}add/", title="Hold samtaler", status="learning")
    sheet["citations"], sheet["conditions"] = (
        [citation()],
        "Borgeren vil\r\n\r\nDer er tid, også\r\n",
    )
    sheet.row("supports", finding=str(first.pk))
    sheet.row("supports", finding=str(second.pk), note="Peger den anden vej.")
    response = sheet.post()
    assert saved(response), said(response)

    recommendation = Recommendation.objects.get(slug="hold-samtaler")
    assert recommendation.conditions == ["Borgeren vil", "Der er tid, også"]
    page = text_of(editor.get(page_of(recommendation)))
    assert "Beskæftigelse: positiv" in page
    assert "Beskæftigelse: blandet" in page
    assert "Prøveevaluering af samtaler" in page
    assert "Peger den anden vej." in page
    assert "Vidensstyrke: erfaringsbaseret" in page
    evaluation.full_clean()
    recommendation.full_clean()


def test_an_editor_enters_an_organisation_and_a_programme(editor: Client) -> None:
    sheet = filled(editor, f"{ORGANISATION}add/", name="Prøveinstituttet", kind="forskning")
    sheet["other_names"] = "PI\nInstituttet, København"
    assert saved(sheet.post())
    organisation = Organisation.objects.get(slug="proeveinstituttet")
    assert organisation.other_names == ["PI", "Instituttet, København"]

    sheet = filled(editor, f"{PROGRAMME}add/", name="Prøvepuljen", kind="pulje", summary="Kort.")
    sheet["organisations"], sheet["citations"] = [str(organisation.pk)], [citation()]
    sheet.row("elements", text="Fast kontaktperson", citation=citation())
    other = Programme.objects.exclude(slug="proevepuljen")[0]
    sheet.row("relations", kind="ligner", other=str(other.pk), citation=citation())
    response = sheet.post()
    assert saved(response), said(response)
    programme = Programme.objects.get(slug="proevepuljen")
    assert [row.slug for row in programme.elements.all()] == ["fast-kontaktperson"]
    assert programme.relations.get().other == other


def test_every_page_can_be_saved_as_it_is_and_nothing_changes(editor: Client) -> None:
    """What a form shows, it can take; a list of names comes back as it was."""
    for model in (Organisation, Programme, Evaluation, Recommendation):
        for row in model.objects.all()[:3]:
            before = row.as_document()
            response = filled(editor, page_of(row)).post()
            assert saved(response), (row, said(response))
            assert model.objects.get(pk=row.pk).as_document() == before


# --- In words ---------------------------------------------------------------------------------


def test_an_evaluation_tells_its_target_groups_in_words(editor: Client) -> None:
    evaluation = Evaluation.objects.get(slug="social-stoette-vive-2023")
    page = text_of(editor.get(page_of(evaluation)))
    assert "alle betingelser skal være opfyldt" in page
    assert "alder" in page.lower()
    assert "Kilden afgør ikke: 30 år" in page


def test_a_recommendation_without_findings_says_so(editor: Client) -> None:
    row = Recommendation.objects.get(slug="jobmaal-paa-vejen-til-uddannelse")
    assert "Anbefalingen hviler ikke på noget fund" in text_of(editor.get(page_of(row)))


# --- Slugs ------------------------------------------------------------------------------------


def test_a_saved_finding_keeps_its_short_name_when_its_words_change(editor: Client) -> None:
    evaluation = write_evaluation(editor)
    sheet = filled(editor, page_of(evaluation))
    sheet["findings-0-statement"] = "Noget helt andet."
    assert saved(sheet.post())
    finding = evaluation.findings.get(position=1)
    assert (finding.statement, finding.slug) == ("Noget helt andet.", "flere-kom-i-job")


def test_the_short_name_of_something_published_cannot_be_changed(editor: Client) -> None:
    row = Evaluation.objects.get(slug="ibbis-star-2024")
    sheet = filled(editor, page_of(row))
    assert "slug" not in sheet
    sheet.post(slug="andet")
    assert Evaluation.objects.get(pk=row.pk).slug == "ibbis-star-2024"


# --- What is refused --------------------------------------------------------------------------


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
        pytest.param({"published": "31-12-2022"}, "published", "passe sammen", id="no-precision"),
        pytest.param({"published_precision": "dag"}, "published", "passe sammen", id="no-day"),
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
