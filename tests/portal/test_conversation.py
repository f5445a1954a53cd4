"""The conversation: one form and one rendering, for the whole page and for what changes of it."""

import re
from typing import Any

import pytest
from django.test import Client

from tests.portal.pages import GUIDANCE, YOUNG, article, ask, refused_at, text_of, title_of

pytestmark = pytest.mark.slow

NEXTWORK = "nextwork-praktik"
PRESSED, TYPED = "profil", "oplysninger"
OPEN = re.compile(r'<details class="details group" id="[^"]+" open>\s*<summary[^>]*>([^·<]+) ·')
FOCUSED = re.compile(r"<(\w+)[^>]*\sautofocus[\s>]")


def asked_by(portal: Client, trigger: str, **stated: Any) -> Any:
    """What htmx gets for the profile: by a press of a button, or while someone types."""
    headers = {"HX-Request": "true", "HX-Trigger": trigger}
    return portal.post(GUIDANCE, stated, headers=headers)


def part_of(response: Any) -> str:
    """The form of the conversation as it is read; the token against forgery is new each time."""
    markup = re.sub(r'(name="csrfmiddlewaretoken" value=")[^"]+', r"\1", response.content.decode())
    found = re.search(r'<form class="conversation".*?</form>', markup, re.DOTALL)
    assert found, text_of(response)[:300]
    return " ".join(found.group().split())


def announced(response: Any) -> str:
    found = re.search(r'role="status">(.*?)</p>', response.content.decode(), re.DOTALL)
    assert found
    return found.group(1)


@pytest.mark.parametrize("stated", [YOUNG, {"age": "240"}], ids=["answer", "error"])
def test_a_press_gets_the_same_form_alone_as_inside_the_page(portal, stated):
    whole, part = ask(portal, **stated), asked_by(portal, PRESSED, **stated)

    assert part_of(part) == part_of(whole)
    assert part.status_code == whole.status_code
    assert title_of(part) == title_of(whole)
    assert part.content.decode().strip().endswith("</form>")
    assert "<html" not in part.content.decode()


def test_what_is_typed_gets_the_answer_and_moves_no_focus(portal):
    pressed, typed = asked_by(portal, PRESSED, **YOUNG), asked_by(portal, TYPED, **YOUNG)

    assert part_of(typed) == part_of(pressed).replace(" autofocus", "")
    assert not FOCUSED.search(typed.content.decode())


def test_an_error_while_typing_stands_at_the_field_without_a_summary(portal):
    response = asked_by(portal, TYPED, age="240")
    markup = response.content.decode()

    assert response.status_code == 422
    assert re.search(r'id="id_age_error">\s*<p>.*Skriv alder som et helt tal', markup)
    assert not FOCUSED.search(markup)
    assert 'role="alert"' not in markup
    assert announced(response) == "Svaret er ikke opdateret. Ret ”Alder”."


def test_the_last_answer_is_kept_only_while_typing(portal):
    """A half typed number must not take the answer away; a press of the button may."""
    assert " data-kept" in part_of(asked_by(portal, TYPED, age="2"))
    assert " data-kept" not in part_of(asked_by(portal, PRESSED, age="2"))
    assert " data-kept" not in part_of(asked_by(portal, TYPED, age="24"))


def test_a_press_with_errors_leads_to_the_summary_and_to_nothing_else(portal):
    refused_at(ask(portal, age="240"), "age", "Skriv alder")

    assert FOCUSED.findall(part_of(ask(portal, age="240"))) == ["div"]


def test_a_press_leads_to_the_heading_of_the_answer(portal):
    assert FOCUSED.findall(part_of(ask(portal, **YOUNG))) == ["h2"]


def test_the_answer_is_told_in_one_sentence(portal):
    assert announced(portal.get(GUIDANCE)) == ""
    told = announced(ask(portal, **YOUNG, work_experience="no"))

    counts = re.fullmatch(
        r"Svaret er opdateret: (\d+) forsøg gælder, (\d+) kan ikke afgøres, (\d+) gælder ikke\.",
        told,
    )
    assert counts
    sections = re.findall(
        r"Forsøg: [^(]+ \((\d+)\)", text_of(ask(portal, **YOUNG, work_experience="no"))
    )
    assert list(counts.groups()) == sections


def test_contradicting_fields_are_both_named(portal):
    response = asked_by(portal, TYPED, benefit="uddannelseshjaelp", age="30")

    for field in ("age", "benefit"):
        assert f'id="id_{field}_error"' in response.content.decode()
    assert announced(response) == "Svaret er ikke opdateret. Ret ”Alder” og ”Ydelse”."


# The profile in groups.
def test_the_profile_is_short_at_first_and_the_rest_is_closed(portal):
    markup = portal.get(GUIDANCE).content.decode()
    before_groups = markup.split("<details", 1)[0]

    names = re.findall(r'name="(\w+)"', before_groups.split('id="oplysninger"')[1])
    assert names == ["on", "municipality", "benefit", "readiness", "age", "unemployed_months"]
    assert not OPEN.search(markup)
    assert "Uddannelse og arbejde · intet oplyst" in text_of(portal.get(GUIDANCE))


