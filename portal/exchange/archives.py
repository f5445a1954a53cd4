"""Whether an .xlsx may be unpacked at all, told from its directory alone."""

import zipfile
from io import BytesIO

from portal.exchange.refusals import refused

MOST_BYTES = 50_000_000
MOST_RATIO = 100
MOST_PARTS = 200
# Small parts pack well and do no harm.
SMALL = 1_000_000
UNREADABLE = "Filen er ikke en hel Excel-fil. Åbn den i Excel, gem den som .xlsx, og prøv igen."
TOO_LARGE = (
    "Filen fylder for meget, når den pakkes ud. Kopiér kun rækkerne over i et nyt, tomt ark, gem "
    "det som .xlsx, og prøv igen."
)
MACROS = "Filen indeholder makroer. Gem den i Excel som .xlsx uden makroer, og prøv igen."
NOT_EXCEL = "Filen er ikke en Excel-fil. Gem den i Excel som .xlsx, og prøv igen."


def check_archive(data: bytes) -> None:
    """Refuse what would fill a memory or hold a processor, without unpacking any of it."""
    if _told_parts(data) > MOST_PARTS:
        raise refused(TOO_LARGE)
    try:
        parts = zipfile.ZipFile(BytesIO(data)).infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        raise refused(UNREADABLE) from None
    unpacked = sum(part.file_size for part in parts)
    is_bomb = any(
        part.file_size > max(SMALL, MOST_RATIO * max(part.compress_size, 1)) for part in parts
    )
    if len(parts) > MOST_PARTS or unpacked > MOST_BYTES or is_bomb:
        raise refused(TOO_LARGE)
    if unpacked > SMALL and unpacked > MOST_RATIO * len(data):
        raise refused(TOO_LARGE)
    names = {part.filename.lower() for part in parts}
    if any(name.endswith("vbaproject.bin") for name in names):
        raise refused(MACROS)
    if "xl/workbook.xml" not in names or any(part.flag_bits & 1 for part in parts):
        raise refused(NOT_EXCEL)


def _told_parts(data: bytes) -> int:
    """How many parts the file says it has, at its very end: to list ten thousand takes a while."""
    end = data.rfind(b"PK\x05\x06")
    return int.from_bytes(data[end + 10 : end + 12], "little") if end >= 0 else 0
