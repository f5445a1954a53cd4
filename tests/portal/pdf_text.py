"""The text of a PDF, read from its own tables of glyphs and not by the library that wrote it."""

import re
from collections.abc import Iterator

import pikepdf

_CHARACTER = re.compile(rb"<([0-9a-fA-F]+)> <([0-9a-fA-F]+)>")
_SHOWS = {"Tj", "TJ"}


def lines_of(pdf: pikepdf.Pdf) -> list[str]:
    """Each run of text between the beginning and the end of a text object, in their order."""
    return [line for page in pdf.pages for line in _lines(page)]


def _lines(page: pikepdf.Page) -> Iterator[str]:
    fonts = {name: _letters(font) for name, font in page.resources["/Font"].items()}
    letters: dict[bytes, str] = {}
    line = ""
    for row in pikepdf.parse_content_stream(page):
        operator = str(row.operator)
        if operator == "Tf":
            letters = fonts[str(row.operands[0])]
        elif operator in _SHOWS:
            line += "".join(_shown(row.operands[0], letters))
        elif operator == "ET":
            yield line
            line = ""


def _shown(shown: object, letters: dict[bytes, str]) -> Iterator[str]:
    """Glyphs of two bytes each; the numbers between them only move the pen."""
    for part in shown if isinstance(shown, pikepdf.Array) else [shown]:
        if isinstance(part, pikepdf.String):
            glyphs = bytes(part)
            for at in range(0, len(glyphs), 2):
                yield letters[glyphs[at : at + 2]]


def _letters(font: pikepdf.Object) -> dict[bytes, str]:
    table = font["/ToUnicode"].read_bytes()
    return {
        bytes.fromhex(glyph.decode()): bytes.fromhex(letter.decode()).decode("utf-16-be")
        for glyph, letter in _CHARACTER.findall(table)
        if len(glyph) == 4
    }
