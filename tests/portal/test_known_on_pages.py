"""Known on: the answer, its sheet and its receipt, by what was published on an earlier day."""

import io
import json
import re
from datetime import date, timedelta
from typing import Any

import pytest
from django.core.management import call_command
from django.utils import timezone

from portal.guidance.sheet.receipt import receipt_from
from portal.known import content_known_on
from portal.publication import withdraw
from portal.shelf import current_content
from portal.words import EditionKind
from tests.command import guidance
from tests.portal.earlier import (
    BETWEEN,
    NEXTWORK,
    SECOND,
    everything_published,
    nextwork_ends_at_once,
)
from tests.portal.pages import YOUNG, article, ask, plain, refused_at, text_of
from tests.portal.test_sheet import part, receipt_on, sheet
from tests.portal.test_what_if import difference

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

SETTLED = YOUNG | {"work_experience": "no"}
THEN = SETTLED | {"known_on": "30-06-2024"}
BANNER = "Svaret bygger på det, der var udgivet i Vejviser den 30. juni 2024."


@pytest.fixture
def edited() -> None:
    """Everything was published on 4 May 2024, and NExTWORK edited on 1 July."""
    everything_published()
    nextwork_ends_at_once()


def banner_on(response: Any) -> str:
    found = re.search(
        r'<div class="notice" id="set-tilbage".*?</div>', response.content.decode(), re.S
    )
    return plain(found.group()) if found else ""


@pytest.mark.usefixtures("edited")
def test_the_page_answers_as_the_rule_was_known_and_says_what_differs_today(portal):
    then, now = ask(portal, **THEN), ask(portal, **SETTLED)

    assert "Gælder." in article(then, NEXTWORK)
    assert "Gælder ikke." in article(now, NEXTWORK)
    assert "Svar for 1. december 2021, som det var kendt den 30. juni 2024" in text_of(then)
    told = banner_on(then)
    assert BANNER in told
    assert "i dag er svaret et andet:" in told
    assert "”gælder” dengang, ”gælder ikke” i dag." in told
    assert banner_on(now) == ""


@pytest.mark.parametrize("typed", ["30.06.2024", "30/6/2024", "2024-06-30", " 30-06-2024 "])
@pytest.mark.usefixtures("edited")
def test_the_day_is_read_as_danes_write_it(portal, typed):
    assert BANNER in banner_on(ask(portal, **SETTLED | {"known_on": typed}))


@pytest.mark.usefixtures("edited")
def test_today_and_an_empty_field_change_nothing(portal):
    today = timezone.localdate().strftime("%d-%m-%Y")
    now, asked = ask(portal, **SETTLED), ask(portal, **SETTLED, known_on=today)

    assert banner_on(now) == banner_on(asked) == ""
    assert answered(asked) == answered(now) == answered(ask(portal, **SETTLED, known_on=""))
    assert "?kendt=" not in answered(now)


def answered(response: Any) -> str:
    """The markup of the answer alone."""
    return response.content.decode().partition('<div id="svar-indhold">')[2].partition("</form>")[0]


def test_a_day_with_the_same_content_says_so(portal):
    everything_published()

    told = banner_on(ask(portal, **THEN))

    assert told.startswith(f"{BANNER} Det er det samme, der er udgivet i dag.")


@pytest.mark.usefixtures("edited")
def test_other_content_with_the_same_answers_says_so(portal):
    told = banner_on(ask(portal, on="01-01-2024", known_on="30-06-2024"))

    assert "svarene om forsøgene er de samme i dag." in told


def test_what_was_withdrawn_since_and_what_came_since_is_told(portal):
    everything_published()
    title = current_content().trials["ibbis"].document["title"]
    withdraw(EditionKind.TRIAL, "ibbis", by=None, reason="Prøve", at=SECOND)

    assert f"”{title}” er trukket tilbage siden." in banner_on(ask(portal, **THEN))
    assert 'id="ibbis"' in ask(portal, **THEN).content.decode()
    # Nobody can say any more whether the municipality takes part in it.
    stated = ask(portal, **THEN, **{"participates_ibbis": "yes"})
    assert "er trukket tilbage siden." in banner_on(stated)


@pytest.mark.parametrize(
    ("known_on", "message"),
    [
        pytest.param("30-06-24", "Skriv årstallet med fire cifre.", id="short-year"),
        pytest.param("i går", "Skriv dagen som dd-mm-åååå", id="words"),
        pytest.param("31-06-2024", "Den dag findes ikke i kalenderen.", id="no-day"),
        pytest.param("03-05-2024", "er den 4. maj 2024.", id="before-the-first"),
        pytest.param(
            f"{timezone.localdate() + timedelta(days=1):%d-%m-%Y}",
            "Dagen er ikke kommet endnu.",
            id="tomorrow",
        ),
    ],
)
@pytest.mark.usefixtures("edited")
def test_a_day_that_cannot_be_used_is_refused_at_the_field_and_nothing_is_lost(
    portal, known_on, message
):
    for response in (
        ask(portal, **SETTLED, known_on=known_on),
        sheet(portal, **SETTLED, known_on=known_on),
    ):
        refused_at(response, "known_on", message)
        markup = response.content.decode()
        assert f'value="{known_on}"' in markup
        assert 'name="age" value="24"' in markup


