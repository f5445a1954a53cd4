"""The door for application servers: gunicorn portal.wsgi."""

import os
from collections.abc import Iterable
from typing import Any

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")

django = get_wsgi_application()
UNREADABLE = "Ugyldig forespørgsel: et felt i dens hoved kan ikke læses.".encode()


def application(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
    """Django's application; a header that Django stumbles over is the sender's fault, not ours.

    Everything later is answered by Django itself, so what comes through here was raised while
    the request was read: by ``charset*=unknown''x`` in a content type, for instance.
    """
    try:
        return django(environ, start_response)
    except (LookupError, ValueError):
        start_response("400 Bad Request", [("Content-Type", "text/plain; charset=utf-8")])
        return [UNREADABLE]
