"""Dates, numbers and lists as people read them."""

from datetime import date
from decimal import Decimal

import pytest

from trials.rules import capitalised, danish_date, danish_number, dated, day_from, iso, joined


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (date(2022, 3, 31), "31. marts 2022"),
        (date(2021, 1, 1), "1. januar 2021"),
        (date(2020, 8, 1), "1. august 2020"),
        (date(2024, 2, 29), "29. februar 2024"),
    ],
)
def test_a_date_has_no_leading_zero_and_its_month_in_words(day: date, text: str) -> None:
    assert danish_date(day) == text


def test_every_month_has_its_own_name() -> None:
    names = {danish_date(date(2022, month, 1)).split()[1] for month in range(1, 13)}
    assert len(names) == 12
    assert all(name.islower() for name in names)


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (3, "3"),
        (Decimal(3), "3"),
        (Decimal("3.50"), "3,5"),
        (Decimal("3.0"), "3"),
        (Decimal("0.1"), "0,1"),
        (Decimal("1E+2"), "100"),
        (Decimal(600), "600"),
        (100, "100"),
    ],
)
def test_a_number_has_a_decimal_comma_and_no_idle_zeros(number: int | Decimal, text: str) -> None:
    assert danish_number(number) == text


@pytest.mark.parametrize(
    ("parts", "text"),
    [
        ([], ""),
        (["Rebild"], "Rebild"),
        (["Rebild", "Morsø"], "Rebild og Morsø"),
        (["Rebild", "Morsø", "Aalborg"], "Rebild, Morsø og Aalborg"),
    ],
)
def test_a_list_has_one_word_before_its_last_part(parts: list[str], text: str) -> None:
    assert joined(parts) == text


def test_a_list_of_alternatives_says_or() -> None:
    assert joined(["angst", "stress", "udbrændthed"], "eller") == "angst, stress eller udbrændthed"


@pytest.mark.parametrize(
    ("text", "capital"),
    [("", ""), ("ålen", "Ålen"), ("LAB § 6", "LAB § 6"), ("alderen er X", "Alderen er X")],
)
def test_only_the_first_letter_is_raised(text: str, capital: str) -> None:
    assert capitalised(text) == capital


@pytest.mark.parametrize(
    ("day", "precision", "text"),
    [
        pytest.param(date(2023, 8, 17), "dag", "17. august 2023", id="day"),
        pytest.param(date(2018, 2, 1), "maaned", "februar 2018", id="month"),
        pytest.param(date(2021, 1, 1), "aar", "2021", id="year"),
        pytest.param(None, "ukendt", "ukendt dag", id="unknown"),
    ],
)
def test_a_day_is_told_as_exactly_as_it_is_known(
    day: date | None, precision: str, text: str
) -> None:
    assert dated(day, precision) == {"date": iso(day), "precision": precision, "text": text}


def test_a_day_comes_back_from_its_document() -> None:
    assert day_from(iso(date(2022, 3, 31))) == date(2022, 3, 31)
    assert day_from(iso(None)) is None
    assert day_from("") is None
