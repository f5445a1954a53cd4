"""What was read of a file, carried by the page itself from the look at it to the yes to it.

Nothing of an upload is stored: neither the file nor its rows. The seal is signed for one user and
one table, and is broken after an hour or when anything in it is changed.
"""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.core import signing

from portal.exchange.cells import Cell
from portal.exchange.columns import Table
from portal.exchange.refusals import refused
from portal.exchange.sheets import Line

SECONDS = 3_600
# Well below what the portal takes in one form.
LONGEST = 2_000_000
BROKEN = (
    "Det er over en time siden, du så filen igennem, eller siden er ændret undervejs. Intet er "
    "gemt. Vælg filen igen."
)
TOO_MUCH = "Der er for meget tekst til én indlæsning. Del filen, og indlæs delene hver for sig."


def seal(user: Any, table: Table, lines: Sequence[Line], digest: str) -> str:
    """The lines and the digest of what they change, as a text for a hidden field."""
    told = {
        "lines": [[line.number, [_plain(cell) for cell in line.cells]] for line in lines],
        "digest": digest,
    }
    sealed = signing.dumps(told, salt=_salt(user, table), compress=True)
    if len(sealed) > LONGEST:
        raise refused(TOO_MUCH)
    return sealed


def unseal(sealed: str, user: Any, table: Table) -> tuple[list[Line], str]:
    """The lines, and the digest of what the user was shown."""
    try:
        told = signing.loads(sealed, salt=_salt(user, table), max_age=SECONDS)
    except signing.BadSignature:
        raise refused(BROKEN) from None
    return [Line(number=number, cells=cells) for number, cells in told["lines"]], told["digest"]


def _salt(user: Any, table: Table) -> str:
    return f"import:{user.pk}:{table.slug}"


def _plain(cell: Cell) -> Any:
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    return cell.isoformat() if isinstance(cell, date) else cell