@pytest.mark.usefixtures("edited")
def test_links_lead_to_the_editions_of_that_day(portal):
    markup = answered(ask(portal, **THEN))
    ways = re.findall(r'href="(/(?:forsoeg|evalueringer|anbefalinger)/[^"]*)"', markup)

    assert ways
    assert all(way.endswith("/?kendt=30-06-2024") for way in ways)
    for way in {way.split("/")[1]: way for way in ways}.values():  # one of each kind
        assert "som den var kendt den 30. juni 2024" in text_of(portal.get(way))


@pytest.mark.usefixtures("edited")
def test_a_what_if_is_answered_from_the_same_content(portal):
    """By the edition of that day NExTWORK applies on 31 March 2022 (line 79), and not after."""
    response = ask(portal, **THEN, hvis_dag="01-04-2022", vis="forskel")

    assert "1 forsøg færre gælder." in difference(response)
    taken = ask(portal, **THEN, hvis_dag="31-03-2022", brug="1")
    assert BANNER in banner_on(taken)
    assert "Gælder." in article(taken, NEXTWORK)


@pytest.mark.usefixtures("edited")
def test_the_sheet_says_the_day_and_takes_it_along(portal):
    response = sheet(portal, **THEN)

    assert "det, der var udgivet den 30. juni 2024" in text_of(response)
    assert "bygger på det, der var udgivet i Vejviser den 30. juni 2024." in text_of(response)
    assert 'name="known_on" value="30-06-2024"' in response.content.decode()
    assert "NExTWORK" in part(response, "Forsøg, der gælder")
    assert "udgivet i Vejviser den" not in text_of(sheet(portal, **SETTLED))


@pytest.mark.usefixtures("edited")
def test_the_receipt_carries_the_day_and_gives_the_same_answer_again(portal, tmp_path):
    receipt = receipt_from(receipt_on(sheet(portal, **THEN)))
    file = tmp_path / "kvittering.txt"
    file.write_text(receipt.text, encoding="utf-8")
    told = io.StringIO()
    call_command("receipt", str(file), stdout=told)

    question = json.loads(receipt.question)
    then = content_known_on(date.fromisoformat(BETWEEN), today=timezone.localdate())
    assert (question["known_on"], receipt.content_version) == (BETWEEN, then.version)
    assert receipt.applies == (NEXTWORK,)
    assert "Med kvitteringens indhold er svaret det samme." in told.getvalue()
    assert "Med det indhold, der er udgivet nu, er svaret et andet." in told.getvalue()
    # The command line gives the same answer to the question as it stands.
    answer = guidance(receipt.question).only
    assert answer["content_version"] == receipt.content_version
    assert [r["slug"] for r in answer["trials"] if r["answer"] == "applies"] == [NEXTWORK]


def test_a_receipt_of_today_names_no_such_day(portal):
    assert "known_on" not in receipt_on(sheet(portal, **SETTLED))


@pytest.mark.usefixtures("edited")
def test_looking_back_costs_the_same_few_queries(portal, django_assert_num_queries):
    """The five of every answer, and one more: what is published today is held against it."""
    ask(portal, **THEN)
    with django_assert_num_queries(6):
        ask(portal, **THEN)


def test_the_municipalities_are_those_of_the_day(portal):
    everything_published()
    everything = current_content()
    withdraw(EditionKind.TRIAL, NEXTWORK, by=None, reason="Prøve", at=SECOND)

    then, now = (ask(portal, on="01-12-2021", **day).content.decode() for day in (
        {"known_on": "30-06-2024"}, {}
    ))  # fmt: skip
    for code in everything.municipalities:
        assert f'value="{code}"' in then
    assert f'name="participates_{NEXTWORK}"' in then
    assert f'name="participates_{NEXTWORK}"' not in now


def test_the_first_day_is_one_that_can_be_asked_about(portal):
    everything_published()

    assert "den 4. maj 2024." in banner_on(ask(portal, known_on="04-05-2024"))


@pytest.mark.parametrize("address", ["/vejledning/", "/programmer/ips/"])
def test_the_field_says_that_the_end_of_the_day_counts(portal, address):
    """An edition that was undone the same day cannot be asked for by the day: decision 30."""
    assert "da dagen var slut: dd-mm-åååå. Tom: nu." in text_of(portal.get(address))
