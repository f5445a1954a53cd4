"""A claim that was inferred is confirmed with its source, and what rests on it follows."""

from typing import Any

import pytest
from django.contrib.admin.models import LogEntry
from django.test import Client

from portal.models import Edition
from tests.desk.forms import filled
from tests.portal.pages import IDENTITY_NUMBER, text_of
from trials.admin.confirming import resting_on
from trials.models import Citation, Source, Trial, TrialClaim, TrialPeriod

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

NEXTWORK = "nextwork-praktik"
CONFIRMING = "bek-2498-2021"


def inferred_end() -> Citation:
    """The newsletter names no year: that NExTWORK ends in March 2022 is inferred (linje 70)."""
    return Citation.objects.get(
        source__slug="nyhedsbrev-forsoeg", place="linje 70", status="inferred"
    )


def address() -> str:
    return f"/skrivebord/trials/citation/bekraeft/{inferred_end().pk}/"


def confirm(client: Client, **fields: Any) -> Any:
    source = Source.objects.get(slug=CONFIRMING).pk
    stated = {"source": source, "place": "§ 1", "status": "stated"} | fields
    return filled(client, address(), form_id="confirm_form", **stated).post()


def on_shelf() -> dict[str, Any]:
    document = Edition.objects.newest().get(kind="trial", slug=NEXTWORK).document
    assert isinstance(document, dict)
    return document


def test_the_page_lists_all_that_rests_on_it_and_what_to_publish_again(editor):
    title = Trial.objects.get(slug=NEXTWORK).title

    page = text_of(editor.get(address()))

    assert f"Periode: {TrialPeriod.objects.get(trial__slug=NEXTWORK)}" in page
    assert "Påstand: " in page
    assert page.count(title) >= 2
    assert "Udgivet, og skal derfor udgives igen bagefter" in page


@pytest.mark.parametrize("role", ["editor", "publisher"])
def test_the_end_of_nextwork_is_confirmed_and_published_as_stated(request, other_publisher, role):
    client = request.getfixturevalue(role)
    before = inferred_end()
    assert on_shelf()["periods"][0]["end"]["source"]["status_label"] != "står i kilden"

    page = client.get(confirm(client)["Location"])

    assert "Bekræftet." in text_of(page)
    assert f"Skal udgives igen: {Trial.objects.get(slug=NEXTWORK).title}." in text_of(page)
    page = f"/skrivebord/udgiv/forsoeg/{NEXTWORK}/"
    filled(other_publisher, page, form_id="reason_form").post(reason="Slutdagen er bekræftet")
    end = on_shelf()["periods"][0]["end"]
    assert end["latest"] == "2022-03-31"  # the day itself is untouched
    assert (end["source"]["source"], end["source"]["place"]) == (CONFIRMING, "§ 1")
    assert end["source"]["status_label"] == "står i kilden"
    assert end["source"]["note"] == f"Først udledt af {before}."
    public = text_of(client.get(f"/forsoeg/{NEXTWORK}/"))
    assert "§ 1 (står i kilden)" in public


def test_everything_is_pointed_anew_and_the_inferred_citation_stays(editor):
    rows = [(type(row), row.pk, field.name) for row, field in resting_on(inferred_end())]
    assert {model for model, _, _ in rows} >= {TrialPeriod, TrialClaim}

    confirm(editor)

    confirmed = Citation.objects.get(source__slug=CONFIRMING, place="§ 1")
    for model, key, field in rows:
        assert getattr(model.objects.get(pk=key), field) == confirmed
    assert list(resting_on(inferred_end())) == []
    assert inferred_end().note


def test_what_evaluations_hold_among_many_sources_follows_too(editor):
    """Walking the relations finds lists of sources as well, without knowing evaluations."""
    citation = inferred_end()
    evaluation = next(row for row, field in resting_on(any_in_list()) if field.many_to_many)
    evaluation.citations.add(citation)

    confirm(editor)

    held = evaluation.citations.all()
    assert citation not in held
    assert Citation.objects.get(source__slug=CONFIRMING, place="§ 1") in held


def any_in_list() -> Citation:
    """A citation that some list of sources holds."""
    return next(
        citation
        for citation in Citation.objects.all()
        if any(field.many_to_many for _, field in resting_on(citation))
    )


def test_a_hard_blank_makes_no_other_place_and_the_history_tells(editor):
    """Row 36: the citation that is there already is found."""
    source = Source.objects.get(slug=CONFIRMING)
    cited = Citation.objects.create(source=source, place="§ 1", status="stated")

    confirm(editor, place="§\u00a01")

    assert TrialPeriod.objects.get(trial__slug=NEXTWORK).end_citation == cited
    assert LogEntry.objects.filter(object_id=str(cited.pk), change_message__contains="Bekræfter")


def test_a_place_that_is_cited_already_is_used_and_keeps_its_note(editor):
    source = Source.objects.get(slug=CONFIRMING)
    cited = Citation.objects.create(source=source, place="§ 1", status="stated", note="Læst.")

    confirm(editor)

    cited.refresh_from_db()
    assert cited.note == f"Læst. Først udledt af {inferred_end()}."
    assert TrialPeriod.objects.get(trial__slug=NEXTWORK).end_citation == cited


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        ("source", "", "Dette felt er påkrævet."),
        ("place", "", "Dette felt er påkrævet."),
        ("place", f"mail fra {IDENTITY_NUMBER}", "ligner et CPR-nummer"),
        ("status", "inferred", "gyldig valgmulighed"),
        ("seen", "x", "Andet er kommet til at hvile på henvisningen"),
    ],
)
def test_nothing_is_confirmed_without_a_source_a_place_and_a_look(editor, field, value, told):
    response = confirm(editor, **{field: value})

    assert response.status_code == 422
    assert told in text_of(response)
    assert IDENTITY_NUMBER not in response.content.decode()
    assert list(resting_on(inferred_end()))


def test_what_rests_on_nothing_has_no_button(editor):
    confirm(editor)

    response = editor.get(address())

    assert "Intet hviler på henvisningen" in text_of(response)
    assert 'id="confirm_form"' not in response.content.decode()


def test_only_what_is_inferred_has_the_page_and_the_way_to_it(editor):
    stated = Citation.objects.filter(status="stated")[0]
    page = "/skrivebord/trials/citation/{}/change/"

    assert address() in editor.get(page.format(inferred_end().pk)).content.decode()
    assert "bekraeft" not in editor.get(page.format(stated.pk)).content.decode()
    assert editor.get(f"/skrivebord/trials/citation/bekraeft/{stated.pk}/").status_code == 404


@pytest.mark.parametrize("role", ["administrator", "portal", "client"])
def test_nobody_else_confirms(request, role):
    client = request.getfixturevalue(role)

    for response in (client.get(address(), follow=True), client.post(address(), {}, follow=True)):
        assert response.status_code == (200 if role == "client" else 403)
        assert 'id="confirm_form"' not in response.content.decode()
    assert list(resting_on(inferred_end()))


def test_a_citation_says_what_uses_it_and_is_not_deleted(editor):
    page = f"/skrivebord/trials/citation/{inferred_end().pk}"

    assert "Kan derfor ikke slettes." in text_of(editor.get(f"{page}/change/"))
    assert editor.post(f"{page}/delete/", {"post": "yes"}).status_code == 403
