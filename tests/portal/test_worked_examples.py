"""The examples in the fixtures, on the shelf, on the public page, and by the command."""

import io

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from portal.models import Edition, SearchEntry
from portal.retrieval.passages import searchables
from portal.shelf import current_content
from portal.words import EditionKind
from tests.portal.pages import IDENTITY_NUMBER, text_of
from trials.models import TrialPeriod, WorkedExample

pytestmark = pytest.mark.django_db

NEXTWORK = "nextwork-praktik"


def tried(*arguments: str) -> tuple[int, str]:
    """The code that the command ends with, and what it wrote."""
    out = io.StringIO()
    try:
        call_command("worked_examples", *arguments, stdout=out)
    except SystemExit as stop:
        return int(str(stop.code)), out.getvalue()
    except CommandError as error:
        return error.returncode, f"{out.getvalue()}{error}"
    return 0, out.getvalue()


@pytest.mark.parametrize("where", ["--desk", "--shelf"])
def test_every_example_that_the_project_comes_with_holds(where: str) -> None:
    code, report = tried(where)

    assert code == 0
    assert f"{NEXTWORK}: 21 eksempler. Alle holder." in report
    assert len(report.splitlines()) == len(current_content().trials)


def test_the_command_names_what_does_not_hold_and_ends_with_1() -> None:
    TrialPeriod.objects.filter(trial__slug=NEXTWORK).update(
        end_earliest="2022-12-31", end_latest="2022-12-31"
    )

    code, report = tried(NEXTWORK)

    assert code == 1
    assert "nextwork-23: Holder ikke. Ventet: gælder ikke. Nu: gælder." in report
    assert tried("--shelf", NEXTWORK)[0] == 0


def test_the_command_tries_those_it_is_asked_about_once() -> None:
    assert tried("ibbis", "ibbis") == (0, "ibbis: 6 eksempler. Alle holder.\n")


@pytest.mark.parametrize("slug", ["findes-ikke", IDENTITY_NUMBER])
def test_an_unknown_trial_is_refused_and_nothing_is_tried(slug: str) -> None:
    code, told = tried(NEXTWORK, slug)

    assert code == 2
    assert "Ukendt forsøg" in told
    assert "eksempler." not in told
    assert IDENTITY_NUMBER not in told


def test_a_rule_that_cannot_be_read_is_told_and_ends_with_1() -> None:
    step = WorkedExample.objects.get(slug="nextwork-01").trial.steps.first()
    assert step
    step.value = 2  # less than the ordinary four weeks
    step.save()

    code, report = tried(NEXTWORK, "ibbis")

    assert code == 1
    assert f"{NEXTWORK}: Reglen kan ikke læses" in report
    assert "ibbis: 6 eksempler. Alle holder." in report


def test_an_edition_holds_the_examples_it_was_tried_on() -> None:
    document = Edition.objects.newest().get(kind=EditionKind.TRIAL, slug=NEXTWORK).document

    assert len(document["examples"]) == 21


def test_examples_are_not_searched() -> None:
    """A trial is not about the citizens that nobody is."""
    document = current_content().trials[NEXTWORK].document
    (entry,) = searchables(EditionKind.TRIAL, document)

    assert entry == next(searchables(EditionKind.TRIAL, {**document, "examples": []}))
    assert SearchEntry.objects.filter(edition__slug=NEXTWORK).count() == 1


def test_the_page_of_a_trial_shows_the_examples_folded(portal: Client) -> None:
    response = portal.get(f"/forsoeg/{NEXTWORK}/")

    assert '<details class="examples">' in response.content.decode()
    assert "Eksempler på svar (21)" in text_of(response)
    assert "Gælder ikke: Åbenlyst uddannelsesparate er udtrykkeligt holdt ude." in text_of(response)


def test_an_example_of_a_draft_is_on_no_page(portal: Client) -> None:
    WorkedExample.objects.filter(slug="nextwork-01").update(why="kanariefugl")

    for address in ("/", "/forsoeg/", f"/forsoeg/{NEXTWORK}/"):
        assert "kanariefugl" not in portal.get(address).content.decode()
