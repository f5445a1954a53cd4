"""Nobody without the right can tell that a draft exists: reliability.md P10.

One word stands in every text of the desk that nobody has published. Each address of the site is
then asked twice, with the drafts and without them, and whoever may not see drafts gets the same
answer both times: no text, no count, no order, no header and no suggestion gives them away.
"""

import json
import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from django.core import mail
from django.core.management import call_command
from django.db import transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from portal.exchange.tables import TABLES
from portal.models import Change, User, Watch
from portal.publication import publish_all
from portal.trail.tables import things
from portal.words import Role, WatchKind
from tests.portal.citizens import YOUNG as YOUNG_CITIZEN
from tests.portal.drafts import CANARY, write_drafts
from tests.portal.pages import GUIDANCE, YOUNG
from tests.portal.walk import NAMES, SLUGS, STRANGER, address_of, browser_of, model_of, user_with
from trials.models import Trial

pytestmark = [pytest.mark.django_db, pytest.mark.walk]

WITHOUT_RIGHT = [STRANGER, Role.CASEWORKER, Role.ADMINISTRATOR]
FOLDERS = {"forsoeg": "trial", "programmer": "programme", "evalueringer": "evaluation",
           "anbefalinger": "recommendation"}  # fmt: skip
# Administrators may read who changed what kind of thing and when, but not what it says.
TRAIL = "admin:portal_change_"
# What is new at every request: the tokens of forms, and the times that libraries tell of a file.
NEW_EVERY_TIME = re.compile(
    r'name="csrfmiddlewaretoken" value="\w+"|\d\d:\d\d(:\d\d)?(\.\d+)?(Z|\+\d\d:\d\d)?'
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
        body = _unpacked(b"".join(response) if response.streaming else response.content)
        # The packed length of a workbook varies with the time inside it.
        headers = {name: each for name, each in response.items() if name != "Content-Length"}
        start = f"{response.status_code} {response.reason_phrase} {headers}"
        return NEW_EVERY_TIME.sub("", f"{start}\n{body.decode(errors='replace')}")


def _unpacked(body: bytes) -> bytes:
    """A workbook as the texts inside it."""
    if not body.startswith(b"PK"):
        return body
    with ZipFile(BytesIO(body)) as parts:
        return b"\n".join(parts.read(name) for name in sorted(parts.namelist()))


# --- What is asked ----------------------------------------------------------------------------


def questions() -> Iterator[Question]:
    """Every address of the site, for what is published and for what is not, and more by name."""
    for name in NAMES:
        for address in sorted(set(_addresses(name))):
            yield Question(name, address)
            yield Question(name, address, "POST")
    for address in _lists():
        yield Question("list", address)
    for address in _tables():
        yield Question("table", address)
    for page in ("", "ark/", "ark.pdf"):
        yield Question("guidance", f"{GUIDANCE}{page}", "POST", tuple(YOUNG.items()))


def _addresses(name: str) -> Iterator[str]:
    yield address_of(name)
    model = model_of(name)
    if model and model is not Change:  # which is asked about below
        yield address_of(name, row=model.objects.order_by("pk").last())
    for folder, kind in FOLDERS.items():
        if kind == name.removesuffix("_edition") or name.startswith("admin:"):
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


def _tables() -> Iterator[str]:
    """Every table, as each kind of file."""
    for table in TABLES:
        for file_format in ("csv", "xlsx", "json"):
            for name in ("download", "admin:table_export"):
                yield reverse(name, args=[table, file_format])


def _changes() -> Iterator[Question]:
    """The whole trail, one kind of thing after the other, and one change of each table."""
    for kind in (each._meta.model_name for each in things()):
        for page in range(1, 3):
            address = f"/skrivebord/portal/change/?hvad={kind}&p={page}"
            yield Question(f"{TRAIL}changelist", address)
    rows = Change.objects.order_by("table_name", "operation", "-pk")
    for change in rows.distinct("table_name", "operation"):
        yield Question(f"{TRAIL}change", f"/skrivebord/portal/change/{change.pk}/change/")


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
            write_drafts(writer, of_municipalities=role != Role.ADMINISTRATOR)
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


@pytest.fixture
def one_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    """The clock stands still: a sheet tells the minute, and a PDF hides it from any pattern."""
    moment = timezone.now()
    monkeypatch.setattr("django.utils.timezone.now", lambda: moment)


@pytest.mark.usefixtures("one_moment")
@pytest.mark.parametrize("role", WITHOUT_RIGHT)
def test_who_may_not_see_drafts_gets_the_same_answers_without_them(
    role: str, writer: User, caplog: Any
) -> None:
    with caplog.at_level(logging.INFO):
        with_drafts, without = answers(role, writer)
    assert len(with_drafts) > 500
    assert told_by_drafts(with_drafts, without) == set()
    for question, answer in with_drafts.items():
        # What was asked for by the word repeats it, with drafts and without.
        assert CANARY in question.address or CANARY not in answer, question
    assert CANARY not in re.sub(r"/\S*", "", caplog.text)
    assert not mail.outbox


def told_by_drafts(
    with_drafts: dict[Question, str], without: dict[Question, str]
) -> set[tuple[str, str]]:
    """The addresses whose answers the drafts have changed, but for those of the trail."""
    return {
        (each.method, each.address)
        for each, answer in with_drafts.items()
        if answer != without[each] and not each.name.startswith(TRAIL)
    }


def test_who_may_see_drafts_finds_them_in_the_same_walk(writer: User) -> None:
    with_drafts, without = answers(Role.EDITOR, writer)
    told = told_by_drafts(with_drafts, without)
    seen = {
        each.name
        for each, answer in with_drafts.items()
        if CANARY in answer and CANARY not in each.address
    }
    assert len(told) > 50
    assert seen >= {
        "admin:index",
        "admin:preview",
        "admin:compare",
        "admin:disagreements",
        "table",
        "admin:autocomplete",
        "admin:trials_trial_changelist",
        "admin:trials_trial_change",
        "admin:trials_trial_history",
        "admin:trials_source_change",
        "admin:trials_municipality_change",
        "admin:evaluations_finding_change",
        "admin:recommendations_recommendation_change",
        f"{TRAIL}changelist",
        f"{TRAIL}change",
    }
    assert seen & {"trial", "trial_list", "search", "guidance", "timeline", "front"} == set()


def test_no_command_and_no_mail_tells_of_a_draft(
    writer: User, caseworker: User, settings: Any, tmp_path: Path
) -> None:
    settings.PUBLIC_ADDRESS = "https://vejviser.example"
    caseworker.email = "sanne@kommune.example"
    caseworker.save()
    asked = tmp_path / "asked.json"
    asked.write_text(json.dumps({"on": "2021-12-01", "profile": YOUNG_CITIZEN}))
    for kind, code in ((WatchKind.TRIAL, "ibbis"), (WatchKind.MUNICIPALITY, "0101")):
        Watch.objects.create(user=caseworker, kind=kind, code=code, told_to=0)
    Trial.objects.filter(slug="ibbis").update(summary="Ny og udgivet tekst.")
    publish_all(by=None, reason="Prøve", at=timezone.now())
    before = _commands(str(asked))
    write_drafts(writer, of_municipalities=True)
    assert _commands(str(asked)) == before
    call_command("send_digests", stdout=StringIO())
    (sent,) = mail.outbox
    assert "IBBIS" in sent.body
    assert CANARY not in f"{before} {sent.message()} {sent.body}"


def _commands(asked: str) -> str:
    """What those commands write that tell of what is published."""
    out = StringIO()
    call_command("guidance", asked, stdout=out)
    call_command("send_digests", "--dry-run", stdout=out)
    return out.getvalue()
