"""Publications take turns: each gets its number and its time, and is of one moment of the desk."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any, TypeVar

import pytest
from django.db import connection

from portal.models import Edition
from portal.publication import Item, publish, publish_together
from portal.words import EditionKind
from tests.editions import changeable_editions
from trials.models import Municipality

pytestmark = [pytest.mark.slow, pytest.mark.django_db]

RECORD = "record"  # a slug that no content has

Result = TypeVar("Result")


def document(number: int) -> dict[str, Any]:
    """As little as a programme may be: with a source, and related to nothing."""
    return {
        "slug": RECORD,
        "title": "Prøve",
        "sources": [{"title": "Prøve"}],
        "relations": [],
        "number": number,
    }


def editions() -> list[Edition]:
    return list(Edition.objects.filter(slug=RECORD).order_by("number"))


def elsewhere(work: Callable[[], Result]) -> Result:
    """Do the work in a thread, and so on a connection where it is committed at once."""

    def run() -> Result:
        try:
            return work()
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as pool:
        return pool.submit(run).result()


def forget() -> None:
    with changeable_editions():
        Edition.objects.filter(slug=RECORD).delete()


@pytest.fixture
def committed(db: None) -> Iterator[None]:  # noqa: ARG001 - a fixture cannot use usefixtures
    """What threads publish is committed, and only that is taken away behind the test.

    Emptying all tables, as Django does behind such tests, would take the content too.
    """
    yield
    elsewhere(forget)


def at_once(documents: list[dict[str, Any]]) -> list[Edition | None]:
    """Publish each document in a thread and a connection of its own, all at the same moment."""
    start = Barrier(len(documents))

    def run(each: dict[str, Any]) -> Edition | None:
        connection.ensure_connection()
        start.wait(timeout=30)
        return publish(EditionKind.PROGRAMME, each, by=None, reason="Prøve")

    with ThreadPoolExecutor(len(documents)) as pool:
        return list(pool.map(lambda each: elsewhere(lambda: run(each)), documents))


@pytest.mark.usefixtures("committed")
def test_publications_at_the_same_moment_get_a_number_each() -> None:
    for _ in range(5):
        at_once([document(number) for number in range(4)])

    numbers = [edition.number for edition in editions()]
    assert numbers == list(range(1, len(numbers) + 1))
    assert len(numbers) >= 4


@pytest.mark.usefixtures("committed")
def test_the_same_thing_published_at_the_same_moment_is_one_edition() -> None:
    made = at_once([document(1)] * 4)

    assert [edition.number for edition in editions()] == [1]
    assert sum(edition is not None for edition in made) == 1


@pytest.mark.usefixtures("committed")
def test_the_times_of_publications_rise_with_their_numbers() -> None:
    """The time is taken when it is one's turn, by the one clock that all servers share."""
    for _ in range(5):
        at_once([document(number) for number in range(4)])

    times = [edition.published_at for edition in editions()]
    assert times == sorted(set(times))


def region() -> str:
    return Municipality.objects.get(code="0101").region


def set_region(name: str) -> int:
    return elsewhere(lambda: Municipality.objects.filter(code="0101").update(region=name))


@pytest.fixture
def region_put_back(db: None) -> Iterator[None]:  # noqa: ARG001 - a fixture cannot use usefixtures
    before = region()
    yield
    set_region(before)


@pytest.mark.usefixtures("committed", "region_put_back")
def test_what_an_editor_saves_meanwhile_is_not_read_by_halves() -> None:
    """All items are of one moment, though they are read by many questions."""
    before = region()

    def items() -> Iterator[Item]:
        first = region()
        set_region("En anden region")
        yield EditionKind.PROGRAMME, document(1) | {"read": [first, region()]}

    elsewhere(lambda: publish_together(items(), by=None, reason="Prøve"))

    assert editions()[0].document["read"] == [before, before]
    assert region() == "En anden region"
