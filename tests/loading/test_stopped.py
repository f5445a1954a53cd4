"""Row 48: a load that is stopped midway has stored nothing, and may be run again (P4)."""

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

from tests.loading.files import run, source, written
from trials.models import Source

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

ROWS = 3_000
WRITES = """
    SELECT count(*) FROM pg_locks
    WHERE relation = 'trials_source'::regclass AND mode = 'RowExclusiveLock' AND granted
    AND pid <> pg_backend_pid()
    AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
"""


def address() -> str:
    """The database of this test, for another process."""
    name = connection.settings_dict
    parts = {"dbname": "NAME", "host": "HOST", "port": "PORT", "user": "USER"}
    return " ".join(f"{key}={name[each]}" for key, each in parts.items() if name[each])


def is_writing() -> bool:
    with connection.cursor() as cursor:
        cursor.execute(WRITES)
        return bool(cursor.fetchone()[0])


def wait_until_it_writes(process: "subprocess.Popen[bytes]") -> None:
    deadline = time.monotonic() + 60
    while not is_writing():
        assert process.poll() is None, "it ended before it wrote"
        assert time.monotonic() < deadline
        time.sleep(0.02)


def test_48_a_load_that_is_killed_stores_nothing_and_runs_again(tmp_path: Path) -> None:
    rows = [source(slug=f"stoppet-{number}") for number in range(ROWS)]
    path = written(tmp_path / "mange.json", *rows)
    process = subprocess.Popen(
        [sys.executable, settings.BASE_DIR / "manage.py", "content_load", path],
        env={**os.environ, "DEBUG": "1", "DATABASE_URL": address()},
        stdout=subprocess.DEVNULL,
    )
    wait_until_it_writes(process)
    time.sleep(random.uniform(0, 1.5))
    process.kill()

    assert process.wait() == -9
    while is_writing():  # the server has not noticed yet
        time.sleep(0.02)
    assert not Source.objects.filter(slug__startswith="stoppet-").exists()
    again = run("content_load", written(tmp_path / "igen.json", *rows[:20]))
    assert again.out.startswith("20 ændringer: 20 oprettet")
