import os
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from portal.loading import dumped, together

REFUSED = 2
NOT_EMPTY = (
    "Mappen indeholder allerede filer. Vælg en tom mappe, så der ikke bliver gamle filer tilbage."
)


class Command(BaseCommand):
    """Write the content of the desk, so that content_load makes the same rows of it.

    Exit code 0: written. 2: it cannot be written there.
    """

    help = "Skriver skrivebordets indhold, så content_load kan indlæse det igen."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--out", type=Path, help="en fil, eller en tom mappe; ingen: skærmen")

    def handle(self, *args: Any, **options: Any) -> None:  # Django's signature
        out: Path | None = options["out"]
        files = dumped()
        if not files:
            raise CommandError("Der er intet indhold at skrive.", returncode=REFUSED)
        if out is None:
            self.stdout.write(together(files), ending="")
            return
        try:
            _write_all(out, files)
        except OSError as error:
            raise CommandError(f"Kan ikke skrives: {error.strerror}.", returncode=REFUSED) from None


def _write_all(out: Path, files: dict[str, str]) -> None:
    """One file; or in a folder one for each table, whose names sort as they load."""
    if not out.is_dir():
        _write(out, together(files))
        return
    if any(out.iterdir()):
        raise CommandError(NOT_EMPTY, returncode=REFUSED)
    for number, (label, text) in enumerate(files.items(), 1):
        _write(out / f"{number:02}_{label}.json", text)


def _write(path: Path, text: str) -> None:
    """All of it or nothing: a file that is half written would be taken for the content."""
    begun = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        begun.write_text(text, encoding="utf-8")
        begun.replace(path)
    finally:
        begun.unlink(missing_ok=True)
