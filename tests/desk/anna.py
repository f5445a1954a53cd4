"""What the tests of users share: Anna, who is invited, and her page on the desk."""

from typing import Any

from django.test import Client

from portal.models import User
from portal.words import Role
from tests.desk.forms import Sheet, filled

USERS = "/skrivebord/portal/user/"
ADD = f"{USERS}add/"
ANNA = {"username": "anna", "email": "anna@kommune.example", "role": Role.CASEWORKER.value}
PASSWORD = "en-helt-ny-adgang"


def page_of(user: User) -> str:
    return f"{USERS}{user.pk}/change/"


def invite(administrator: Client, **fields: str) -> Any:
    return filled(administrator, ADD, **{**ANNA, **fields}).post()


def open_page(administrator: Client, user: User, **fields: str) -> Sheet:
    return filled(administrator, page_of(user), form_id="^user_form$", **fields)
