"""The page of a table: who may, what is shown, and that all of it is stored or nothing."""

import threading

import pytest
from django.core import signing
from django.db import connection
from django.urls import reverse

from evaluations.models import Finding
from portal import turns
from portal.exchange import seals
from portal.exchange.cells import as_text
from portal.exchange.importing import ImportReport, run, steps
from portal.exchange.resources import rows_of
from portal.exchange.sheets import Line
from portal.exchange.tables import FINDINGS, MUNICIPALITIES, PERIODS, TABLES, TRIALS
from portal.models import Edition
from tests.exchange.files import (
    address,
    body_of,
    confirm,
    finding,
    refused,
    rows,
    saved_as,
    send,
    text_of_page,
)
from trials.models import Trial

pytestmark = pytest.mark.django_db

CANARY = "Kanariefugl"
ROLES = ["editor", "publisher", "administrator", "portal"]


def lines_of(cells):
    return [Line(number=number, cells=row) for number, row in enumerate(cells, 2)]


def many(count, **cells):
    return [finding(slug=f"fund-{n}", position=n, **cells) for n in range(1_000, 1_000 + count)]


# --- Who may ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("role", "shown", "sent", "saved"),
    [
        ("editor", 200, 200, 200),
        ("publisher", 200, 200, 200),
        ("administrator", 403, 403, 404),
        ("portal", 403, 403, 404),
    ],
)
def test_editors_and_publishers_import_and_others_do_not_know_of_drafts(
    request, role, shown, sent, saved
):
    client = request.getfixturevalue(role)
    data = saved_as(FINDINGS, [finding()])

    assert client.get(address(FINDINGS), follow=True).status_code == shown
    assert send(client, FINDINGS, data).status_code in {sent, 302}
    assert client.get(f"/skrivebord/tabeller/{FINDINGS.slug}.csv").status_code == saved
    assert not Finding.objects.filter(slug="nyt-fund").exists()


@pytest.mark.parametrize("path", ["evaluations/finding", "trials/trial", "trials/municipality"])
def test_the_lists_of_the_desk_lead_to_their_table(editor, administrator, path):
    words = "Importér og eksportér"
    assert words in text_of_page(editor.get(f"/skrivebord/{path}/"))
    if path == "trials/municipality":
        assert words not in text_of_page(administrator.get(f"/skrivebord/{path}/"))


def test_municipalities_are_mended_by_publishers_only(editor):
    assert "Kun en fagansvarlig" in text_of_page(editor.get(address(MUNICIPALITIES)))
    data = saved_as(MUNICIPALITIES, rows(MUNICIPALITIES, name="X"))
    assert send(editor, MUNICIPALITIES, data).status_code == 403


def test_a_stranger_is_asked_to_log_in(client):
    for path in (address(TRIALS), "/skrivebord/tabeller/forsoeg.csv", "/hent/forsoeg.csv"):
        assert client.get(path)["Location"].startswith(reverse("login"))


@pytest.mark.parametrize("path", ["findes-ikke/", "findes-ikke.csv", "forsoeg.pdf"])
def test_there_are_no_other_tables_and_formats(editor, path):
    assert editor.get(f"/skrivebord/tabeller/{path}").status_code == 404


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("file_format", ["csv", "json"])
def test_no_draft_is_in_what_everybody_may_save(request, role, file_format):
    Trial.objects.filter(slug="ibbis").update(title=CANARY, summary=CANARY)
    client = request.getfixturevalue(role)

    for table in TABLES.values():
        response = client.get(f"/hent/{table.slug}.{file_format}")
        assert response.status_code == 200
        assert CANARY not in response.content.decode()


def test_drafts_are_in_what_the_desk_exports(editor):
    Trial.objects.filter(slug="ibbis").update(title=CANARY)
    assert CANARY in editor.get("/skrivebord/tabeller/forsoeg.csv").content.decode()


# --- What the portal lets one save ------------------------------------------------------------


