"""Rows 50 to 60 of the list of bad inputs: how Danes write, and what is refused at which cell."""

from datetime import date, datetime, time
from decimal import Decimal

import pytest

from portal.exchange.cells import danish_number
from portal.exchange.tables import FINDINGS, MUNICIPALITIES, PERIODS
from portal.exchange.widgets import DayWidget, MunicipalityCodeWidget, NumberWidget, TextWidget
from tests.exchange.files import (
    confirm,
    finding,
    municipalities,
    refused,
    rows,
    saved_as,
    send,
    text_of_page,
)
from trials.models import Municipality

pytestmark = pytest.mark.django_db

# A date cell, as openpyxl reads it.
MIDNIGHT = datetime.combine(date(2022, 3, 31), time())
NAMED = "København;Københavns Kommune;Kbh.;Hovedstaden;Østdanmark"
CHANGED = f"0101;{NAMED}\r\n"


def was_read(response):
    text = text_of_page(response)
    assert response.status_code == 200, text[-1500:]
    assert "0 ny" in text or "0 ændringer" in text
    return text


# --- Row 50 to 53: the file as text -----------------------------------------------------------


def test_row_50_a_file_of_danish_excel_is_read_and_shows_its_letters(publisher):
    shown = send(publisher, MUNICIPALITIES, municipalities(CHANGED, "cp1252"))

    text = was_read(shown)
    assert "læst som Windows-1252" in text
    assert "Østdanmark" in text
    confirm(publisher, MUNICIPALITIES, shown)
    assert Municipality.objects.get(code="0101").region_from_2027 == "Østdanmark"


def test_row_51_the_mark_of_utf_8_is_no_part_of_the_heading(publisher):
    text = was_read(send(publisher, MUNICIPALITIES, municipalities(CHANGED, "utf-8-sig")))
    assert "Windows-1252" not in text


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-le", "cp865", "cp850", "mac_roman"])
def test_row_52_another_character_set_is_refused_with_how_to_save(publisher, codec):
    response = send(publisher, MUNICIPALITIES, municipalities(CHANGED, codec))

    refused(response, "CSV UTF-8")


@pytest.mark.parametrize("start", ["sep=;\r\n", "SEP=;\n"])
def test_row_53_a_line_that_names_the_separator_is_skipped(publisher, start):
    was_read(send(publisher, MUNICIPALITIES, start.encode() + municipalities(CHANGED)))


def test_row_53_commas_are_read_when_the_headings_then_match(publisher):
    commas = municipalities(CHANGED.replace(";", ",")).replace(b";", b",")
    was_read(send(publisher, MUNICIPALITIES, commas))
    refused(send(publisher, MUNICIPALITIES, b"navn,kode\r\nK,0101\r\n"), "Ventede: kommunekode")
    refused(send(publisher, MUNICIPALITIES, municipalities(CHANGED).replace(b";", b"\t")))


def test_row_53_a_line_break_inside_quotes_is_part_of_the_cell(publisher):
    text = municipalities('0101;"Køben\nhavn";Københavns Kommune;;H;Ø\r\n')
    assert "Køben havn" in was_read(send(publisher, MUNICIPALITIES, text))
    broken = municipalities('0101;"København;Københavns Kommune;;H;Ø\r\n')
    refused(send(publisher, MUNICIPALITIES, broken), "Række 2", "anførselstegn")


# --- Row 54 and 55: columns and rows ----------------------------------------------------------


@pytest.mark.parametrize(
    ("headings", "told"),
    [
        (["kommunekode"], "Mangler: navn;"),
        ([*MUNICIPALITIES.headings, "farve"], "Kender ikke: farve"),
        ([*MUNICIPALITIES.headings, "navn"], "Står flere gange: navn"),
        (["kode", *MUNICIPALITIES.headings[1:]], "Kender ikke: kode"),
    ],
    ids=["missing", "extra", "duplicate", "renamed"],
)
@pytest.mark.parametrize("file_format", ["csv", "xlsx"])
def test_row_54_other_columns_are_refused_and_both_are_listed(
    publisher, headings, told, file_format
):
    cells = [["0101"] * len(headings)]
    data = saved_as(MUNICIPALITIES, cells, file_format, headings=headings)
    response = send(publisher, MUNICIPALITIES, data)

    refused(response, told, "Ventede: kommunekode; navn", f"Fandt: {headings[0]}")


def test_the_order_of_the_columns_does_not_matter(publisher):
    turned = MUNICIPALITIES.headings[::-1]
    cells = [row[::-1] for row in rows(MUNICIPALITIES)]
    for file_format in ("csv", "xlsx", "json"):
        data = saved_as(MUNICIPALITIES, cells, file_format, headings=turned)
        assert "0 ændringer" in was_read(send(publisher, MUNICIPALITIES, data))


@pytest.mark.parametrize(("row", "told"), [("0101;K\r\n", "få"), (f"0101;{NAMED};x\r\n", "mange")])
def test_row_55_a_row_with_too_few_or_many_cells_is_refused(publisher, row, told):
    response = send(publisher, MUNICIPALITIES, municipalities(CHANGED + row))

    refused(response, f"Række 3, hele rækken: Rækken har for {told} celler")


def test_row_55_blank_rows_are_skipped_and_counted(publisher):
    blank = municipalities(f"{CHANGED};;;;;\r\n\r\n0147;F;F;;H;Ø\r\n")
    text = was_read(send(publisher, MUNICIPALITIES, blank))
    assert "2 tomme rækker blev sprunget over" in text
    assert "Række 5, ændret: 0147" in text


