"""The profile form shown again: what was typed is kept, and tied to its label and message."""

import re

from tests.portal.pages import IDENTITY_NUMBER, YOUNG, ask


def test_all_that_was_typed_is_kept_when_the_form_is_shown_again(portal):
    typed = {
        "on": "31-02-2022",
        "age": "45,5",
        "municipality": "0751",
        "benefit": "dagpenge",
        "lab_group": "1",
        "unemployed_months": "3,5",
        "hard_to_place": "no",
        "health": ["stress", "angst"],
        "participates_nextwork-praktik": "yes",
        "weeks": "20 uger",
        "special_need": "yes",
    }
    markup = ask(portal, **typed).content.decode()

    for name in ("on", "age", "unemployed_months", "weeks"):
        assert re.search(rf'name="{name}" value="{typed[name]}"', markup), name
    for name in ("municipality", "benefit", "lab_group"):
        assert re.search(rf'<option value="{typed[name]}" selected>', markup), name
    for name in ("hard_to_place", "participates_nextwork-praktik", "special_need"):
        assert re.search(rf'name="{name}" value="{typed[name]}"[^>]* checked', markup), name
    for code in typed["health"]:
        assert re.search(rf'name="health" value="{code}"[^>]* checked', markup), code


def test_all_that_was_typed_is_kept_beside_a_refused_number(portal):
    markup = ask(portal, age=IDENTITY_NUMBER, benefit="dagpenge", weeks="20").content.decode()

    assert '<option value="dagpenge" selected>' in markup
    assert 'name="weeks" value="20"' in markup


def test_a_filled_form_stands_beside_the_answer(portal):
    markup = ask(portal, **YOUNG).content.decode()

    assert 'name="age" value="24"' in markup
    assert 'name="on" value="01-12-2021"' in markup


def test_labels_help_and_errors_are_tied_to_their_fields(portal):
    markup = ask(portal, age="x", work_experience="x").content.decode()
    ids = set(re.findall(r'\bid="([^"]+)"', markup))

    for described in re.findall(r'aria-describedby="([^"]+)"', markup):
        assert set(described.split()) <= ids
    for target in re.findall(r'<label[^>]* for="([^"]+)"', markup):
        assert target in ids
    assert re.search(
        r'<input[^>]*name="age"[^>]*aria-describedby="id_age_helptext id_age_error id_age_unit"',
        markup,
    )
    assert 'id="id_work_experience" aria-describedby="id_work_experience_error"' in markup
    assert re.search(r'<div class="[^"]*errors" role="alert" tabindex="-1" autofocus>', markup)


def test_markup_that_was_typed_is_shown_as_text(portal):
    markup = ask(portal, age="<script>alert(1)</script>").content.decode()

    assert "<script>" not in markup
    assert "&lt;script&gt;" in markup
