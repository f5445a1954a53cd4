"""Who may open and change the pages of trials, target groups, sources and municipalities."""

from typing import Any

import pytest
from django.test import Client

from portal.models import User
from portal.trail import acting
from tests.desk.forms import filled, new_page, page_of, saved
from trials.models import Citation, Municipality, Source, TargetGroup, Trial

pytestmark = [pytest.mark.slow, pytest.mark.django_db]

WRITTEN: list[Any] = [Source, Citation, TargetGroup, Trial]


def pages(model: Any) -> list[str]:
    row = model.objects.earliest("pk")
    change = page_of(row)
    return [change, new_page(model), change.replace("change", "delete")]


def refusal(model: Any, address: str) -> int:
    """What is refused is there; but of a draft nobody else is told that there is one."""
    return 404 if model in WRITTEN and address.endswith("change/") else 403


@pytest.mark.parametrize("model", [*WRITTEN, Municipality])
def test_a_caseworker_is_refused_and_a_stranger_is_asked_to_log_in(
    portal: Client, model: Any
) -> None:
    for address in pages(model):
        status = refusal(model, address)
        assert portal.get(address, follow=True).status_code == status
        assert portal.post(address, follow=True).status_code == status
        stranger = Client().get(address, follow=True)
        assert stranger.redirect_chain[-1][0].startswith("/log-ind/")


@pytest.mark.parametrize("model", WRITTEN)
@pytest.mark.parametrize("role", ["editor", "publisher"])
def test_those_who_write_open_every_page_of_content(
    request: pytest.FixtureRequest, role: str, model: Any
) -> None:
    browser: Client = request.getfixturevalue(role)
    change, new, _ = pages(model)

    assert browser.get(new.replace("add/", "?q=nordjylland")).status_code == 200
    assert browser.get(new).status_code == 200
    assert saved(filled(browser, change).post())


@pytest.mark.parametrize("model", WRITTEN)
def test_an_administrator_does_not_write_content(administrator: Client, model: Any) -> None:
    for address in pages(model):
        assert administrator.get(address).status_code == refusal(model, address)
        assert administrator.post(address).status_code == refusal(model, address)


# Row 87: what is in use stays, and the page says who uses it.
@pytest.mark.parametrize("role", ["editor", "publisher", "administrator"])
def test_nobody_adds_or_deletes_a_municipality(request: pytest.FixtureRequest, role: str) -> None:
    browser: Client = request.getfixturevalue(role)
    before = Municipality.objects.count()
    change, new, delete = pages(Municipality)

    assert browser.get(change).status_code == 200
    for address in (new, delete):
        assert browser.get(address).status_code == 403
        assert browser.post(address, {"post": "yes"}).status_code == 403
    assert Municipality.objects.count() == before


@pytest.mark.usefixtures("caseworker")
def test_the_page_of_a_municipality_counts_its_uses(editor: Client) -> None:
    page = editor.get(page_of(Municipality.objects.get(code="0101"))).content.decode()
    assert "1 bruger, 1 forsøg og 23 eksempler. Kan derfor ikke slettes." in page


@pytest.mark.usefixtures("caseworker")
def test_an_administrator_is_not_told_how_many_drafts_there_are(administrator: Client) -> None:
    page = administrator.get(page_of(Municipality.objects.get(code="0101"))).content.decode()
    assert "København" in page
    assert "ruges af" not in page
    assert "forsøg. Kan" not in page


def test_the_page_that_deletes_says_why_what_is_published_stays(editor: Client) -> None:
    trial = Trial.objects.earliest("pk")
    told = editor.get(page_of(trial).replace("change", "delete"), follow=True)

    assert told.redirect_chain == [(page_of(trial), 302)]
    assert "træk det tilbage i stedet" in told.content.decode()


def draft_of(user: User | None) -> Source:
    with acting(user, "Prøve"):
        return Source.objects.create(title="Prøvekilde", slug="proevekilde", kind="report")


def test_the_page_that_deletes_asks_when_nothing_uses_the_row(editor: Client) -> None:
    row = draft_of(User.objects.get(username="prøve-redaktør"))
    delete = page_of(row).replace("change", "delete")

    assert "Prøvekilde" in editor.get(delete).content.decode()
    assert saved(editor.post(delete, {"post": "yes"}))
    assert not Source.objects.filter(pk=row.pk).exists()


# The matrix: an editor deletes only what they made themselves.
def test_an_editor_does_not_delete_what_another_has_made_and_a_publisher_may(
    editor: Client, publisher: Client
) -> None:
    row = draft_of(User.objects.get(username="prøve-fagansvarlig"))
    delete = page_of(row).replace("change", "delete")

    assert editor.post(delete, {"post": "yes"}).status_code == 403
    assert "er en andens kladde" in editor.get(delete, follow=True).content.decode()
    assert saved(publisher.post(delete, {"post": "yes"}))


def test_the_page_that_deletes_tells_an_administrator_nothing(administrator: Client) -> None:
    trial = Trial.objects.earliest("pk")
    assert administrator.get(page_of(trial).replace("change", "delete")).status_code == 403


def test_a_publisher_mends_the_other_names_of_a_municipality(publisher: Client) -> None:
    row = Municipality.objects.get(code="0751")
    sheet = filled(publisher, page_of(row), aliases="Århus\nAarhuus")

    assert saved(sheet.post(code="9999", _save="1"))
    row.refresh_from_db()
    assert (row.aliases, row.code) == (["Århus", "Aarhuus"], "0751")


def test_an_editor_only_reads_about_a_municipality(editor: Client) -> None:
    row = Municipality.objects.get(code="0751")

    assert editor.post(page_of(row), {"name": "Andeby"}).status_code == 403
    row.refresh_from_db()
    assert row.name == "Aarhus"


def test_municipalities_are_found_by_typing_in_danish_order(editor: Client) -> None:
    query = {"app_label": "trials", "model_name": "trial", "field_name": "municipalities"}
    found = editor.get("/skrivebord/autocomplete/", query | {"term": "r", "page": "1"}).json()

    names = [each["text"] for each in found["results"]]
    order = list(Municipality.objects.values_list("name", flat=True))
    assert len(names) > 10
    assert names == sorted(names, key=order.index)


@pytest.mark.parametrize("slug", ["nextwork-praktik"])
def test_a_target_group_in_use_is_not_deleted(editor: Client, slug: str) -> None:
    group = TargetGroup.objects.get(slug=slug)
    delete = page_of(group).replace("change", "delete")

    assert "1 forsøg. Kan derfor ikke slettes." in editor.get(page_of(group)).content.decode()
    told = editor.get(delete, follow=True)
    assert told.redirect_chain == [(page_of(group), 302)]
    assert "bruges af 1 forsøg. Kan derfor ikke slettes." in told.content.decode()
    assert editor.post(delete, {"post": "yes"}).status_code == 403
    assert TargetGroup.objects.filter(slug=slug).exists()
