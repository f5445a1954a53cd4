"""What another day or one other fact would change, asked without JavaScript."""

import re
from typing import Any

import pytest

from tests.portal.pages import GUIDANCE, IDENTITY_NUMBER, YOUNG, ask, plain, text_of

pytestmark = pytest.mark.django_db

REFUSED = "Forskellen kan ikke vises. Ret det felt, der er markeret."
# NExTWORK applies to this profile: newsletter on NExTWORK, line 80.
COVERED = YOUNG | {"work_experience": "no"}


def difference(response: Any) -> str:
    """The part of the page that tells what changes, as it is read."""
    markup = response.content.decode()
    found = re.search(r'id="forskellen">(.*?)</div>\s*(<p id="andre|</section>)', markup, re.DOTALL)
    assert found, text_of(response)[:400]
    return plain(found.group(1))


def field(response: Any, name: str) -> str:
    """What stands in a text field."""
    found = re.search(rf'<input[^>]*name="{name}"[^>]*>', response.content.decode())
    assert found
    value = re.search(r'value="([^"]*)"', found.group(0))
    return value.group(1) if value else ""


def chosen(response: Any, name: str) -> str:
    """What is chosen in a list."""
    markup = response.content.decode()
    found = re.search(rf'<select name="{name}".*?</select>', markup, re.DOTALL)
    assert found
    value = re.search(r'value="([^"]*)" selected', found.group(0))
    return value.group(1) if value else ""


def at(response: Any, name: str) -> str:
    """The message at a control."""
    markup = response.content.decode()
    found = re.search(rf'id="id_{name}_error"[^>]*>(.*?)</div>', markup, re.DOTALL)
    assert found, f"no message at {name}"
    return plain(found.group(1))


def test_a_day_after_the_end_tells_how_long_ago_the_trial_expired(portal):
    page = difference(ask(portal, **COVERED, hvis_dag="12-04-2022"))

    assert "Forskellen ved dag: 12. april 2022" in page
    assert "1 forsøg færre gælder." in page
    assert "1 forsøg går fra ”gælder” til ”gælder ikke”" in page
    assert "Udløb den 31. marts 2022 (udledt af kilden), 12 dage før den valgte dag." in page


def test_what_was_stated_stays_as_it_is(portal):
    response = ask(portal, **COVERED, hvis_dag="12-04-2022", hvis="age:25")

    assert "Svar for 1. december 2021" in text_of(response)
    assert (field(response, "on"), field(response, "age")) == ("01-12-2021", "24")
    assert field(response, "hvis_dag") == "12-04-2022"
    assert chosen(response, "hvis") == "age:25"


def test_one_other_fact_turns_an_answer_and_its_duration(portal):
    """Line 80: no work experience opens 13 weeks; the ordinary rule gives 4."""
    page = difference(ask(portal, **YOUNG, hvis="work_experience:no"))

    assert "Forskellen ved erhvervserfaring: nej" in page
    assert "1 forsøg mere gælder." in page
    assert "1 forsøg går fra ”kan ikke afgøres” til ”gælder”" in page
    assert "Sikker varighed: op til 13 uger (før: op til 4 uger)" in page


def test_another_day_and_another_fact_count_together(portal):
    both = difference(ask(portal, **YOUNG, hvis_dag="12-04-2022", hvis="work_experience:no"))

    assert "Forskellen ved dag: 12. april 2022; erhvervserfaring: nej" in both
    assert "til ”gælder ikke”" in both
    assert "til ”gælder”" not in both.replace("til ”gælder ikke”", "")


def test_a_planned_offer_that_is_no_longer_allowed_is_told(portal):
    stated = COVERED | {"weeks": "13"}
    page = difference(ask(portal, **stated, hvis="weeks:14"))

    assert "Forsøgene får samme svar. Varighed eller tilbud ændrer sig i 1 forsøg." in page
    assert "Det planlagte tilbud: 14 uger: kræver konkret vurdering" in page
    assert "(før: 13 uger: tilladt)" in page


def test_nothing_that_changes_is_said_plainly(portal):
    page = difference(ask(portal, **COVERED, hvis_dag="02-12-2021"))

    assert "Intet ændrer sig: svaret er det samme." in page
    assert "Brug dette i stedet" in page


def test_what_is_already_stated_is_no_what_if(portal):
    page = difference(ask(portal, **COVERED, hvis_dag="01-12-2021", hvis="age:24"))

    assert "Det er det, der allerede er oplyst." in page
    assert "Brug dette i stedet" not in page


def test_the_button_without_a_choice_asks_for_one(portal):
    assert "Vælg en dag eller en oplysning først." in difference(
        ask(portal, **COVERED, vis="forskel")
    )
    assert difference(ask(portal, **COVERED)) == ""


def test_the_what_if_is_taken_over_into_the_profile(portal):
    response = ask(portal, **YOUNG, hvis_dag="31-03-2022", hvis="work_experience:no", brug="ja")
    markup = response.content.decode()

    assert "Svar for 31. marts 2022" in text_of(response)
    assert field(response, "on") == "31-03-2022"
    assert re.search(r'name="work_experience" value="no"[^>]* checked', markup)
    assert (field(response, "hvis_dag"), chosen(response, "hvis")) == ("", "")
    assert difference(response) == ""


