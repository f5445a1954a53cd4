"""The glossary: words in one place, plain and short, and each word of a template is among them."""

import re

import pytest
from django.conf import settings
from django.template import Context, Template

from evaluations.words import Direction, Level
from portal.help.terms import MOST_CHARACTERS, TERMS, by_letter
from portal.help.words.law import LAB_GROUPS
from tests.portal.pages import plain, text_of
from trials.rules import Benefit, LabGroup, Readiness, Verdict, has_identity_number, text_fault

FILES = sorted((settings.BASE_DIR / "templates").rglob("*.html"))
USE = re.compile(r'{%\s*term\s+"([^"]+)"')
LINK = re.compile(r'{%\s*url\s+"glossary"\s*%}#([-\w]+)')
LETTERS = "abcdefghijklmnopqrstuvwxyzæøå"


def drawn(text: str, **given: str) -> str:
    return Template("{% load terms %}" + text).render(Context(given))


# --- The words --------------------------------------------------------------------------------


@pytest.mark.parametrize("term", TERMS.values(), ids=TERMS.keys())
def test_an_explanation_is_plain_short_and_whole(term):
    assert text_fault(term.text) == ""
    assert not has_identity_number(term.text)
    assert len(term.text) <= MOST_CHARACTERS
    assert term.text[0].isupper()
    assert term.text.endswith(".")
    assert not term.source.endswith(".")


def test_the_words_stand_in_danish_order_and_each_stands_once():
    words = [term.word.lower() for term in TERMS.values()]
    order = [[LETTERS.find(letter) for letter in word] for word in words]

    assert order == sorted(order)
    assert len(words) == len(set(words)) == len(TERMS)
    assert [each for _, terms in by_letter() for each in terms] == list(TERMS.values())


@pytest.mark.parametrize(
    "words",
    [list(Level), list(Readiness), list(Verdict), [Direction.NONE_DETECTED],
     [word for word in Benefit if word is not Benefit.NONE]],
    ids=["vidensstyrke", "visitation", "svar", "ingen-effekt", "ydelse"],
)  # fmt: skip
def test_every_word_that_an_answer_may_say_is_explained(words):
    explained = {term.word for term in TERMS.values()}

    assert [word.label for word in words if word.label not in explained] == []


def test_every_number_of_lab_6_is_told():
    told = " ".join(number for number, _ in LAB_GROUPS).replace("og", " ").split()

    assert told == [group.value for group in LabGroup]


# --- Where they are used ----------------------------------------------------------------------


def test_every_word_of_a_template_is_in_the_glossary():
    used = {slug for path in FILES for slug in USE.findall(path.read_text())}

    assert len(used) > 15
    assert used - TERMS.keys() == set()


def test_every_link_to_a_word_leads_to_it():
    linked = {slug for path in FILES for slug in LINK.findall(path.read_text())}

    assert linked - TERMS.keys() == set()


def test_a_word_is_a_button_of_the_browser_and_needs_no_script():
    markup = drawn('{% term "afstand" "Afstanden" at="fund-1" %}.')

    assert 'popovertarget="ord-afstand-fund-1">Afstanden</button>' in markup
    assert 'popover id="ord-afstand-fund-1"' in markup
    assert TERMS["afstand"].text in markup
    assert 'href="/ordbog/#afstand"' in markup
    assert markup.endswith("</span>."), "no blank before the full stop"
    assert plain(markup) == "Afstanden."


def test_a_word_that_is_used_twice_has_two_ids():
    markup = drawn('{% term "fund" %} {% term "fund" at="her" %}')
    ids = re.findall(r'id="([^"]+)"', markup)

    assert ids == ["ord-fund", "ord-fund-her"]
    assert re.findall(r'popovertarget="([^"]+)"', markup) == ids


def test_what_is_handed_to_the_tag_is_escaped():
    assert "<b>" not in drawn('{% term "fund" word at=word %}', word="<b>")


def test_a_word_that_is_not_in_the_glossary_is_an_error_of_ours():
    with pytest.raises(KeyError):
        drawn('{% term "findes-ikke" %}')


# --- The page ---------------------------------------------------------------------------------


@pytest.mark.django_db
def test_the_glossary_shows_every_word_once_with_an_anchor(client):
    response = client.get("/ordbog/")
    markup, text = response.content.decode(), text_of(response)

    ids = re.findall(r'\bid="([^"]+)"', markup)
    assert len(ids) == len(set(ids))
    for slug, term in TERMS.items():
        assert slug in ids
        assert term.text in text
    for anchor in re.findall(r'href="#([^"]+)"', markup):
        assert anchor in ids
