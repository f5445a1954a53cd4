"""What the trail tells on the desk, in words, and to whom (P10, P18)."""

from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.test import Client

from portal.models import Change, User
from portal.trail import acting
from portal.words import Role
from tests.desk.forms import filled, new_page, page_of, said, saved
from tests.portal.pages import text_of
from trials.models import TargetGroup, Trial, WorkedExample

pytestmark = pytest.mark.django_db

CHANGES = "/skrivebord/portal/change/"
NEXTWORK = "nextwork-praktik"
CANARY = "kanariefugl"


@pytest.fixture
def desk(rita: User) -> Client:
    return at_desk(rita)


@pytest.fixture
def administrator(db: None) -> Client:  # noqa: ARG001 - the database must be there
    user = User.objects.create(username="dorte")
    user.groups.add(Group.objects.get(name=Role.ADMINISTRATOR))
    return at_desk(user)


def at_desk(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def nextwork() -> Any:
    return Trial.objects.get(slug=NEXTWORK)


def history_of(row: Any) -> str:
    return page_of(row).replace("/change/", "/history/")


def detail(change: Change) -> str:
    return f"{CHANGES}{change.pk}/change/"


def test_a_save_is_told_with_who_why_and_each_field_in_danish(desk: Client) -> None:
    sheet = filled(desk, page_of(nextwork()), summary="Kortere.", why_changed="Klarere ord")
    sheet["periods-0-end_latest"] = sheet["periods-0-end_earliest"] = "30-06-2022"
    response = sheet.post()
    assert saved(response), said(response)

    text = text_of(desk.get(history_of(nextwork())))
    assert "rita" in text
    assert "Klarere ord" in text
    assert "Kort fortalt" in text
    assert "Kortere." in text
    assert "periode nr. 1 rettet" in text
    assert "Slutter senest (til og med)" in text
    assert "30. juni 2022" in text


def test_a_part_that_is_deleted_keeps_the_place_it_had(desk: Client) -> None:
    response = filled(desk, page_of(nextwork()), **{"remarks-1-DELETE": "on"}).post()
    assert saved(response), said(response)

    for address in (history_of(nextwork()), CHANGES):
        text = text_of(desk.get(address)).partition("Indlæst med loaddata")[0]
        assert "bemærkning nr. 2 slettet" in text.lower()
        assert "nr. 100" not in text, "the place that a row has only while the page is saved"


def test_choices_and_rows_are_told_by_their_words(rita: User, desk: Client) -> None:
    group = TargetGroup.objects.exclude(trials__slug=NEXTWORK)[0]
    with acting(rita, "ny målgruppe"):
        nextwork().target_groups.add(group)
        Trial.objects.filter(slug=NEXTWORK).update(coverage="not_named", gap_intended=True)
    text = text_of(desk.get(history_of(nextwork()))).partition("Indlæst med loaddata")[0]
    assert f"målgrupper oprettet Felt Nu Målgrupper \u201d{group}\u201d" in text
    assert "Hullet er tilsigtet nej ja" in text
    assert "not_named" not in text
    assert "target_groups" not in text


def test_the_parts_of_a_part_that_is_gone_are_told_too(rita: User, desk: Client) -> None:
    group: Any = nextwork().target_groups.all()[0]
    with acting(rita, "forkert betingelse"):
        group.conditions.all()[0].delete()
    text = text_of(desk.get(history_of(group)))
    assert "betingelse nr. 1 slettet" in text
    assert "betingelse nr. 1, alternativ nr. 1 slettet" in text


def test_a_part_of_a_part_that_is_deleted_keeps_the_place_that_it_had(desk: Client) -> None:
    group: Any = nextwork().target_groups.all()[0]
    response = filled(desk, page_of(group), **{"conditions-0-DELETE": "on"}).post()
    assert saved(response), said(response)

    for address in (history_of(group), CHANGES):
        assert "betingelse nr. 1, alternativ nr. 1 slettet" in text_of(desk.get(address)).lower()


def test_there_are_no_more_questions_for_more_changes(
    rita: User, desk: Client, django_assert_max_num_queries: Any
) -> None:
    def write(times: int) -> None:
        with acting(rita, "igen"):
            for number in range(times):
                nextwork().periods.filter(position=1).update(
                    start_earliest=f"2020-01-{number + 1:02}"
                )
                Trial.objects.filter(slug=NEXTWORK).update(summary=f"nr. {number}")

    for address in (history_of(nextwork()), CHANGES):
        write(2)
        with django_assert_max_num_queries(60) as few:
            desk.get(address)
        write(10)
        with django_assert_max_num_queries(len(few)):
            desk.get(address)


def test_a_page_that_is_not_there_is_not_found(desk: Client) -> None:
    assert desk.get(f"{history_of(nextwork())}?side=99").status_code == 404
    assert desk.get(f"{history_of(nextwork())}?side=x").status_code == 404


def test_the_whole_trail_is_narrowed_by_who_and_what(rita: User, frida: User, desk: Client) -> None:
    with acting(rita, "Ritas"):
        Trial.objects.filter(slug=NEXTWORK).update(summary="x")
    with acting(frida, "Fridas"):
        TargetGroup.objects.filter(trials__slug=NEXTWORK).update(description="y")
    assert "Ritas" in text_of(desk.get(f"{CHANGES}?hvem={rita.pk}"))
    assert "Fridas" not in text_of(desk.get(f"{CHANGES}?hvem={rita.pk}"))
    assert "Fridas" in text_of(desk.get(f"{CHANGES}?hvad=targetgroup"))
    assert "Ritas" not in text_of(desk.get(f"{CHANGES}?hvad=targetgroup"))


def test_nobody_writes_in_the_trail(desk: Client) -> None:
    change = Change.objects.latest("pk")
    assert desk.get(f"{CHANGES}add/").status_code == 403
    assert desk.post(f"{CHANGES}{change.pk}/delete/", {"post": "yes"}).status_code == 403
    assert desk.post(detail(change), {"why": "en anden"}).status_code == 403


def test_a_caseworker_reads_no_trail(portal: Client) -> None:
    assert portal.get(CHANGES).status_code == 403
    assert portal.get(history_of(nextwork())).status_code == 404


def test_an_administrator_sees_who_and_when_but_no_word_of_a_draft(
    rita: User, administrator: Client
) -> None:
    with acting(rita, f"om {CANARY}"):
        draft = Trial.objects.create(
            slug=CANARY,
            title=CANARY,
            summary=CANARY,
            coverage="not_named",
            coverage_citation=nextwork().coverage_citation,
        )
        draft.periods.create(
            start_citation=draft.coverage_citation, end_citation=draft.coverage_citation
        )
    changes = list(Change.objects.order_by("-pk")[:2])
    for address in (CHANGES, *map(detail, changes)):
        response = administrator.get(address)
        assert response.status_code == 200
        assert "rita" in text_of(response)
        assert f"Forsøg nr. {draft.pk}" in text_of(response)
        assert CANARY not in response.content.decode()


def test_an_administrator_sees_the_short_name_of_what_is_published(
    rita: User, administrator: Client
) -> None:
    with acting(rita, "ordene"):
        Trial.objects.filter(slug=NEXTWORK).update(summary=CANARY)
    response = administrator.get(CHANGES)
    assert f"Forsøg \u201d{NEXTWORK}\u201d Rettet rita" in text_of(response)
    assert CANARY not in response.content.decode()


def test_changes_of_users_are_for_administrators(
    rita: User, desk: Client, administrator: Client
) -> None:
    with acting(rita, "rollen"):
        rita.groups.set([Group.objects.get(name=Role.PUBLISHER)])
        User.objects.filter(pk=rita.pk).update(email="rita@kommune.example")
    change = Change.objects.latest("pk")
    assert "rita@kommune.example" in text_of(administrator.get(detail(change)))
    assert "fagansvarlig" in text_of(administrator.get(history_of(rita)))
    assert desk.get(detail(change)).status_code == 302  # as for a row that is not there
    assert "rita@kommune.example" not in desk.get(CHANGES).content.decode()
    assert desk.get(f"{CHANGES}?hvad=user").status_code == 400  # it is no choice of theirs


def test_what_somebody_did_who_is_gone_can_still_be_read(desk: Client) -> None:
    gone = User.objects.create(username="borte")
    with acting(gone, "rettet"):
        Trial.objects.filter(slug=NEXTWORK).update(summary="Andre ord.")
    change = Change.objects.latest("pk")
    User.objects.filter(pk=gone.pk).delete()

    for address in (detail(change), CHANGES, history_of(nextwork())):
        assert f"bruger nr. {gone.pk}, som er slettet" in text_of(desk.get(address))


# --- The worked examples of a trial -----------------------------------------------------------


def newest_save(desk: Client) -> str:
    return text_of(desk.get(history_of(nextwork()))).partition("Indlæst med loaddata")[0]


def test_a_new_example_is_in_the_history_of_its_trial(desk: Client) -> None:
    """Examples have pages of their own, and are published with their trial all the same."""
    address = f"{new_page(WorkedExample)}?trial={nextwork().pk}"
    born = filled(desk, address, slug="proeve-alder", on="01-12-2021", answer="undetermined")
    response = born.post(why="Prøve af dagen", age="35", why_changed="Grænsen manglede")
    assert saved(response), said(response)

    text = newest_save(desk)
    assert "Grænsen manglede" in text
    assert "eksempel \u201dproeve-alder\u201d oprettet" in text
    assert "Oplysninger alder: 35 år" in text


def test_a_changed_example_is_in_the_history_of_its_trial(desk: Client) -> None:
    example = nextwork().examples.get(slug="nextwork-23")
    response = filled(desk, page_of(example), age="26", why_changed="Et år ældre").post()
    assert saved(response), said(response)

    text = newest_save(desk)
    assert "Et år ældre" in text
    assert "eksempel \u201dnextwork-23\u201d rettet" in text
    assert "alder: 26 år" in text


def test_a_deleted_example_stays_in_the_history_of_its_trial(rita: User, desk: Client) -> None:
    with acting(rita, "det spurgte om det samme"):
        nextwork().examples.get(slug="nextwork-23").delete()

    text = newest_save(desk)
    assert "det spurgte om det samme" in text
    assert "eksempel \u201dnextwork-23\u201d slettet" in text
    assert "Svar gælder ikke" in text


def test_facts_that_a_file_brought_in_and_no_form_would_take_are_told_as_they_are(
    rita: User, desk: Client
) -> None:
    with acting(rita, "indlæst"):
        nextwork().examples.filter(slug="nextwork-23").update(
            profile={"age": "mange", "helbred": "ukendt", "lab_group": "2.3"}
        )
    text = text_of(desk.get(history_of(nextwork()))).partition("Indlæst med loaddata")[0]
    assert "age: mange; helbred: ukendt;" in text


def test_the_whole_trail_names_each_example_and_the_condition_of_each_alternative(
    rita: User, desk: Client, administrator: Client
) -> None:
    """Else four changed lines would be the same to look at."""
    group: Any = nextwork().target_groups.all()[0]
    with acting(rita, "to betingelser"):
        for condition in group.conditions.all()[:2]:
            condition.alternatives.filter(position=1).update(position=9)
        nextwork().examples.filter(slug="nextwork-23").update(why="Andre ord.")
    text = text_of(desk.get(CHANGES))
    for number in (1, 2):
        assert f"Målgruppe \u201d{group}\u201d: betingelse nr. {number}, alternativ nr. 9" in text
    assert f"Forsøg \u201d{nextwork()}\u201d: eksempel \u201dnextwork-23\u201d Rettet" in text

    text = text_of(administrator.get(CHANGES))
    assert f"Forsøg \u201d{NEXTWORK}\u201d: eksempel Rettet" in text
    assert "nextwork-23" not in text, "what a draft is called stays with those who write"
