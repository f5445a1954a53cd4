"""Every change leaves a row, however it is made, with who, when and why (P18)."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.utils import timezone

from portal.models import Change, User
from portal.rights import CONTENT
from portal.trail import acting
from tests.desk.forms import filled, new_page, page_of, said, saved
from tests.portal.pages import IDENTITY_NUMBER
from trials.models import Source, Trial

pytestmark = pytest.mark.django_db

Left = Callable[[], Any]
BORN = {"slug": "proeve", "title": "En prøve", "kind": "rapport"}


@pytest.fixture
def rita_at_desk(rita: User) -> Client:
    client = Client()
    client.force_login(rita)
    return client


def new_source(**fields: Any) -> Source:
    return Source.objects.create(**{**BORN, **fields})


# --- However it is written --------------------------------------------------------------------


def test_a_save_at_the_desk_is_recorded(rita: User, rita_at_desk: Client, left: Left) -> None:
    before = timezone.now()
    response = filled(rita_at_desk, new_page(Source), title="En prøve", kind="rapport").post()
    assert saved(response), said(response)

    (change,) = left()
    assert (change.operation, change.table_name) == ("insert", "trials_source")
    assert change.before is None
    assert change.after["title"] == "En prøve"
    assert change.row_key == str(Source.objects.get(title="En prøve").pk)
    assert change.user == rita
    assert change.why == "Oprettet på skrivebordet"
    assert before <= change.at <= timezone.now()


def test_a_change_of_many_rows_at_once_is_recorded_row_by_row(left: Left) -> None:
    rows = Source.objects.all()[:3]
    Source.objects.filter(pk__in=[row.pk for row in rows]).update(note="Ny bemærkning")
    assert [change.operation for change in left()] == ["update"] * 3
    assert {change.before["note"] for change in left()} == {row.note for row in rows}
    assert {change.after["note"] for change in left()} == {"Ny bemærkning"}


def test_rows_made_together_are_recorded_one_by_one(left: Left) -> None:
    Source.objects.bulk_create(Source(**BORN | {"slug": f"proeve-{n}"}) for n in range(3))
    assert [change.after["slug"] for change in left()] == ["proeve-0", "proeve-1", "proeve-2"]


def test_what_is_loaded_is_recorded_with_the_name_of_the_file(left: Left, tmp_path: Path) -> None:
    file = tmp_path / "nyt.json"
    file.write_text(json.dumps([{"model": "trials.source", "fields": BORN}]))
    call_command("loaddata", str(file), verbosity=0)
    (change,) = left()
    assert (change.operation, change.why) == ("insert", "Indlæst med loaddata: nyt.json")
    assert change.user is None


def test_plain_sql_is_recorded_with_the_role_of_the_database(left: Left) -> None:
    with connection.cursor() as cursor:
        cursor.execute("UPDATE trials_source SET note = 'x' WHERE id = %s", [new_source().pk])
        cursor.execute("SELECT session_user")
        role = cursor.fetchone()[0]
    change = left().last()
    assert (change.operation, change.user, change.why) == ("update", None, "")
    assert change.database_role == role


def test_a_deleted_row_stays_in_the_trail(left: Left) -> None:
    new_source().delete()
    change = left().last()
    assert (change.operation, change.after) == ("delete", None)
    assert change.before["title"] == "En prøve"


def test_what_ties_rows_together_is_recorded_too(left: Left) -> None:
    trial: Any = Trial.objects.filter(target_groups__isnull=False)[0]
    group = trial.target_groups.all()[0]
    trial.target_groups.remove(group)
    (change,) = left()
    assert (change.operation, change.table_name) == ("delete", "trials_trial_target_groups")
    assert change.before["trial_id"] == trial.pk


def test_an_emptied_table_is_recorded(left: Left) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("TRUNCATE trials_participation")
    assert [(each.operation, each.table_name) for each in left()] == [
        ("truncate", "trials_participation")
    ]


def test_an_update_that_changes_nothing_leaves_nothing(left: Left) -> None:
    Source.objects.all()[0].save()
    assert not left().exists()


def test_what_is_rolled_back_leaves_nothing(left: Left) -> None:
    with transaction.atomic():
        new_source()
        transaction.set_rollback(True)
    assert not left().exists()


# --- Who and why ------------------------------------------------------------------------------


def test_the_reason_that_an_editor_types_is_kept(rita_at_desk: Client, left: Left) -> None:
    why = "Kilden er rettet af ministeriet"
    sheet = filled(rita_at_desk, page_of(new_source()), note="Ny", why_changed=why)
    assert saved(sheet.post())
    assert left().last().why == why


def test_a_reason_that_names_a_person_is_refused(rita_at_desk: Client, left: Left) -> None:
    row = new_source()
    response = filled(
        rita_at_desk, page_of(row), note="Ny", why_changed=f"Om {IDENTITY_NUMBER}"
    ).post()
    assert any("CPR-nummer" in each for each in said(response))
    assert IDENTITY_NUMBER not in response.content.decode()
    assert left().count() == 1  # the row as it was made


def test_a_reason_slipped_into_another_page_is_not_believed(
    rita: User, rita_at_desk: Client, left: Left
) -> None:
    with acting(rita, "en kladde, som hun selv må slette"):
        address = page_of(new_source()).replace("/change/", "/delete/")
    rita_at_desk.post(address, {"post": "yes", "why_changed": f"{IDENTITY_NUMBER}\x00"})
    assert (left().last().operation, left().last().why) == ("delete", "Slettet på skrivebordet")


def test_afterwards_nobody_acts_any_more(rita: User, left: Left) -> None:
    with acting(rita, "først"):
        new_source()
    new_source(slug="bagefter")
    assert [(each.user, each.why) for each in left()] == [(rita, "først"), (None, "")]


def test_who_acts_within_acts_only_there(rita: User, frida: User, left: Left) -> None:
    with acting(rita, "ydre"):
        with acting(frida, "indre"):
            new_source()
        new_source(slug="igen")
    assert [(each.user, each.why) for each in left()] == [(frida, "indre"), (rita, "ydre")]


def test_a_failure_leaves_nobody_behind(rita: User, left: Left) -> None:
    with pytest.raises(DatabaseError), transaction.atomic(), acting(rita, "gik galt"):
        connection.cursor().execute("SELECT 1 / 0")
    new_source()
    assert left().last().user is None


# --- What the trail holds ---------------------------------------------------------------------


def test_a_password_is_never_in_the_trail(rita: User, left: Left) -> None:
    rita.set_password("en-meget-hemmelig-adgang")
    rita.last_login = timezone.now()
    rita.save()
    assert not left().exists(), "neither a new password nor a login is a change of the user"
    rita.first_name = "Rita"
    rita.save()
    (change,) = left()
    assert change.after["first_name"] == "Rita"
    assert not {"password", "last_login"} & (change.after.keys() | change.before.keys())


def test_no_row_of_the_whole_trail_holds_a_password() -> None:
    users = Change.objects.filter(table_name="portal_user")
    assert not users.filter(after__has_key="password").exists()
    assert not users.filter(before__has_key="password").exists()


def test_every_table_of_the_desk_is_recorded() -> None:
    """A new model needs portal_keep_trail in its migration."""
    desk = {
        model._meta.db_table
        for label in CONTENT
        for model in apps.get_app_config(label).get_models(include_auto_created=True)
    }
    people = {User._meta.db_table, User.groups.through._meta.db_table}
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tgrelid::regclass::text FROM pg_trigger"
            " WHERE tgname IN ('trail_of_rows', 'trail_of_table') AND tgenabled = 'O'"
            " GROUP BY tgrelid HAVING count(*) = 2"
        )
        recorded = {table for (table,) in cursor.fetchall()}
    assert desk | people <= recorded, f"not recorded: {(desk | people) - recorded}"


def test_reading_the_desk_asks_the_trail_nothing(rita_at_desk: Client, left: Left) -> None:
    assert rita_at_desk.get(page_of(new_source())).status_code == 200
    assert left().count() == 1
