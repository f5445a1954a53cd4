"""Gives the role that the portal runs as what it needs, and nothing that could touch the trail."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import connection, transaction
from psycopg import sql

# As each table is for most things; and then what is only read, or never changed.
GRANTS = (
    "GRANT USAGE ON SCHEMA public TO {role}",
    "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {role}",
    "GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {role}",
    "REVOKE INSERT, UPDATE, DELETE ON portal_change FROM {role}",
    "REVOKE UPDATE, DELETE ON portal_edition FROM {role}",
    "REVOKE INSERT, UPDATE, DELETE ON django_migrations FROM {role}",
)
STANDING = """
    SELECT rolsuper OR pg_has_role(oid, (SELECT relowner FROM pg_class
                                         WHERE oid = 'portal_change'::regclass), 'MEMBER')
    FROM pg_roles WHERE rolname = %s
"""


class Command(BaseCommand):
    """Run it as the owner of the tables, after each migrate. Running it twice is safe."""

    help = "Giv databaserollen, som portalen kører med, de rettigheder den skal have."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("role", help="navnet på rollen, som findes i forvejen")

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        role = options["role"]
        with connection.cursor() as cursor:
            cursor.execute(STANDING, [role])
            _refuse(role, cursor.fetchone())
            for grant in GRANTS:
                cursor.execute(sql.SQL(grant).format(role=sql.Identifier(role)))
        self.stdout.write(f"{role} kan læse sporet, og kan hverken skrive, ændre eller slette det.")


def _refuse(role: str, found: tuple[bool] | None) -> None:
    if found is None:
        raise CommandError(f"Rollen {role} findes ikke. Opret den først: CREATE ROLE ... LOGIN.")
    if found[0]:
        raise CommandError(
            f"Rollen {role} ejer tabellerne eller er superbruger, så intet kan holde den fra "
            "sporet. Lad portalen køre med en anden rolle."
        )
