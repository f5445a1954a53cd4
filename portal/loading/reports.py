"""What a load tells: where in a file, what is wrong there, and what it would overwrite."""

from dataclasses import dataclass, field

# A file of another kind has as many faults as lines; nobody reads more than these.
MOST_FAULTS = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where in which file: the line on which the object begins, and its number from the top."""

    file: str
    line: int
    number: int = 0
    what: str = ""

    def __str__(self) -> str:
        told = f"{self.file}, linje {self.line}"
        told += f", objekt {self.number}" if self.number else ""
        return f"{told} ({self.what})" if self.what else told


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """What is wrong, and with which field; ``field`` is empty for what is not of one field."""

    place: Place
    field: str
    message: str

    def __str__(self) -> str:
        return ": ".join(filter(None, (str(self.place), self.field, self.message)))


class FileError(Exception):
    """What is wrong with a file that cannot be read to its end."""

    def __init__(self, place: Place, message: str) -> None:
        super().__init__(message)
        self.fault = Fault(place=place, field="", message=message)


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """A row that is stored and says something else than the file.

    ``fields`` are those that differ: the field, what is stored, and what the file says.
    ``since`` tells what is known of the stored row: who edited it, and whether it is published.
    """

    place: Place
    fields: tuple[tuple[str, str, str], ...]
    since: tuple[str, ...]


@dataclass(slots=True, kw_only=True)
class LoadReport:
    """What came of a load, or would come of it."""

    created: int = 0
    changed: int = 0
    unchanged: int = 0
    faults: list[Fault] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)
    overwrites: bool = False

    @property
    def is_refused(self) -> bool:
        """Whether nothing may be stored."""
        return bool(self.faults or (self.conflicts and not self.overwrites))
