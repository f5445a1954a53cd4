from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from portal.publication import publish_all


class Command(BaseCommand):
    """Put the desk on the shelf: every thing that differs gets a new edition."""

    help = "Udgiver det, der står på skrivebordet, som nye udgaver."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--all", action="store_true", help="udgiv alt, der er ændret")
        parser.add_argument("--reason", default="", help="hvorfor der udgives")

    def handle(self, *args: Any, **options: Any) -> None:  # Django's signature
        if not options["all"]:
            raise CommandError("Skriv --all for at udgive alt, der er ændret.")
        if not options["reason"].strip():
            raise CommandError('Skriv en begrundelse: --reason "Første udgave".')
        editions = publish_all(by=None, reason=options["reason"], at=timezone.now())
        self.stdout.write(f"{len(editions)} udgaver er udgivet.")
