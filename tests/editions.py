"""Lets a test do what the database refuses everyone else: change and delete editions."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction

TRIGGER = "ALTER TABLE portal_edition {} TRIGGER edition_stays"


@contextmanager
def changeable_editions() -> Iterator[None]:
    """For a shelf that cannot come about otherwise: an empty one, or one of a known day."""
    with transaction.atomic(), connection.cursor() as cursor:
        # A table with checks that are still to come cannot be altered.
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute(TRIGGER.format("DISABLE"))
        yield
        cursor.execute(TRIGGER.format("ENABLE"))
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")
