from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from portal.gate import NotReadyError
from portal.models import Edition
from portal.publication import publish_all
from trials.rules import REFUSAL, has_identity_number, text_fault


class Command(BaseCommand):
    """Put the desk on the shelf: every thing that differs gets a new edition."""

    help = "Udgiver det, der står på skrivebordet, som nye udgaver."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--all", action="store_true", help="udgiv alt, der er ændret")
        parser.add_argument("--reason", default="", help="hvorfor der udgives")

    def handle(self, *args: Any, **options: Any) -> None:  # Django's signature
        if not options["all"]:
            raise CommandError("Skriv --all for at udgive alt, der er ændret.")
        reason = _reason(options["reason"].strip())
        try:
            editions = publish_all(by=None, reason=reason)
        except NotReadyError as error:
            told = "\n".join(f"  {sentence}" for sentence in error.sentences)
            raise CommandError(f"Intet er udgivet. Der mangler noget:\n{told}") from None
        made = "1 udgave" if len(editions) == 1 else f"{len(editions)} udgaver"
        self.stdout.write(f"{made} er udgivet.")


def _reason(text: str) -> str:
    """The reason, or CommandError when an edition cannot hold it."""
    longest = Edition._meta.get_field("reason").max_length
    if not text:
        raise CommandError('Skriv en begrundelse: --reason "Første udgave".')
    if longest and len(text) > longest:
        raise CommandError(f"Begrundelsen er for lang: højst {longest} tegn.")
    if fault := text_fault(text):
        raise CommandError(fault)
    if has_identity_number(text):
        raise CommandError(REFUSAL)
    return text
