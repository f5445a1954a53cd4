"""What is exported can be imported again, and is the same."""

import csv
import io
import json
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from portal.exchange.cells import FORMULA_STARTS, guarded, joined, separated, unguarded
from portal.exchange.files import write
from portal.exchange.importing import ordered, run
from portal.exchange.objects import read_json
from portal.exchange.published import published_rows
from portal.exchange.resources import rows_of
from portal.exchange.separated import read_csv
from portal.exchange.tables import PERIODS, TABLES
from portal.exchange.workbooks import read_workbook
from portal.models import Edition
from tests.exchange.files import confirm, send, text_of_page
from trials.models import Trial
from trials.rules import text_fault, tidied

FORMATS = ["csv", "xlsx", "json"]
READERS = {"csv": read_csv, "json": read_json, "xlsx": lambda data, _: read_workbook(data)}
HEADINGS = ["æ", "tekst"]
FORMULAS = ['=HYPERLINK("https://ond.example")', "=1+1", "+45 12 34", "-1", "@SUM(A1)", "\t=1",
            "'=1", "''", "'", "＝1", "a|b", "a\\|b", '"', ";", "linje 1\nlinje 2"]  # fmt: skip
tables = pytest.mark.parametrize("table", TABLES.values(), ids=lambda table: table.slug)


@pytest.mark.django_db
@pytest.mark.parametrize("file_format", FORMATS)
@tables
def test_a_table_that_is_imported_again_changes_nothing(table, file_format):
    cells = rows_of(table)
    assert cells
    data = write(file_format, table.title, table.headings, cells)
    sheet = READERS[file_format](data, table.headings)
    sheet.check(table.headings)
    report = run(table, ordered(table, sheet.headings, sheet.lines))

    assert report.refusals == []
    assert report.changes == []
    assert report.unchanged == len(cells)


@pytest.mark.django_db
@tables
def test_the_shelf_and_the_desk_tell_the_same_when_all_is_published(table):
    documents = [each.document for each in Edition.objects.current(table.kind)]

    assert sorted(map(str, published_rows(table, documents))) == sorted(map(str, rows_of(table)))


@tables
def test_every_table_shows_in_its_headings_how_it_was_saved(table):
    """An old character set is found by them, see row 52."""
    assert set("".join(table.headings)) & set("æøåÆØÅ")
    assert len(set(table.headings)) == len(table.headings)


texts = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Cf", "Cn", "Co"]) | st.sampled_from("\t\n"),
    max_size=40,
).filter(lambda text: not text_fault(text) and text == tidied(text))
risky = st.sampled_from([*sorted(FORMULA_STARTS - {"\r"}), "'", "''", "'="])


@pytest.mark.parametrize("file_format", FORMATS)
def test_any_text_is_the_same_when_it_comes_back(file_format):
    @settings(max_examples=60, deadline=None)
    @given(st.lists(st.tuples(risky | st.just(""), texts).map("".join), min_size=1, max_size=6))
    def back_and_forth(told):
        cells = [[f"x{number}", text] for number, text in enumerate(told)]
        data = write(file_format, "Prøve", HEADINGS, cells)
        sheet = READERS[file_format](data, HEADINGS)
        assert [[cell or "" for cell in line.cells] for line in sheet.lines] == cells

    back_and_forth()


@given(st.text(max_size=20))
def test_a_text_can_be_guarded_and_is_then_no_formula(text):
    assert unguarded(guarded(text)) == text
    assert guarded(text)[:1] not in FORMULA_STARTS


@given(st.lists(texts.map(str.strip).filter(bool)))
def test_a_list_in_one_cell_is_the_same_list_again(items):
    assert separated(joined(items)) == items


@pytest.mark.parametrize("text", FORMULAS)
def test_row_60_what_looks_like_a_formula_is_exported_as_text(text):
    book = load_workbook(io.BytesIO(write("xlsx", "Prøve", HEADINGS, [["x", text]])))
    cell = book.active["B2"]
    in_csv = write("csv", "Prøve", HEADINGS, [["x", text]]).decode("utf-8-sig")
    (_, (_, csv_cell)) = csv.reader(io.StringIO(in_csv, newline=""), delimiter=";")

    assert (cell.data_type, cell.value, cell.quotePrefix) == ("s", text, True)
    assert csv_cell[:1] not in FORMULA_STARTS
    for file_format in FORMATS:
        sheet = READERS[file_format](write(file_format, "Prøve", HEADINGS, [["x", text]]), HEADINGS)
        assert sheet.lines[0].cells[1] == text


@pytest.mark.django_db
def test_an_export_is_as_danish_excel_and_programs_want_it():
    cells = rows_of(PERIODS)
    text = write("csv", PERIODS.title, PERIODS.headings, cells)
    assert text.startswith(b"\xef\xbb\xbf")
    assert b"\r\n" in text
    assert b'"10-11-2021"' in text
    book = load_workbook(io.BytesIO(write("xlsx", PERIODS.title, PERIODS.headings, cells)))
    days = [cell for row in book.active.iter_rows() for cell in row if cell.is_date]
    assert {cell.number_format for cell in days} == {"dd-mm-yyyy"}
    told = json.loads(write("json", PERIODS.title, PERIODS.headings, cells))
    assert list(told[0]) == PERIODS.headings
    assert date(2021, 11, 10).isoformat() in {row["begynder senest"] for row in told}
    assert {row["ingen slutdato er fastsat"] for row in told} <= {True, False}


@pytest.mark.django_db
def test_row_60_such_a_text_is_stored_as_it_is(editor):
    table = TABLES["forsoeg"]
    cells = rows_of(table)
    cells[0][1] = '=HYPERLINK("https://ond.example";"klik")'
    data = write("csv", table.title, table.headings, cells)
    shown = send(editor, table, data)

    assert "1 ændret" in text_of_page(shown)
    confirm(editor, table, shown)
    assert Trial.objects.get(slug=cells[0][0]).title == cells[0][1]
