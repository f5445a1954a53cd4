"""The finder of CPR numbers: every spelling that people use, and no alarm on what they write here.

All numbers are invented: 1 January or a replacement day (day + 60), and the serial 0000.
"""

import json
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from trials.rules import REFUSAL, has_identity_number

FIXTURES = sorted((Path(__file__).parents[2] / "fixtures").glob("*.json"))

SPELLINGS = {
    "ten-digits": "0101900000",
    "hyphen": "010190-0000",
    "blank": "010190 0000",
    "two-blanks": "010190  0000",
    "hyphen-with-blanks": "010190 - 0000",
    "two-hyphens": "010190--0000",
    "en-dash": "010190–0000",
    "em-dash": "010190—0000",
    "minus-sign": "010190\u22120000",
    "hard-hyphen": "010190\u20110000",
    "underscore": "010190_0000",
    "point": "010190.0000",
    "slash": "010190/0000",
    "dotted-date": "01.01.90-0000",
    "hyphened-date": "01-01-90-0000",
    "dashed-date": "01–01–90–0000",
    "slashed-date": "01/01/90 0000",
    "spaced-date": "01 01 90 0000",
    "in-pairs": "01 01 90 00 00",
    "four-two-four": "0101 90 0000",
    "four-six": "0101 900000",
    "tab": "010190\t0000",
    "no-break-space": "010190\u00a00000",
    "thin-space": "010190\u20090000",
    "zero-width-space": "0101\u200b90-0000",
    "soft-hyphen": "010190\u00ad0000",
    "direction-marks": "\u202e010190\u202c-\u20660000\u2069",
    "byte-order-mark": "010190\ufeff-0000",
    "full-width-digits": "０１０１９０－００００",
    "mathematical-digits": "𝟎𝟏𝟎𝟏𝟗𝟎-𝟎𝟎𝟎𝟎",
    "arabic-digits": "٠١٠١٩٠-٠٠٠٠",
    "devanagari-digits": "०१०१९०-००००",
    "superscript-digits": "⁰¹⁰¹⁹⁰-⁰⁰⁰⁰",
    "circled-digits": "⓪①⓪①⑨⓪-⓪⓪⓪⓪",
    "enclosing-marks": "0\ufe0f\u20e31\ufe0f\u20e30\ufe0f\u20e31\ufe0f\u20e390-0000",
    "control-character": "010190\x00-0000",
    "whole-year": "01.01.1990-0000",
    "whole-year-unpointed": "01011990-0000",
    "replacement-day": "610190-0000",
    "last-replacement-day": "911290-0000",
    "replacement-letters": "010190-KOT1",
    "replacement-letters-and-digits": "010190-0AB0",
    "fails-modulus-11": "010190-0001",
}
AROUND = {
    "alone": "{}",
    "in-a-sentence": "Borgeren ({}) har søgt.",
    "ends-a-sentence": "Det gælder {}.",
    "after-a-word": "cpr:{}",
    "after-a-year": "I 2022 {} søgt",
    "after-another-number": "Sag 1234 5678, {}",
    "on-its-own-line": "Borger\n{}\nsøgt",
}


@pytest.mark.parametrize("spelling", SPELLINGS.values(), ids=SPELLINGS)
def test_a_number_is_found_however_it_is_spelled(spelling: str) -> None:
    assert has_identity_number(spelling)