@pytest.mark.parametrize(
    ("stated", "title", "summary"),
    [
        ({"work_experience": "no"}, "Uddannelse og arbejde", "1 oplyst"),
        ({"work_experience": "no", "lab_group": "4"}, "Uddannelse og arbejde", "2 oplyst"),
        ({"health": ["stress", "angst"]}, "Helbred og andre forhold (valgfrit)", "1 oplyst"),
        ({"weeks": "0"}, "Planlagt tilbud (valgfrit)", "1 oplyst, 1 skal rettes"),
        (
            {"individual_assessment": "yes"},
            "Planlagt tilbud (valgfrit)",
            "1 oplyst, 1 skal rettes",
        ),
    ],
)
def test_a_group_with_an_answer_or_an_error_is_open_and_counts(portal, stated, title, summary):
    response = ask(portal, **stated)

    assert OPEN.findall(response.content.decode()) == [title]
    assert f"{title} · {summary}" in text_of(response)


def test_what_was_assumed_says_so_at_its_field(portal):
    empty = text_of(portal.get(GUIDANCE))
    stated = text_of(ask(portal, on="01-12-2021", municipality="0751"))

    assert "Antaget: i dag." in empty
    assert "Antaget: din hjemkommune." in empty
    assert "Antaget" not in stated
    assert "Antaget: i dag." in text_of(ask(portal, on=""))
    assert "Antaget: i dag." not in text_of(ask(portal, on="31-02-2022"))


def test_there_is_a_way_to_begin_again_without_a_script(portal):
    assert (
        f'href="{GUIDANCE}">Nulstil og begynd forfra</a>' in ask(portal, **YOUNG).content.decode()
    )


def test_neither_the_empty_form_nor_the_answer_is_kept_behind_the_back_button(portal):
    """What is typed comes into the page of the empty form, so that page is as private."""
    for response in (portal.get(GUIDANCE), ask(portal, **YOUNG), asked_by(portal, TYPED, **YOUNG)):
        assert "no-store" in response["Cache-Control"]


# The next best question, answered on the spot.
def test_every_shape_of_question_has_a_control_that_fits(portal):
    markup = ask(portal, on="01-12-2021").content.decode()

    assert '<select name="svar_benefit"' in markup
    assert re.search(r'<input type="text" name="svar_age"[^>]*> <span>år</span>', markup)
    assert 'name="svar_on_sick_leave" value="yes">Ja</button>' in markup
    assert 'type="checkbox" id="id_svar_health_0" name="svar_health"' in markup


def test_one_question_is_asked_at_a_time_and_the_others_on_demand(portal):
    markup = ask(portal, on="01-12-2021").content.decode()
    asked, others = markup.split('id="spoerg"')[1].split('id="flere-spoergsmaal"')

    assert asked.count("<fieldset") == 1
    more = others.split('id="hvad-nu-hvis"')[0].count("<fieldset")
    assert more > 3
    assert f"Flere spørgsmål ({more})" in others


def test_a_reply_counts_as_if_the_field_itself_said_it(portal):
    replied = ask(portal, **YOUNG, svar_work_experience="no")
    stated = ask(portal, **YOUNG, work_experience="no")

    assert "Gælder." in article(replied, NEXTWORK)
    assert part_of(replied).replace(" autofocus", "") == part_of(stated).replace(" autofocus", "")


@pytest.mark.parametrize(
    ("reply", "kept"),
    [
        ({"svar_age": "25"}, 'name="age" value="25"'),
        ({"svar_age": ""}, 'name="age" value="24"'),
        ({"svar_municipality": "0751"}, '<option value="0751" selected>'),
        (
            {"svar_health": ["stress", "angst"]},
            'name="health" value="angst" id="id_health_1" checked',
        ),
        ({"svar_participates_ibbis": "yes"}, 'name="participates_ibbis" value="yes"'),
    ],
    ids=["in-its-place", "empty-says-nothing", "choice", "several", "participation"],
)
def test_a_reply_takes_the_place_of_the_field(portal, reply, kept):
    response = ask(portal, **YOUNG | reply)

    assert kept in response.content.decode()


def test_a_reply_that_cannot_be_read_is_told_at_the_field_and_kept(portal):
    response = ask(portal, **YOUNG | {"svar_age": "fireogtyve"})

    refused_at(response, "age", "Skriv alder som et helt tal")
    assert 'name="age" value="fireogtyve"' in response.content.decode()


def test_after_a_reply_the_next_question_has_the_focus(portal):
    markup = part_of(ask(portal, on="01-12-2021", svar_age="24"))

    assert FOCUSED.findall(markup) == ["fieldset"]
    assert markup.index("autofocus") < markup.index("<legend", markup.index('id="spoerg"'))


def test_after_the_last_reply_the_answer_has_the_focus(portal):
    settled = {"on": "01-01-2030", "svar_age": "45"}

    assert 'id="spoerg"' not in part_of(ask(portal, **settled))
    assert FOCUSED.findall(part_of(ask(portal, **settled))) == ["h2"]


def test_a_reply_to_no_question_of_ours_is_logged_by_name_alone(portal, caplog):
    response = ask(portal, **YOUNG, svar_navn="Kanariefugl")

    assert response.status_code == 200
    assert "navn" in caplog.text
    assert "Kanariefugl" not in caplog.text + response.content.decode()


def test_a_reply_that_stands_twice_is_refused(portal):
    assert ask(portal, svar_age=["24", "25"]).status_code == 400
