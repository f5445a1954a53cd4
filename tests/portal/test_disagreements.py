"""Claims that disagree: what was chosen and why stands on the pages, in lists, and in the gate."""

from typing import Any

import pytest
from django.test import Client

from portal.disagreements import NO_REASON, NONE_CHOSEN, SEVERAL_CHOSEN, disputed, topics_of
from portal.gate import missing
from portal.publication import desk_items
from portal.shelf import current_content
from portal.words import EditionKind, Role
from tests.desk.conftest import browser_of
from tests.portal.pages import read, text_of
from trials.models import Trial, TrialClaim

pytestmark = pytest.mark.django_db

DESK = "/skrivebord/uenigheder/"
PUBLIC = "/uenigheder/"


def ibbis(**changes: Any) -> dict[str, Any]:
    """The trial as a document, with the claims about covid-19 changed."""
    TrialClaim.objects.filter(trial__slug="ibbis", slug="ingen-betingelse-om-covid").update(
        **changes
    )
    (item,) = desk_items(EditionKind.TRIAL, slug="ibbis")
    return item[1]


def test_every_choice_of_the_fixtures_has_its_reason() -> None:
    topics = [topic for _, document in desk_items() for topic in topics_of(document)]
    assert len(topics) > 25
    assert [topic.name for topic in topics if topic.lack] == []


def test_the_gate_asks_for_the_reason_of_a_choice_between_sources() -> None:
    (lack,) = missing(EditionKind.TRIAL, ibbis(why_chosen=""))
    assert lack == f"Emnet \u201dEr covid-19 en betingelse?\u201d: {NO_REASON}"


def test_the_gate_refuses_two_choices_on_one_topic() -> None:
    TrialClaim.objects.filter(trial__slug="ibbis", slug="covid-som-aarsag").update(chosen=True)
    (lack,) = missing(EditionKind.TRIAL, ibbis())
    assert SEVERAL_CHOSEN in lack


def test_what_nobody_can_decide_may_be_published_as_open() -> None:
    assert missing(EditionKind.TRIAL, ibbis(chosen=False, why_chosen="")) == []


def test_a_claim_without_a_rival_needs_no_reason() -> None:
    TrialClaim.objects.filter(trial__slug="ibbis", slug="covid-som-aarsag").delete()
    assert missing(EditionKind.TRIAL, ibbis(why_chosen="")) == []


def test_an_edition_from_before_the_reason_is_read_as_having_none() -> None:
    document = ibbis()
    for claim in document["claims"]:
        del claim["why_chosen"]
    assert {topic.lack for topic in topics_of(document)} == {NO_REASON}


def test_the_page_of_a_trial_tells_what_was_chosen_and_why(client: Client) -> None:
    text = read(client, "/forsoeg/ibbis/")
    assert "Det, vi bruger: Covid-19 er ikke en betingelse." in text
    assert "Hvorfor: Sætningen kan læses på to måder." in text


def test_the_public_list_holds_every_published_topic_with_both_sides(client: Client) -> None:
    content, text = current_content(), read(client, PUBLIC)
    published = [
        *((EditionKind.TRIAL, row.document) for row in content.trials.values()),
        *((EditionKind.PROGRAMME, document) for document in content.programmes.values()),
        *((EditionKind.EVALUATION, row.document) for row in content.evaluations.values()),
    ]
    things = list(disputed(published))
    assert {thing.kind for thing in things} == {kind for kind, _ in published}
    for thing in things:
        assert thing.title in text
        for topic in thing.topics:
            assert all(claim["statement"] in text for claim in topic.claims)
            assert all(claim["why_chosen"] in text for claim in topic.chosen)
        assert all(remark["text"] in text for remark in thing.remarks)


def test_the_public_list_holds_no_draft_and_reads_its_address_strictly(client: Client) -> None:
    ibbis(statement="Ændret på skrivebordet.")
    assert "Ændret på skrivebordet." not in read(client, PUBLIC)
    assert client.get(f"{PUBLIC}?vis=uafklaret").status_code == 400


@pytest.mark.parametrize("page", ["/hjaelp/viden/", "/videnskort/"])
def test_the_list_is_found_from_the_pages_about_evidence(client: Client, page: str) -> None:
    assert f'href="{PUBLIC}"' in client.get(page).content.decode()


def test_the_desk_lists_drafts_too_and_leads_to_where_they_are_written() -> None:
    ibbis(statement="Ændret på skrivebordet.")
    editor = browser_of(Role.EDITOR)
    response = editor.get(DESK)
    key = Trial.objects.get(slug="ibbis").pk
    assert "Ændret på skrivebordet." in text_of(response)
    assert f'href="/skrivebord/trials/trial/{key}/change/"' in response.content.decode()
    assert f'href="{DESK}"' in editor.get("/skrivebord/").content.decode()


@pytest.mark.parametrize(
    ("changes", "lack"),
    [({"why_chosen": ""}, NO_REASON), ({"chosen": False, "why_chosen": ""}, NONE_CHOSEN)],
)
def test_the_desk_finds_what_is_not_settled(changes: dict[str, Any], lack: str) -> None:
    editor = browser_of(Role.EDITOR)
    assert "Kun de uafklarede (0)" in text_of(editor.get(f"{DESK}?vis=uafklaret"))

    ibbis(**changes)
    text = text_of(editor.get(f"{DESK}?vis=uafklaret"))
    assert "Kun de uafklarede (1)" in text
    assert f"Uafklaret: {lack}" in text
    assert "Er beslutningen gennemført?" not in text


def test_an_unknown_choice_of_the_list_is_refused() -> None:
    assert browser_of(Role.EDITOR).get(f"{DESK}?vis=alt").status_code == 400
