"""Rows 67 to 88 of the table of bad inputs: what stands nowhere else.

67 to 72 and 74 stand in test_trial_periods, 73 in test_gate, 75 in test_target_group_page, 76 in
test_trial_page, 77 in test_evidence_pages and test_worked_examples, 79 to 82 in test_desk_texts,
83 and 84 in test_trial_page, test_target_group_page and test_evidence_refusals, 85 in
test_lost_updates, 86 in test_forged_posts, 87 in test_places_and_rights, 88 in test_publishing
and test_four_eyes; 77 and 78 for files in tests/loading.
"""

from typing import Any

import pytest
from django.test import Client

from portal.gate import NotReadyError
from portal.models import Edition, Submission
from portal.publication import publish_all, withdraw
from portal.words import EditionKind
from tests.desk.forms import filled, page_of, said_at, saved
from tests.desk.test_trial_periods import day_fields
from tests.desk.workflow import NEXTWORK, change
from trials.models import Citation, Municipality, Source, Trial

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

SOURCES = "/skrivebord/trials/source/"


def test_72_an_extension_of_a_trial_that_has_ended_is_told_at_its_first_day(editor: Client) -> None:
    """Years after its last day: it takes a tick that says that the gap is intended."""
    trial = Trial.objects.get(slug="jobrotation-varighed")
    sheet = filled(editor, page_of(trial))
    new = sheet.row("periods", **day_fields("01-01-2026", "31-12-2026"))
    message = said_at(sheet.post(), f"{new}-start_earliest")
    assert "et hul: 1. januar 2023 til 31. december 2025. Ret dagene, eller sæt" in message
    assert trial.periods.count() == 2


def test_72_an_extension_of_a_trial_that_was_withdrawn_is_told_and_takes_a_reason(
    editor: Client,
) -> None:
    trial = Trial.objects.get(slug="jobrotation-varighed")
    withdraw(EditionKind.TRIAL, trial.slug, by=None, reason="Var forkert")
    sheet = filled(editor, page_of(trial))
    new = sheet.row("periods", **day_fields("01-01-2023", "31-12-2023"))
    told = said_at(sheet.post(), f"{new}-start_latest")
    assert "trukket tilbage" in told
    assert "\u201dHvorfor denne ændring?\u201d" in told
    assert trial.periods.count() == 2

    assert saved(sheet.post(why_changed="Loven kom alligevel"))
    assert trial.periods.count() == 3


@pytest.mark.parametrize("typed", ["1e999", "NaN", "9" * 4_400, "4,5", "-1", "１２x", "\x00"])
def test_77_what_is_no_number_is_told_at_its_field(editor: Client, typed: str) -> None:
    sheet = filled(editor, page_of(Trial.objects.get(slug=NEXTWORK)), ordinary_limit=typed)
    assert said_at(sheet.post(), "ordinary_limit")


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "http://star.dk/",
        "https://127.0.0.1/",
        "https://star.dk@ond.example/",
    ],
)
def test_81_an_address_that_came_past_the_forms_is_not_published(address: str) -> None:
    """Also at render: pages show the addresses of editions as links."""
    source = Source.objects.get(slug="nyhedsbrev-forsoeg")
    Source.objects.filter(pk=source.pk).update(address=address)
    before = Edition.objects.count()
    with pytest.raises(NotReadyError) as refusal:
        publish_all(by=None, reason="Prøve")
    assert any(
        f"Adressen ved \u201d{source.title}\u201d" in each for each in refusal.value.sentences
    )
    assert Edition.objects.count() == before


def test_82_an_address_is_shown_with_its_host(client: Client) -> None:
    page = client.get(f"/forsoeg/{NEXTWORK}/").content.decode()
    assert "[lundsteenwiederquist.dk]" in page or "[www.retsinformation.dk]" in page


@pytest.mark.parametrize("key", ["{other}", "\x00", str(10**30), "-1", "１"])
def test_84_the_citation_of_another_source_cannot_be_taken(editor: Client, key: str) -> None:
    own, other = Citation.objects.order_by("source_id").first(), Citation.objects.last()
    assert own is not None
    assert other is not None
    assert own.source_id != other.source_id
    sheet = filled(editor, page_of(own.source))
    sheet["citations-0-id"] = key.format(other=other.pk)
    sheet["citations-0-place"] = "taget"
    assert sheet.post().status_code == 200
    assert not Citation.objects.filter(place="taget").exists()


@pytest.mark.parametrize("key", ["%00", "1%00", str(10**30), "9" * 400, "-1", "abc", "1;2"])
def test_84_a_page_of_what_can_be_no_row_is_no_failure(editor: Client, key: str) -> None:
    for page in ("change", "delete", "history"):
        assert editor.get(f"{SOURCES}{key}/{page}/").status_code in {302, 400, 404}


def test_87_a_municipality_keeps_its_code_and_what_uses_it(publisher: Client) -> None:
    row = Municipality.objects.get(code="0101")
    trials = list(row.trials.all())
    assert saved(filled(publisher, page_of(row)).post(code="0999", _save="1"))
    assert list(Municipality.objects.get(code="0101").trials.all()) == trials


@pytest.mark.parametrize("role", ["editor", "administrator", "portal"])
def test_88_a_bulk_action_of_one_who_may_not_changes_nothing(
    request: pytest.FixtureRequest, role: str
) -> None:
    change()
    before = Edition.objects.count()
    chosen = {
        "action": "publish_chosen",
        "_selected_action": [row.pk for row in Trial.objects.all()],
    }
    browser: Client = request.getfixturevalue(role)
    response = browser.post("/skrivebord/trials/trial/", chosen)
    assert response.status_code in {200, 302, 403, 404}
    assert "udgiv" not in response.headers.get("Location", "")
    assert (Edition.objects.count(), Submission.objects.count()) == (before, 0)


def test_88_ten_thousand_chosen_rows_are_refused_together(publisher: Client) -> None:
    chosen: dict[str, Any] = {
        "action": "publish_chosen",
        "_selected_action": [str(number) for number in range(10_000)],
    }
    response = publisher.post("/skrivebord/trials/trial/", chosen)
    assert response.status_code in {302, 400}
    assert "udgiv" not in response.headers.get("Location", "")
