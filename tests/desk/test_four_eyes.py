"""Nobody publishes their own last change (P11, ASVS 2.3.5): no door leads around it."""

import pytest
from django.core.management import call_command
from django.test import override_settings

from evaluations.models import Evaluation
from portal.four_eyes import OwnChangeError
from portal.models import User
from portal.publication import desk_items, publish, publish_all
from portal.trail import acting
from portal.words import Role
from tests.desk.conftest import browser_of
from tests.desk.recording import record
from tests.desk.test_publishing import choose
from tests.desk.test_start_page import START
from tests.desk.workflow import (
    KIND,
    NEXTWORK,
    PUBLISH,
    SEND,
    UNDO,
    WITHDRAW,
    do,
    has_button,
    newest,
    sheet,
    write,
)
from tests.portal.pages import text_of
from trials.models import Municipality, Participation, Trial

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

OTHER = "uddannelsesloeft-nordjylland"
OFF = "reglen om fire øjne er slået fra"


def me() -> User:
    return User.objects.get(username="prøve-fagansvarlig")


def test_whoever_wrote_last_is_told_who_may_publish_instead(publisher, other_publisher):
    assert other_publisher
    write(publisher)

    page = publisher.get(PUBLISH)

    assert "Du har selv lavet den seneste ændring" in text_of(page)
    assert "Det kan udgives af anden-fagansvarlig." in text_of(page)
    assert not has_button(page)


def test_a_forged_form_does_not_publish_it(publisher):
    write(publisher)

    response = publisher.post(PUBLISH, {"seen": "x", "reason": "Prøve", "by": "anden"})

    assert response.status_code == 403
    assert newest().number == 1


def test_another_publisher_publishes_it(publisher, other_publisher):
    write(publisher)

    do(other_publisher, PUBLISH, reason="Læst igennem")

    assert str(newest().published_by) == "anden-fagansvarlig"


def test_what_an_editor_wrote_is_published_by_the_one_publisher(editor, publisher):
    write(editor)
    do(editor, SEND)

    do(publisher, PUBLISH, reason="Læst igennem")

    assert newest().number == 2


def test_a_publisher_who_mends_what_an_editor_sent_needs_another(
    editor, publisher, other_publisher
):
    """Matrix, note 2: the edit makes the publisher the last author."""
    write(editor)
    do(editor, SEND)
    write(publisher, "Rettet af den fagansvarlige.")

    assert not has_button(publisher.get(PUBLISH))
    assert has_button(other_publisher.get(PUBLISH))


def test_a_change_of_my_own_after_the_page_was_opened_is_not_published(editor, publisher):
    write(editor)
    typed = sheet(publisher, PUBLISH)
    write(publisher, "Rettet af den fagansvarlige.")

    assert typed.post(reason="Prøve").status_code == 403
    assert newest().number == 1


def test_the_publication_itself_refuses_whatever_page_asks(publisher):
    """P11: there is no side door."""
    write(publisher)
    ((_, document),) = desk_items(KIND, slug=NEXTWORK)

    with pytest.raises(OwnChangeError):
        publish(KIND, document, by=me(), reason="Prøve")
    with pytest.raises(OwnChangeError):
        publish_all(by=me(), reason="Prøve")
    assert newest().number == 1


def test_the_command_line_publishes_no_draft_that_nobody_approved_unless_it_is_told_to(
    publisher, capsys
):
    write(publisher)
    Evaluation.objects.filter(slug="en-plan-vive").update(summary="Ny med versionen.")

    call_command("publish", all=True, reason="Ny version")
    told = capsys.readouterr().out
    assert "1 udgave er udgivet." in told
    assert "ingen har godkendt det (--drafts tager det med): Længere virksomhedspraktik" in told
    assert newest().number == 1

    call_command("publish", all=True, drafts=True, reason="Drift")
    assert (newest().number, newest().published_by) == (2, None)


@pytest.mark.usefixtures("publisher")
def test_the_command_line_looks_at_municipalities_in_the_same_way(capsys):
    """One name is somebody's draft, and with it all that names the municipality."""
    with acting(me(), "Prøve"):
        Municipality.objects.filter(code="0101").update(name="Kjøbenhavn")
    Municipality.objects.filter(code="0147").update(name="Frederiksbjerg")

    call_command("publish", all=True, reason="Ny version")
    assert "(--drafts tager det med): Danmarks kommuner" in capsys.readouterr().out
    call_command("publish", all=True, drafts=True, reason="Ny version")
    assert "--drafts" not in capsys.readouterr().out


