"""Files as editors send them, and what the desk answers."""

import re
from collections.abc import Sequence
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from portal.exchange.cells import Cell
from portal.exchange.columns import Table
from portal.exchange.files import write
from portal.exchange.resources import rows_of
from portal.exchange.tables import FINDINGS, MUNICIPALITIES
from tests.portal.pages import text_of

REFUSED = "Filen er afvist. Intet er gemt."
EVALUATION = "ibbis-star-2024"


def address(table: Table) -> str:
    return f"/skrivebord/tabeller/{table.slug}/"


def send(client: Client, table: Table, data: bytes, name: str = "fil.csv") -> Any:
    """Choose the file on the page of the table, and see what it would change."""
    return client.post(address(table), {"file": SimpleUploadedFile(name, data)})


def confirm(client: Client, table: Table, shown: Any) -> Any:
    """Say yes to what the page shows."""
    sealed = re.search(r'name="sealed" value="([^"]+)"', body_of(shown))
    assert sealed, text_of_page(shown)[:2000]
    return client.post(address(table), {"sealed": sealed[1]})


def body_of(response: Any) -> str:
    """The whole page, also when it is sent bit by bit."""
    if response.streaming:
        if not hasattr(response, "read"):
            response.read = b"".join(response).decode()
        return str(response.read)
    return str(response.content.decode())


def text_of_page(response: Any) -> str:
    return " ".join(re.sub(r"<[^>]*>", " ", body_of(response)).split())


def refused(response: Any, *told: str) -> None:
    """The page says so, and names place and remedy."""
    assert response.status_code == 422, text_of_page(response)[:1500]
    text = text_of(response)
    assert REFUSED in text
    for words in told:
        assert words in text, text[text.find(REFUSED) :][:900]


def rows(table: Table, **changes: Cell) -> list[list[Cell]]:
    """The rows of the table as they stand, the first one with other cells."""
    first, *others = rows_of(table)
    for name, cell in changes.items():
        place = [column.field for column in table.columns].index(name)
        first[place] = cell
    return [first, *others]


def saved_as(
    table: Table, rows: Sequence[Sequence[Cell]], file_format: str = "csv", **more: Any
) -> bytes:
    return write(file_format, table.title, more.get("headings", table.headings), rows)


def municipalities(text: str, codec: str = "utf-8") -> bytes:
    """A file of municipalities as somebody typed it, under the right headings."""
    return (";".join(MUNICIPALITIES.headings) + "\r\n" + text).encode(codec)


def finding(**cells: Cell) -> list[Cell]:
    """A new finding in full; the row of FINDINGS."""
    told: dict[str, Cell] = {
        "evaluation": EVALUATION, "slug": "nyt-fund", "position": 90, "outcome": "løntimer",
        "statement": "Flere fik løntimer.", "direction": "positiv", "change": "", "kind": "effekt",
        "design": "D3", "magnitude": "", "horizon_from": "", "horizon_to": "", "ceases": False,
        "population": "deltagerne", "cluster": "",
    }  # fmt: skip
    assert set(cells) <= set(told)
    return [(told | cells)[column.field] for column in FINDINGS.columns]
