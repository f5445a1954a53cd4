"""The command line reads questions in every form they come in, and always answers in order."""

import json
import os
import subprocess
import sys
from itertools import chain, repeat
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import connection
from django.utils import timezone

from portal.management.commands.guidance import _questions
from portal.models import Edition
from tests.command import guidance, lines, question
from tests.editions import changeable_editions

pytestmark = pytest.mark.django_db

BYTE_ORDER_MARK = "\ufeff"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "profiler æøå.ndjson"


def test_one_object_gives_one_line() -> None:
    outcome = guidance(question({"age": 24}, id="en"))

    assert outcome.out.count("\n") == 1
    assert outcome.only["id"] == "en"


def test_an_object_may_stand_over_several_lines() -> None:
    spread = json.dumps(json.loads(question({"age": 24, "health": []})), indent=4)

    assert guidance(spread).out == guidance(question({"age": 24, "health": []})).out


def test_an_object_over_several_lines_may_have_blank_ones_among_them() -> None:
    assert guidance('\n\n{\n\n"profile":\n\n{}\n\n}\n\n').code == 0


@pytest.mark.parametrize("first", ["{", '{"profile": {}', '{"bad"', '{"profile": {"age": 24,'])
def test_a_long_input_is_not_gathered_in_memory_when_its_first_line_is_broken(first: str) -> None:
    """The second line shows that the first cannot be the beginning of an object."""
    read = iter([first.encode() + b"\n", question().encode() + b"\n"])

    questions = _questions(read)

    assert [next(questions)[0], next(questions)[0]] == [1, 2]


def test_lines_that_never_become_an_object_are_kept_only_up_to_a_bound() -> None:
    endless = chain([b'{"profile": [\n'], repeat(b"1,\n"))

    assert next(_questions(endless)) == (1, b'{"profile": [\n')


def test_the_answers_come_in_the_order_of_the_questions() -> None:
    ids = [f"nr. {number}" for number in range(20, 0, -1)]

    outcome = guidance(lines(question(id=each) for each in ids))

    assert [answer["id"] for answer in outcome.answers] == ids


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\n\n \t\n", "\r\n\r\n"])
def test_any_line_ends_and_blank_lines_are_read(line_end: str) -> None:
    outcome = guidance(line_end.join(question(id=each) for each in "abc"))

    assert [answer["id"] for answer in outcome.answers] == ["a", "b", "c"]


def test_a_byte_order_mark_is_not_part_of_the_question() -> None:
    assert guidance(BYTE_ORDER_MARK + question(id="a")).only["id"] == "a"
    assert guidance(BYTE_ORDER_MARK + json.dumps({"profile": {}}, indent=1)).code == 0
    assert len(guidance(BYTE_ORDER_MARK + lines([question(), question()])).answers) == 2


def test_questions_are_read_from_a_file(file: Path) -> None:
    file.write_text(lines(question(id=each) for each in "ab"), encoding="utf-8")

    outcome = guidance(question(id="indtastet"), str(file))

    assert [answer["id"] for answer in outcome.answers] == ["a", "b"]


def test_a_dash_is_standard_input() -> None:
    assert guidance(question(id="indtastet"), "-").only["id"] == "indtastet"


def test_a_missing_file_is_named_in_one_line(file: Path) -> None:
    outcome = guidance("", str(file))

    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.refusals == ["Filen kan ikke læses: No such file or directory."]


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    outcome = guidance("", str(tmp_path))

    assert (outcome.code, outcome.out, len(outcome.refusals)) == (2, "", 1)


@pytest.mark.parametrize("nothing", ["", "\n", " \r\n\t\n"])
def test_an_empty_input_is_refused(nothing: str) -> None:
    outcome = guidance(nothing)

    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.refusals == ["Der er intet at besvare."]


def test_a_day_that_is_stated_is_not_assumed() -> None:
    answer = guidance(question()).only

    assert (answer["on"], answer["assumed"]) == ("2021-12-01", [])


def test_without_a_day_today_is_assumed_and_said_so() -> None:
    answer = guidance('{"profile": {}}').only

    assert (answer["on"], answer["assumed"]) == (timezone.localdate().isoformat(), ["on"])


def test_an_absent_id_is_null_and_a_stated_one_comes_back_unchanged() -> None:
    assert guidance(question()).only["id"] is None
    assert guidance(question(id=None)).only["id"] is None
    assert guidance(question(id='Sag "7"\n🧭 æøå')).only["id"] == 'Sag "7"\n🧭 æøå'


