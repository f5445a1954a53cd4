"""What is written loads into the same rows, and what is loaded twice changes nothing."""

import json
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

from portal.models import Change
from portal.publication import desk_items
from tests.loading.files import clear_the_desk, rows_stored, run, source, written
from trials.models import Participation, Source, Trial

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

FIXTURES = sorted(settings.FIXTURE_DIRS[0].glob("*.json"))


def documents() -> list[tuple[Any, Any]]:
    """All that the desk would publish."""
    return sorted(desk_items(), key=lambda item: (item[0], item[1]["slug"]))


@pytest.fixture
def recorded() -> Participation:
    """What an administrator recorded is content too, though no file of ours has any."""
    return Participation.objects.create(
        trial=Trial.objects.get(slug="ibbis"),
        municipality_id=Trial.objects.get(slug="ibbis").municipalities.all()[0].pk,
        takes_part=True,
        stated_by="Jobcentret",
        status="stated",
        known_on="2022-01-01",
    )


@pytest.mark.usefixtures("recorded")
@pytest.mark.parametrize("is_folder", [True, False])
def test_a_dump_loads_into_an_empty_desk_and_is_dumped_the_same(
    tmp_path: Path, is_folder: bool
) -> None:
    before, rows = documents(), rows_stored()
    first, second = tmp_path / "første", tmp_path / "anden"
    for each in [first, second] if is_folder else []:
        each.mkdir()
    assert run("content_dump", out=first).code == 0
    clear_the_desk()
    assert rows_stored() == 0

    files = sorted(first.iterdir()) if is_folder else [first]
    loaded = run("content_load", *files)
    run("content_dump", out=second)

    assert (loaded.err, loaded.code) == ("", 0)
    assert loaded.out.startswith(f"{rows} ændringer: {rows} oprettet, 0 rettet, 0 uændret.")
    others = sorted(second.iterdir()) if is_folder else [second]
    assert [path.read_bytes() for path in files] == [path.read_bytes() for path in others]
    assert (documents(), rows_stored()) == (before, rows)


def test_the_fixtures_load_through_the_command_into_the_same_documents() -> None:
    before = documents()
    clear_the_desk()
    loaded = run("content_load", *FIXTURES)
    assert (loaded.err, loaded.code) == ("", 0)
    assert documents() == before


def test_the_same_files_twice_are_0_changes_and_leave_no_trail() -> None:
    before = Change.objects.count()
    again = run("content_load", *FIXTURES)
    assert again.out == "0 ændringer: alt i filerne står allerede på skrivebordet.\n"
    assert (again.code, Change.objects.count()) == (0, before)


def test_a_dump_on_the_screen_is_the_one_in_a_file(tmp_path: Path) -> None:
    run("content_dump", out=tmp_path / "alt.json")
    told = run("content_dump").out
    assert told == (tmp_path / "alt.json").read_text()
    assert not any("pk" in each for each in json.loads(told))


def test_a_folder_with_files_is_not_mixed_with_a_dump(tmp_path: Path) -> None:
    written(tmp_path / "gammel.json", source())
    refused = run("content_dump", out=tmp_path)
    assert (refused.code, len(list(tmp_path.iterdir()))) == (2, 1)
    assert "Vælg en tom mappe" in refused.err


def test_a_dump_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    refused = run("content_dump", out=tmp_path / "findes-ikke" / "alt.json")
    assert (refused.code, refused.err) == (2, "Kan ikke skrives: No such file or directory.")


def test_an_empty_desk_is_not_dumped() -> None:
    clear_the_desk()
    assert run("content_dump").code == 2


def test_a_dry_run_tells_what_would_be_stored_and_stores_nothing(tmp_path: Path) -> None:
    told = run("content_load", written(tmp_path / "ny.json", source()), dry_run=True)
    assert told.out == (
        "1 ændring: 1 oprettet, 0 rettet, 0 uændret. Det var en prøve. Intet er gemt.\n"
    )
    assert not Source.objects.filter(slug="proevekilde").exists()


def test_the_trail_says_from_which_file_a_row_came(tmp_path: Path) -> None:
    run("content_load", written(tmp_path / "ny.json", source()))
    change = Change.objects.latest("pk")
    assert (change.table_name, change.user_id) == ("trials_source", None)
    assert change.why == "Indlæst med content_load: ny.json"
