"""An editor writes the NExTWORK trial from nothing, a publisher publishes it, and it answers."""

import pytest
from django.core.management import call_command
from django.test import override_settings
from django.utils import timezone
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from portal.publication import publish_all
from tests.command import guidance
from tests.examples import TRIALS, agrees, as_questions, of, steps_agree
from tests.journeys import nextwork
from tests.journeys.conftest import make_roles
from tests.journeys.desk import Desk
from trials.models import Citation, Source, TargetGroup, Trial

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

SLUG = "nextwork-praktik"
EXAMPLES = [vector for vector in TRIALS if vector["trial"] == SLUG]


@pytest.fixture
def empty_site(live_server: LiveServer, tidy_connections: None) -> str:  # noqa: ARG001 - closes them
    """A portal that knows the municipalities and its staff, and nothing else."""
    call_command("flush", interactive=False, verbosity=0)
    make_roles()
    call_command("loaddata", "01_municipalities.json", verbosity=0)
    publish_all(by=None, reason="Til prøve", at=timezone.now())
    with override_settings(DEBUG=True):  # demo users are for development only
        call_command("demo_users", verbosity=0)
    return str(live_server.url)


def test_a_trial_goes_from_a_newsletter_to_guidance(page: Page, empty_site: str) -> None:
    for model in (Source, Citation, TargetGroup, Trial):
        assert not model.objects.exists(), "the desk must be empty"
    desk = Desk(page, empty_site)

    desk.log_in("redaktoer")
    desk.picture("skrivebord")
    nextwork.write_sources(desk)
    nextwork.write_groups(desk)
    nextwork.write_trial(desk)
    expect(page.get_by_text("op til 26 uger; det kræver konkret vurdering")).to_be_visible()
    desk.picture("forsoeg")
    desk.log_out()

    desk.log_in("fagansvarlig")
    desk.publish(nextwork.TITLE, reason="Læst i nyhedsbrevet")
    desk.log_out()

    page.goto(f"{empty_site}/forsoeg/{SLUG}/?dato=01-12-2021")
    expect(page.get_by_role("heading", level=1)).to_have_text(nextwork.TITLE)
    desk.picture("udgivet")
    _every_example_holds()


def _every_example_holds() -> None:
    """The worked examples of the domain, asked of the trial that was just written."""
    assert len(EXAMPLES) > 15
    outcome = guidance(as_questions(EXAMPLES))
    assert (outcome.code, outcome.err) == (0, "")
    for vector, answer in zip(EXAMPLES, outcome.answers, strict=True):
        trial = of(answer["trials"], SLUG)
        agrees(trial, vector)
        if "steps" in vector["expected"]:
            steps_agree(trial["limit"], vector)
