"""Browsers at the desk, one for each role."""

import pytest
from django.contrib.auth.models import Group
from django.test import Client

from portal.models import User
from portal.words import Role


def browser_of(role: Role, *, name: str = "prøve") -> Client:
    """A browser in which somebody with the role is logged in."""
    user = User.objects.create(username=f"{name}-{role}")
    user.groups.add(Group.objects.get(name=role))
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def editor(db: None) -> Client:
    return browser_of(Role.EDITOR)


@pytest.fixture
def publisher(db: None) -> Client:
    return browser_of(Role.PUBLISHER)


@pytest.fixture
def other_publisher(db: None) -> Client:
    """Who publishes what the first one wrote."""
    return browser_of(Role.PUBLISHER, name="anden")


@pytest.fixture
def administrator(db: None) -> Client:
    return browser_of(Role.ADMINISTRATOR)
