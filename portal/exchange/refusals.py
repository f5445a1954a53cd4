"""Why a file or a row of it is refused: where, why, and what to do. Never a CPR number."""

from collections.abc import Iterable
from dataclasses import dataclass

from trials.rules import has_identity_number

WHOLE_ROW = "hele rækken"
LONGEST_ECHO = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """One fault; ``row`` is the number that Excel shows, 0 for the file as a whole."""

    reason: str
    row: int = 0
    column: str = ""

    @property
    def place(self) -> str:
        if not self.row:
            return "Filen"
        return f"Række {self.row}, {self.column or WHOLE_ROW}"


class FileRefusedError(Exception):
    """A file of which nothing is stored, with everything that is wrong with it."""

    def __init__(self, refusals: Iterable[Refusal]) -> None:
        self.refusals = tuple(refusals)
        super().__init__(" ".join(f"{each.place}: {each.reason}" for each in self.refusals))


def refused(reason: str, *, row: int = 0, column: str = "") -> FileRefusedError:
    return FileRefusedError([Refusal(reason=reason, row=row, column=column)])


def echo(value: object) -> str:
    """A value as a message may repeat it: short, without unseen characters, and no CPR number."""
    if has_identity_number(str(value)):
        return "(ikke vist)"
    seen = "".join(each if each.isprintable() else "\ufffd" for each in str(value))
    return seen if len(seen) <= LONGEST_ECHO else f"{seen[: LONGEST_ECHO - 1]}…"
