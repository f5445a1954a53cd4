"""Row 44: what is stored, edited or published is never overwritten without a word."""

from pathlib import Path
from typing import Any

import pytest

from portal.models import Change, Edition, User
from portal.trail import acting
from tests.loading.files import run, source, written
from trials.models import Municipality, Source, Trial, TrialPeriod

pytestmark = pytest.mark.django_db


@pytest.fixture
def stored(tmp_path: Path) -> Source:
    """A source that was loaded."""
    run("content_load", written(tmp_path / "før.json", source()))
    return Source.objects.get(slug="proevekilde")


def edited(row: Any, **changes: Any) -> None:
    """The row as an editor leaves it."""
    editor, _ = User.objects.get_or_create(username="rita")
    with acting(editor, "Rettet"):
        for name, value in changes.items():
            setattr(row, name, value)
        row.save()


def told(path: Path, **options: Any) -> list[str]:
    """The lines on a load that is refused, and the row stays as it is."""
    before = Change.objects.count()
    outcome = run("content_load", path, **options)
    assert outcome.code == 1
    assert outcome.err.startswith("Intet er gemt. Det, der er gemt på skrivebordet, er et andet")
    assert "--overwrite" in outcome.err
    assert Change.objects.count() == before
    return outcome.out.splitlines()


@pytest.mark.usefixtures("stored")
def test_44_a_row_that_differs_is_shown_field_by_field(tmp_path: Path) -> None:
    other = source(title="En anden", published="2020-01-01", published_precision="dag")
    assert told(written(tmp_path / "ny.json", source(slug="x"), other)) == [
        "ny.json, linje 3, objekt 2 (trials.source proevekilde):",
        "  published: gemt tom, i filen \u201d2020-01-01\u201d",
        "  published_precision: gemt \u201dukendt\u201d, i filen \u201ddag\u201d",
        "  title: gemt \u201dEn prøve\u201d, i filen \u201dEn anden\u201d",
    ]
    assert not Source.objects.filter(slug="x").exists()


def test_44_a_row_that_a_person_edited_is_named_as_such(tmp_path: Path, stored: Source) -> None:
    edited(stored, title="Rettet i hånden")
    first, *_ = told(written(tmp_path / "ny.json", source()))
    assert ": rettet af rita " in first.replace("), ", "): ")
    assert first.endswith(", efter at den blev indlæst:")


def test_44_what_is_published_is_named_as_such_and_so_are_its_parts(tmp_path: Path) -> None:
    period = TrialPeriod.objects.get(trial__slug="nextwork-praktik", position=1)
    run("content_dump", out=tmp_path / "alt.json")
    period.end_latest = None
    period.end_earliest = None
    period.save()
    first, *fields = told(tmp_path / "alt.json")
    assert "(trials.trialperiod nextwork-praktik/1), udgivet (udgave 1 af forsøg next" in first
    assert any(line.startswith("  end_latest: gemt tom") for line in fields)


def test_44_a_municipality_is_published_with_the_others(tmp_path: Path) -> None:
    run("content_dump", out=tmp_path / "alt.json")
    Municipality.objects.filter(code="0101").update(region="Et andet sted")
    first, *_ = told(tmp_path / "alt.json")
    assert first.endswith(", udgivet (udgave 1 af kommuner kommuner):")


def test_44_what_a_row_is_tied_to_is_compared_too(tmp_path: Path) -> None:
    run("content_dump", out=tmp_path / "alt.json")
    trial = Trial.objects.get(slug="nextwork-praktik")
    trial.municipalities.add(Municipality.objects.get(code="0101"))
    first, *fields = told(tmp_path / "alt.json")
    assert "(trials.trial nextwork-praktik)" in first
    assert fields == ['  municipalities: gemt \u201d[["0101"]]\u201d, i filen tom']


def test_a_dry_run_shows_the_conflict_also_of_a_load_that_would_overwrite(
    tmp_path: Path, stored: Source
) -> None:
    other = written(tmp_path / "ny.json", source(title="En anden"))
    told(other, dry_run=True)
    outcome = run("content_load", other, dry_run=True, overwrite=True)
    assert outcome.code == 0
    assert "title: gemt \u201dEn prøve\u201d, i filen \u201dEn anden\u201d" in outcome.out
    assert outcome.out.endswith(
        "0 oprettet, 1 rettet, 0 uændret. Det var en prøve. Intet er gemt.\n"
    )
    stored.refresh_from_db()
    assert stored.title == "En prøve"


def test_overwriting_is_asked_for_and_tells_what_it_overwrote(
    tmp_path: Path, stored: Source
) -> None:
    edited(stored, title="Rettet i hånden")
    editions = Edition.objects.count()
    other = written(tmp_path / "ny.json", source(title="En anden"))
    outcome = run("content_load", other, overwrite=True)
    stored.refresh_from_db()
    assert (outcome.code, stored.title) == (0, "En anden")
    assert "rettet af rita" in outcome.out
    assert "gemt \u201dRettet i hånden\u201d, i filen \u201dEn anden\u201d" in outcome.out
    assert Edition.objects.count() == editions
    assert told(written(tmp_path / "igen.json", source()))[0].endswith("proevekilde):")


def test_overwriting_writes_ties_and_leaves_nothing_to_change(tmp_path: Path) -> None:
    run("content_dump", out=tmp_path / "alt.json")
    trial = Trial.objects.get(slug="nextwork-praktik")
    trial.municipalities.add(Municipality.objects.get(code="0101"))
    assert run("content_load", tmp_path / "alt.json", overwrite=True).code == 0
    assert not trial.municipalities.exists()
    assert run("content_load", tmp_path / "alt.json").out.startswith("0 ændringer")


def test_a_stored_row_is_not_overwritten_by_what_is_wrong(tmp_path: Path, stored: Source) -> None:
    other = written(tmp_path / "ny.json", source(title="", kind="rapport"))
    outcome = run("content_load", other, overwrite=True)
    stored.refresh_from_db()
    assert (outcome.code, stored.title) == (2, "En prøve")


@pytest.mark.usefixtures("stored")
def test_a_row_that_is_not_in_the_file_stays(tmp_path: Path) -> None:
    run("content_load", written(tmp_path / "ny.json", source(slug="en-anden")))
    assert Source.objects.filter(slug__in=["proevekilde", "en-anden"]).count() == 2
