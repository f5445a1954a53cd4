"""Which shape of the content a file was written for: the newest migration of each of its apps."""

from functools import cache
from typing import Any

from django.db.migrations.loader import MigrationLoader

from portal.rights import CONTENT

STAMP = "vejviser"


@cache
def _migrations() -> dict[str, list[str]]:
    """The migrations of each app of the content that this version has, the newest last."""
    there = MigrationLoader(None).disk_migrations or ()
    return {app: sorted(name for each, name in there if each == app) for app in CONTENT}


def stamp() -> dict[str, dict[str, str]]:
    """The first object of a file: what this version would write."""
    return {STAMP: {app: names[-1] for app, names in _migrations().items()}}


def stamp_fault(told: Any) -> str:
    """Why a file with that stamp cannot be read; empty when it can, also by being older."""
    if not isinstance(told, dict) or not all(isinstance(each, str) for each in told.values()):
        return "Mærket om version kan ikke læses. Skriv filen igen med content_dump."
    known = _migrations()
    newer = [
        f"{app} {name} (her: {known[app][-1] if app in known else 'ukendt'})"
        for app, name in told.items()
        if name not in known.get(app, ())
    ]
    if not newer:
        return ""
    return (
        f"Filen er skrevet af en anden, nyere version af Vejviser: {', '.join(newer)}. "
        "Opgradér denne først."
    )
