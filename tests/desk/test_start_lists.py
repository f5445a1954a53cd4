"""The lists on the first page of the desk: what to look after, and the way to all of it."""

from datetime import date, datetime, timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.utils import timezone

from portal.desk.lists import Todo, months_before
from portal.desk.start import start_context
from portal.models import Edition, Report, Review
from portal.trail import acting
from portal.words import Role
from tests.editions import changeable_editions
from tests.news.conftest import NEXTWORK, ending, republish, user_with
from tests.portal.pages import text_of
from trials.models import Source, Trial

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

START = "/skrivebord/"
REVIEW = f"/skrivebord/gennemgaaet/forsoeg/{NEXTWORK}/"
# The documents of the desk and the stamps of the shelf; the lists themselves cost six.
QUERIES = 109
TODAY = timezone.localdate


def lists(on: date | None = None) -> dict[str, Todo]:
    told = start_context(on=on or TODAY(), reader=AnonymousUser())
    return {each.name: each for each in told["todo"]}


def titles(name: str, on: date | None = None) -> set[str]:
    return {row.title for row in lists(on)[name].rows}


def title_of(slug: str) -> str:
    return Edition.objects.filter(kind="trial", slug=slug).latest("number").title


def published_on(day: date) -> None:
    """The portal as if everything had been published on that day."""
    at = datetime(day.year, day.month, day.day, 12, tzinfo=timezone.get_default_timezone())
    with changeable_editions():
        Edition.objects.update(published_at=at)


@pytest.mark.parametrize(
    ("ahead", "name"),
    [(0, "udloeber-30"), (30, "udloeber-30"), (31, "udloeber-90"), (90, "udloeber-90"), (91, None)],
)
def test_what_ends_is_in_one_list_by_how_soon(ahead, name):
    republish(NEXTWORK, periods=ending("2027-12-31"))
    on = date(2027, 12, 31) - timedelta(days=ahead)

    shown = {
        each for each in ("udloeber-30", "udloeber-90") if title_of(NEXTWORK) in titles(each, on)
    }
    assert shown == ({name} if name else set())


def test_what_expired_waits_until_somebody_has_looked_it_over(publisher):
    """NExTWORK ended on 31 March 2022 (S004:78)."""
    published_on(date(2022, 3, 1))
    assert title_of(NEXTWORK) in titles("udloebet")

    assert publisher.post(REVIEW)["Location"] == START
    assert title_of(NEXTWORK) not in titles("udloebet")
    row = Review.objects.get()
    assert (row.kind, row.slug, row.by.username) == ("trial", NEXTWORK, "prøve-fagansvarlig")


def test_what_was_published_after_it_expired_was_looked_at_then():
    assert lists()["udloebet"].count == 0


def test_what_stood_too_long_is_due_and_a_review_sets_it_back(settings, editor):
    settings.REVIEW_MONTHS = 6
    published_on(months_before(TODAY(), 6))
    count = lists()["gennemgang"].count
    assert (
        count
        == Edition.objects.newest().exclude(kind__in=["municipalities", "participation"]).count()
    )

    editor.post(REVIEW)
    assert lists()["gennemgang"].count == count - 1


@pytest.mark.parametrize(
    ("day", "months", "before"),
    [
        (date(2026, 3, 31), 1, date(2026, 2, 28)),
        (date(2026, 1, 15), 12, date(2025, 1, 15)),
        (date(2026, 1, 15), 1, date(2025, 12, 15)),
    ],
)
def test_months_are_counted_as_people_do(day, months, before):
    assert months_before(day, months) == before


def test_addresses_are_judged_by_their_form_and_never_fetched():
    Source.objects.create(slug="a", title="Uden s", address="http://www.star.dk", kind="act")
    Source.objects.create(slug="b", title="Eget net", address="https://10.0.0.1/", kind="act")

    found = lists()["adresser"]
    assert {row.title for row in found.rows} == {"Uden s", "Eget net"}
    assert found.ways[0].address.endswith("?udvalg=b,a")


def test_only_reports_without_an_answer_wait(caseworker):
    Report.objects.create(page="/", kind="indhold", text="Forkert.", reported_by=caseworker)
    Report.objects.create(
        page="/nyt/", kind="indhold", text="Rettet.", reported_by=caseworker,
        answer="Ja.", handled_by=caseworker, handled_at=timezone.now(),
    )  # fmt: skip

    assert [row.text for row in lists()["meldinger"].rows] == ["Forkert."]


def test_each_list_shows_ten_and_leads_to_all_of_them(editor):
    published_on(date(2020, 1, 1))
    page = text_of(editor.get(START))

    assert "De første 10 vises." in page
    for each in lists().values():
        assert len(each.rows) <= 10
        assert bool(each.ways) is bool(each.count)
        for way in each.ways:
            response = editor.get(way.address)
            assert response.status_code == 200
            counted = response.context["cl"].result_count
            assert f"({counted})" in way.text or counted == each.count


def test_empty_lists_are_one_line_and_it_is_plain_which_they_are(editor):
    told = lists().values()
    filled, empty = ([e.heading for e in told if bool(e.count) is has] for has in (True, False))
    page = text_of(editor.get(START))

    assert filled
    assert f"Intet at se efter: {'; '.join(empty)}." in page
    assert all(page.count(heading) == 1 for heading in empty)
    assert all(f"{heading}: " in page for heading in filled)


def test_the_number_of_questions_does_not_grow_with_the_lists(django_assert_num_queries):
    reader = user_with(Role.EDITOR)
    one_source = Source.objects.filter(slug="nyhedsbrev-evalueringer")
    edit(reader, one_source, Trial.objects.filter(slug=NEXTWORK))
    start_context(on=TODAY(), reader=reader)
    with django_assert_num_queries(QUERIES):
        start_context(on=TODAY(), reader=reader)
    published_on(date(2020, 1, 1))
    edit(reader, Source.objects.all(), Trial.objects.all())
    with django_assert_num_queries(QUERIES):
        start_context(on=TODAY(), reader=reader)


def edit(reader, sources, trials):
    """Give the reader drafts, and sources something to be looked after."""
    with acting(reader, "Prøve"):
        sources.update(address="http://www.star.dk")
        trials.update(summary="Andre ord.")


# --- Who may mark as looked over ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("role", "status"),
    [("editor", 200), ("publisher", 200), ("administrator", 403), ("portal", 403)],
)
def test_those_who_write_mark_as_looked_over(request, role, status):
    response = request.getfixturevalue(role).post(REVIEW, follow=True)

    assert response.status_code == status
    assert Review.objects.count() == (status == 200)


@pytest.mark.parametrize("slug", ["findes-ikke", "en-kladde"])
def test_only_what_is_published_is_looked_over(editor, slug):
    assert editor.post(f"/skrivebord/gennemgaaet/forsoeg/{slug}/").status_code == 404
    assert editor.post("/skrivebord/gennemgaaet/kommuner/kommuner/").status_code == 404


def test_nothing_is_marked_by_looking(editor):
    assert editor.get(REVIEW).status_code == 405
    assert Review.objects.count() == 0
