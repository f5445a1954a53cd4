"""What the guidance page costs on a first visit: production's settings, files and compression."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import connection
from playwright.sync_api import BrowserContext, Page, StorageState, expect

from tests.journeys.caseworker import describe_a_young_person

pytestmark = [pytest.mark.browser, pytest.mark.slow]

MOST_BYTES = 250_000
PATIENCE = 30  # seconds
SETTLED = 1000  # milliseconds: what the answer itself asks for has come


def database_url() -> str:
    """The address of the test database, for a process of its own."""
    told = connection.settings_dict
    user = f"{told['USER']}:{told['PASSWORD']}" if told["PASSWORD"] else told["USER"]
    return f"postgresql://{user}@/{told['NAME']}?host={told['HOST']}&port={told['PORT']}"


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def wait_for(port: int) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        with socket.socket() as caller:
            if caller.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    pytest.fail("The application server did not start.")


@pytest.fixture
def production(site: str, tmp_path: Path) -> Iterator[str]:  # noqa: ARG001 - fills the database
    """The portal as an operator runs it: collected files, compression, and no DEBUG."""
    port = free_port()
    env = os.environ | {
        "DEBUG": "0",
        "SECRET_KEY": settings.SECRET_KEY,  # knows who has logged in on the site
        "ALLOWED_HOSTS": "localhost",
        "DATABASE_URL": database_url(),
        "STATIC_ROOT": str(tmp_path),
        "SSL_REDIRECT": "0",
    }

    def run(*command: str) -> "subprocess.Popen[bytes]":
        return subprocess.Popen(
            [sys.executable, *command], cwd=settings.BASE_DIR, env=env, stdout=subprocess.DEVNULL
        )

    assert run("manage.py", "collectstatic", "--no-input").wait(timeout=120) == 0
    server = run("-m", "gunicorn", "portal.wsgi", "--bind", f"127.0.0.1:{port}")
    try:
        wait_for(port)
        yield f"http://localhost:{port}"
    finally:
        server.terminate()
        server.wait(timeout=PATIENCE)


def weigh(page: Page) -> list[tuple[str, int]]:
    """Fills with the address and the bytes on the wire of all that the page asks for."""
    addresses: dict[str, str] = {}
    weights: list[tuple[str, int]] = []

    def asked(event: dict[str, Any]) -> None:
        addresses[event["requestId"]] = event["request"]["url"]

    def came(event: dict[str, Any]) -> None:
        weights.append((addresses[event["requestId"]], int(event["encodedDataLength"])))

    wire = page.context.new_cdp_session(page)
    wire.send("Network.enable")
    wire.on("Network.requestWillBeSent", asked)
    wire.on("Network.loadingFinished", came)
    return weights


def test_a_first_visit_to_the_guidance_costs_at_most_250_kilobytes(
    production: str, new_context: Callable[..., BrowserContext], known: StorageState
) -> None:
    page = new_context(storage_state=known).new_page()
    weights = weigh(page)
    page.goto(f"{production}/vejledning/", wait_until="networkidle")
    describe_a_young_person(page)
    expect(page.get_by_role("heading", name="Svar for 1. december 2021")).to_be_focused()
    page.wait_for_timeout(SETTLED)

    told = "\n".join(f"{size:>8} {address}" for address, size in weights)
    assert any(address.endswith(".woff2") for address, _ in weights), told
    assert sum(size for _, size in weights) <= MOST_BYTES, told
    print(f"{told}\n{sum(size for _, size in weights):>8} in all")
