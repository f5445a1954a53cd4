import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from portal.guidance.sheet.receipt import Receipt, ReceiptError, receipt_from
from portal.guidance.sheet.reproduction import Reproduction, ask_again
from portal.shelf import content_of, current_content

SAME, DIFFERS, REFUSED = 0, 1, 2
UNKNOWN_CONTENT = (
    "Indholdet i kvitteringen har aldrig været udgivet her. Den er fra en anden Vejviser, eller "
    "den er ændret."
)


class Command(BaseCommand):
    """Ask the question of a receipt again, of the content that it was answered from.

    The exit code is 0 when the answer is the same, 1 when it differs, and 2 when the text is no
    receipt or is about content that was never published here.
    """

    help = "Prøver en kvittering: giver det samme spørgsmål det samme svar?"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", nargs="?", default="-", help="en fil, eller - for indtastning")

    def handle(self, *args: Any, **options: Any) -> None:  # Django's signature
        try:
            receipt = receipt_from(_text(options["file"]))
            holds = self._try_then(receipt)
            self._try_now(receipt)
        except ReceiptError as error:
            raise CommandError(str(error), returncode=REFUSED) from None
        if not holds:
            sys.exit(DIFFERS)

    def _try_then(self, receipt: Receipt) -> bool:
        then = content_of(receipt.content_version)
        if then is None:
            raise ReceiptError(UNKNOWN_CONTENT)
        found = ask_again(receipt, then, today=timezone.localdate())
        if found.refused:
            raise ReceiptError(f"Kvitteringens spørgsmål kan ikke stilles. {found.refused}")
        self._tell("Med kvitteringens indhold", found)
        return found.is_same

    def _try_now(self, receipt: Receipt) -> None:
        now = current_content()
        if now.version == receipt.content_version:
            self.stdout.write("Det er også det indhold, der er udgivet nu.")
            return
        found = ask_again(receipt, now, today=timezone.localdate())
        self._tell("Med det indhold, der er udgivet nu,", found)

    def _tell(self, content: str, found: Reproduction) -> None:
        """Say what the question gives on that content."""
        if found.refused:
            self.stdout.write(f"{content} kan spørgsmålet ikke stilles. {found.refused}")
            return
        self.stdout.write(f"{content} er svaret {'det samme' if found.is_same else 'et andet'}.")
        for sentence in found.differences:
            self.stdout.write(f"- {sentence}")


def _text(name: str) -> str:
    try:
        return (sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()).decode()
    except OSError as error:
        raise ReceiptError(f"Filen kan ikke læses: {error.strerror}.") from None
    except UnicodeDecodeError:
        raise ReceiptError("Teksten er ikke skrevet i UTF-8.") from None
