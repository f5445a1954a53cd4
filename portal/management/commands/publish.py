from argparse import ArgumentParser
from collections.abc import Iterator
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from portal.gate import NotReadyError
from portal.models import Edition
from portal.publication import Item, desk_items, differs, publish_together, shelf_now
from portal.trail import last_author
from trials.rules import REFUSAL, has_identity_number, text_fault

WITHDRAWN = "Ikke udgivet, for det er trukket tilbage"
UNAPPROVED = (
    "Ikke udgivet, for nogen har skrevet på det, og ingen har godkendt det (--drafts tager det med)"
)


class Command(BaseCommand):
    """Put the desk on the shelf: what differs, and is no draft of anybody, gets a new edition."""

    help = "Udgiver det, der står på skrivebordet, som nye udgaver."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--all", action="store_true", help="udgiv alt, der er ændret")
        parser.add_argument(
            "--drafts", action="store_true", help="også kladder, som ingen har godkendt"
        )
        parser.add_argument("--reason", default="", help="hvorfor der udgives")

    def handle(self, *args: Any, **options: Any) -> None:  # Django's signature
        if not options["all"]:
            raise CommandError("Skriv --all for at udgive alt, der er ændret.")
        reason = _reason(options["reason"].strip())
        left: dict[str, list[str]] = {WITHDRAWN: [], UNAPPROVED: []}
        items = _approved(left, drafts=options["drafts"])
        try:
            editions = publish_together(items, by=None, reason=reason)
        except NotReadyError as error:
            told = "\n".join(f"  {sentence}" for sentence in error.sentences)
            raise CommandError(f"Intet er udgivet. Der mangler noget:\n{told}") from None
        made = "1 udgave" if len(editions) == 1 else f"{len(editions)} udgaver"
        self.stdout.write(f"{made} er udgivet.")
        for why, titles in left.items():
            if titles:
                self.stdout.write(f"{why}: {'; '.join(titles)}.")


def _approved(left: dict[str, list[str]], *, drafts: bool) -> Iterator[Item]:
    """What differs from the shelf and may go there; the titles of the rest come to ``left``."""
    shelf = shelf_now()
    for kind, document in desk_items():
        newest = shelf.get((kind, document["slug"]))
        if newest and newest.withdrawn:
            left[WITHDRAWN].append(document["title"])
        elif not drafts and differs(kind, document, shelf) and last_author(kind, document["slug"]):
            left[UNAPPROVED].append(document["title"])
        else:
            yield kind, document


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
