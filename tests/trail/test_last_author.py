"""Who wrote last since a thing was published: whoever did does not publish it alone (P18)."""

from typing import Any

import pytest

from evaluations.models import Evaluation, Programme
from evaluations.recommendations.models import Recommendation
from portal.kinds import MODELS
from portal.models import User
from portal.publication import publish_all
from portal.trail import acting, last_author
from portal.words import EditionKind
from trials.models import Citation, Municipality, Participation, TargetGroup, Trial

pytestmark = pytest.mark.django_db

NEXTWORK = "nextwork-praktik"


def nextwork() -> Any:
    return Trial.objects.get(slug=NEXTWORK)


def author() -> User | None:
    return last_author(EditionKind.TRIAL, NEXTWORK)


def test_nobody_has_written_since_the_newest_edition() -> None:
    assert author() is None


@pytest.mark.parametrize("kind", MODELS)
def test_a_thing_that_is_not_there_has_no_author(kind: EditionKind) -> None:
    assert last_author(kind, "findes-ikke") is None


def test_whoever_changes_the_row_itself_wrote_last(rita: User, frida: User) -> None:
    with acting(rita, "rettet"):
        Trial.objects.filter(slug=NEXTWORK).update(summary="Ritas ord")
    assert author() == rita
    with acting(frida, "rettet igen"):
        Trial.objects.filter(slug=NEXTWORK).update(summary="Fridas ord")
    assert author() == frida


def change_a_period() -> None:
    nextwork().periods.update(position=7)


def delete_a_period() -> None:
    nextwork().periods.all()[0].delete()


def choose_another_group() -> None:
    nextwork().target_groups.add(TargetGroup.objects.exclude(trials__slug=NEXTWORK)[0])


def let_a_group_go() -> None:
    nextwork().target_groups.clear()


def rename_a_group() -> None:
    nextwork().target_groups.update(name="Et andet navn")


def reword_a_condition() -> None:
    nextwork().target_groups.all()[0].conditions.update(wording="Andre ord")


def delete_a_condition() -> None:
    nextwork().target_groups.all()[0].conditions.all()[0].delete()


def change_an_alternative() -> None:
    alternatives = nextwork().target_groups.all()[0].conditions.all()[0].alternatives
    alternatives.update(position=9)


def add_an_example() -> None:
    example: Any = nextwork().examples.all()[0]
    example.pk, example.slug = None, "et-til"
    example.save(force_insert=True)


def reword_an_example() -> None:
    nextwork().examples.update(why="En anden forklaring")


def delete_an_example() -> None:
    nextwork().examples.all()[0].delete()


def move_a_citation() -> None:
    Citation.objects.filter(pk=nextwork().coverage_citation_id).update(place="Et andet sted")


def rename_a_source() -> None:
    source = nextwork().coverage_citation.source
    source.title = "En anden titel"
    source.save()


@pytest.mark.parametrize(
    "edit",
    [
        change_a_period,
        delete_a_period,
        choose_another_group,
        let_a_group_go,
        rename_a_group,
        reword_a_condition,
        delete_a_condition,
        change_an_alternative,
        add_an_example,
        reword_an_example,
        delete_an_example,
        move_a_citation,
        rename_a_source,
    ],
)
def test_whoever_changes_what_the_thing_is_made_of_wrote_last(rita: User, edit: Any) -> None:
    with acting(rita, "en del"):
        edit()
    assert author() == rita


def test_what_was_published_has_no_author_any_more(rita: User, frida: User) -> None:
    with acting(rita, "rettet"):
        Trial.objects.filter(slug=NEXTWORK).update(summary="Ritas ord")
    publish_all(by=frida, reason="Læst")
    assert author() is None


def test_another_thing_is_not_ours(rita: User) -> None:
    with acting(rita, "et andet forsøg"):
        other = Trial.objects.exclude(slug=NEXTWORK)[0]
        Trial.objects.filter(pk=other.pk).update(summary="Noget andet")
    assert author() is None
    assert last_author(EditionKind.TRIAL, other.slug) == rita


def test_of_what_has_its_own_edition_only_the_name_counts(rita: User, frida: User) -> None:
    evaluation = Evaluation.objects.filter(programmes__isnull=False)[0]
    programmes = Programme.objects.filter(evaluations=evaluation)
    with acting(rita, "i programmet selv"):
        programmes.update(aim="Noget andet")
    assert last_author(EditionKind.EVALUATION, evaluation.slug) is None
    assert last_author(EditionKind.PROGRAMME, programmes[0].slug) == rita
    with acting(frida, "hvad det hedder"):
        programmes.update(name="Noget helt andet")
    assert last_author(EditionKind.EVALUATION, evaluation.slug) == frida


def test_the_support_of_a_recommendation_is_a_part_of_it(rita: User) -> None:
    recommendation: Any = Recommendation.objects.filter(supports__isnull=False)[0]
    with acting(rita, "støtten"):
        recommendation.supports.all().delete()
    assert last_author(EditionKind.RECOMMENDATION, recommendation.slug) == rita


def test_the_municipalities_and_what_they_take_part_in_have_authors_too(rita: User) -> None:
    with acting(rita, "navnet"):
        Municipality.objects.filter(code="0101").update(aliases=["Kbh"])
    assert last_author(EditionKind.MUNICIPALITIES, "kommuner") == rita
    with acting(rita, "oplyst"):
        Participation.objects.create(
            trial=nextwork(),
            municipality=Municipality.objects.get(code="0101"),
            takes_part=True,
            stated_by="jobcentret",
            status="outside",
            known_on="2021-12-01",
        )
    assert last_author(EditionKind.PARTICIPATION, NEXTWORK) == rita


def test_the_database_itself_is_no_author() -> None:
    Trial.objects.filter(slug=NEXTWORK).update(summary="Uden navn")
    assert author() is None


def test_what_comes_without_a_name_frees_nobody_from_what_they_wrote(rita: User) -> None:
    """Else a file that is loaded afterwards would let Rita publish her own words."""
    with acting(rita, "rettet"):
        Trial.objects.filter(slug=NEXTWORK).update(summary="Ritas ord")
    Trial.objects.filter(slug=NEXTWORK).update(derogates_from="Uden navn")
    assert author() == rita
