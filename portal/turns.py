"""One publication at a time, and each of one moment of the desk."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from django.db import OperationalError, connection, transaction

# The keys of the advisory locks: any numbers that nothing else in the database locks.
PUBLISHING = 20_211_201
DIGESTS = 20_211_202
IMPORTING = 20_211_203
# Milliseconds that an import waits for another one, or for a row that an editor saves.
PATIENCE = 5_000


@contextmanager
def one_moment() -> Iterator[None]:
    """All that is read within is of one moment, also when it takes many questions.

    Inside somebody's transaction, as in most tests, that transaction decides what is seen.
    """
    outermost = not connection.in_atomic_block
    with transaction.atomic():
        if outermost:
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        yield


@contextmanager
def our_turn() -> Iterator[datetime]:
    """Wait until nobody else publishes; the time by the database's clock when they are done.

    A lock on rows would let two make the same next number. The lock is taken before the moment
    begins: what this publication sees includes what the one before it wrote.
    """
    if connection.in_atomic_block:
        _ask("SELECT pg_advisory_xact_lock(%s)", PUBLISHING)
        with transaction.atomic():
            yield _ask("SELECT clock_timestamp()")
        return
    _ask("SELECT pg_advisory_lock(%s)", PUBLISHING)
    try:
        with one_moment():
            yield _ask("SELECT clock_timestamp()")
    finally:
        _ask("SELECT pg_advisory_unlock(%s)", PUBLISHING)


@contextmanager
def alone(key: int) -> Iterator[bool]:
    """Whether nobody else does the same now; while it is true, nobody else begins."""
    is_alone = _ask("SELECT pg_try_advisory_lock(%s)", key)
    try:
        yield is_alone
    finally:
        if is_alone:
            _ask("SELECT pg_advisory_unlock(%s)", key)


def _ask(question: str, *values: int) -> Any:
    """The one value that the database answers with."""
    with connection.cursor() as cursor:
        cursor.execute(question, values)
        return cursor.fetchone()[0]


# --- Imports ----------------------------------------------------------------------------------


class ImportingError(Exception):
    """Somebody else is importing, and was not done in time."""


@contextmanager
def importing_alone() -> Iterator[None]:
    """One import at a time, inside a transaction: the next one waits a little, and is then refused.

    The same patience holds for rows that an editor is saving at the same moment.
    """
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT set_config('lock_timeout', %s, true)", [f"{PATIENCE}ms"])
        _ask("SELECT pg_advisory_xact_lock(%s)", IMPORTING)
    except OperationalError as error:
        raise ImportingError from error
    yield
