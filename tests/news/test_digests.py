"""send_digests: what is new since the last mail, once, to those who follow it."""

import io
from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.core.management import CommandError, call_command
from django.db import connections

from portal.models import Told, Watch
from portal.publication import restore, withdraw
from portal.turns import DIGESTS
from portal.words import EditionKind, Role
from tests.news.conftest import (
    IBBIS,
    NEXTWORK,
    browser_of,
    document_of,
    ending,
    republish,
    user_with,
)

pytestmark = pytest.mark.django_db

BROKEN = "brudt@kommune.example"


class Failing(EmailBackend):
    """A mail server that refuses one mailbox."""

    def send_messages(self, messages):
        if any(BROKEN in each.to for each in messages):
            raise ConnectionRefusedError
        return super().send_messages(messages)


@pytest.fixture(autouse=True)
def address(settings):
    settings.PUBLIC_ADDRESS = "https://vejviser.example"


@dataclass(frozen=True)
class Run:
    out: str
    code: int


def send(*arguments: str) -> Run:
    out, code = io.StringIO(), 0
    try:
        call_command("send_digests", *arguments, stdout=out, stderr=out)
    except SystemExit as stop:
        code = int(stop.code or 0)
    return Run(out.getvalue(), code)


def follower(name="sanne", email="sanne@kommune.example", trial=NEXTWORK, municipality=""):
    user = user_with(Role.CASEWORKER, name, email)
    posted = {"kind": "trial", "code": trial}
    if municipality:
        posted = {"kind": "municipality", "code": municipality}
    assert browser_of(user).post("/foelger/", posted).status_code == 302
    return user


def test_nothing_new_is_no_mail():
    republish(NEXTWORK, summary="Før nogen fulgte med.")
    follower()

    assert "intet nyt: 1" in send().out
    assert mail.outbox == []


def test_a_change_is_told_once_in_words_with_a_whole_address():
    follower()
    republish(NEXTWORK, periods=ending("2027-12-31"))
    republish(IBBIS, summary="Et andet forsøg.")

    assert send().code == 0
    assert send().code == 0
    (sent,) = mail.outbox
    assert sent.to == ["sanne@kommune.example"]
    assert "Forlænget\n" in sent.body
    assert "til og med den 31. december 2027" in sent.body
    assert f"https://vejviser.example/forsoeg/{NEXTWORK}/" in sent.body
    assert document_of(IBBIS)["title"] not in sent.body


def test_what_is_taken_back_is_told_under_its_own_heading():
    republish(NEXTWORK, periods=ending("2022-12-31"))
    follower()
    republish(NEXTWORK, periods=ending("2022-11-30"))
    restore(EditionKind.TRIAL, NEXTWORK, by=None, reason="Var en fejl", seen=3)
    send()

    (sent,) = mail.outbox
    assert "\nFørt tilbage\n" in sent.body
    assert "Forsøget løber igen til og med den 31. december 2022" in sent.body
    assert "Forlænget" not in sent.body


def test_text_is_written_as_it_stands():
    follower()
    republish(NEXTWORK, title="Praktik & \u201dmere\u201d < før")
    send()

    assert "Praktik & \u201dmere\u201d < før (forsøg)" in mail.outbox[0].body


@pytest.mark.parametrize(
    ("change", "heading"),
    [
        (lambda: withdraw(EditionKind.TRIAL, IBBIS, by=None, reason="Prøve"), "Trukket tilbage"),
        (lambda: republish(IBBIS, summary="Andre ord."), "Ændret"),
        (
            lambda: republish("ibbis-star-2024", EditionKind.EVALUATION, summary="Ny viden."),
            "Viden om det, du følger",
        ),
    ],
)
def test_each_sort_of_change_has_its_heading(change, heading):
    follower(trial=IBBIS)
    change()
    send()

    assert f"\n{heading}\n" in mail.outbox[0].body


