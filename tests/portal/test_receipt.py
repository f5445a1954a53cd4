"""The receipt: readable, read to the letter, and the way to the same answer again."""

import io
import json
import re
import sys
from dataclasses import replace

import pytest
from django.core.management import CommandError, call_command

from portal.contract import as_question, request_from
from portal.guidance.sheet.receipt import HEADING, LABELS, WIDTH, ReceiptError, receipt_from
from portal.guidance.sheet.reproduction import ask_again
from portal.publication import publish, withdraw
from portal.shelf import content_of, current_content
from portal.words import EditionKind
from tests.command import Outcome, guidance
from tests.portal.citizens import YOUNG
from tests.portal.receipts import TODAY, random_receipts, receipt_of
from trials.rules import has_identity_number

pytestmark = pytest.mark.django_db

NEXTWORK = "nextwork-praktik"
SETTLED = YOUNG | {"work_experience": False}


def tried(text: str) -> Outcome:
    """What ``manage.py receipt`` says of the text on standard input."""
    out, code, err = io.StringIO(), 0, ""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
        try:
            call_command("receipt", stdout=out)
        except CommandError as error:
            err, code = str(error), error.returncode
        except SystemExit as stop:
            code = int(stop.code or 0)
    return Outcome(out=out.getvalue(), err=err, code=code)


def test_a_receipt_tells_what_was_asked_and_answered_in_plain_lines():
    text = receipt_of(YOUNG, offer={"weeks": 20}).text
    lines = text.splitlines()

    assert lines[0] == HEADING
    assert "Dag: 2021-12-01" in lines
    assert "Besvaret: 2026-11-22 10:41+01:00" in lines
    assert "Gælder: (ingen)" in lines
    assert "Kan ikke afgøres: ibbis, jobrotation-ledighedskrav," in lines
    assert all(len(line) <= WIDTH for line in lines)


@pytest.mark.slow
def test_any_profile_gives_a_receipt_that_reads_back_and_gives_the_same_answer():
    content = current_content()
    for receipt in random_receipts(seed=22, count=100):
        # A minute is the finest that the text tells.
        minute = receipt.answered.replace(second=0)
        read = receipt_from(receipt.text)

        assert replace(read, answered=minute) == replace(receipt, answered=minute)
        assert read.answered == minute
        assert ask_again(read, content, today=TODAY).is_same
        assert not has_identity_number(receipt.text)


@pytest.mark.slow
def test_receipts_differ_when_the_answers_differ_and_only_then():
    stated = [{}, YOUNG, SETTLED, YOUNG | {"work_experience": True}, {"disability": True}]
    hashes = {receipt_of(profile).answer_hash for profile in stated}

    assert len(hashes) == len(stated)
    assert receipt_of(YOUNG).answer_hash == receipt_of(YOUNG).answer_hash
    # The cluster is asked for by no rule: another question, the same answer.
    assert receipt_of({"cluster": "unge"}).answer_hash == receipt_of({}).answer_hash


def test_the_question_is_the_one_that_the_command_line_takes():
    receipt = receipt_of(SETTLED, offer={"weeks": 20, "special_need": False})
    answer = guidance(receipt.question).only

    assert answer["content_version"] == receipt.content_version
    applies = [row["slug"] for row in answer["trials"] if row["answer"] == "applies"]
    assert tuple(applies) == receipt.applies == (NEXTWORK,)


def test_every_statement_comes_back_as_it_was():
    stated = SETTLED | {"unemployed_months": 3.25, "health": ["stress", "angst"], "lab_group": 4}
    asked = {"on": "2022-02-01", "profile": stated, "offer": {"weeks": 9, "special_need": True}}
    content = current_content()
    request = request_from(json.dumps(asked), content, today=TODAY)
    again = as_question(request.profile, on=request.on, offer=request.offer)

    assert again == asked | {"profile": stated | {"health": ["angst", "stress"]}}
    assert request_from(json.dumps(again), content, today=TODAY) == request


# --- Read to the letter -----------------------------------------------------------------------


def test_a_receipt_survives_being_pasted_with_other_breaks():
    receipt = receipt_of(YOUNG)
    pasted = "\ufeff\r\n" + receipt.text.replace("\n", "\r\n\r\n   ") + "\r\n"

    assert receipt_from(pasted).text == receipt.text


