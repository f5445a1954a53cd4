"""Nobody without the right can tell that a draft exists: reliability.md P10.

One word stands in every text of the desk that nobody has published. Each address of the site is
then asked twice, with the drafts and without them, and whoever may not see drafts gets the same
answer both times: no text, no count, no order, no header and no suggestion gives them away.
"""

import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from django.core import mail
from django.db import transaction
from django.test import Client

from portal.models import Change, User
from portal.words import Role
from tests.portal.drafts import CANARY, write_drafts
from tests.portal.pages import GUIDANCE, YOUNG
from tests.portal.walk import NAMES, SLUGS, STRANGER, address_of, browser_of, model_of, user_with

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

WITHOUT_RIGHT = [STRANGER, Role.CASEWORKER, Role.ADMINISTRATOR]
FOLDERS = {"forsoeg": "trial", "programmer": "programme", "evalueringer": "evaluation",
           "anbefalinger": "recommendation"}  # fmt: skip
# Who may read who changed what, and the municipalities as they are written, sees more of both.
ALSO_ON_THE_DESK = re.compile(r"^admin:(portal_change|trials_municipality)_")
# What is new at every request: the tokens of forms, and the time in a receipt.
NEW_EVERY_TIME = re.compile(
    r'name="csrfmiddlewaretoken" value="\w+"|\d\d[:.]\d\d[:.]\d\d(\.\d+)?(Z|\+\d\d:\d\d)?'
)


@dataclass(frozen=True)
class Question:
    """One request: the name of its page, and what is sent."""

    name: str
    address: str
    method: str = "GET"
    fields: tuple[tuple[str, str], ...] = ()

    def ask(self, browser: Client) -> str:
        """The whole answer: status line, headers and body."""
        told = {"data": dict(self.fields)} if self.fields else {}
        response: Any = getattr(browser, self.method.lower())(self.address, **told)
        body = b"".join(response) if response.streaming else response.content
        start = f"{response.status_code} {response.reason_phrase} {dict(response.items())}"
        return NEW_EVERY_TIME.sub("", f"{start}\n{body.decode(errors='replace')}")


# --- What is asked ----------------------------------------------------------------------------


def questions() -> Iterator[Question]:
    """Every address of the site, for what is published and for what is not, and more by name."""
    for name in NAMES:
        for address in sorted(set(_addresses(name))):
            yield Question(name, address)
            yield Question(name, address, "POST")
    for address in _lists():
        yield Question("list", address)
    for page in ("", "ark/", "ark.pdf"):
        yield Question("guidance", f"{GUIDANCE}{page}", "POST", tuple(YOUNG.items()))


def _addresses(name: str) -> Iterator[str]:
    yield address_of(name)
    if model := model_of(name):
        yield address_of(name, row=model.objects.order_by("pk").last())
    for folder, kind in FOLDERS.items():
        for slug in (SLUGS[kind], f"{CANARY}-{kind}"):
            yield address_of(name, slug=slug, folder=folder)


def _lists() -> Iterator[str]:
    """Lists and searches by the word itself, and by what only a draft holds."""
    for word in (CANARY, CANARY[:-2], "angst"):
        for page in ("soeg", "forsoeg", "programmer", "evalueringer", "anbefalinger"):
            yield f"/{page}/?q={word}"
        for model, field in (("trial", "municipalities"), ("participation", "municipality")):
            asked = f"app_label=trials&model_name={model}&field_name={field}&term={word}"
            yield f"/skrivebord/autocomplete/?{asked}"
        for table in ("trials/participation", "trials/municipality", "portal/user"):
            yield f"/skrivebord/{table}/?q={word}"
    for kind in ("trial", "evaluation", "municipality", "recommendation", "source"):
        yield f"/skrivebord/portal/change/?hvad={kind}"
        yield f"/skrivebord/portal/change/?hvad={kind}&p=2"


def _changes() -> Iterator[Question]:
    """One change of each kind in each table."""
    rows = Change.objects.order_by("table_name", "operation", "-pk")
    for change in rows.distinct("table_name", "operation"):
        yield Question(
            "admin:portal_change_change", f"/skrivebord/portal/change/{change.pk}/change/"
        )


# --- With drafts and without ------------------------------------------------------------------


class WithoutDraftsError(Exception):
    """Thrown to take the drafts back."""


def answers(role: str, writer: User) -> tuple[dict[Question, str], dict[Question, str]]:
    """What the role is told with the drafts on the desk, and without them."""
    user = user_with(role)
    asked: list[Question] = []
    with_drafts: dict[Question, str] = {}
    try:
        with transaction.atomic():
            write_drafts(writer)
            asked = [*questions(), *_changes()]
            with_drafts = _ask(asked, role, user)
            raise WithoutDraftsError
    except WithoutDraftsError:
        return with_drafts, _ask(asked, role, user)


def _ask(asked: list[Question], role: str, user: User | None) -> dict[Question, str]:
    """All answers; whoever logged out on the way is logged in again."""
    told, browser = {}, browser_of(role, user)
    for question in asked:
        told[question] = question.ask(browser)
        if user and "_auth_user_id" not in browser.session:
            browser = browser_of(role, user)
    return told


@pytest.fixture
def writer() -> User:
    user = user_with(Role.EDITOR)
    assert user
    return user


@pytest.mark.parametrize("role", WITHOUT_RIGHT)
def test_who_may_not_see_drafts_gets_the_same_answers_without_them(
    role: str, writer: User, caplog: Any
) -> None:
    with caplog.at_level(logging.INFO):
        with_drafts, without = answers(role, writer)
    assert len(with_drafts) > 500
    told = {
        each
        for each in with_drafts
        if with_drafts[each] != without[each]
        and not (role == Role.ADMINISTRATOR and ALSO_ON_THE_DESK.match(each.name))
    }
    import difflib
    for q in told:
        print("DIFF", q)
        for line in list(difflib.unified_diff(without[q].splitlines(), with_drafts[q].splitlines(), n=0, lineterm=""))[:14]:
            print("   D", line[:250])
    assert told == set()
    for question, answer in with_drafts.items():
        assert CANARY not in answer.replace(question.address, ""), question
    assert not mail.outbox
