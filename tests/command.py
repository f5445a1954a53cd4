"""Runs the management command ``guidance`` in this process, as another system would feed it."""

import io
import json
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import pytest
from django.core.management import CommandError, call_command


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What the command wrote, and the code that it ended with."""

    out: str
    err: str
    code: int

    @property
    def answers(self) -> list[dict[str, Any]]:
        """The objects on standard output, one per line. Constants such as NaN are no JSON."""
        return [json.loads(line, parse_constant=_refused) for line in self.out.splitlines()]

    @property
    def only(self) -> dict[str, Any]:
        """The one answer of a question that was not refused."""
        assert (self.code, self.err) == (0, "")
        (answer,) = self.answers
        return answer

    @property
    def refusals(self) -> list[str]:
        return self.err.splitlines()


def _refused(name: str) -> None:
    raise AssertionError(f"{name} is not JSON")


def guidance(given: bytes | str, *arguments: str) -> Outcome:
    """Run the command with ``given`` on standard input."""
    data = given if isinstance(given, bytes) else given.encode()
    out, err = io.StringIO(), io.StringIO()
    code = 0
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
        try:
            call_command("guidance", *arguments, stdout=out, stderr=err)
        except (
            CommandError
        ) as error:  # manage.py writes it on standard error and exits with its code
            err.write(f"{error}\n")
            code = error.returncode
        except SystemExit as stop:
            code = int(stop.code or 0)
    return Outcome(out=out.getvalue(), err=err.getvalue(), code=code)


def question(profile: dict[str, Any] | None = None, **others: Any) -> str:
    """A question in JSON on one line; the day is one on which several trials were in force."""
    asked = {"on": "2021-12-01", "profile": profile or {}, **others}
    return json.dumps(asked, ensure_ascii=False)


def lines(texts: Iterable[str]) -> str:
    return "".join(f"{text}\n" for text in texts)
