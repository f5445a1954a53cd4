"""What the tests of news share: a trial that is changed, and users who follow it."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.test import Client

from portal.models import Edition, User
from portal.publication import publish
from portal.words import EditionKind, Role

NEXTWORK, IBBIS = "nextwork-praktik", "ibbis"
Changed = Callable[..., Edition]


def document_of(slug: str, kind: EditionKind = EditionKind.TRIAL) -> dict[str, Any]:
    return Edition.objects.filter(kind=kind, slug=slug).latest("number").document


def republish(slug: str, kind: EditionKind = EditionKind.TRIAL, **parts: Any) -> Edition:
    """A new edition of the thing, in which these parts are other than they were.

    Without its worked examples, which know the answers of the rule as it was.
    """
    document = document_of(slug, kind) | parts
    if "examples" in document:
        document["examples"] = []
    made = publish(kind, document, by=None, reason=parts.get("why", "Rettet i en prøve"))
    assert made
    return made


def ending(day: str, *, slug: str = NEXTWORK, earliest: str | None = None) -> list[dict[str, Any]]:
    """The periods of the trial, the last of which ends on another day."""
    *others, last = document_of(slug)["periods"]
    end = last["end"] | {"earliest": earliest or day, "latest": day}
    return [*others, last | {"end": end, "open_ended": False}]


def user_with(role: Role, name: str = "", email: str = "") -> User:
    user = User.objects.create(username=name or f"prøve-{role}", email=email)
    user.groups.add(Group.objects.get(name=role))
    return user


def browser_of(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def on(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Sets the day that the site takes for today."""

    def set_day(day: date) -> None:
        monkeypatch.setattr("django.utils.timezone.localdate", lambda *_: day)

    return set_day
