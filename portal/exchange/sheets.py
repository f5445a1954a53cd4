"""One table as it was read from a file: checked before anything of it is looked up or stored."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from portal.exchange.cells import Cell, as_text, is_blank, is_error
from portal.exchange.refusals import FileRefusedError, Refusal, echo, refused
from trials.rules import has_identity_number

MOST_ROWS = 10_000
MOST_COLUMNS = 100
# Whoever mends these sees the rest next.
MOST_REFUSALS = 100
NAMES_A_PERSON = (
    "Cellen ligner et CPR-nummer. Hele filen er afvist: Vejviser må ikke indeholde oplysninger om "
    "personer. Fjern nummeret, og prøv igen."
)
EMPTY = "Der er ingen rækker under overskrifterne. Udfyld mindst én række."
TOO_MANY = "Der er flere end 10.000 rækker. Del filen, og indlæs delene hver for sig."
NOT_COMPUTED = (
    "Cellen er en fejl eller en formel uden værdi. Skriv selve værdien, eller gem filen fra Excel "
    "igen."
)
SHORTEST_WITHOUT_ZERO = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One row with the number that Excel shows."""

    number: int
    cells: Sequence[Cell]


@dataclass(slots=True, kw_only=True)
class Sheet:
    """Headings and rows; ``blank`` rows were skipped, and ``note`` tells how it was read."""

    headings: list[str]
    lines: list[Line]
    blank: int = 0
    note: str = ""
    refusals: list[Refusal] = field(default_factory=list)

    @classmethod
    def of(cls, lines: Iterator[Line], note: str = "") -> "Sheet":
        """The sheet of what a file holds: its first line that is not blank has the headings."""
        headings: list[str] = []
        kept: list[Line] = []
        blank = 0
        for line in lines:
            if all(map(is_blank, line.cells)):
                blank += bool(kept)
            elif not headings:
                headings = [as_text(cell).strip() for cell in line.cells]
            else:
                kept.append(line)
            if len(kept) > MOST_ROWS:
                raise refused(TOO_MANY)
        return cls(headings=headings, lines=kept, blank=blank, note=note)

    def check(self, wanted: Sequence[str]) -> None:
        """Refuse what cannot be the table with the wanted headings."""
        self._refuse_persons()
        self._refuse_headings(wanted)
        if not self.lines:
            raise refused(EMPTY)
        faults = [fault for line in self.lines for fault in _faults(line, self.headings)]
        if faults:
            raise FileRefusedError(faults[:MOST_REFUSALS])

    def _refuse_persons(self) -> None:
        for line in [Line(number=1, cells=self.headings), *self.lines]:
            # A line break is no part of a number: one question for the whole row.
            if has_identity_number("\n".join(map(_as_searched, line.cells))):
                raise FileRefusedError(_persons(line, self.headings))

    def _refuse_headings(self, wanted: Sequence[str]) -> None:
        count = Counter(self.headings)
        told = {
            "Mangler": [name for name in wanted if name not in count],
            "Kender ikke": [echo(name) or "(tom)" for name in count if name not in wanted],
            "Står flere gange": [echo(name) for name, number in count.items() if number > 1],
        }
        if not any(told.values()):
            return
        faults = ". ".join(f"{what}: {_listed(names)}" for what, names in told.items() if names)
        found = _listed([echo(name) for name in self.headings[:MOST_COLUMNS]]) or "ingen"
        raise refused(
            f"Kolonnerne passer ikke. {faults}. Ventede: {_listed(wanted)}. Fandt: {found}. "
            "Hent tabellen under Eksportér, og brug dens overskrifter, som de står."
        )


def _listed(names: Sequence[str]) -> str:
    return "; ".join(names)


def _faults(line: Line, headings: Sequence[str]) -> Iterator[Refusal]:
    found, wanted = len(line.cells), len(headings)
    if found != wanted:
        what = "for mange" if found > wanted else "for få"
        yield Refusal(
            row=line.number,
            reason=(
                f"Rækken har {what} celler: {found}, og der er {wanted} overskrifter. Se efter "
                "et skilletegn for meget eller for lidt, eller et manglende anførselstegn."
            ),
        )
        return
    for heading, cell in zip(headings, line.cells, strict=True):
        if is_error(cell):
            yield Refusal(row=line.number, column=heading, reason=NOT_COMPUTED)


def _persons(line: Line, headings: Sequence[str]) -> Iterator[Refusal]:
    """Where in the row; the heading itself may be what must not be repeated."""
    for number, cell in enumerate(line.cells):
        if has_identity_number(_as_searched(cell)):
            heading = headings[number] if number < len(headings) else ""
            is_safe = heading and not has_identity_number(heading)
            column = heading if is_safe else f"kolonne {number + 1}"
            yield Refusal(row=line.number, column=column, reason=NAMES_A_PERSON)


def _as_searched(cell: Cell) -> str:
    """The cell as text; a number in a spreadsheet has lost its first zero."""
    text = "\n".join(cell) if isinstance(cell, list) else as_text(cell)
    is_number = isinstance(cell, int | float) and not isinstance(cell, bool)
    if is_number and isinstance(cell, float) and cell.is_integer():
        text = str(int(cell))
    return text.zfill(10) if is_number and len(text) == SHORTEST_WITHOUT_ZERO else text
