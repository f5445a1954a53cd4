from argparse import ArgumentParser
from typing import Any

from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from portal.accounts import days_of_invitation, invitation_address
from portal.models import User
from portal.trail import acting
from portal.words import Role


class Command(BaseCommand):
    """Make the first administrator, and print the link where the password is chosen.

    Run again for one who has not chosen a password yet, it prints a new link.
    """

    help = "Opret en administrator, og vis linket, hvor adgangskoden vælges."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("username", help="brugernavnet")
        parser.add_argument("email", help="arbejdsmailen")
        parser.add_argument(
            "--site", default="", help="portalens adresse, for eksempel https://vejviser.example"
        )

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        with acting(None, "Inviteret fra serveren"):
            user = _invited(options["username"], options["email"])
            user.groups.set([Group.objects.get(name=Role.ADMINISTRATOR)])
        link = options["site"].rstrip("/") + invitation_address(user)
        self.stdout.write(f"Vælg en adgangskode inden {days_of_invitation()} dage:\n{link}")


def _invited(username: str, email: str) -> User:
    """The new user, or the one who was invited before; CommandError when there can be none."""
    user = User.objects.filter(username=username).first() or User(username=username)
    if user.pk and (user.has_usable_password() or not user.is_active):
        raise CommandError("Brugeren findes allerede. En administrator kan ændre rollen.")
    user.email = email
    user.set_unusable_password()
    try:
        user.full_clean(exclude=["password"])
    except ValidationError as error:
        raise CommandError(" ".join(error.messages)) from None
    user.save()
    return user