def test_the_filters_of_the_list_hold_for_what_is_saved(portal):
    page = portal.get("/forsoeg/?q=ibbis").content.decode()
    assert 'href="/hent/forsoeg.csv?q=ibbis"' in page
    assert [row["kortnavn"] for row in portal.get("/hent/forsoeg.json?q=ibbis").json()] == ["ibbis"]
    (period, *_) = portal.get("/hent/perioder.json?q=ibbis").json()
    assert period["forsøg"] == "ibbis"


def test_an_address_that_cannot_be_read_is_refused(portal):
    for path in ("forsoeg.csv?komune=0101", "kommuner.csv?q=x", "forsoeg.csv?side=2"):
        assert portal.get(f"/hent/{path}").status_code == 400
    for path in ("forsoeg.xls", "findes-ikke.csv"):
        assert portal.get(f"/hent/{path}").status_code == 404


def test_a_stranger_sees_no_way_to_what_asks_for_a_login(client):
    assert "Hent resultatet" not in client.get("/forsoeg/").content.decode()


def test_a_text_that_excel_would_cut_is_refused_as_excel_only(editor):
    Trial.objects.filter(slug="ibbis").update(summary="x" * 40_000)
    response = editor.get("/skrivebord/tabeller/forsoeg.xlsx")
    assert response.status_code == 400
    assert "som CSV eller JSON" in text_of_page(response)
    assert editor.get("/skrivebord/tabeller/forsoeg.csv").status_code == 200


# --- What an import shows and does ------------------------------------------------------------


def test_the_difference_is_shown_cell_by_cell_and_stored_after_a_yes(editor):
    editions = Edition.objects.count()
    former = Trial.objects.get(slug=rows_of(TRIALS)[0][0]).title
    shown = send(editor, TRIALS, saved_as(TRIALS, rows(TRIALS, title="En ny titel"), "xlsx"))

    text = text_of_page(shown)
    assert "0 nye, 1 ændret" in text
    assert f"titel {former} En ny titel" in text
    assert not Trial.objects.filter(title="En ny titel").exists()
    assert "1 ændret række er gemt på skrivebordet" in text_of_page(confirm(editor, TRIALS, shown))
    assert Trial.objects.filter(title="En ny titel").exists()
    assert Edition.objects.count() == editions


def test_new_rows_with_references_and_lists_are_made(editor):
    (first, *_) = rows_of(TRIALS)
    cells = [*first]
    told = {
        "slug": "ny-praktik",
        "coverage": "de nævnte kommuner",
        "municipalities": ["101", "0147"],
    }
    for name, cell in told.items():
        cells[[column.field for column in TRIALS.columns].index(name)] = cell
    shown = send(editor, TRIALS, saved_as(TRIALS, [cells]))
    assert "1 ny, 0 ændrede" in text_of_page(shown)
    confirm(editor, TRIALS, shown)

    made = Trial.objects.get(slug="ny-praktik")
    assert [row.code for row in made.municipalities.all()] == ["0147", "0101"]
    assert made.target_groups.exists()
    again = send(editor, TRIALS, saved_as(TRIALS, [cells]))
    assert "0 ændringer" in text_of_page(again)


def test_row_65_a_yes_twice_changes_nothing_the_second_time(editor):
    shown = send(editor, FINDINGS, saved_as(FINDINGS, [finding()]))
    confirm(editor, FINDINGS, shown)
    assert "0 ændringer" in text_of_page(confirm(editor, FINDINGS, shown))
    assert Finding.objects.filter(slug="nyt-fund").count() == 1


def test_what_changed_since_it_was_shown_is_shown_again_and_not_stored(editor):
    shown = send(editor, TRIALS, saved_as(TRIALS, rows(TRIALS, title="En ny titel")))
    first = rows_of(TRIALS)[0][0]
    Trial.objects.filter(slug=first).update(title="En kollegas titel")
    again = confirm(editor, TRIALS, shown)

    assert "Skrivebordet er ændret, siden" in text_of_page(again)
    assert Trial.objects.get(slug=first).title == "En kollegas titel"
    confirm(editor, TRIALS, again)
    assert Trial.objects.get(slug=first).title == "En ny titel"


