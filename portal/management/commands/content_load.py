from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from portal.loading import MOST_BYTES, MOST_FAULTS, Conflict, LoadReport, load
from trials.rules import has_identity_number

CONFLICTS = 1
REFUSED = 2
NOTHING = "Intet er gemt."
HOW_TO_OVERWRITE = (
    "Det, der er gemt på skrivebordet, er et andet end det i filen, og overskrives ikke. Ret "
    "filen, eller kør igen med --overwrite, hvis filen skal gælde."
)


class Command(BaseCommand):
    """Put the content of files on the desk: all of it, or nothing.

    Exit code 0: loaded, or there was nothing to change. 1: stored rows say something else than the
    files, and nothing is stored. 2: the files are refused, and nothing is stored. A dry run ends
    with the code that the load would end with.
    """

    help = "Indlæser indhold fra filer på skrivebordet: det hele eller intet."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", nargs="+", help="filer i den rækkefølge, de bygger på hinanden")
        parser.add_argument("--dry-run", action="store_true", help="vis, hvad der ville ske")
        parser.add_argument(
            "--overwrite", action="store_true", help="lad filerne gælde, også for det gemte"
        )

    def handle(self, *args: Any, **options: Any) -> None:  # Django's signature
        files = [Path(name) for name in options["file"]]
        names = ", ".join(map(_name, files))
        report = load(
            _opened(files),
            why=f"Indlæst med content_load: {names}",
            overwrite=options["overwrite"],
            dry_run=options["dry_run"],
        )
        if report.faults:
            raise CommandError("\n".join(_faults(report)), returncode=REFUSED)
        for conflict in report.conflicts:
            self.stdout.write("\n".join(_differs(conflict)))
        if report.is_refused:
            raise CommandError(f"{NOTHING} {HOW_TO_OVERWRITE}", returncode=CONFLICTS)
        self.stdout.write(_done(report, is_dry=options["dry_run"]))


def _opened(files: list[Path]) -> Iterator[tuple[str, bytes]]:
    """The files by name; CommandError, and thereby nothing stored, when one cannot be read."""
    for path in files:
        try:
            with path.open("rb") as file:
                yield _name(path), file.read(MOST_BYTES + 1)
        except OSError as error:
            message = f"{NOTHING} {_name(path)} kan ikke læses: {error.strerror}."
            raise CommandError(message, returncode=REFUSED) from None


def _name(path: Path) -> str:
    return "(navnet er ikke vist)" if has_identity_number(path.name) else path.name


def _faults(report: LoadReport) -> Iterator[str]:
    found = len(report.faults)
    yield f"{NOTHING} Der er {'1 fejl' if found == 1 else f'{found} fejl'}:"
    yield from (f"  {fault}" for fault in report.faults[:MOST_FAULTS])
    if found > MOST_FAULTS:
        yield f"  … og {found - MOST_FAULTS} til. Ret de første, og kør igen."


def _differs(conflict: Conflict) -> Iterator[str]:
    yield f"{conflict.place}{''.join(f', {each}' for each in conflict.since)}:"
    for field, stored, told in conflict.fields:
        yield f"  {field}: gemt {stored}, i filen {told}"


def _done(report: LoadReport, *, is_dry: bool) -> str:
    changes = report.created + report.changed
    if not changes:
        return "0 ændringer: alt i filerne står allerede på skrivebordet."
    counted = "1 ændring" if changes == 1 else f"{changes} ændringer"
    told = f"{counted}: {report.created} oprettet, {report.changed} rettet"
    told += f", {report.unchanged} uændret"
    if is_dry:
        return f"{told}. Det var en prøve. {NOTHING}"
    return f"{told}. Udgiv dem på skrivebordet eller med publish --all."