def test_the_command_line_leaves_what_is_withdrawn_where_it_is(publisher, capsys):
    do(publisher, WITHDRAW, reason="Forkert")

    call_command("publish", all=True, drafts=True, reason="Ny version")
    assert "for det er trukket tilbage: Længere virksomhedspraktik" in capsys.readouterr().out
    assert newest().withdrawn


def test_a_withdrawal_does_not_make_it_somebody_elses_change(publisher):
    """It is an edition too, and made by one person."""
    write(publisher)
    do(publisher, WITHDRAW, reason="Forkert")

    assert not has_button(publisher.get(PUBLISH))


def test_what_was_approved_and_withdrawn_is_published_again_by_whoever_wrote_it(
    publisher, other_publisher
):
    """Somebody else has read just that text."""
    write(publisher)
    do(other_publisher, PUBLISH, reason="Læst igennem")
    do(other_publisher, WITHDRAW, reason="Venter på ministeriet")

    do(publisher, PUBLISH, reason="Ministeriet har svaret")

    assert (newest().number, newest().withdrawn) == (4, False)


def test_an_undo_does_not_make_it_somebody_elses_change(publisher, other_publisher):
    write(publisher)
    do(other_publisher, PUBLISH, reason="Læst igennem")
    write(publisher, "En ny egen rettelse.")
    do(publisher, UNDO, reason="Forkert")

    assert newest().number == 3
    assert not has_button(publisher.get(PUBLISH))


def test_withdrawing_and_undoing_are_never_delayed(publisher, other_publisher):
    """Decisions 15 and 27: what is wrong goes at once, and what was approved comes back."""
    write(publisher)
    do(other_publisher, PUBLISH, reason="Læst igennem")

    do(publisher, UNDO, reason="Forkert")
    do(publisher, WITHDRAW, reason="Alligevel forkert")

    assert newest().withdrawn


def test_several_are_published_together_or_not_and_my_own_is_named(editor, publisher):
    """Row 88."""
    write(publisher)
    write(editor, slug=OTHER)
    address = choose(publisher, NEXTWORK, OTHER)["Location"]

    page = publisher.get(address)

    mine = Trial.objects.get(slug=NEXTWORK).title
    assert f"{mine}: Du har selv lavet den seneste ændring" in text_of(page)
    assert f"{Trial.objects.get(slug=OTHER).title}: Du" not in text_of(page)
    assert publisher.post(address, {"seen": "x", "reason": "Prøve"}).status_code == 403
    assert (newest().number, newest(OTHER).number) == (1, 1)


def test_where_there_is_no_other_publisher_the_page_says_what_to_do(publisher):
    write(publisher)
    User.objects.filter(groups__name=Role.PUBLISHER).exclude(pk=me().pk).update(is_active=False)

    told = text_of(publisher.get(PUBLISH))

    assert "Der er ingen anden fagansvarlig. Bed en administrator om at invitere en." in told


def test_what_is_recorded_of_municipalities_is_published_by_who_records_it(administrator):
    """Decision 16: it only fills a gap that the source leaves."""
    record(administrator)

    assert Participation.objects.exists()


def test_a_publisher_who_lost_the_role_publishes_nothing_from_an_open_page(editor, publisher):
    """Rights work at once."""
    write(editor)
    typed = sheet(publisher, PUBLISH)
    me().groups.clear()

    assert typed.post(reason="Prøve", follow=True).status_code in (302, 403)
    assert newest().number == 1


@override_settings(FOUR_EYES=False)
def test_where_the_setting_is_off_one_person_does_both_and_the_pages_say_so(publisher, client):
    write(publisher)
    for page in (PUBLISH, START):
        assert OFF in text_of(publisher.get(page))

    do(publisher, PUBLISH, reason="Alene på kontoret")

    assert newest().number == 2
    assert OFF in text_of(client.get(f"/forsoeg/{NEXTWORK}/"))


def test_where_it_is_on_no_page_speaks_of_it(publisher, client):
    for page in (publisher.get(PUBLISH), publisher.get(START), client.get(f"/forsoeg/{NEXTWORK}/")):
        assert OFF not in text_of(page)


def test_any_publisher_but_the_author_may_publish(publisher):
    write(publisher)
    third = browser_of(Role.PUBLISHER, name="tredje")

    do(third, PUBLISH, reason="Læst igennem")

    assert newest().number == 2
