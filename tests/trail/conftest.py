"""Members of staff who write, and the trail that they leave."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import Group
from django.db.models import Max

from portal.models import Change, ChangeQuerySet, User
from portal.words import Role


@pytest.fixture
def rita(db: None) -> User:
    """An editor."""
    return member("rita", Role.EDITOR)


@pytest.fixture
def frida(db: None) -> User:
    """A publisher."""
    return member("frida", Role.PUBLISHER)


@pytest.fixture
def left(db: None) -> Callable[[], ChangeQuerySet]:
    """What was recorded since the test began, the oldest first."""
    start = Change.objects.aggregate(newest=Max("pk"))["newest"] or 0
    return lambda: Change.objects.filter(pk__gt=start).order_by("pk")


def member(name: str, role: Role) -> User:
    user = User.objects.create(username=name)
    user.groups.add(Group.objects.get(name=role))
    return user