@pytest.mark.parametrize("around", AROUND.values(), ids=AROUND)
def test_a_number_is_found_wherever_it_stands(around: str) -> None:
    missed = [name for name in SPELLINGS if not has_identity_number(around.format(SPELLINGS[name]))]
    assert missed == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param("01.01.2022-31.03.2022", id="validity-period"),
        pytest.param("01.01.20 - 31.12.22", id="short-validity-period"),
        pytest.param("01.01.20–31.12.22", id="validity-period-with-a-dash"),
        pytest.param("01-01-2020 - 31-12-2022", id="hyphened-validity-period"),
        pytest.param("010120 - 311222", id="validity-period-of-digits"),
        pytest.param("2021-01-01/2022-12-31", id="iso-period"),
        pytest.param("01.01.2022-2023", id="date-to-year"),
        pytest.param("31.12.2022 3600 elever", id="date-and-count"),
        pytest.param("01.01.22 2022", id="date-and-its-year-again"),
        pytest.param("31/12/2022 kl. 12.30", id="date-and-time"),
        pytest.param("2022-03-31T12:30:00+01:00", id="moment"),
        pytest.param("16-03-23 til 31-12-23", id="two-dates"),
        pytest.param("Tlf. 20 10 20 30", id="phone"),
        pytest.param("+45 20 10 20 30", id="phone-with-country"),
        pytest.param("+4520102030", id="phone-with-country-unspaced"),
        pytest.param("20 10 20 30 20 10 20 31", id="two-phones"),
        pytest.param("20102030 / 20102031", id="two-phones-unspaced"),
        pytest.param("1.010.190.000 kr.", id="amount"),
        pytest.param("12.125.000,50 kr.", id="amount-with-ore"),
        pytest.param("kr. 10 100 000 000", id="spaced-amount"),
        pytest.param("0,0101900000", id="decimals"),
        pytest.param("lov nr. 1750 af 29-12-2025", id="law"),
        pytest.param("bek. nr. 1755/2021 § 5", id="order"),
        pytest.param("LBK nr. 280 af 01/03/2024", id="consolidated-act"),
        pytest.param("LAB § 6, nr. 4, og § 61, stk. 2", id="paragraphs"),
        pytest.param("vejledning nr. 9203/2021, punkt 3.1", id="guidance"),
        pytest.param("https://www.retsinformation.dk/eli/lta/2021/1755", id="eli"),
        pytest.param("https://hoeringsportalen.dk/Hearing/Details/65779", id="hearing"),
        pytest.param("ISBN 978-87-7582-249-2", id="isbn"),
        pytest.param("EAN 5798000000000", id="ean"),
        pytest.param("CVR 29189846", id="cvr"),
        pytest.param("0101, 0751 og 0851", id="municipality-codes"),
        pytest.param("4 > 13 > 26 uger i 2021-2022", id="steps"),
        pytest.param("320190-0000", id="no-such-day"),
        pytest.param("011390-0000", id="no-such-month"),
        pytest.param("000190-0000", id="day-zero"),
        pytest.param("920190-0000", id="beyond-the-replacement-days"),
        pytest.param("010190-000", id="nine-digits"),
        pytest.param("010190-00000", id="eleven-digits"),
        pytest.param("010122-2022-0001", id="file-number"),
        pytest.param("010122-udkast", id="dated-file-name"),
        pytest.param("010122-NOTAT", id="dated-file-name-in-capitals"),
    ],
)
def test_other_numbers_raise_no_alarm(text: str) -> None:
    assert not has_identity_number(text)


def _texts(value: Any) -> Iterator[str]:
    """Every text of a fixture, keys as well, as the portal reads them one by one."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from value
        yield from (text for part in value.values() for text in _texts(part))
    elif isinstance(value, list):
        yield from (text for part in value for text in _texts(part))


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.stem)
def test_the_content_raises_no_alarm(path: Path) -> None:
    texts = list(_texts(json.loads(path.read_text(encoding="utf-8"))))
    assert texts
    assert [text for text in texts if has_identity_number(text)] == []


# Measured: less than half a second each.
@pytest.mark.parametrize(
    "pattern",
    [
        pytest.param("0", id="digits"),
        pytest.param("01", id="days"),
        pytest.param("010190-000 ", id="almost"),
        pytest.param("01 01 90 - ", id="dates"),
        pytest.param("010190  --  ", id="gaps"),
        pytest.param("٠١٠١٩٠ ", id="other-digits"),
        pytest.param("0\u200b", id="invisible"),
        pytest.param("\u0315\u0300", id="accents-out-of-order"),
        pytest.param(" ", id="blanks"),
    ],
)
def test_a_hostile_megabyte_takes_no_longer_than_a_kind_one(pattern: str) -> None:
    text = (pattern * (1_000_000 // len(pattern) + 1))[:1_000_000]
    started = time.perf_counter()
    has_identity_number(text)
    assert time.perf_counter() - started < 2


def test_accents_in_the_worst_order_take_no_longer() -> None:
    """Sorting these is what makes joining a whole text slow."""
    started = time.perf_counter()
    has_identity_number("a" + "\u0315" * 500_000 + "\u0327" * 500_000)
    assert time.perf_counter() - started < 2


def test_the_refusal_repeats_no_number() -> None:
    assert "CPR" in REFUSAL
    assert not any(character.isdigit() for character in REFUSAL)
