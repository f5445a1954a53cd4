"""Tells the triggers of the database who writes now, and why."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import DatabaseError, connection

from portal.models import User

WHO, WHY = "vejviser.user", "vejviser.why"
TELL = f"SELECT set_config('{WHO}', %s, false), set_config('{WHY}', %s, false)"
TOLD = f"SELECT current_setting('{WHO}', true), current_setting('{WHY}', true)"


@contextmanager
def acting(user: User | None, why: str) -> Iterator[None]:
    """All that is written within is recorded as done by the user, and why; within a transaction
    or not. Afterwards what was told before holds again, for connections are used anew.
    """
    with connection.cursor() as cursor:
        cursor.execute(TOLD)
        before = [value or "" for value in cursor.fetchone()]
    try:
        _tell(str(user.pk) if user else "", why)
        yield
    finally:
        _tell_again(before)


def _tell(*told: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(TELL, told)


def _tell_again(before: list[str]) -> None:
    try:
        _tell(*before)
    except DatabaseError:
        # A transaction that failed takes what was told within it back as it is rolled back. Any
        # other connection that does not answer is not used again.
        if not connection.in_atomic_block:
            connection.close()