@pytest.mark.parametrize(
    ("change", "message"),
    [
        pytest.param(lambda _: "", "er ikke en kvittering", id="empty"),
        pytest.param(lambda text: "Kære Anna\n" + text, "Første linje skal være", id="letter"),
        pytest.param(lambda text: text + " " * 20_001, "er ikke en kvittering", id="long"),
        pytest.param(
            lambda text: text.split("Spørgsmål:")[0], "Det mangler: Spørgsmål", id="torn-off"
        ),
        pytest.param(lambda text: text + "\n" + text, "blandet", id="twice"),
        pytest.param(lambda text: text.replace("Dag: ", "Dato: "), "linjer er blandet", id="label"),
        pytest.param(
            lambda text: text.replace("Dag: 2021-12-01", "Dag: 2021-13-01"), "”Dag”", id="day"
        ),
        pytest.param(lambda text: text.replace(" 10:41", " kl. 10"), "”Besvaret”", id="moment"),
        pytest.param(lambda text: text.replace("Svar: ", "Svar: x"), "”Svar”", id="hash"),
        pytest.param(
            lambda text: text.replace("Gælder: (ingen)", "Gælder: Æ Ø"), "”Gælder”", id="slugs"
        ),
    ],
)
def test_what_is_no_receipt_is_refused_in_danish(change, message):
    with pytest.raises(ReceiptError, match=message):
        receipt_from(change(receipt_of(YOUNG).text))


@pytest.mark.parametrize("label", LABELS)
def test_a_number_of_a_person_is_refused_and_never_repeated(label):
    outcome = tried(receipt_of(YOUNG).text.replace(f"{label}: ", f"{label}: 6101900000, ", 1))

    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err == "Teksten ligner et CPR-nummer og er ikke en kvittering."


# --- Tried again ------------------------------------------------------------------------------


def test_the_command_says_that_the_answer_is_the_same():
    outcome = tried(receipt_of(YOUNG).text)

    assert outcome.code == 0
    assert "Med kvitteringens indhold er svaret det samme." in outcome.out
    assert "Det er også det indhold, der er udgivet nu." in outcome.out


def test_the_command_reads_a_file(tmp_path):
    file = tmp_path / "kvittering æøå.txt"
    file.write_text(receipt_of(YOUNG).text, encoding="utf-8")
    out = io.StringIO()
    call_command("receipt", str(file), stdout=out)

    assert "er svaret det samme." in out.getvalue()
    with pytest.raises(CommandError, match="Filen kan ikke læses"):
        call_command("receipt", str(tmp_path / "findes-ikke"))


def test_a_receipt_holds_after_the_content_changed_and_the_change_is_told():
    receipt = receipt_of(SETTLED)
    document = current_content().trials[NEXTWORK].document
    withdraw(EditionKind.TRIAL, NEXTWORK, by=None, reason="Prøve")
    gone = tried(receipt.text)
    periods = [row | {"end": row["start"]} for row in document["periods"]]
    shorter = document | {"periods": periods, "examples": []}  # which know better
    publish(EditionKind.TRIAL, shorter, by=None, reason="Prøve")
    changed = tried(receipt.text)

    assert (gone.code, changed.code) == (0, 0)
    assert "Med kvitteringens indhold er svaret det samme." in changed.out
    assert "Med det indhold, der er udgivet nu, er svaret et andet." in changed.out
    assert "kvitteringen siger ”gælder”" in changed.out
    assert "kan spørgsmålet ikke stilles" in gone.out  # nobody can take part in what is gone


def test_a_version_is_put_together_again_from_its_editions():
    before = current_content()
    withdraw(EditionKind.TRIAL, "ibbis", by=None, reason="Prøve")
    after = current_content()

    assert content_of(before.version) == before
    assert content_of(after.version) == after
    assert after != before
    assert content_of("0" * 64) is None


@pytest.mark.parametrize(
    ("given", "put", "message"),
    [
        pytest.param(r'experience": false', 'experience": true', "svaret her er", id="fact"),
        pytest.param("Gælder: nextwork-praktik", "Gælder: (ingen)", "”gælder ikke”", id="trial"),
        pytest.param("Svar: .{4}", "Svar: 0000", "noget andet er anderledes", id="answer"),
    ],
)
def test_a_receipt_that_was_tampered_with_does_not_hold(given, put, message):
    outcome = tried(re.sub(given, put, receipt_of(SETTLED).text))

    assert outcome.code == 1
    assert "Med kvitteringens indhold er svaret et andet." in outcome.out
    assert message in " ".join(outcome.out.split())


@pytest.mark.parametrize(
    ("given", "put", "message"),
    [
        pytest.param("Dag: 2021-12-01", "Dag: 2021-12-02", "dag er en anden", id="day"),
        pytest.param('"age": 24', '"age": 240', "profile.age", id="age"),
        pytest.param('"profile"', '"profil"', "Ukendt felt", id="key"),
    ],
)
def test_a_question_that_cannot_be_asked_is_refused(given, put, message):
    outcome = tried(receipt_of(YOUNG).text.replace(given, put))

    assert outcome.code == 2
    assert message in outcome.err


def test_a_receipt_from_another_place_is_refused():
    foreign = replace(receipt_of(YOUNG), content_version="ab" * 32)

    assert "aldrig været udgivet her" in tried(foreign.text).err
    assert tried("\x00").code == 2
