"""Examples on the desk: written without a code in sight, tried on save, and kept by the gate."""

from typing import Any

import pytest
from django.contrib.messages import get_messages
from django.core.exceptions import ValidationError
from django.test import Client

from portal.gate import NotReadyError
from portal.models import Change
from portal.publication import desk_items, publish_together
from portal.words import EditionKind
from tests.desk.forms import Sheet, filled, new_page, page_of, said, said_at, saved
from tests.portal.pages import IDENTITY_NUMBER, text_of
from trials.models import TargetGroup, Trial, TrialPeriod, WorkedExample

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

NEXTWORK = "nextwork-praktik"
PUBLISH = f"/skrivebord/udgiv/forsoeg/{NEXTWORK}/"
# Holds until the 31 March 2022; the day after is an example of its own.
LAST_DAY, DAY_AFTER = "nextwork-30", "nextwork-23"


def nextwork() -> Trial:
    return Trial.objects.get(slug=NEXTWORK)


def example(slug: str = DAY_AFTER) -> WorkedExample:
    return WorkedExample.objects.get(slug=slug)


def prolong() -> None:
    """The rule on the desk now covers the day after the last."""
    period = TrialPeriod.objects.filter(trial__slug=NEXTWORK)
    period.update(end_earliest="2022-12-31", end_latest="2022-12-31")


def told(response: Any) -> str:
    return " ".join(str(message) for message in get_messages(response.wsgi_request))


@pytest.fixture
def new(editor: Client) -> Sheet:
    """A new example of NExTWORK with all that must be there."""
    address = f"{new_page(WorkedExample)}?trial={nextwork().pk}"
    fields = {"why": "Prøve af dagen", "on": "01-12-2021", "answer": "undetermined"}
    return filled(editor, address, **fields)


# --- Writing one ------------------------------------------------------------------------------


@pytest.mark.parametrize("slug", ["nextwork-40", "ibbis-01", "vl1-06", "ul-09"])
def test_an_example_that_is_opened_and_saved_says_the_same(editor: Client, slug: str) -> None:
    before = example(slug).as_document()

    response = filled(editor, page_of(example(slug))).post()

    assert saved(response), said(response)
    assert example(slug).as_document() == before


def test_why_the_answer_is_right_is_not_why_the_row_is_changed(new: Sheet) -> None:
    assert saved(new.post(why="Står i linje 80", why_changed="Manglede"))

    assert "Hvorfor:" not in text_of(new.client.get(new.address))
    assert example("staar-i-linje-80").why == "Står i linje 80"
    assert Change.objects.filter(table_name="trials_workedexample").latest("pk").why == "Manglede"


def test_a_new_example_states_facts_in_fields_of_their_own(new: Sheet) -> None:
    new |= {"age": "24", "unemployed_months": "3,5", "work_experience": "no", "lab_group": "4"}
    new |= {"health": ["ingen"], "readiness": "uddannelsesparat", "participates": "yes"}

    response = new.post()

    assert saved(response), said(response)
    made = example("proeve-af-dagen")
    assert made.trial == nextwork()
    assert made.profile == {
        "age": 24,
        "readiness": "uddannelsesparat",
        "lab_group": 4,
        "unemployed_months": 3.5,
        "work_experience": False,
        "health": [],
    }
    assert made.as_document()["profile"]["participates"] == {NEXTWORK: True}


def test_what_is_not_stated_is_not_stored_as_a_no(new: Sheet) -> None:
    assert saved(new.post())
    made = example("proeve-af-dagen")
    assert (made.profile, made.participates, made.individual_assessment) == ({}, None, None)
    assert made.as_document()["expected"] == {"answer": "undetermined"}


def test_the_page_shows_no_json_and_no_code_to_type(new: Sheet) -> None:
    assert "profile" not in new
    assert '{"' not in text_of(new.client.get(new.address))


@pytest.mark.parametrize(
    ("fields", "at", "message"),
    [
        ({"age": "14"}, "age", "fra 15 til 99"),
        ({"unemployed_months": "lang tid"}, "unemployed_months", "gerne med komma"),
        ({"benefit": "loen"}, "benefit", "på listen"),
        ({"age": "40", "benefit": "uddannelseshjaelp"}, "age", "under 30 år"),
        ({"readiness": "jobparat", "benefit": "uddannelseshjaelp"}, "readiness", "passer ikke"),
        ({"individual_assessment": "yes"}, "weeks", "uger i alt"),
        ({"weeks": "0"}, "weeks", "mindst 1 uge"),
        ({"answer": "applies", "deciding": ["age"]}, "deciding", "står i vejen"),
        ({"deciding": ["humoer"]}, "deciding", "på listen"),
        ({"on": "31-02-2021"}, "on", "Dagen findes ikke"),
        ({"on": "01-12-0021"}, "on", "kan ikke passe"),
        ({"why": ""}, "why", "skal udfyldes"),
        ({"why": f"Om {IDENTITY_NUMBER}"}, "why", "CPR-nummer"),
        ({"age": IDENTITY_NUMBER}, "age", "CPR-nummer"),
        ({"municipality": "x"}, "municipality", "på listen"),
        ({"slug": DAY_AFTER}, "__all__", "samme plads eller kortnavn"),
    ],
)
def test_what_no_example_may_say_is_refused_at_the_field(
    new: Sheet, fields: dict[str, Any], at: str, message: str
) -> None:
    response = new.post(**fields, _save="1")

    if at == "__all__":
        assert any(message in each for each in said(response))
    else:
        assert message in said_at(response, at)
    assert IDENTITY_NUMBER not in response.content.decode()
    assert not WorkedExample.objects.filter(slug="proeve-af-dagen").exists()


