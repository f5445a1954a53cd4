"""Rows 61 to 66 of the list of bad inputs: files that are refused as a whole, and quickly."""

import io
import json
import time
import zipfile

import pytest
from openpyxl import Workbook

from evaluations.models import Finding
from portal.exchange.cells import as_text
from portal.exchange.files import read
from portal.exchange.refusals import FileRefusedError
from portal.exchange.tables import FINDINGS, MUNICIPALITIES
from tests.exchange.files import (
    address,
    body_of,
    finding,
    municipalities,
    refused,
    rows,
    saved_as,
    send,
    text_of_page,
)
from tests.portal.pages import IDENTITY_NUMBER

# Seconds; unpacking such files takes several, and reading their directory next to nothing.
QUICKLY = 1.0
RIGHT = "0101;København;Københavns Kommune;;Hovedstaden;Østdanmark\r\n"


def zipped(**parts: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name.replace("__", "/"), data)
    return file.getvalue()


def workbook(change) -> bytes:
    book = Workbook()
    change(book.active)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def replaced(data: bytes, name: str, change) -> bytes:
    """The workbook with one part of it changed."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w", 8) as new:
        for part in old.namelist():
            held = old.read(part)
            new.writestr(part, change(held) if part == name else held)
    return file.getvalue()


def why(data: bytes) -> str:
    """What the file is refused with; the time that it may take is part of the promise."""
    start = time.process_time()
    with pytest.raises(FileRefusedError) as caught:
        read(data, MUNICIPALITIES.headings)
    assert time.process_time() - start < QUICKLY
    return str(caught.value)


def good() -> bytes:
    return saved_as(MUNICIPALITIES, [["0101", "A", "A", [], "H", "Ø"]], "xlsx")


SHEET = "xl/worksheets/sheet1.xml"
EMPTY_SHEET = workbook(lambda _: None)


def test_row_61_a_bomb_is_refused_before_it_is_unpacked():
    bomb = zipped(xl__workbook_xml=b"x", **{"xl__worksheets__sheet1.xml": b"0" * 101_000_000})
    assert len(bomb) < 1_000_000
    assert "fylder for meget" in why(bomb)
    many = zipped(**{f"xl__part{number}.xml": b"x" for number in range(10_000)})
    assert "fylder for meget" in why(many)
    understated = good()[:-22] + b"\0" * 22
    assert "hel Excel-fil" in why(understated)


def test_row_61_too_many_columns_or_rows_are_refused():
    assert "100 kolonner" in why(workbook(lambda sheet: sheet.append(["x"] * 16_384)))
    far = workbook(lambda sheet: [sheet.append(["x"]), sheet.cell(1_048_576, 1, "y")])
    assert "10.000 rækker" in why(far)
    rows = b"".join(b'<row r="%d"/>' % number for number in range(1, 1_048_577))
    start = (
        b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
    )
    million = replaced(good(), SHEET, lambda _: start + rows + b"</sheetData></worksheet>")
    assert why(million)
    assert "10.000 rækker" in why(municipalities(RIGHT * 10_001))


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512, "adgangskode"),
        (b"%PDF-1.7\n", "PDF"),
        (b"", "tom"),
        (b"\xef\xbb\xbf  \r\n", "tom"),
        (b"PK\x03\x04 not a zip", "hel Excel-fil"),
        (b"<html><table></table></html>", "webside"),
        (b"\x89PNG\r\n\x1a\n", "billede"),
        (b"\x1f\x8b\x08", "gzip"),
        (b"[]", "ingen rækker"),
        (b"{}", "liste af objekter"),
        (b'[{"a": 1, "a": 2}]', "gyldig JSON"),
        (b"[{", "fejl i linje 1"),
        (b"[" * 100_000, "gyldig JSON"),
        (b'[{"a": NaN}]', "gyldig JSON"),
        (b'[{"a": ' + b"9" * 5_000 + b"}]", "gyldig JSON"),
        (b'[{"a": {"b": 1}}]', "kan ikke stå i en celle"),
        (municipalities(""), "ingen rækker"),
        (EMPTY_SHEET, "Kolonnerne passer ikke"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_row_62_another_kind_of_file_is_refused_with_the_reason(data, told):
    assert told in why(data)


def test_row_62_a_workbook_with_macros_or_of_another_program_is_refused():
    with_macros = zipped(
        xl__workbook_xml=b"x", **{"xl__workbook.xml": b"", "xl__vbaProject.bin": b""}
    )
    assert "makroer" in why(with_macros)
    assert "ikke en Excel-fil" in why(zipped(**{"content.xml": b"<x/>"}))
    assert "hel Excel-fil" in why(zipped(**{"xl__workbook.xml": b"<x/>"}))
    assert "hel Excel-fil" in why(good()[:2_000])


def test_row_62_only_one_sheet_may_have_content():
    book = Workbook()
    book.active.append(["a"])
    book.create_sheet("to").append(["b"])
    file = io.BytesIO()
    book.save(file)
    assert "flere ark" in why(file.getvalue())


def test_row_59_a_formula_counts_by_its_value_and_is_refused_without_one():
    headings = MUNICIPALITIES.headings
    data = workbook(lambda s: [s.append(headings), s.append(["0101", "A", '="A"&1', "", "H", "Ø"])])
    assert "Række 2, officielt navn" in why(data)  # openpyxl stores no value
    with_value = replaced(data, SHEET, lambda xml: xml.replace(b"<v></v>", b"<v>A1</v>").replace(
        b"<v />", b"<v>A1</v>").replace(b'<c r="C2">', b'<c r="C2" t="str">'))  # fmt: skip
    assert as_text(read(with_value, headings).lines[0].cells[2]) == "A1"


@pytest.mark.parametrize("part", [SHEET, "xl/workbook.xml", "xl/styles.xml"])
def test_row_63_an_entity_bomb_is_refused(part):
    entities = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;">]>'

    def bomb(xml: bytes) -> bytes:
        end = xml.index(b"?>") + 2 if xml.startswith(b"<?xml") else 0
        return xml[:end] + entities + xml[end:].replace(b"</", b"&c;</", 1)

    assert "XML, der ikke hører hjemme" in why(replaced(good(), part, bomb))


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["../../x.csv", "x" * 300 + ".csv", "\u202evsc.exe", "x.exe", "æ"])
def test_row_64_the_name_of_the_file_means_nothing(publisher, name):
    response = send(publisher, MUNICIPALITIES, municipalities(RIGHT), name)
    assert response.status_code == 200
    assert "Række 2" in text_of_page(response)


@pytest.mark.django_db
def test_row_64_a_cpr_number_in_the_name_is_refused_and_not_shown(publisher):
    response = send(publisher, MUNICIPALITIES, municipalities(RIGHT), f"sag {IDENTITY_NUMBER}.csv")
    assert response.status_code == 422
    assert "Filens navn ligner et CPR-nummer" in text_of_page(response)
    assert IDENTITY_NUMBER not in body_of(response)


@pytest.mark.django_db
@pytest.mark.parametrize("file_format", ["csv", "xlsx", "json"])
def test_row_66_a_cpr_number_in_one_cell_refuses_the_file_and_is_not_shown(editor, file_format):
    cells = [finding(slug=f"fund-{number}", position=number) for number in range(100, 1_100)]
    cells[700][FINDINGS.headings.index("størrelse")] = f"borger {IDENTITY_NUMBER[:6]}-0000"
    response = send(editor, FINDINGS, saved_as(FINDINGS, cells, file_format))

    refused(response, "Række 702, størrelse", "Hele filen er afvist")
    assert IDENTITY_NUMBER[:6] not in body_of(response)
    assert not Finding.objects.filter(slug="fund-100").exists()


def test_row_66_so_does_a_number_that_has_lost_its_zero_and_one_in_a_heading():
    told = why(workbook(lambda s: [s.append(MUNICIPALITIES.headings), s.append([101900000])]))
    assert "Række 2, kommunekode" in told
    assert "101900000" not in told
    in_heading = why(f"{IDENTITY_NUMBER};navn\r\n1;2\r\n".encode())
    assert "kolonne 1" in in_heading
    assert IDENTITY_NUMBER not in in_heading
    in_json = why(json.dumps([{IDENTITY_NUMBER: {"x": 1}}]).encode())
    assert IDENTITY_NUMBER not in in_json


@pytest.mark.django_db
def test_a_file_that_is_too_large_is_refused_and_not_kept(publisher):
    response = send(publisher, MUNICIPALITIES, b"x" * 10_600_000)
    assert response.status_code == 422
    assert "større end 10 MB" in text_of_page(response)
    assert "Vælg en fil" in text_of_page(publisher.post(address(MUNICIPALITIES)))


@pytest.mark.django_db
def test_row_65_the_same_file_twice_changes_nothing(publisher):
    data = saved_as(MUNICIPALITIES, rows(MUNICIPALITIES))
    for _ in range(2):
        assert "0 ændringer" in text_of_page(send(publisher, MUNICIPALITIES, data))