def test_health_taken_over_takes_the_place_of_what_was_ticked(portal):
    stated = {"on": "01-02-2022", "health": ["angst", "stress"], "hvis": "health:depression"}
    markup = ask(portal, **stated, brug="ja").content.decode()

    assert re.findall(r'name="health" value="(\w+)"[^>]* checked', markup) == ["depression"]


def test_a_fact_that_contradicts_the_profile_is_told_at_the_control_alone(portal):
    """Only someone on kontanthjælp and the like can be uddannelsesparat (LAB § 6)."""
    response = ask(portal, **COVERED, hvis="benefit:dagpenge")
    page = text_of(response)

    assert response.status_code == 200
    assert "Svar for 1. december 2021" in page
    assert "Det kan ikke passe med det, der er oplyst. Ydelse og visitation" in at(response, "hvis")
    assert "Ret dette, og prøv igen" not in page
    assert difference(response) == REFUSED


def test_what_cannot_be_is_not_taken_over(portal):
    response = ask(portal, **COVERED, hvis="benefit:dagpenge", brug="ja")

    assert response.status_code == 200
    assert chosen(response, "benefit") == "uddannelseshjaelp"
    assert chosen(response, "hvis") == "benefit:dagpenge"
    assert "Det kan ikke passe" in at(response, "hvis")


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("hvis_dag", "31-02-2022", "Den dag findes ikke i kalenderen."),
        ("hvis_dag", "i morgen", "Skriv dagen som dd-mm-åååå"),
        ("hvis_dag", "31-12-1999", "Dagen skal ligge mellem"),
        ("hvis_dag", IDENTITY_NUMBER, "Feltet ligner et CPR-nummer."),
        ("hvis", "benefit:formue", "Den oplysning kan ikke vælges her."),
        ("hvis", "on:01-01-2022", "Den oplysning kan ikke vælges her."),
        ("hvis", IDENTITY_NUMBER, "Feltet ligner et CPR-nummer."),
    ],
)
def test_what_cannot_be_read_is_told_at_the_control(portal, caplog, name, value, message):
    response = ask(portal, **COVERED, **{name: value})

    assert response.status_code == 200
    assert message in at(response, name)
    assert "Gælder." in text_of(response)
    assert difference(response) == REFUSED
    assert IDENTITY_NUMBER not in response.content.decode() + caplog.text


def test_a_what_if_waits_while_the_profile_is_corrected(portal):
    response = ask(portal, age="240", hvis_dag="31-03-2022", hvis="benefit:dagpenge")
    markup = response.content.decode()

    assert response.status_code == 422
    assert '<input type="hidden" name="hvis_dag" value="31-03-2022">' in markup
    assert '<input type="hidden" name="hvis" value="benefit:dagpenge">' in markup


def test_no_control_of_the_what_if_is_logged_as_unknown(portal, caplog):
    ask(portal, **COVERED, hvis_dag="31-03-2022", hvis="age:30", vis_dag="01-04-2022", brug="ja")

    assert "Ukendte felter" not in caplog.text


def test_a_day_stated_twice_is_refused_as_everywhere(portal):
    assert portal.post(GUIDANCE, COVERED | {"hvis": ["age:30", "age:25"]}).status_code == 400


def test_the_nearest_days_with_another_answer_are_offered(portal):
    """NExTWORK: until 31 March 2022 (line 70); it is unknown when before 10 November 2021 began."""
    response = ask(portal, **COVERED)
    page = text_of(response)

    assert "Vis 09-11-2021 sidste dag, hvor ”Længere virksomhedspraktik" in page
    assert "Vis 01-04-2022 første dag, hvor ”Længere virksomhedspraktik" in page
    assert "ikke længere gælder" in page
    shown = ask(portal, **COVERED, hvis_dag="01-01-2020", vis_dag="01-04-2022")
    assert "Forskellen ved dag: 1. april 2022" in difference(shown)
    assert field(shown, "hvis_dag") == "01-04-2022"


def test_from_a_day_when_all_is_over_the_way_leads_to_the_last_day(portal):
    page = text_of(ask(portal, **COVERED | {"on": "15-03-2026"}))

    assert (
        "Vis 31-03-2022 sidste dag, hvor ”Længere virksomhedspraktik i NExTWORK-kommunerne” gælder"
    ) in page


def test_every_choice_is_a_choice_of_the_profile_form(portal):
    """No list of its own: whatever is offered can be posted as the field that it names."""
    markup = ask(portal).content.decode()
    offered = re.search(r'<select name="hvis".*?</select>', markup, re.DOTALL)
    assert offered
    codes = re.findall(r'<option value="([^"]+)"', offered.group(0))

    assert len(codes) > 150
    assert {"municipality:0851", "age:25", "work_experience:no", "health:ingen"} <= set(codes)
    names = {code.partition(":")[0] for code in codes}
    assert all(f'name="{name}"' in markup for name in names)