# --- Row 56 to 59: cells ----------------------------------------------------------------------


@pytest.mark.parametrize("code", ["0101", "101", "101.0", "101,0", 101, 101.0, " 0101 "])
def test_row_56_a_municipality_has_four_digits_however_excel_writes_it(code):
    assert MunicipalityCodeWidget().clean(code) == "0101"


def test_row_56_an_unknown_municipality_is_refused_and_none_is_made(publisher):
    response = send(publisher, MUNICIPALITIES, municipalities("9999;A;A;;H;Ø\r\n"))
    refused(response, "Række 2, hele rækken", "der kan ikke oprettes nye")


@pytest.mark.parametrize(
    "cell",
    [
        MIDNIGHT,
        date(2022, 3, 31),
        "31-03-2022",
        "31.3.2022",
        "31/03/2022",
        "2022-03-31",
    ],
)
def test_row_57_a_date_cell_and_a_danish_or_iso_day_are_read(cell):
    assert DayWidget().clean(cell) == date(2022, 3, 31)


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        ("44651", "løbenummer"),
        (44651, "løbenummer"),
        (44651.0, "løbenummer"),
        ("31/3-22", "fire cifre"),
        ("31-02-2022", "findes ikke i kalenderen"),
        ("i morgen", "dd-mm-åååå"),
        ("12/31/2022", "findes ikke"),
        (True, "dd-mm-åååå"),
        (MIDNIGHT.replace(hour=12), "klokkeslæt"),
    ],
)
def test_row_57_anything_else_is_no_day(cell, told):
    with pytest.raises(ValueError, match=told):
        DayWidget().clean(cell)


def test_row_57_a_serial_number_is_refused_at_its_cell_with_the_remedy(editor):
    for file_format in ("csv", "xlsx"):
        data = saved_as(PERIODS, rows(PERIODS, start_latest=44651), file_format)
        refused(send(editor, PERIODS, data), "Række 2, begynder senest", "Vælg datoformat")


def test_row_58_numbers_are_danish():
    assert danish_number("1.000,5") == Decimal("1000.5")
    assert danish_number("1.000") == 1000
    assert NumberWidget().clean("13,0") == NumberWidget().clean(13.0) == 13
    for text in ("1,000.5", "1.00", "-1", "1_3", "٤٥", "1e5", "NaN"):
        with pytest.raises(ValueError, match="Skriv et tal på dansk"):
            danish_number(text)
    with pytest.raises(ValueError, match="Skriv kun tallet: 13"):
        danish_number("13 uger")
    with pytest.raises(ValueError, match="har decimaler"):
        NumberWidget().clean("3,5")


@pytest.mark.parametrize(
    ("cell", "told"), [("13 uger", "Skriv kun tallet: 13"), ("1,000.5", "1.000,5")]
)
def test_row_58_such_a_cell_is_refused_with_a_hint(editor, cell, told):
    data = saved_as(FINDINGS, [finding(horizon_to=cell)])
    refused(send(editor, FINDINGS, data), "Række 2, til måned", told)


@pytest.mark.parametrize("cell", ["#N/A", "#REF!", "#I/T", "#VÆRDI!"])
@pytest.mark.parametrize("file_format", ["csv", "xlsx"])
def test_row_59_what_excel_could_not_compute_is_refused(editor, cell, file_format):
    data = saved_as(FINDINGS, [finding(population=cell)], file_format)
    refused(send(editor, FINDINGS, data), "Række 2, hvem fundet handler om", "Skriv selve værdien")


@pytest.mark.parametrize("cell", [True, date(2022, 1, 1)])
def test_a_day_in_a_column_of_text_is_refused(cell):
    with pytest.raises(ValueError, match="kolonnen er tekst"):
        TextWidget().clean(cell)


@pytest.mark.parametrize(
    ("cells", "column", "told"),
    [
        ({"outcome": "lykke"}, "udfald", "er ikke på listen. Skriv en af disse"),
        ({"evaluation": "findes-ikke"}, "evaluering", "findes ikke under evalueringer"),
        ({"evaluation": ""}, "evaluering", "Cellen er tom"),
        ({"statement": ""}, "fundet med vores ord", "Cellen er tom"),
        ({"slug": "../../x y"}, "kortnavn", "Indtast"),
        ({"ceases": ""}, "effekten ophører derefter", "Skriv ja eller nej"),
        ({"horizon_from": 9, "horizon_to": 3}, "til måned", "Fra-måneden skal ligge før"),
        ({"magnitude": "x" * 200}, "størrelse", "120"),
        ({"statement": "\u202etxet"}, "fundet med vores ord", "vender læseretningen"),
        ({"position": ""}, "rækkefølge", "Cellen er tom"),
        ({"position": 70_000}, "rækkefølge", "32767"),
    ],
    ids=lambda value: str(value)[:30] if isinstance(value, str) else None,
)
def test_every_refusal_names_row_column_and_remedy(editor, cells, column, told):
    data = saved_as(FINDINGS, [finding(slug="godt", position=91), finding(**cells)], "xlsx")
    refused(send(editor, FINDINGS, data), f"Række 3, {column}:", told)


def test_all_that_is_wrong_is_told_at_once(editor):
    data = saved_as(FINDINGS, [finding(outcome="lykke", direction="bedre"), finding(design="D9")])
    refused(
        send(editor, FINDINGS, data),
        "Række 2, udfald", "Række 2, retning", "Række 3, designklasse", "står også som række 2",
    )  # fmt: skip
