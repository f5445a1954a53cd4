"""One user per role, for trying the portal out, and a second publisher."""

from typing import Any

from django.conf import settings
from django.contrib.auth.models import Group
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from portal.models import User
from portal.trail import acting
from portal.words import Role
from trials.models import Municipality

ROLES = {
    "sagsbehandler": Role.CASEWORKER,
    "redaktoer": Role.EDITOR,
    "fagansvarlig": Role.PUBLISHER,
    # Nobody publishes their own last change, so whoever tries that out needs another.
    "fagansvarlig2": Role.PUBLISHER,
    "administrator": Role.ADMINISTRATOR,
}
HOME_CODE = "0101"
MAILBOX = "{}@vejviser.example"  # a domain that nobody can have: no mail reaches anyone


class Command(BaseCommand):
    """Make the demo users, or set their passwords, roles and addresses back."""

    help = "Opret demobrugere med kendte adgangskoder (kun med DEBUG=1)."

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEBUG:
            raise CommandError("Demobrugere har kendte adgangskoder og kræver DEBUG=1.")
        for username, role in ROLES.items():
            password = f"{username}-demo"
            with acting(None, "Bruger til afprøvning"):
                _demo_user(username, password, role)
            self.stdout.write(f"  {username:<14} {password}")


def _demo_user(username: str, password: str, role: Role) -> None:
    """Only the caseworker has a home municipality."""
    caseworker = role is Role.CASEWORKER
    user, _ = User.objects.get_or_create(username=username)
    user.set_password(password)
    user.email = MAILBOX.format(username)
    user.home_municipality = Municipality.objects.get(code=HOME_CODE) if caseworker else None
    user.save()
    user.groups.set([Group.objects.get(name=role)])
