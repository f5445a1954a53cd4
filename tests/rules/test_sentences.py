"""The rule in words, as editors and readers see it."""

import pytest

from portal.shelf import current_content
from trials.rules import rule_passages

pytestmark = pytest.mark.django_db


def told(slug: str) -> dict[str, tuple[str, ...]]:
    rule = current_content().trials[slug].rule
    return {passage.heading: passage.sentences for passage in rule_passages(rule)}


# LAB § 6 nr. 4, and one of three alternatives; 4, 13 and 26 weeks (newsletter, item 2).
def test_nextwork_is_told_with_alternatives_and_steps():
    passages = told("nextwork-praktik")

    assert len(passages["Hvem"]) == 1
    assert " eller borgeren " in passages["Hvem"][0]
    assert "; og borgeren er ikke åbenlyst uddannelsesparat" in passages["Hvem"][0]
    assert passages["Hvor længe"] == (
        "Efter den almindelige regel højst 4 uger.",
        "I forsøget op til 13 uger.",
        "I forsøget op til 26 uger; det kræver konkret vurdering.",
        "I forsøget længere endnu; kilden angiver intet loft; det kræver konkret vurdering og "
        "særligt behov for en længere periode, efter en konkret, individuel vurdering.",
    )


# "Lettere grad af" does not say whether a severe degree is meant too (newsletter, line 112).
def test_a_value_that_the_source_leaves_open_is_told():
    (sentence,) = told("ibbis")["Hvem"]

    assert "; kilden afgør ikke, om angst (graden er ikke oplyst), angst i svær grad, " in sentence
    assert sentence.endswith(" og depression i svær grad er med).")
    assert ". " not in sentence  # no full stop inside the sentence


# The wording of the first condition is what the engine reads, so it is told once.
def test_a_wording_is_not_told_twice():
    (sentence,) = told("ibbis")["Hvem"]

    assert "borgeren er sygemeldt (læses som" not in sentence
    assert "borgeren er sygemeldt" in sentence
