import sys
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from portal.models import User, Watch
from portal.news.changes import chronicle
from portal.shelf import current_content
from portal.turns import DIGESTS, alone
from portal.watches.digests import MailOutcome, News, preview, tell

FAILED, REFUSED = 1, 2
NO_ADDRESS = (
    "Sæt PUBLIC_ADDRESS, for eksempel https://vejviser.example. Uden den kan mailene ikke vise, "
    "hvor siderne er."
)
ANOTHER_RUNS = "En anden kørsel sender allerede. Intet er sendt herfra."


class Command(BaseCommand):
    """Mail each user what is new of what they follow.

    The exit code is 0 when all mails were sent, 1 when some failed (they are tried again at the
    next run), and 2 when nothing was tried.
    """

    help = "Sender en mail til hver bruger med det, der er nyt om det, de følger."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--dry-run", action="store_true", help="vis mailene, uden at sende og huske noget"
        )

    def handle(self, *args: Any, **options: Any) -> None:  # Django's signature
        if not settings.PUBLIC_ADDRESS:
            raise CommandError(NO_ADDRESS, returncode=REFUSED)
        with alone(DIGESTS) as is_alone:
            if not is_alone:
                raise CommandError(ANOTHER_RUNS, returncode=REFUSED)
            outcomes = self._tell_all(dry_run=options["dry_run"])
        self._report(outcomes, dry_run=options["dry_run"])
        if MailOutcome.FAILED in outcomes.values():
            sys.exit(FAILED)

    def _tell_all(self, *, dry_run: bool) -> dict[int, MailOutcome]:
        # The chronicle first: what is published in between is told at the next run.
        told = chronicle()
        news = News(
            content=current_content(),
            chronicle=told,
            on=timezone.localdate(),
            site=settings.PUBLIC_ADDRESS,
        )
        one = self._preview if dry_run else self._tell
        return {key: one(key, news) for key in Watch.objects.followers()}

    def _tell(self, key: int, news: News) -> MailOutcome:
        """One user's mail; a mailbox that fails does not stop the others."""
        try:
            return tell(key, news)
        except (OSError, ValueError) as error:  # no server, or an address it refuses
            self.stderr.write(f"Bruger {_name(key)}: {type(error).__name__}")
            return MailOutcome.FAILED

    def _preview(self, key: int, news: News) -> MailOutcome:
        outcome, body = preview(key, news)
        if body:
            self.stdout.write(f"--- Til {_name(key)}\n{body}")
        return outcome

    def _report(self, outcomes: dict[int, MailOutcome], *, dry_run: bool) -> None:
        found = list(outcomes.values())
        told = ", ".join(f"{each.label}: {found.count(each)}" for each in MailOutcome)
        self.stdout.write(f"{'Prøve. Ville være ' if dry_run else ''}{told}")
        for outcome in (MailOutcome.NO_ADDRESS, MailOutcome.FAILED):
            names = sorted(_name(key) for key, each in outcomes.items() if each is outcome)
            if names:
                self.stdout.write(f"{outcome.label.capitalize()}: {', '.join(names)}")


def _name(key: int) -> str:
    return User.objects.values_list("username", flat=True).get(pk=key)
