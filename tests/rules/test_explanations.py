"""No answer comes without its reason: every leaf can be read alone and names its source."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from portal.shelf import Content
from tests.rules.random_cases import cases
from tests.rules.random_documents import MUNICIPALITIES
from trials.rules import (
    ATTRIBUTES,
    Alternative,
    Answer,
    Benefit,
    Check,
    CitizenProfile,
    Comparison,
    Condition,
    Kind,
    LabGroup,
    Reason,
    all_of,
    any_of,
    assess,
    choices,
    profile_from,
    rule_from,
)

pytestmark = pytest.mark.django_db

DAY = date(2022, 2, 1)


def _all(check: Check) -> Iterator[Check]:
    yield check
    for part in check.parts:
        yield from _all(part)


def _is_readable(check: Check) -> bool:
    told = check.requirement[:1].isupper() and not check.requirement.endswith(".")
    return told and not check.sentence[:1].islower() and check.sentence.endswith((".", "?"))


def test_every_check_of_any_rule_has_requirement_reason_and_sentence() -> None:
    for document, profile, day, _ in cases(20220430, 300):
        citizen = profile_from(profile, on=day, municipalities=MUNICIPALITIES)
        for check in _all(assess(rule_from(document, document["recorded"]), citizen, on=day).check):
            assert _is_readable(check), check
            assert check.reason in Reason
            assert not (check.attribute and check.parts)


def test_every_leaf_of_the_eight_trials_names_its_source(published: Content) -> None:
    for trial in published.trials.values():
        for day in (date(2020, 1, 1), date(2020, 8, 15), DAY, date(2026, 11, 22)):
            whole = assess(trial.rule, CitizenProfile(), on=day).check
            for leaf in _all(whole):
                if not leaf.parts:
                    assert _is_readable(leaf)
                    assert leaf.attribute
                    assert leaf.source
                    assert leaf.source["title"]


def _values(alternative: Alternative) -> dict[Answer, Any]:
    """A fact that meets the alternative, one that fails it, and none at all."""
    attribute, wanted = alternative.attribute, alternative.values
    if attribute.kind is Kind.NUMBER:
        threshold = Decimal(wanted[0])
        return {Answer.YES: threshold + 1, Answer.NO: threshold - 1, Answer.UNKNOWN: None}
    decided = {*wanted, *alternative.borderline}
    other = next(word.value for word in attribute.words or () if word.value not in decided)
    facts = [wanted[0], other]
    if alternative.comparison is Comparison.NONE_OF:
        facts.reverse()
    met, failed = (frozenset({fact}) if attribute.kind is Kind.SET else fact for fact in facts)
    return {Answer.YES: met, Answer.NO: failed, Answer.UNKNOWN: None}


def test_every_condition_of_the_eight_trials_has_a_sentence_for_each_answer(
    published: Content,
) -> None:
    for trial in published.trials.values():
        for group in filter(None, [*trial.rule.groups, trial.rule.ordinary]):
            for condition in group.conditions:
                for alternative in condition.alternatives:
                    checks = [
                        alternative.check(_stating(alternative, fact), on=DAY)
                        for fact in _values(alternative).values()
                    ]
                    assert [check.answer for check in checks] == list(_values(alternative))
                    assert all(map(_is_readable, checks))
                    assert len({check.sentence for check in checks}) == 3


def _stating(alternative: Alternative, fact: Any) -> CitizenProfile:
    return CitizenProfile(stated={} if fact is None else {alternative.attribute.name: fact})


def _alternative(name: str, comparison: str, *values: str, borderline: str = "") -> Alternative:
    return Alternative(
        attribute=ATTRIBUTES[name],
        comparison=Comparison(comparison),
        values=values,
        borderline=tuple(borderline.split()),
    )


@pytest.mark.parametrize(
    ("alternative", "fact", "sentence"),
    [
        (
            _alternative("age", "at_least", "25"),
            Decimal(24),
            "Ikke opfyldt: alderen er 24 år. Kravet er: alderen er mindst 25 år.",
        ),
        (
            _alternative("age", "more_than", "30", borderline="30"),
            Decimal(30),
            "På grænsen: alderen er 30 år, og kilden afgør ikke, om det er med.",
        ),
        (
            _alternative("unemployed_months", "at_least", "1"),
            Decimal("0.5"),
            "Ikke opfyldt: ledigheden er 0,5 måneder. Kravet er: ledigheden er mindst 1 måned.",
        ),
        (
            _alternative("employment", "one_of", "ledig"),
            "beskaeftiget",
            "Ikke opfyldt: borgeren er beskæftiget. Kravet er: borgeren er ledig.",
        ),
        (
            _alternative("readiness", "none_of", "aabenlyst_uddannelsesparat"),
            "aabenlyst_uddannelsesparat",
            "Ikke opfyldt: borgeren er åbenlyst uddannelsesparat. "
            "Kravet er: borgeren er ikke åbenlyst uddannelsesparat.",
        ),
        (
            _alternative("work_experience", "one_of", "no"),
            "yes",
            "Ikke opfyldt: borgeren har erhvervserfaring.",
        ),
        (
            _alternative("health", "one_of", "stress", borderline="angst"),
            frozenset(),
            "Ikke opfyldt: borgeren har ingen af de nævnte. Kravet er: borgeren har stress.",
        ),
        (
            _alternative("health", "none_of", "stress"),
            frozenset({"angst_let", "anden"}),
            "Opfyldt: borgeren har anden sygdom og angst i lettere grad.",
        ),
        (
            _alternative("benefit", "one_of", "dagpenge"),
            None,
            "Ikke oplyst: Hvilken ydelse får borgeren?",
        ),
    ],
)
def test_the_sentences_read_as_danish(alternative: Alternative, fact: Any, sentence: str) -> None:
    assert alternative.check(_stating(alternative, fact), on=DAY).sentence == sentence


def test_a_benefit_that_ceased_is_told_by_its_name_alone() -> None:
    """Since 1 July 2025 it is kontanthjælp (B7); only the list of choices tells of the end."""
    education = _alternative("benefit", "one_of", "uddannelseshjaelp")

    assert education.requirement == "Ydelsen er uddannelseshjælp"
    assert dict(choices(Benefit))["uddannelseshjaelp"] == "uddannelseshjælp (til 30.06.2025)"
    assert dict(choices(Benefit))["dagpenge"] == "dagpenge"


@pytest.mark.parametrize("number", ["12", "13"])
def test_two_groups_of_the_law_are_known_only_together(number: str) -> None:
    """B1: self-supporting, and under 18; which number is which is not verified."""
    assert LabGroup(number).label == (
        f"nr. {number} (selvforsørgende eller under 18 år, kilderne siger ikke hvilken)"
    )


def test_a_derived_group_says_that_it_is_derived() -> None:
    citizen = CitizenProfile(stated={"benefit": "dagpenge"})
    assert _alternative("lab_group", "one_of", "1").check(citizen, on=DAY).sentence == (
        "Opfyldt: LAB-målgruppen er nr. 1 (dagpenge), udledt af de andre oplysninger."
    )


def test_the_editors_wording_is_the_requirement() -> None:
    worded = Condition(
        alternatives=(_alternative("age", "at_least", "25"),), wording="Borgeren er fyldt 25 år."
    )
    assert worded.check(CitizenProfile(), on=DAY).requirement == "Borgeren er fyldt 25 år"


def test_without_a_wording_the_alternatives_make_it() -> None:
    young, skilled = (
        _alternative("age", "less_than", "30"),
        _alternative("skill_level", "one_of", "faglaert"),
    )
    unworded = Condition(alternatives=(young, skilled))
    assert (
        unworded.requirement == "Alderen er mindre end 30 år eller uddannelsesniveauet er faglært"
    )


def _leaf(answer: Answer, sentence: str = "Sætning.") -> Check:
    return Check(requirement="Krav", answer=answer, reason=Reason.MET, sentence=sentence)


YES, NO, OPEN = _leaf(Answer.YES, "Ja."), _leaf(Answer.NO, "Nej."), _leaf(Answer.UNKNOWN, "Åbent.")


@pytest.mark.parametrize(
    ("check", "sentence"),
    [
        (all_of("Alle", []), "Der stilles ingen betingelser."),
        (all_of("Alle", [YES, YES]), "Begge betingelser er opfyldt."),
        (all_of("Alle", [YES, YES, YES]), "Alle 3 betingelser er opfyldt."),
        (all_of("Alle", [YES, NO, OPEN]), "Nej."),
        (all_of("Alle", [YES, NO, NO]), "2 af 3 betingelser er ikke opfyldt."),
        (all_of("Alle", [NO, NO]), "Ingen af de 2 betingelser er opfyldt."),
        (all_of("Alle", [YES, OPEN]), "Åbent."),
        (all_of("A", [YES, any_of("B", [OPEN, NO])]), "Åbent."),
        (
            all_of("A", [YES, any_of("B", [OPEN, OPEN])]),
            "Intet er til hinder, men 1 af 2 betingelser kan ikke afgøres.",
        ),
        (
            all_of("Alle", [OPEN, OPEN]),
            "Intet er til hinder, men ingen af de 2 betingelser kan afgøres.",
        ),
        (any_of("En", []), "Kilden nævner ingen muligheder."),
        (any_of("En", [NO, YES, OPEN]), "Ja."),
        (any_of("En", [NO, OPEN]), "Åbent."),
        (any_of("En", [NO, NO]), "Ingen af de 2 muligheder passer."),
        (any_of("En", [NO, NO], noun="perioder"), "Ingen af de 2 perioder passer."),
        (any_of("En", [NO, OPEN, OPEN]), "Én er nok, men 2 af 3 muligheder kan ikke afgøres."),
    ],
)
def test_the_whole_is_told_by_the_one_that_decides_or_by_a_count(
    check: Check, sentence: str
) -> None:
    assert check.sentence == sentence
