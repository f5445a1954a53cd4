"""Faglig begrundelse: what a caseworker can paste into the case, in whole sentences."""

import html
import re

import pytest
from django.test import Client

from tests.portal.pages import YOUNG
from tests.portal.receipts import receipt_of
from tests.portal.test_sheet import FAR_FROM_WORK, SETTLED, sheet
from trials.rules import ATTRIBUTES, has_identity_number

CODES = sorted({*ATTRIBUTES, "nextwork-praktik", "uddannelseshjaelp", "work_experience", "True"})


def reasoning(portal: Client, **stated: str) -> str:
    markup = sheet(portal, **stated).content.decode()
    found = re.search(r"<textarea[^>]* readonly[^>]*>(.*?)</textarea>", markup, re.DOTALL)
    assert found
    return html.unescape(found.group(1))


def test_it_tells_the_day_the_facts_the_rule_and_why(portal):
    text = reasoning(portal, **SETTLED)
    first, stated, trial, *_ = text.split("\n\n")

    assert first == "Faglig begrundelse (vejledende svar fra Vejviser, ikke en afgørelse)"
    assert stated.startswith(
        "Svaret gælder den 1. december 2021. Der er oplyst dette: Alder: 24 år;"
    )
    assert "Kommune: København (antaget: sagsbehandlerens kommune)" in stated
    assert trial.splitlines()[0] == (
        "Forsøget ”Længere virksomhedspraktik i NExTWORK-kommunerne” gælder for borgeren på dagen."
    )
    for line in (
        "- Borgeren har ikke erhvervserfaring.",
        "- Sikkert tilladt: op til 13 uger.",
        "- I forsøget: op til 26 uger. Det kræver konkret vurdering.",
        "- LAB-målgruppen er nr. 4 (uddannelsesparate), udledt af de andre oplysninger.",
    ):
        assert line in trial.splitlines()
    assert "linje 78, linje 80 og linje 82 (står i kilden)." in trial


def test_what_is_open_says_what_is_met_and_what_is_not_known(portal):
    text = reasoning(portal, **YOUNG)

    assert "Det kan ikke afgøres, om forsøget ”Længere virksomhedspraktik" in text
    assert "Det er opfyldt:" in text
    assert "- Ikke oplyst: Har borgeren erhvervserfaring?" in text
    assert "Begrundelse:" not in text


def test_when_no_trial_applies_it_says_so_and_keeps_to_the_advice(portal):
    text = reasoning(portal, **FAR_FROM_WORK)

    assert "Ingen af de forsøg, Vejviser kender, gælder for borgeren på dagen." in text
    assert "Udløb" not in text
    assert (
        "Vidensstyrke: moderat, undersøgt, uden påvist effekt på mindst ét udfald og "
        "enkeltelementet er ikke undersøgt særskilt." in text
    )


# Catalogue, the recommendations for uddannelseshjælp: guidance of 2021, for a benefit that is gone.
def test_advice_is_never_told_without_its_reservations_and_what_it_takes(portal):
    text = reasoning(portal, on="22-11-2026", benefit="uddannelseshjaelp")

    (advice,) = [line for line in text.splitlines() if "Brug kun jobmål" in line]
    assert "Vejledningen er fra 2021; undersøg, om den gælder på den dag, du ser på." in advice
    assert "Forudsætter: Den unge ønsker det selv." in advice
    assert "Afstand til borgeren – direkte: " in advice


@pytest.mark.parametrize("stated", [SETTLED, YOUNG, FAR_FROM_WORK], ids=["yes", "open", "no"])
def test_it_is_sentences_and_not_code(portal, stated):
    text = reasoning(portal, **stated)

    for code in CODES:
        assert not re.search(rf"(?<![\w/.-]){re.escape(code)}(?![\w/-])", text), code
    assert not re.search(r"\.\.|[{}<>]|  |None", text)
    assert all(line[-1] in ".:)?" for line in text.splitlines() if line)
    assert not has_identity_number(text)


@pytest.mark.django_db
def test_it_ends_with_the_way_to_the_receipt(portal):
    receipt = receipt_of({"disability": True, "municipality": "0101"}, on="2021-12-01")
    text = reasoning(portal, disability="yes", municipality="0101", on="01-12-2021")

    assert re.search(
        r"Besvaret i Vejviser den \d+\. \w+ \d{4} kl\. \d\d\.\d\d\. Kvittering: ", text
    )
    assert text.endswith(f"{receipt.short}.")
    assert receipt.content_version.startswith(receipt.short[8:20])
