"""A profile names nobody, and leaves no trace in a page, a log, a session or an address."""

import logging
import re

import pytest
from django import forms
from django.contrib.sessions.models import Session
from django.utils import timezone

from portal.guidance.forms import ProfileForm
from portal.models import User
from portal.shelf import current_content
from tests.portal.pages import GUIDANCE, IDENTITY_NUMBER, YOUNG, ask, refused_at

pytestmark = pytest.mark.slow

REFUSAL = "Feltet ligner et CPR-nummer."


# Row 20.
def test_an_unknown_field_is_ignored_and_only_its_name_is_logged(portal, caplog):
    response = ask(portal, **YOUNG, citizen_name="Kanariefugl", **{"Sanne Olsen": "x"})

    assert response.status_code == 200
    assert "Kanariefugl" not in response.content.decode()
    assert "citizen_name" in caplog.text
    assert "(ikke vist)" in caplog.text
    for secret in ("Kanariefugl", "Sanne", "Olsen"):
        assert secret not in caplog.text


def test_an_unknown_field_that_looks_like_a_person_is_logged_without_its_name(portal, caplog):
    ask(portal, **{f"x{IDENTITY_NUMBER}": "x", f"x-{IDENTITY_NUMBER}": "x"})

    assert IDENTITY_NUMBER not in caplog.text


# Row 21, every field of the form and some spellings.
def _field_names() -> list[str]:
    return [
        "on", "age", "municipality", "benefit", "readiness", "lab_group", "employment",
        "unemployed_months", "skill_level", "education_obsolete", "work_experience",
        "long_term_unemployed", "hard_to_place", "on_sick_leave", "health", "disability",
        "mental_illness", "complex_problems", "jobrotation_substitute", "cluster", "weeks",
        "individual_assessment", "special_need", "known_on", "participates_ibbis",
        "participates_nextwork-praktik",
    ]  # fmt: skip


@pytest.mark.parametrize("field", _field_names())
def test_an_identity_number_is_refused_in_every_field_and_never_shown(portal, caplog, field):
    response = ask(portal, **{field: IDENTITY_NUMBER})

    refused_at(response, field, REFUSAL)
    assert IDENTITY_NUMBER not in response.content.decode()
    assert IDENTITY_NUMBER not in caplog.text


@pytest.mark.parametrize(
    "spelling", ["610190-0000", "61 01 90 0000", "610190 0000", "61.01.90-0000", "6\u200b101900000"]
)
def test_an_identity_number_is_refused_as_people_write_it(portal, spelling):
    response = ask(portal, age=spelling)

    refused_at(response, "age", REFUSAL)
    assert spelling not in response.content.decode()


@pytest.mark.django_db
def test_every_field_of_the_form_is_tried():
    form = ProfileForm(content=current_content(), today=timezone.localdate())

    assert set(form.fields) == set(_field_names())


def test_no_field_takes_free_text(portal):
    form = ProfileForm(content=current_content(), today=timezone.localdate())
    texts = [name for name, field in form.fields.items() if type(field) is forms.CharField]

    assert texts == []
    assert "<textarea" not in portal.get(GUIDANCE).content.decode()


# A profile is in no session, no log and no address.
def test_the_profile_leaves_no_trace(portal, caplog):
    caplog.set_level(logging.DEBUG)
    canary = YOUNG | {"unemployed_months": "73,25", "weeks": "317"}
    for stated in (canary, canary | {"age": "1_8"}):
        response = portal.post(GUIDANCE, stated)
        assert not response.has_header("Location")
    sessions = [session.get_decoded() for session in Session.objects.all()]
    traces = caplog.text + str(sessions) + str(list(User.objects.values()))

    assert response.wsgi_request.get_full_path() == GUIDANCE
    for word in ("uddannelseshjaelp", "uddannelsesparat", "73.25", "73,25", "317", "1_8"):
        # A whole word: the random digits of a hash may hold any number.
        assert not re.search(rf"(?<!\w){re.escape(word)}(?!\w)", _without_sql(traces))


def _without_sql(text: str) -> str:
    """The log without lines of statements that read editions, which hold the published codes."""
    return "\n".join(line for line in text.splitlines() if "portal_edition" not in line)