def test_a_municipality_hears_of_the_trials_it_may_be_in():
    # S004:110: København is none of the municipalities of Uddannelsesløft, Aalborg is.
    follower("aase", "aase@aalborg.example", municipality="0851")
    follower("karl", "karl@kbh.example", municipality="0101")
    republish("uddannelsesloeft-nordjylland", summary="Andre ord.")
    send()

    assert [each.to for each in mail.outbox] == [["aase@aalborg.example"]]


def test_each_threshold_is_told_once(on):
    republish(NEXTWORK, periods=ending("2027-12-31"))
    user = follower()
    Watch.objects.filter(user=user).update(since="2027-01-01T12:00:00+01:00")
    sent = []
    for ahead in (91, 90, 89, 31, 30, 29, 0, -1, -2):
        on(date(2027, 12, 31) - timedelta(days=ahead))
        before = len(mail.outbox)
        send()
        sent += [ahead] * (len(mail.outbox) - before)

    assert sent == [90, 30, -1]
    assert "Udløber snart" in mail.outbox[0].body
    assert "Udløb den 31. december 2027" in mail.outbox[-1].body


def test_what_was_over_before_one_followed_is_not_told():
    follower()  # the trial of the fixtures ended in 2022
    send()

    assert mail.outbox == []


def test_an_extension_begins_the_reminders_again(on):
    republish(NEXTWORK, periods=ending("2027-12-31"))
    follower()
    on(date(2027, 12, 20))
    send()
    republish(NEXTWORK, periods=ending("2028-01-10"))
    send()

    assert "Sidste dag er den 10. januar 2028" in mail.outbox[1].body
    assert set(Told.objects.values_list("day", flat=True)) == {
        date(2027, 12, 31),
        date(2028, 1, 10),
    }


def test_a_failing_mailbox_stops_no_other_and_is_told_next_time(settings):
    settings.EMAIL_BACKEND = "tests.news.test_digests.Failing"
    follower("a", BROKEN)
    follower("b", "b@kommune.example")
    republish(NEXTWORK, summary="Andre ord.")

    first = send()
    assert (first.code, [each.to for each in mail.outbox]) == (1, [["b@kommune.example"]])
    assert "Mislykkedes: a" in first.out
    assert BROKEN not in first.out

    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    assert send().code == 0
    assert mail.outbox[1].to == [BROKEN]


def test_who_has_no_address_is_named_and_told_when_there_is_one():
    user = follower("uden", "")
    republish(NEXTWORK, summary="Andre ord.")

    assert "Uden mailadresse: uden" in send().out
    user.email = "nu@kommune.example"
    user.save()
    send()
    assert [each.to for each in mail.outbox] == [["nu@kommune.example"]]


def test_who_has_no_access_any_more_is_not_told():
    user = follower()
    user.is_active = False
    user.save()
    republish(NEXTWORK, summary="Andre ord.")
    send()

    assert mail.outbox == []


def test_a_dry_run_shows_the_mail_and_forgets_it():
    follower()
    republish(NEXTWORK, summary="Andre ord.")

    assert f"https://vejviser.example/forsoeg/{NEXTWORK}/" in send("--dry-run").out
    assert mail.outbox == []
    send()
    assert len(mail.outbox) == 1


def test_it_refuses_to_run_without_the_address_of_the_portal(settings):
    settings.PUBLIC_ADDRESS = ""

    with pytest.raises(CommandError, match="PUBLIC_ADDRESS") as refused:
        call_command("send_digests")
    assert refused.value.returncode == 2


def test_two_runs_do_not_double():
    other = connections.create_connection("default")
    try:
        with other.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(%s)", [DIGESTS])
            with pytest.raises(CommandError, match="En anden kørsel"):
                call_command("send_digests")
            cursor.execute("SELECT pg_advisory_unlock(%s)", [DIGESTS])
    finally:
        other.close()
    assert send().code == 0
