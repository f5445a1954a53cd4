"""Hvem rammer reglen: a draft that is not saved answers as the engine does, and keeps nothing."""

import json
import logging
from datetime import date
from random import Random
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from django.db import connection
from django.test import Client

from portal.shelf import current_content
from tests.desk.forms import Sheet, filled, new_page, page_of, said, said_at, saved, sheet_of
from tests.portal.pages import IDENTITY_NUMBER, text_of
from tests.rules.random_cases import cases
from trials.models import Municipality, TargetGroup, Trial, WorkedExample
from trials.rules import ATTRIBUTES, Kind, assess, group_from, profile_from, rule_from

pytestmark = [pytest.mark.slow, pytest.mark.django_db]

LIVE = {"HX-Request": "true"}
ON = date(2021, 12, 1)
VERDICTS = {
    "group": ("Borgeren er ikke i målgruppen", "Kan ikke afgøres", "Borgeren er i målgruppen"),
    "trial": ("Gælder ikke for borgeren", "Kan ikke afgøres", "Gælder for borgeren"),
}


@pytest.fixture
def group(editor: Client) -> Sheet:
    return filled(editor, page_of(TargetGroup.objects.get(slug="nextwork-praktik")))


@pytest.fixture
def trial(editor: Client) -> Sheet:
    return filled(editor, page_of(Trial.objects.get(slug="nextwork-praktik")))


def tried(sheet: Sheet, *, status: int = 200, **stated: Any) -> str:
    """The answer of the page as it stands to a citizen; nothing in the database may change."""
    posted = {f"_hvem_{name}": value for name, value in stated.items()}
    before = counts()
    response = sheet.client.post(sheet.address, {**sheet, **posted, "_proev": "1"}, headers=LIVE)
    assert response.status_code == status
    assert not response.has_header("Location")
    assert "no-store" in response["Cache-Control"]
    assert counts() == before
    return text_of(response)


def counts() -> dict[str, int]:
    """The rows of every table."""
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
        found = {}
        for table in tables:
            cursor.execute(f'SELECT count(*) FROM "{table}"')
            found[table] = cursor.fetchone()[0]
    return found


def profiles(seed: int) -> list[dict[str, Any]]:
    """Different citizens as they are stated to the rules, with nothing that the form lacks."""
    drawn = (case.profile for case in cases(seed, 200) if case.day >= date(2020, 1, 1))
    kept = [
        {name: value for name, value in each.items() if name not in {"participates", "cluster"}}
        for each in drawn
    ]
    return Random(seed).sample([each for each in kept if is_possible(each)], 14)


def is_possible(stated: dict[str, Any]) -> bool:
    try:
        profile(stated)
    except ValueError:
        return False
    return True


def profile(stated: dict[str, Any]) -> Any:
    return profile_from(stated, on=ON, municipalities=current_content().municipalities)


def typed(stated: dict[str, Any]) -> dict[str, Any]:
    """The same citizen as a form posts it."""
    posted: dict[str, Any] = {"on": "01-12-2021"}
    for name, value in stated.items():
        kind = ATTRIBUTES[name].kind
        if value is None:
            continue
        if kind is Kind.YES_NO:
            posted[name] = "yes" if value else "no"
        elif kind is Kind.SET:
            posted[name] = list(value) or "ingen"
        else:
            posted[name] = str(value).replace(".", ",")
    return posted


def with_age_limit(sheet: Sheet) -> None:
    """A condition that is typed and not saved: under 30, or sick."""
    row = sheet.row("conditions", citation=sheet["conditions-0-citation"])
    sheet.row(f"{row}-alternatives", attribute="age", comparison="less_than", number="30")
    sick = ["on_sick_leave:yes"]
    sheet.row(f"{row}-alternatives", attribute="on_sick_leave", comparison="one_of", values=sick)


