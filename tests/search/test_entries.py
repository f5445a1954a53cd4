"""The entries of the search are those of the shelf now: never a draft, never what was withdrawn."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from evaluations.models import Evaluation
from portal.models import Edition, SearchEntry
from portal.publication import publish, withdraw
from portal.retrieval.index import put_in_index
from portal.retrieval.ranking import entries_with_all, search
from portal.shelf import current_content
from portal.words import EditionKind
from tests.search.quality import named
from trials.models import Trial

pytestmark = pytest.mark.django_db

CANARY = "tilbageløbsventil"


def found(text: str) -> list[str]:
    result = search(text, current_content())
    return [named(hit) for hit in result.hits] if result.has_all else []


def put(kind: EditionKind, slug: str, **changes: Any) -> None:
    like = Edition.objects.history(kind, slug)[0].document
    publish(kind, {**like, **changes}, by=None, reason="Prøve")


def test_there_is_an_entry_for_every_thing_and_every_finding():
    content = current_content()
    findings = sum(len(row.document["findings"]) for row in content.evaluations.values())
    things = len(content.trials) + len(content.evaluations)
    things += len(content.recommendations) + len(content.programmes)

    assert SearchEntry.objects.filter(finding="").count() == things
    assert SearchEntry.objects.exclude(finding="").count() == findings


def test_a_draft_is_not_found():
    Trial.objects.filter(slug="ibbis").update(summary=CANARY)
    Evaluation.objects.filter(slug="en-plan-vive").update(summary=CANARY)

    assert found(CANARY) == []
    assert CANARY not in str(search(CANARY, current_content()).query.words)


def test_only_the_newest_edition_is_found():
    put(EditionKind.TRIAL, "ibbis", summary=f"En {CANARY}.")
    assert found(CANARY) == ["t:ibbis"]

    put(EditionKind.TRIAL, "ibbis", summary="Noget andet.")
    assert found(CANARY) == []


def test_what_is_withdrawn_is_not_found_and_its_words_are_forgotten():
    put(EditionKind.EVALUATION, "ibbis-star-2024", summary=f"En {CANARY}.")
    assert found(CANARY) == ["e:ibbis-star-2024"]
    put(EditionKind.TRIAL, "ibbis", summary=f"Også en {CANARY}.")

    withdraw(EditionKind.TRIAL, "ibbis", by=None, reason="Prøve")

    assert found(CANARY) == ["e:ibbis-star-2024"]
    assert "t:ibbis" not in found("ibbis")


def test_publishing_again_brings_it_back():
    like = Edition.objects.history(EditionKind.TRIAL, "ibbis")[0].document
    withdraw(EditionKind.TRIAL, "ibbis", by=None, reason="Prøve")
    publish(EditionKind.TRIAL, like, by=None, reason="Prøve")

    assert "t:ibbis" in found("ibbis")


def test_municipalities_have_no_entry_of_their_own():
    assert not SearchEntry.objects.filter(edition__kind=EditionKind.MUNICIPALITIES).exists()


def test_putting_in_the_index_twice_changes_nothing():
    before = list(
        SearchEntry.objects.order_by("edition", "finding").values_list("finding", "words")
    )
    put_in_index(Edition.objects.newest())

    after = SearchEntry.objects.order_by("edition", "finding").values_list("finding", "words")
    assert list(after) == before


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    st.one_of(
        st.text(max_size=60),
        st.text(alphabet="'\\:&|!()<->* §aæ6\"", max_size=30),
        st.lists(st.sampled_from(["praktik", "plan", "§ 6", '"', "'", "!", ":*", "<->"])).map(
            " ".join
        ),
    )
)
def test_whatever_is_typed_is_only_ever_searched_for(text):
    content = current_content()
    if "\x00" not in text:
        search(text, content)
        entries_with_all(text, content).count()


def test_a_quoted_phrase_must_stand_as_it_is():
    loose, quoted = found("plan borgeren"), found('"borgeren én plan"')

    assert "r:en-plan-for-borgeren" in quoted
    assert len(quoted) < len(loose)


def test_what_has_some_of_the_words_is_shown_when_nothing_has_all():
    result = search("skizofreni positivliste", current_content())

    assert not result.has_all
    assert {hit.slug for hit in result.hits} >= {
        "social-stoette-vive-2023",
        "voksenlaerling-positivliste",
    }