def test_what_is_carried_by_the_page_holds_for_one_user_one_table_and_one_hour(
    editor, publisher, monkeypatch
):
    shown = send(editor, FINDINGS, saved_as(FINDINGS, [finding()]))
    for client, table in ((publisher, FINDINGS), (editor, TRIALS)):
        refused(confirm(client, table, shown), "Vælg filen igen")
    refused(editor.post(address(FINDINGS), {"sealed": signing.dumps({"lines": []})}))
    monkeypatch.setattr(seals, "SECONDS", -1)
    refused(confirm(editor, FINDINGS, shown), "over en time siden")
    assert not Finding.objects.filter(slug="nyt-fund").exists()


def test_periods_that_overlap_are_refused_in_the_words_of_the_constraint(editor):
    (first, *_) = rows_of(PERIODS)
    again = [first[0], 9, *first[2:]]
    refused(send(editor, PERIODS, saved_as(PERIODS, [again])), "Række 2", "overlapper en anden")


# --- All or nothing ---------------------------------------------------------------------------


def test_one_bad_row_among_many_stores_none(editor):
    cells = [*many(60), finding(slug="galt", direction="bedre")]
    refused(send(editor, FINDINGS, saved_as(FINDINGS, cells)), "Række 62, retning")
    assert not Finding.objects.filter(slug="fund-1000").exists()


def test_p4_whoever_stops_in_the_middle_gets_nothing():
    before = Finding.objects.count()
    for stop in (1, 2):
        report = ImportReport(total=600)
        work = steps(FINDINGS, lines_of(many(600)), report, keep=lambda _: True)
        for _ in range(stop):
            next(work)
        assert Finding.objects.count() > before  # in the middle of it
        work.close()
        assert not report.kept
        assert Finding.objects.count() == before


def test_a_trial_of_the_import_leaves_nothing_behind():
    before = rows_of(FINDINGS)
    report = run(FINDINGS, lines_of([*before, *many(10)]))
    assert (report.new, report.changed, report.unchanged) == (10, 0, len(before))
    assert not report.kept
    assert rows_of(FINDINGS) == before


@pytest.mark.slow
def test_a_long_import_tells_how_far_it_is_and_then_the_outcome(editor):
    shown = send(editor, FINDINGS, saved_as(FINDINGS, many(600)))
    assert shown.streaming
    assert "Content-Encoding" in shown
    text = text_of_page(shown)
    assert "250 af 600 rækker" in text
    assert "600 nye, 0 ændrede, 0 uændrede" in text
    assert "Og 400 rækker til" in text
    assert body_of(shown).count("</html>") == 1
    assert "er gemt på skrivebordet" in text_of_page(confirm(editor, FINDINGS, shown))
    assert Finding.objects.filter(slug__startswith="fund-1").count() == 600


@pytest.mark.slow
def test_row_65_of_two_at_once_the_second_waits_and_is_then_refused(editor, monkeypatch):
    monkeypatch.setattr(turns, "PATIENCE", 100)
    held, done = threading.Event(), threading.Event()

    def colleague():
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(%s)", [turns.IMPORTING])
        held.set()
        done.wait(30)
        connection.close()

    thread = threading.Thread(target=colleague)
    thread.start()
    held.wait(30)
    data = saved_as(FINDINGS, [finding()])
    refused(send(editor, FINDINGS, data), "En anden indlæser eller gemmer lige nu")
    done.set()
    thread.join()
    assert "1 ny" in text_of_page(send(editor, FINDINGS, data))


def test_an_unexpected_failure_is_told_and_nothing_is_stored(editor, monkeypatch):
    def fail(*_args, **_more):
        raise RuntimeError(CANARY)

    data = saved_as(FINDINGS, [finding()])
    monkeypatch.setattr(Finding, "clean", fail)
    response = send(editor, FINDINGS, data)
    refused(response, "Intet er gemt")
    assert CANARY not in body_of(response)


def test_as_text_is_what_a_dane_writes():
    assert [as_text(cell) for cell in (True, False, None, 3.5, 7, ["a", "b|c"])] == [
        "ja", "nej", "", "3,5", "7", "a | b\\|c"]  # fmt: skip