def age_limited() -> Any:
    """The same group as the engine reads it from a document."""
    document = TargetGroup.objects.get(slug="nextwork-praktik").as_document()
    written = [
        {"attribute": "age", "comparison": "less_than", "values": ["30"], "borderline": []},
        {"attribute": "on_sick_leave", "comparison": "one_of", "values": ["yes"], "borderline": []},
    ]
    added = {"wording": "", "source": None, "alternatives": written}
    return group_from(document | {"conditions": [*document["conditions"], added]})


def test_a_draft_group_answers_as_the_engine(group: Sheet) -> None:
    with_age_limit(group)
    engine = age_limited()
    answers = set()

    for stated in profiles(seed=5):
        check = engine.check(profile(stated), on=ON)
        told = tried(group, **typed(stated))
        answers.add(check.answer)
        assert f"{VERDICTS['group'][check.answer]} den 1. december 2021" in told, stated
        assert check.sentence in told
        for part in check.parts:
            assert part.requirement.rstrip(".") in told
    assert len(answers) > 1


def test_a_draft_trial_answers_as_the_engine_with_another_period_and_geography(
    trial: Sheet,
) -> None:
    trial |= {"periods-0-end_earliest": "30-11-2021", "periods-0-end_latest": "31-12-2021"}
    trial |= {"coverage": "nationwide", "municipality_count": ""}
    document = json.loads(json.dumps(Trial.objects.get(slug="nextwork-praktik").as_document()))
    document["periods"][0]["end"] |= {"earliest": "2021-11-30", "latest": "2021-12-31"}
    document["coverage"] |= {"kind": "nationwide", "count": None, "municipalities": []}
    engine = rule_from(document)

    for stated in profiles(seed=6)[:6]:
        check = assess(engine, profile(stated), on=ON).check
        told = tried(trial, **typed(stated))
        assert "betingelser er, som de sidst er gemt" in told
        assert f"{VERDICTS['trial'][check.answer]} den 1. december 2021" in told, stated
        assert check.sentence in told


def test_an_unfinished_draft_says_what_to_mend_and_guesses_nothing(
    group: Sheet, trial: Sheet
) -> None:
    group["conditions-1-alternatives-0-values"] = []
    assert "Betingelse 2 kan ikke læses endnu. Ret den først." in tried(group, age="24")

    trial |= {"coverage": "", "periods-0-end_latest": "01-01-1990"}
    told = tried(trial, age="24")
    assert "Geografi mangler." in told
    assert "Periode 1: " in told
    assert "for borgeren den" not in told


def test_the_caseworkers_own_answer_on_participation_can_be_tried(trial: Sheet) -> None:
    young: dict[str, Any] = {"on": "01-12-2021", "age": "24", "readiness": "uddannelsesparat"}
    young |= {"benefit": "uddannelseshjaelp", "work_experience": "no", "municipality": "0101"}
    assert "Kan ikke afgøres den" in tried(trial, **young)
    assert "Gælder for borgeren den" in tried(trial, **young, participates="yes")
    assert "Gælder ikke for borgeren den" in tried(trial, **young, participates="no")


@pytest.mark.parametrize(
    ("stated", "message"),
    [
        pytest.param({"age": IDENTITY_NUMBER}, "Feltet ligner et CPR-nummer", id="cpr"),
        pytest.param({"age": "45,5"}, "et helt tal", id="half-a-year"),
        pytest.param({"on": "31-02-2022"}, "Den dag findes ikke", id="no-such-day"),
        pytest.param({"benefit": "x"}, "Vælg en af mulighederne på listen.", id="unknown"),
        pytest.param(
            {"benefit": "dagpenge", "readiness": "uddannelsesparat"}, "passer ikke sammen", id="odd"
        ),
    ],
)
def test_a_citizen_that_cannot_be_is_refused_at_the_field(
    group: Sheet, stated: dict[str, str], message: str
) -> None:
    told = tried(group, status=422, **stated)
    assert message in told
    assert "Svaret kommer her, når felterne er rettet" in told
    assert IDENTITY_NUMBER not in told


