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
from tests.desk.evidence import (
    EVALUATION,
    FINDING,
    ORGANISATION,
    PAGES,
    PROGRAMME,
    RECOMMENDATION,
    citation,
    page_of,
    write_evaluation,
)
from tests.desk.forms import filled, said, saved
from tests.portal.pages import text_of
from trials.models import Source

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

# --- Who may see them -------------------------------------------------------------------------


@pytest.mark.parametrize("address", [*PAGES, FINDING])
@pytest.mark.parametrize(
    ("role", "status"),
    [
        (Role.CASEWORKER, 404),
        (Role.EDITOR, 200),
        (Role.PUBLISHER, 200),
        (Role.ADMINISTRATOR, 404),
    ],
)
def test_content_is_for_those_who_write_it(role: Role, status: int, address: str) -> None:
    client = browser_of(role)
    assert client.get(address, follow=True).status_code == status
    assert client.get(f"{address}?q=social", follow=True).status_code == status
    written = 200 if status == 200 and address != FINDING else 403
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
    ("role", "status"), [(Role.CASEWORKER, 404), (Role.EDITOR, 200), (Role.ADMINISTRATOR, 404)]
)
def test_the_page_of_a_row_is_for_those_who_write_it(role: Role, status: int, model: Any) -> None:
    client, row = browser_of(role), model.objects.order_by("pk")[0]
    history, delete = (page_of(row).replace("change", other) for other in ("history", "delete"))
    assert client.get(page_of(row), follow=True).status_code == status
    assert client.get(history, follow=True).status_code == status
    if role is not Role.EDITOR:
        assert client.post(page_of(row), {"title": "x"}, follow=True).status_code == 404
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
    assert "alle 4 betingelser skal være opfyldt" in page
    assert "alder" in page.lower()
    assert "(kilden afgør ikke, om 30 år er med)" in page


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
