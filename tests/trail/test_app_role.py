"""The role that the portal runs as can neither forge, change nor delete the trail (P18)."""

from collections.abc import Iterator
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction

from portal.models import Change, Edition, User
from portal.trail import acting
from trials.models import Source

pytestmark = pytest.mark.django_db

ROLE = "vejviser_proeve"
FORGED = """
    INSERT INTO portal_change
        (at, operation, table_name, row_key, database_role, why, transaction)
    VALUES (now(), 'update', 'trials_source', '1', 'x', '', '1')
"""
REFUSED = [
    FORGED,
    "UPDATE portal_change SET why = 'noget andet'",
    "DELETE FROM portal_change",
    "TRUNCATE portal_change",
    "ALTER TABLE trials_source DISABLE TRIGGER trail_of_rows",
    "DROP TRIGGER trail_of_rows ON trials_source",
    "TRUNCATE trials_participation",
    "SET session_replication_role = replica",
    "UPDATE portal_edition SET reason = 'en anden'",
    "DELETE FROM portal_edition",
]


@pytest.fixture
def portal_role(rita: User) -> Iterator[User]:
    """All that follows is asked as the role; it goes with the test's transaction."""
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE ROLE {ROLE} LOGIN")
        call_command("app_role", ROLE, stdout=StringIO())
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute(f"SET LOCAL ROLE {ROLE}")
        yield rita
        cursor.execute("RESET ROLE")


def ask(question: str) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(question)


def test_an_ordinary_save_works_and_is_recorded(portal_role: User) -> None:
    with acting(portal_role, "som rolle"):
        source = Source.objects.create(slug="prøve", title="En prøve", kind="rapport")
    change = Change.objects.latest("pk")
    assert (change.row_key, change.user, change.why) == (str(source.pk), portal_role, "som rolle")


@pytest.mark.usefixtures("portal_role")
@pytest.mark.parametrize("question", REFUSED)
def test_the_role_is_refused(question: str) -> None:
    before = Change.objects.count(), Edition.objects.count()
    with pytest.raises(DatabaseError):
        ask(question)
    assert (Change.objects.count(), Edition.objects.count()) == before


@pytest.mark.usefixtures("portal_role")
def test_a_table_of_its_own_forges_nothing() -> None:
    """Anyone may make a temporary table, and give it the name of one of the desk."""
    ask("CREATE TEMPORARY TABLE trials_source (id int) ON COMMIT DROP")
    with pytest.raises(DatabaseError, match="permission denied for function"):
        ask(
            "CREATE TRIGGER forged AFTER INSERT ON pg_temp.trials_source"
            " FOR EACH ROW EXECUTE FUNCTION public.portal_record_change()"
        )


@pytest.mark.usefixtures("portal_role")
def test_a_table_of_its_own_does_not_stand_in_for_the_trail() -> None:
    ask("CREATE TEMPORARY TABLE portal_change (LIKE public.portal_change) ON COMMIT DROP")
    ask("UPDATE trials_source SET note = 'ændret'")
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_temp.portal_change")
        assert cursor.fetchone() == (0,)
        cursor.execute(
            "SELECT count(*) FROM public.portal_change WHERE after ->> 'note' = 'ændret'"
        )
        assert cursor.fetchone()[0] > 0


@pytest.mark.parametrize(
    "question",
    ["UPDATE portal_change SET why = 'x'", "DELETE FROM portal_change", "TRUNCATE portal_change"],
)
def test_even_the_owner_of_the_tables_is_refused(question: str) -> None:
    with pytest.raises(DatabaseError, match="Sporet ændres aldrig og slettes aldrig"):
        ask(question)


def test_a_role_that_is_not_there_is_told() -> None:
    with pytest.raises(CommandError, match="findes ikke"):
        call_command("app_role", "ingen-rolle")


def test_the_owner_is_no_role_to_run_as() -> None:
    with pytest.raises(CommandError, match="ejer tabellerne eller er superbruger"):
        call_command("app_role", connection.settings_dict["USER"])