@pytest.mark.parametrize("stated", [{"age": None, "health": None}, {"participates": None}])
def test_null_in_a_profile_means_not_stated(stated: dict[str, Any]) -> None:
    assert guidance(question(stated)).out == guidance(question()).out


def test_zero_is_zero_however_it_is_written() -> None:
    asked = '{"on": "2021-12-01", "profile": {"unemployed_months": %s}}'

    assert {guidance(asked % zero).out for zero in ("0", "-0", "0.0", "-0.0", "0e9", "0E-9")} == {
        guidance(question({"unemployed_months": 0})).out
    }


def test_an_offer_is_answered_where_the_trial_counts_weeks() -> None:
    profile = {"benefit": "uddannelseshjaelp", "readiness": "uddannelsesparat"}

    answer = guidance(question(profile, offer={"weeks": 4})).only

    allowed = {trial["slug"]: trial["offer"] for trial in answer["trials"]}
    assert allowed.pop("nextwork-praktik") == {"allowed": "yes"}
    assert set(allowed.values()) == {None}


def test_what_is_refused_leaves_the_other_answers_standing() -> None:
    wrong = question({"age": 14}, id="forkert")

    outcome = guidance(lines([question(id="a"), "", wrong, question(id="b"), "{]"]))

    assert [answer["id"] for answer in outcome.answers] == ["a", "b"]
    assert outcome.refusals == [
        "linje 3: profile.age: Skriv et helt tal fra 15 til 99 (år).",
        "linje 5: json: Er ikke gyldig JSON ved tegn 2.",
    ]
    assert outcome.code == 2


def test_a_refused_first_line_does_not_stop_the_others() -> None:
    outcome = guidance(lines(["{", question(id="b")]))

    assert [answer["id"] for answer in outcome.answers] == ["b"]
    assert [refusal.split(":")[0] for refusal in outcome.refusals] == ["linje 1"]


def test_bytes_that_are_not_utf_8_are_refused_on_their_line() -> None:
    latin = question({"benefit": "kontanthjælp"}).encode("latin-1")

    outcome = guidance(latin + b"\n" + question(id="b").encode())

    assert outcome.refusals == ["linje 1: json: Er ikke skrevet i UTF-8."]
    assert [answer["id"] for answer in outcome.answers] == ["b"]


def test_an_empty_shelf_says_which_command_is_missing() -> None:
    with changeable_editions():
        Edition.objects.all().delete()

    outcome = guidance(question())

    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.refusals == [
        "Intet er udgivet. Kør: python manage.py publish --all --reason ..."
    ]


def manage(**environment: str) -> subprocess.Popen[bytes]:
    """``python manage.py guidance`` in a process of its own, on the database of the tests."""
    at = connection.settings_dict
    names = {
        "dbname": "NAME",
        "user": "USER",
        "password": "PASSWORD",
        "host": "HOST",
        "port": "PORT",
    }
    address = " ".join(f"{word}='{at[name]}'" for word, name in names.items() if at[name])
    return subprocess.Popen(
        [sys.executable, "manage.py", "guidance"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=settings.BASE_DIR,
        env={**os.environ, "DATABASE_URL": address, **environment},
    )


@pytest.mark.slow
def test_another_system_gets_json_in_utf_8_whatever_the_terminal_speaks() -> None:
    asked = lines([question({"age": 24}, id="æøå 🧭"), question({"alder": 24}), question(id="b")])

    with manage(PYTHONIOENCODING="ascii") as command:
        out, err = command.communicate(asked.encode())

    assert command.returncode == 2
    assert out.decode() == guidance(asked).out
    assert err.startswith(b"linje 2: profile.alder: Ukendt oplysning.")
    assert err.count(b"\n") == 1


@pytest.mark.slow
def test_a_reader_may_stop_before_the_answers_do() -> None:
    asked = lines([question(id="a")] * 20).encode()

    with manage() as command:
        assert command.stdin
        assert command.stdout
        assert command.stderr
        command.stdin.write(asked)
        command.stdin.close()
        first = command.stdout.readline()
        command.stdout.close()
        told = command.stderr.read()

    assert first.startswith(b'{"id": "a"')
    assert (command.returncode, told) == (1, b"")
