"""From a newsletter to guidance by all who take part; then corrected, and known as it was."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.test import override_settings
from django.utils import timezone
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from portal.known import day_of
from portal.models import Edition
from portal.publication import publish_all
from portal.words import EditionKind
from tests.command import guidance
from tests.editions import changeable_editions
from tests.examples import TRIALS, agrees, as_questions, of, steps_agree
from tests.journeys import caseworker, nextwork, nextwork_trial
from tests.journeys.conftest import make_roles
from tests.journeys.desk import Desk
from tests.journeys.nextwork import TITLE
from tests.journeys.nextwork_trial import IN_EXTENSION, SLUG
from trials.models import Citation, Source, TargetGroup, Trial

pytestmark = [pytest.mark.browser, pytest.mark.walk, pytest.mark.django_db(transaction=True)]

EXAMPLES = [vector for vector in TRIALS if vector["trial"] == SLUG]
LONG_AGO, EARLIER = timedelta(days=60), timedelta(days=30)


@pytest.fixture
def empty_site(live_server: LiveServer, tidy_connections: None) -> str:  # noqa: ARG001 - closes them
    """A portal that knows the municipalities and its staff, and nothing else."""
    call_command("flush", interactive=False, verbosity=0)
    make_roles()
    call_command("loaddata", "01_municipalities.json", verbosity=0)
    publish_all(by=None, reason="Til prøve", at=timezone.now() - LONG_AGO)
    with override_settings(DEBUG=True):  # demo users are for development only
        call_command("demo_users", verbosity=0)
    return str(live_server.url)


def test_a_trial_goes_from_a_newsletter_to_guidance_and_is_corrected(
    page: Page, empty_site: str
) -> None:
    for model in (Source, Citation, TargetGroup, Trial):
        assert not model.objects.exists(), "the desk must be empty"
    page.set_viewport_size({"width": 1280, "height": 900})
    desk = Desk(page, empty_site)

    _an_editor_writes_it_and_sends_it(desk)
    _a_publisher_sends_it_back(desk)
    _the_editor_corrects_it(desk)
    _the_publisher_publishes_it(desk)
    _a_caseworker_gets_it(desk)
    published = _the_first_edition_grows_old()
    _a_publisher_corrects_it_and_cannot_publish(desk)
    _another_publishes_the_correction(desk)
    _every_example_of_the_domain_holds()
    _a_caseworker_gets_both_answers(desk, published)
    _a_publisher_undoes_it(desk)


def _an_editor_writes_it_and_sends_it(desk: Desk) -> None:
    page = desk.page
    desk.log_in("redaktoer")
    nextwork.write_sources(desk)
    nextwork.write_groups(desk)
    nextwork_trial.write_trial(desk)
    nextwork_trial.try_draft(desk)
    assert not Trial.objects.exists(), "what is tried is not saved"
    desk.save()
    expect(page.get_by_text("op til 26 uger; det kræver konkret vurdering")).to_be_visible()
    nextwork_trial.write_example(desk)

    desk.open(TITLE)
    desk.picture("forsoeg")
    desk.follow("Forhåndsvisning")
    expect(page.get_by_text("Forhåndsvisning – ikke udgivet.")).to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_have_text(TITLE)
    desk.picture("forhaandsvisning")
    page.get_by_role("link", name="Tilbage til skrivebordet").click()
    desk.follow("Send til godkendelse")
    desk.step("Send til godkendelse", "Er forlængelsen vedtaget?", "Besked til")

    expect(page.get_by_role("link", name="Se og udgiv")).to_have_count(0)
    refused = page.goto(f"{desk.site}/skrivebord/udgiv/forsoeg/{SLUG}/")
    assert refused
    assert refused.status == 403
    desk.log_out()


def _a_publisher_sends_it_back(desk: Desk) -> None:
    desk.log_in("fagansvarlig")
    expect(desk.waiting(TITLE)).to_contain_text("Til godkendelse, sendt den")
    desk.picture("skrivebord")
    desk.waiting(TITLE).get_by_role("link", name="Se og udgiv").click()
    expect(desk.page.get_by_text("Er forlængelsen vedtaget?")).to_be_visible()
    desk.follow("Send tilbage til redaktøren")
    desk.step("Send tilbage", "Skriv i resuméet, at praktikken kan forlænges", "Svar til")
    desk.log_out()


def _the_editor_corrects_it(desk: Desk) -> None:
    desk.log_in("redaktoer")
    expect(desk.waiting(TITLE)).to_contain_text("”Skriv i resuméet, at praktikken")
    desk.open(TITLE)
    desk.picture("sendt-tilbage", desk.page.locator(".object-tools"))
    desk.fill("summary", "I fire kommuner kunne praktikken vare 13 uger og forlænges derfra.")
    desk.save()
    desk.follow("Send til godkendelse")
    desk.step("Send til godkendelse")
    desk.log_out()


def _the_publisher_publishes_it(desk: Desk) -> None:
    desk.log_in("fagansvarlig")
    desk.waiting(TITLE).get_by_role("link", name="Se og udgiv").click()
    desk.page.get_by_label("Begrundelse").fill("Læst i nyhedsbrevet og høringen")
    desk.picture("udgiv", desk.page.locator("#content"))
    desk.step("Udgiv")
    desk.log_out()


def _a_caseworker_gets_it(desk: Desk) -> None:
    caseworker.log_in(desk.page, desk.site)
    caseworker.describe_a_young_person(desk.page, on=IN_EXTENSION)
    caseworker.answer(desk.page, "Har borgeren erhvervserfaring?", "Nej")
    trial = caseworker.trial(desk.page)
    expect(trial.locator(".verdict")).to_contain_text("Gælder.")
    expect(trial).to_contain_text("Sikkert tilladt: op til 13 uger.")
    desk.log_out()


def _the_first_edition_grows_old() -> str:
    """A month passes. The day is moved because a test cannot wait for another to come."""
    edition = Edition.objects.get(kind=EditionKind.TRIAL)
    edition.published_at -= EARLIER
    with changeable_editions():
        edition.save()
    return f"{day_of(edition):%d-%m-%Y}"


def _a_publisher_corrects_it_and_cannot_publish(desk: Desk) -> None:
    page = desk.page
    desk.log_in("fagansvarlig")
    page.locator("tr.model-trial").get_by_role("link", name="Forsøg").click()
    page.get_by_role("link", name=TITLE).click()
    nextwork_trial.take_extension_back(desk)
    desk.open(TITLE)
    desk.follow("Sammenlign")
    expect(page.locator(".desk-changes")).to_contain_text("Forlængelsen blev ikke vedtaget.")
    desk.picture("sammenlign", page.locator("#content"))

    desk.open(TITLE)
    desk.follow("Se og udgiv")
    expect(page.get_by_text("Det kan udgives af fagansvarlig2.")).to_be_visible()
    expect(page.get_by_role("button", name="Udgiv")).to_have_count(0)
    desk.picture("fire-oejne", page.locator(".errornote"))
    desk.log_out()


def _another_publishes_the_correction(desk: Desk) -> None:
    page = desk.page
    desk.log_in("fagansvarlig2")
    desk.waiting(TITLE).get_by_role("link", name="Se og udgiv").click()
    expect(page.get_by_role("heading", name="Eksempler, der får et andet svar")).to_be_visible()
    page.get_by_label("Begrundelse").fill("Forlængelsen blev ikke vedtaget")
    desk.step("Udgiv")
    desk.follow("Ret på skrivebordet")
    desk.follow("Historik")
    save = page.locator(".desk-thing").filter(has_text="Høringen førte ikke til en forlængelse")
    expect(save.get_by_role("heading", level=2)).to_contain_text("fagansvarlig")
    expect(save).to_contain_text("Forlængelsen blev ikke vedtaget.")
    desk.picture("historik", save)
    desk.log_out()


def _every_example_of_the_domain_holds() -> None:
    """Asked of the trial that was just written by hand, now without the extension."""
    assert len(EXAMPLES) > 15
    outcome = guidance(as_questions(EXAMPLES))
    assert (outcome.code, outcome.err) == (0, "")
    for vector, answer in zip(EXAMPLES, outcome.answers, strict=True):
        trial = of(answer["trials"], SLUG)
        agrees(trial, vector)
        if "steps" in vector["expected"]:
            steps_agree(trial["limit"], vector)


def _a_caseworker_gets_both_answers(desk: Desk, published: str) -> None:
    page = desk.page
    caseworker.log_in(page, desk.site)
    caseworker.describe_a_young_person(page, on=IN_EXTENSION)
    verdict = caseworker.trial(page).locator(".verdict")
    expect(verdict).to_contain_text("Gælder ikke.")

    page.get_by_text("Se tilbage (valgfrit)").click()
    page.get_by_label("Som det var kendt den").fill(published)
    caseworker.show(page)
    caseworker.answer(page, "Har borgeren erhvervserfaring?", "Nej")
    expect(verdict).to_contain_text("Gælder.")
    expect(page.locator("#set-tilbage")).to_contain_text("”gælder” dengang, ”gælder ikke” i dag")
    desk.picture("kendt-den", page.locator("#svaret"), tallest=1030)
    desk.log_out()


def _a_publisher_undoes_it(desk: Desk) -> None:
    """Alone, though the last change is another's: what comes back has been approved before."""
    page = desk.page
    desk.log_in("fagansvarlig")
    page.goto(f"{desk.site}/skrivebord/fortryd/forsoeg/{SLUG}/")
    page.get_by_label("Begrundelse").fill("Forlængelsen er vedtaget alligevel")
    desk.picture("fortryd", page.locator("#content"))
    desk.step("Fortryd")
    page.goto(f"{desk.site}/forsoeg/{SLUG}/?dato={IN_EXTENSION}")
    expect(page.get_by_role("heading", level=1)).to_have_text(TITLE)
    expect(
        page.get_by_text("Forsøget er forlænget til og med den 31. december 2022.")
    ).to_be_visible()
    newest = Edition.objects.newest().get(kind=EditionKind.TRIAL)
    assert (newest.number, newest.reason) == (3, "Forlængelsen er vedtaget alligevel")