def test_a_citizen_leaves_no_trace(group: Sheet, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    tried(group, age="73", unemployed_months="217,25")
    sessions = [session.get_decoded() for session in Session.objects.all()]
    assert "217" not in caplog.text + str(sessions)


def test_a_citizen_that_is_sent_when_the_page_is_saved_is_not_read(
    group: Sheet, caplog: pytest.LogCaptureFixture
) -> None:
    before = TargetGroup.objects.get(slug="nextwork-praktik").as_document()
    assert group.post(_hvem_age="73", _save="1").status_code == 302
    assert TargetGroup.objects.get(slug="nextwork-praktik").as_document() == before
    assert "_hvem_age" not in caplog.text


def test_without_javascript_the_draft_goes_along_on_a_page_of_its_own(group: Sheet) -> None:
    """What may name a person is not sent on; the answer is that of the unsaved text."""
    with_age_limit(group)
    group["description"] = IDENTITY_NUMBER
    page = group.post(_proev="1")
    assert IDENTITY_NUMBER not in page.content.decode()

    fields = filled_from(page, group)
    answered = fields.post(_hvem_age="40", _hvem_on_sick_leave="no", _proev="1")

    assert answered.status_code == 200
    assert "Borgeren er ikke i målgruppen" in text_of(answered)


def filled_from(page: Any, sheet: Sheet) -> Sheet:
    return sheet_of(page, sheet.client, sheet.address, form_id="^hvem-form$")


# --- An example of the citizen who was tried ----------------------------------------------------

CITIZEN: dict[str, Any] = {
    "on": "10-12-2021",
    "age": "24",
    "benefit": "uddannelseshjaelp",
    "participates": "yes",
    "municipality": "0101",
    "work_experience": "no",
    "health": ["angst", "stress"],
}


def begun(trial: Sheet) -> Sheet:
    """The page of a new example, reached by the button under the answer."""
    posted = {f"_hvem_{name}": value for name, value in CITIZEN.items()}
    answered = trial.client.post(trial.address, {**trial, **posted, "_proev": "1"}, headers=LIVE)
    button = sheet_of(answered, trial.client, new_page(WorkedExample), form_id="hvem-eksempel")
    page = button.client.post(button.address, dict(button))
    assert said(page) == []
    assert "Borgeren og dagen er dem, du prøvede." in text_of(page)
    return sheet_of(page, trial.client, button.address)


def test_the_citizen_who_was_tried_begins_an_example(trial: Sheet) -> None:
    before = WorkedExample.objects.count()
    example = begun(trial)

    assert WorkedExample.objects.count() == before
    assert {name: example[name] for name in CITIZEN if name != "municipality"} == {
        name: value for name, value in CITIZEN.items() if name != "municipality"
    }
    # What the source says is for the editor to write: the answer of the draft proves nothing.
    assert (example["answer"], example["why"]) == ("", "")


def test_an_example_that_was_begun_is_written_and_saved_like_any_other(trial: Sheet) -> None:
    example = begun(trial)
    assert said_at(example.post(), "answer")

    assert saved(example.post(answer="applies", why="Kilden nævner manglende erfaring."))
    row = WorkedExample.objects.latest("pk")
    assert (row.on, row.participates) == (date(2021, 12, 10), True)
    assert row.municipality == Municipality.objects.get(code="0101")
    assert row.profile == {
        "age": 24,
        "benefit": "uddannelseshjaelp",
        "work_experience": False,
        "health": ["angst", "stress"],
    }


def test_a_group_or_a_trial_that_was_never_saved_begins_no_example(
    group: Sheet, editor: Client
) -> None:
    assert "Skriv et eksempel" not in tried(group, age="24")
    assert "Skriv et eksempel" not in tried(filled(editor, new_page(Trial)), age="24")
