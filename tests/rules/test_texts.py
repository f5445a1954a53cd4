"""Texts and addresses: rows 79, 80 and 82 of the table of bad inputs, and what must pass."""

import time
import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trials.rules import MOST_CHARACTERS, address_fault, text_fault, tidied

ANY_TEXT = st.text(st.characters(codec=None, exclude_categories=()), max_size=60)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Op til 13 uger, også i sommerferien.",
        "Linje et\nlinje to\r\n\tindrykket",
        "ogsa\u030a skrevet med to tegn",
        "Nguyễn, Việt Nam, naïve, Łódź",
        "10\u00a0procent \u2013 \u201dcitat\u201d",
        "Blød\u00adhed med usynlig bindestreg",
        "\U0001f469\u200d\U0001f4bb i job",
        "<script>alert(1)</script>",
        "a" + "\u0301" * 4,
        "x" * MOST_CHARACTERS,
    ],
)
def test_an_ordinary_text_passes(text: str) -> None:
    assert text_fault(text) == ""


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param("Udgivet \u202e1202", "læseretningen", id="override"),
        pytest.param("a\u2066b\u2069", "læseretningen", id="isolate"),
        pytest.param("a\u200fb", "læseretningen", id="mark"),
        pytest.param("a\x00b", "styretegn", id="null"),
        pytest.param("a\x1b[31m", "styretegn", id="escape"),
        pytest.param("a\ud800", "styretegn", id="lone-surrogate"),
        pytest.param("\u200b\u200b\ufeff", "usynlige", id="zero-width"),
        pytest.param("\u3164\u2800", "usynlige", id="fillers"),
        pytest.param(" \u00a0\n", "usynlige", id="blanks"),
        pytest.param("\u0301\u0301", "usynlige", id="marks-alone"),
        pytest.param("a" + "\u0301" * 5, "accenter", id="five-marks"),
        pytest.param("a" + "\u0301\u20dd" * 100, "accenter", id="two-hundred-marks"),
        pytest.param("x" * 61_234, "61.234 tegn, og der er plads til 50.000", id="too-long"),
    ],
)
def test_a_text_that_misleads_is_refused_with_the_remedy(text: str, said: str) -> None:
    assert said in text_fault(text)


@given(ANY_TEXT)
def test_no_text_is_too_strange_to_be_judged(text: str) -> None:
    assert text_fault(text) == "" or text_fault(text).endswith(".")
    assert tidied(tidied(text)) == tidied(text)


@given(ANY_TEXT.filter(lambda text: not text_fault(text)))
def test_a_text_that_passes_still_passes_when_tidied(text: str) -> None:
    assert text_fault(tidied(text)) == ""
    assert unicodedata.is_normalized("NFC", tidied(text))


def test_tidying_writes_a_text_as_others_do() -> None:
    """Row 36: "også" in two ways, and a blank that does not break, are the same words."""
    assert tidied("ogsa\u030a 10\u00a0pct.\r\nNæste") == "også 10 pct.\nNæste"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("\u0301" * MOST_CHARACTERS, id="accents"),
        pytest.param(("a" + "\u0315\u0300\u0316\u0301") * (MOST_CHARACTERS // 5), id="unordered"),
        pytest.param("\u200b" * MOST_CHARACTERS, id="invisible"),
        pytest.param("".join(map(chr, range(0x4E00, 0x4E00 + 20_000))) * 2, id="many-letters"),
        pytest.param("x" * 2_400_000, id="row-80"),
    ],
)
def test_a_hostile_text_takes_no_longer_than_another(text: str) -> None:
    def seconds(judge: Callable[[str], str]) -> float:
        start = time.process_time()
        judge(text)
        return time.process_time() - start

    assert min(seconds(text_fault) for _ in range(5)) < 0.05
    assert min(seconds(tidied) for _ in range(5)) < 0.2


@pytest.mark.parametrize(
    "address",
    [
        "https://www.retsinformation.dk/eli/lta/2021/1121",
        "https://star.dk/viden/?emne=jobrotation#uge-13",
        "https://www.børn.dk/",
        "https://www.xn--brn-0na.dk/",
        "HTTPS://Star.dk:443/æøå",
        "https://star.dk./",
        "https://star.dk/@profil",
    ],
)
def test_a_public_address_passes(address: str) -> None:
    assert address_fault(address) == ""


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("http://star.dk", "https://"),
        ("javascript:alert(1)", "https://"),
        ("https:star.dk", "https://"),
        ("", "https://"),
        ("https://star.dk@ond.example/", "brugernavn"),
        ("https://star.dk:kode@ond.example/", "brugernavn"),
        ("https://ond.example\\@star.dk/", "brugernavn"),
        ("https://star.dk/\nLocation: x", "linjeskift"),
        ("https://star.dk/\u202egpj", "linjeskift"),
        ("https://star .dk/", "mellemrum"),
        ("https://127.0.0.1/", "IP-nummer"),
        ("https://2130706433/", "IP-nummer"),
        ("https://0x7f.1/", "IP-nummer"),
        ("https://[::1]/", "IP-nummer"),
        ("https://[::1", "IP-nummer"),
        ("https://localhost:8000/", "localhost"),
        ("https://portal.localhost/", "localhost"),
        ("https://printer.local/", "lokale"),
        ("https://intranet/", "lokale"),
        ("https:///sti", "offentlig"),
        ("https://star..dk/", "offentlig"),
        ("https://st\u0430r.dk/", "ligne"),  # a Cyrillic a
        ("https://xn--str-7cd.dk/", "ligne"),  # the same in the letters of the network
        ("https://\uff53tar.dk/", "ligne"),  # a wide s
        ("https://star\u3002dk/", "ligne"),  # a full stop of another script
    ],
)
def test_an_address_that_leads_elsewhere_is_refused(address: str, said: str) -> None:
    """Row 82."""
    assert said in address_fault(address)


@given(ANY_TEXT)
def test_no_address_is_too_strange_to_be_judged(text: str) -> None:
    assert address_fault(f"https://{text}").endswith((".", ""))
    assert address_fault(text).endswith((".", ""))
