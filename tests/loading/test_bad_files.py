"""Bad files: nothing is stored, and each message names the place and the remedy.

The numbers are those of the table of bad inputs: 41, 42, 43, 45, 46, 47 and 49. Row 44 stands in
test_overwriting, 48 in test_stopped.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from portal.models import Change
from tests.loading.faulty import FILES, OBJECTS, period, trial
from tests.loading.files import Outcome, rows_stored, run, source, written
from trials.models import Trial

pytestmark = pytest.mark.django_db

REPLACEMENT_NUMBER = "610190-0000"


def refused(path: Path) -> Outcome:
    """What the command said; nothing at all is stored."""
    before = rows_stored(), Change.objects.count()
    outcome = run("content_load", path)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith("Intet er gemt. Der er ")
    assert (rows_stored(), Change.objects.count()) == before
    return outcome


@pytest.mark.parametrize(("wrong", "told"), OBJECTS)
def test_an_object_that_is_wrong_is_told_by_line_number_field_and_remedy(
    tmp_path: Path, wrong: dict[str, Any], told: str
) -> None:
    outcome = refused(written(tmp_path / "forkert.json", source(slug="rigtig"), wrong))
    lines = outcome.err.splitlines()[1:]
    assert all(line.startswith("  forkert.json, linje 3, objekt 2") for line in lines)
    assert told in outcome.err


@pytest.mark.parametrize(("data", "line", "told"), FILES)
def test_a_file_that_is_no_content_is_told_by_its_line(
    tmp_path: Path, data: bytes, line: int, told: str
) -> None:
    path = tmp_path / "fil.json"
    path.write_bytes(data)
    (said,) = [each for each in refused(path).err.splitlines()[1:] if told in each]
    assert said.startswith(f"  fil.json, linje {line}")


def test_47_half_a_letter_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "fil.json"
    path.write_text(json.dumps([source(title="halv \ud800")]))
    assert "title (titel): Teksten indeholder styretegn" in refused(path).err


def test_43_a_row_that_stands_twice_names_both_places(tmp_path: Path) -> None:
    first, other = source(), source(title="En anden titel")
    outcome = refused(written(tmp_path / "to.json", first, source(slug="x"), other))
    assert outcome.err.splitlines()[1:] == [
        "  to.json, linje 4, objekt 3 (trials.source proevekilde): Den samme række står også i "
        "to.json, linje 2, objekt 1. Fjern den ene."
    ]


def test_43_a_row_that_stands_in_two_files_names_both(tmp_path: Path) -> None:
    files = [written(tmp_path / name, source()) for name in ("a.json", "b.json")]
    outcome = run("content_load", *files)
    assert outcome.code == 2
    assert "b.json, linje 2, objekt 1 (trials.source proevekilde)" in outcome.err
    assert "a.json, linje 2, objekt 1" in outcome.err


@pytest.mark.parametrize(
    ("told", "message"),
    [
        pytest.param(
            {"trials": "0099_later"},
            "nyere version af Vejviser: trials 0099_later (her: 0",
            id="49-newer",
        ),
        pytest.param({"laws": "0001_initial"}, "laws 0001_initial (her: ukendt)", id="49-app"),
        pytest.param("9.0", "Mærket om version kan ikke læses", id="49-unreadable"),
    ],
)
def test_a_file_of_a_newer_version_is_refused_with_both_versions(
    tmp_path: Path, told: Any, message: str
) -> None:
    outcome = refused(written(tmp_path / "ny.json", {"vejviser": told}, source(title=None)))
    assert "ny.json, linje 2, objekt 1" in outcome.err
    assert message in outcome.err
    assert "title" not in outcome.err


def test_49_a_file_of_an_earlier_version_is_read(tmp_path: Path) -> None:
    mark = {"vejviser": {"trials": "0001_initial"}}
    assert run("content_load", written(tmp_path / "ældre.json", mark, source())).code == 0


def test_46_a_file_that_only_says_its_version_is_empty(tmp_path: Path) -> None:
    assert "filen er tom" in refused(written(tmp_path / "tom.json", {"vejviser": {}})).err


def test_every_fault_of_every_file_is_told_and_what_follows_from_one_is_not(tmp_path: Path) -> None:
    citation = {
        "model": "trials.citation",
        "fields": {"source": ["proevekilde"], "place": "linje 1", "status": "stated", "note": ""},
    }
    first = written(tmp_path / "a.json", source(title="", kind="x"), citation)
    second = written(tmp_path / "b.json", period(position="x"))
    outcome = run("content_load", first, second)
    assert (outcome.code, outcome.err.splitlines()[0]) == (2, "Intet er gemt. Der er 3 fejl:")
    assert not any("trials.citation" in line for line in outcome.err.splitlines())


def test_only_the_first_hundred_faults_are_told(tmp_path: Path) -> None:
    wrong = [source(slug=f"k{number}", title="") for number in range(103)]
    lines = refused(written(tmp_path / "mange.json", *wrong)).err.splitlines()
    assert (len(lines), lines[-1]) == (102, "  … og 3 til. Ret de første, og kør igen.")


@pytest.mark.parametrize(
    "wrong",
    [
        source(note=f"Borgeren {REPLACEMENT_NUMBER}"),
        source(slug=REPLACEMENT_NUMBER),
        source(**{REPLACEMENT_NUMBER: ""}),
        period(trial=[REPLACEMENT_NUMBER]),
        period(position=6101900000),
        {"model": REPLACEMENT_NUMBER, "fields": {}},
        {**source(), REPLACEMENT_NUMBER: 1},
    ],
)
def test_a_number_of_a_person_is_refused_and_not_repeated(
    tmp_path: Path, wrong: dict[str, Any]
) -> None:
    outcome = refused(written(tmp_path / f"{REPLACEMENT_NUMBER}.json", wrong))
    assert "610190" not in outcome.err


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    there = written(tmp_path / "a.json", source())
    before = rows_stored()
    outcome = run("content_load", there, tmp_path / "findes-ikke.json")
    assert (outcome.code, rows_stored()) == (2, before)
    assert outcome.err == (
        "Intet er gemt. findes-ikke.json kan ikke læses: No such file or directory."
    )


def test_the_object_that_is_right_is_stored(tmp_path: Path) -> None:
    """Else the refusals above could be for another reason than the one that is told."""
    outcome = run("content_load", written(tmp_path / "ny.json", source(), trial(), period()))
    assert (outcome.err, outcome.code) == ("", 0)
    assert Trial.objects.get(slug="proeveforsoeg").target_groups.count() == 1