@pytest.mark.parametrize(
    "profile",
    [{"navn": "Anna"}, {"age": "24"}, {"municipality": "0101"}, {"participates": {"x": True}}, []],
)
def test_a_row_from_elsewhere_holds_only_what_the_portal_asks_for(profile: Any) -> None:
    row = example()
    row.profile = profile

    with pytest.raises(ValidationError):
        row.full_clean()


def test_two_editors_of_one_example_both_see_it(editor: Client) -> None:
    """As on the other pages of the desk: nothing is overwritten unseen."""
    first, second = (filled(editor, page_of(example())) for _ in range(2))
    assert saved(first.post(why="Den første", _save="1"))

    response = second.post(why="Den anden", _save="1")

    assert "En anden har gemt" in text_of(response)
    assert example().why == "Den første"


# --- Tried on save ----------------------------------------------------------------------------


def test_saving_a_trial_tells_that_its_examples_hold(editor: Client) -> None:
    response = filled(editor, page_of(nextwork())).post()

    assert "21 eksempler. Alle holder." in told(response)


def test_saving_a_changed_rule_is_not_refused_and_tells_what_no_longer_holds(
    editor: Client,
) -> None:
    day = "31-12-2022"
    fields = {"periods-0-end_earliest": day, "periods-0-end_latest": day}

    response = filled(editor, page_of(nextwork())).post(**fields, _save="1")

    assert saved(response), said(response)
    assert "21 eksempler. " in told(response)
    assert f"\u201d{DAY_AFTER}\u201d \u2013 Ventet: gælder ikke. Nu: gælder." in told(response)


def test_saving_a_target_group_tries_the_examples_of_every_trial_that_uses_it(
    editor: Client,
) -> None:
    group = TargetGroup.objects.get(slug="nextwork-praktik-almindelig")

    response = filled(editor, page_of(group)).post()

    assert f"{nextwork()}: 21 eksempler. Alle holder." in told(response)


def test_saving_an_example_tells_how_it_stands(editor: Client) -> None:
    response = filled(editor, page_of(example())).post(answer="applies", deciding=[], _save="1")

    assert "Ventet: gælder. Nu: gælder ikke. Grund: " in told(response)


def test_the_page_of_a_trial_lists_its_examples_on_the_desk_and_in_the_edition(
    editor: Client,
) -> None:
    prolong()

    page = editor.get(page_of(nextwork()))

    assert page_of(example()) in page.content.decode()
    assert "På skrivebordet: Holder ikke. Ventet: gælder ikke. Nu: gælder." in text_of(page)
    assert "I udgaven: Holder." in text_of(page)
    assert "De eksempler, der holder" in text_of(page)


def test_a_trial_without_examples_says_so_when_it_is_saved(editor: Client) -> None:
    nextwork().examples.all().delete()

    response = filled(editor, page_of(nextwork())).post()

    assert "ingen eksempler endnu" in told(response)


# --- Before it is published -------------------------------------------------------------------


def test_a_trial_whose_examples_fail_is_not_published(publisher: Client) -> None:
    prolong()

    page = text_of(publisher.get(PUBLISH))

    assert f"Eksemplet \u201d{DAY_AFTER}\u201d holder ikke." in page
    assert "Ret reglen, eller ret eksemplet og dets forklaring." in page
    assert 'id="reason_form"' not in publisher.get(PUBLISH).content.decode()
    with pytest.raises(NotReadyError, match=DAY_AFTER):
        publish_together(desk_items(EditionKind.TRIAL, slug=NEXTWORK), by=None, reason="Prøve")


def test_the_page_tells_which_examples_get_another_answer_than_in_the_edition(
    publisher: Client,
) -> None:
    prolong()
    changed = example()
    changed.answer, changed.deciding, changed.allowed = "applies", [], 13
    changed.save()

    page = text_of(publisher.get(PUBLISH))

    assert "Eksempler, der får et andet svar end i udgaven" in page
    assert "Svaret: gælder ikke; det, der afgør svaret: perioden" in page
    assert f"{LAST_DAY}: " not in page


def test_an_example_deleted_with_the_change_is_still_told_of(publisher: Client) -> None:
    prolong()
    example().delete()

    page = text_of(publisher.get(PUBLISH))

    assert f"{DAY_AFTER}: 1. april 2022;" in page
    assert "på skrivebordet er det slettet" in page


def test_a_change_that_moves_no_answer_says_nothing_of_answers(publisher: Client) -> None:
    Trial.objects.filter(slug=NEXTWORK).update(summary="Anden tekst.")

    page = text_of(publisher.get(PUBLISH))

    assert "21 eksempler. Alle holder." in page
    assert "får et andet svar" not in page


def test_a_trial_without_examples_may_be_published_and_the_page_says_so(
    publisher: Client,
) -> None:
    nextwork().examples.all().delete()

    response = publisher.get(PUBLISH)

    assert "Forsøget har ingen eksempler." in text_of(response)
    assert 'id="reason_form"' in response.content.decode()


def test_a_changed_example_is_shown_in_words_and_without_codes(publisher: Client) -> None:
    changed = example("nextwork-05")
    changed.why = "Rettet forklaring."
    changed.save()

    page = text_of(publisher.get(PUBLISH))

    assert "Eksempel \u201dnextwork-05\u201d" in page
    assert "Forklaring: Rettet forklaring." in page
    assert "work_experience" not in page


# --- Who may ----------------------------------------------------------------------------------


def test_an_administrator_writes_no_examples(administrator: Client) -> None:
    assert administrator.get(page_of(example())).status_code == 404
    assert administrator.get(new_page(WorkedExample)).status_code == 403
