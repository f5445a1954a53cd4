"""From an empty database to a portal one can try, in one command: make run."""

import errno
import signal
import socket
import sys
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from portal.content import load_fixtures
from portal.models import Edition
from portal.trail import acting
from trials.models import Trial

HOST = "127.0.0.1"
REASON = "Første udgave til afprøvning"


class Command(BaseCommand):
    """Migrate, fill what is empty, make demo users and serve. Running it twice is safe."""

    help = "Gør en portal klar til afprøvning, og start den."
    # The tables are not there yet, so the usual checks wait until runserver makes them.
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--port", default="8000", help="porten på denne maskine")
        parser.add_argument("--no-server", action="store_true", help="gør kun data klar")

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEBUG:
            raise CommandError("En portal til afprøvning kræver DEBUG=1.")
        port = None if options["no_server"] else _free_port(options["port"])
        self._prepare()
        if port:
            self._serve(port)

    def _prepare(self) -> None:
        call_command("migrate", verbosity=0)
        if not Trial.objects.exists():
            self.stdout.write("Indlæser data ...")
            with acting(None, "Indhold, som følger med Vejviser"):
                load_fixtures()
        if not Edition.objects.exists():
            self.stdout.write("Udgiver ...")
            call_command("publish", all=True, reason=REASON)
        self.stdout.write("Demobrugere, navn og adgangskode:")
        call_command("demo_users")

    def _serve(self, port: int) -> None:
        self.stdout.write(f"\nVejviser: http://{HOST}:{port}/  (stop med Ctrl-C)\n")
        self.stdout.flush()
        # A plain kill ends like Ctrl-C, so that the embedded database is stopped too.
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
        call_command("runserver", f"{HOST}:{port}", use_reloader=False)


def _free_port(text: str) -> int:
    """The port as a number; refuse nonsense and a port that somebody else uses."""
    if not (text.isascii() and text.isdigit() and 1 <= int(text) <= 65535):
        raise CommandError(f"PORT skal være et helt tal fra 1 til 65535, ikke {text!r}.")
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, int(text)))
        except OSError as error:
            raise CommandError(_why_not(error, text)) from error
    return int(text)


def _why_not(error: OSError, port: str) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"Port {port} er optaget. Vælg en anden: make run PORT=8001"
    return f"Port {port} kan ikke bruges: {error.strerror}."
