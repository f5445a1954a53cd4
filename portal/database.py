"""DATABASES: the server in DATABASE_URL, or the embedded PostgreSQL of this checkout."""

import os
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from psycopg import ProgrammingError
from psycopg.conninfo import conninfo_to_dict

from portal.embedded.server import PORT, SOCKETS, SUPERUSER

# What libpq calls it, and what Django calls it; every other word becomes an option.
NAMES = {
    "dbname": "NAME",
    "user": "USER",
    "password": "PASSWORD",
    "host": "HOST",
    "port": "PORT",
}


def databases(url: str, *, embedded: bool, max_age: int) -> dict[str, dict[str, Any]]:
    """``url`` when it is stated, else the embedded server where that is allowed.

    The embedded server lets everyone on the machine who can reach its folder in, so it is
    for development and trial only.
    """
    if url:
        return {"default": {**from_url(url), "CONN_MAX_AGE": max_age, "CONN_HEALTH_CHECKS": True}}
    if not embedded:
        raise ImproperlyConfigured("DATABASE_URL is required, unless DEBUG=1.")
    return {"default": embedded_database()}


def from_url(url: str) -> dict[str, Any]:
    """Read the address as libpq itself does, so that every form psql accepts works here."""
    try:
        parts = dict(conninfo_to_dict(url))
    except ProgrammingError:
        # Without its cause, which may repeat the password.
        raise ImproperlyConfigured(
            "DATABASE_URL must look like postgresql://user:password@host:5432/name."
        ) from None
    if not parts.get("dbname"):
        raise ImproperlyConfigured("DATABASE_URL names no database: it ends with /name.")
    database: dict[str, Any] = {"ENGINE": "django.db.backends.postgresql"}
    database |= {NAMES[word]: str(parts.pop(word)) for word in NAMES if word in parts}
    return {**database, "OPTIONS": parts}


def embedded_database() -> dict[str, Any]:
    """Where the embedded server will answer; it starts at the first connection."""
    return {
        "ENGINE": "portal.embedded",
        "NAME": "postgres",
        "USER": SUPERUSER,
        "HOST": str(SOCKETS),
        "PORT": str(PORT),
        # Two test runs in one checkout do not meet.
        "TEST": {"NAME": f"test_{os.getpid()}"},
    }
