import io
import json
import os
import sys
from argparse import ArgumentParser
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from datetime import date
from pathlib import Path
from typing import IO, Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from portal.contract import as_json, question_from
from portal.known import NotKnownError, content_known_on
from portal.matching import guidance_for
from portal.shelf import Content, current_content
from trials.rules import StatementError

REFUSED = 2
UNREAD = 1
BYTE_ORDER_MARK = b"\xef\xbb\xbf"
# Far more than one question takes, however it is spread out.
MOST_LINES = 1_000


class Command(BaseCommand):
    """Answer profiles as JSON: one object, or one per line, from a file or standard input.

    A line that is refused is named on standard error and gives no output; the others still
    answer, and the exit code is 2.
    """

    help = "Besvarer profiler i JSON, én pr. linje, efter kontrakten i docs/contract.md."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", nargs="?", default="-", help="en fil, eller - for indtastning")

    def handle(self, *args: Any, **options: Any) -> None:  # Django's signature
        content = current_content()
        if content.is_empty:
            raise CommandError(
                "Intet er udgivet. Kør: python manage.py publish --all --reason ...",
                returncode=REFUSED,
            )
        if isinstance(sys.stdout, io.TextIOWrapper):
            sys.stdout.reconfigure(encoding="utf-8")  # JSON is UTF-8, whatever the terminal speaks
        try:
            with _opened(options["file"]) as stream:
                answered = [self._answer(*numbered, content) for numbered in _questions(stream)]
            self.stdout.flush()
        except BrokenPipeError:  # the reader, such as head, has seen enough
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            sys.exit(UNREAD)
        if not all(answered):
            sys.exit(REFUSED)

    def _answer(self, number: int, line: bytes, content: Content) -> bool:
        """Write the answer to one question; False, and the reasons, when it is refused."""
        try:
            question = question_from(_text(line), today=timezone.localdate())
            content = _known_on(question.known_on) or content
            request = question.of(content)
        except StatementError as error:
            reasons = "; ".join(f"{field}: {message}" for field, message in error.errors.items())
            self.stderr.write(f"linje {number}: {reasons}")
            return False
        guidance = guidance_for(
            content,
            request.profile,
            on=request.on,
            offer=request.offer,
            assumed=request.assumed,
        )
        self.stdout.write(json.dumps(as_json(guidance, id=request.id), ensure_ascii=False))
        return True


def _known_on(day: date | None) -> Content | None:
    """The content of an earlier day, when one is asked about."""
    try:
        return content_known_on(day, today=timezone.localdate()) if day else None
    except NotKnownError as error:
        raise StatementError({"known_on": str(error)}) from None


def _opened(name: str) -> AbstractContextManager[IO[bytes]]:
    if name == "-":
        return nullcontext(sys.stdin.buffer)
    try:
        return Path(name).open("rb")
    except OSError as error:
        message = f"Filen kan ikke læses: {error.strerror}."
        raise CommandError(message, returncode=REFUSED) from None


def _questions(stream: Iterable[bytes]) -> Iterator[tuple[int, bytes]]:
    """The questions with their line numbers: one to a line, but the first may take several lines.

    Lines are kept only while they may become one object together, so that a long input is
    answered as it comes, also when its first line is broken.
    """
    numbered = ((number, line) for number, line in enumerate(stream, 1) if line.strip())
    begun: list[tuple[int, bytes]] = []
    whole = b""
    for number, line in numbered:
        begun.append((number, line))
        whole += line
        if len(begun) == MOST_LINES or not _is_unfinished(whole):
            break
    if not begun:
        raise CommandError("Der er intet at besvare.", returncode=REFUSED)
    yield from begun if _json_problem(whole) else [(begun[0][0], whole)]
    yield from numbered


def _is_unfinished(data: bytes) -> bool:
    """Whether all that is wrong is that the JSON stops too early."""
    problem = _json_problem(data)
    return isinstance(problem, json.JSONDecodeError) and problem.pos >= len(problem.doc.rstrip())


def _json_problem(data: bytes) -> Exception | None:
    try:
        json.loads(data.removeprefix(BYTE_ORDER_MARK))
    except (ValueError, RecursionError) as problem:
        return problem
    return None


def _text(line: bytes) -> str:
    try:
        return line.removeprefix(BYTE_ORDER_MARK).decode()
    except UnicodeDecodeError:
        raise StatementError({"json": "Er ikke skrevet i UTF-8."}) from None
