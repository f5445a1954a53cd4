"""Examples beside a trial, tried in plain Python: what holds, what does not, and what changes."""

from typing import Any

import pytest

from tests.rules.random_cases import Case, cases
from tests.rules.random_documents import Json
from trials.rules import (
    Verdict,
    assess,
    changed_answers,
    example_answer,
    example_question,
    offer_from,
    profile_from,
    rule_from,
    told_by,
    tried_in_words,
    try_examples,
)

SOURCE = None
SKILLED: Json = {
    "slug": "faglaert",
    "why": "Faglært er nok.",
    "on": "2021-06-01",
    "profile": {"skill_level": "faglaert", "unemployed_months": 3.5},
    "offer": {},
    "expected": {"answer": "applies"},
}


def condition(attribute: str, comparison: str, value: str) -> Json:
    told = {"attribute": attribute, "comparison": comparison, "values": [value], "borderline": []}
    return {"wording": "", "source": SOURCE, "alternatives": [told]}


def trial(*examples: Json, months: str = "3", last: str = "2021-12-31", **more: Any) -> Json:
    """Skilled and unemployed for more than some months, in 2021."""
    conditions = [
        condition("skill_level", "one_of", "faglaert"),
        condition("unemployed_months", "more_than", months),
    ]
    start = {"earliest": "2021-01-01", "latest": "2021-01-01", "source": SOURCE}
    return {
        "slug": "record",
        "periods": [
            {
                "start": start,
                "end": {"earliest": last, "latest": last, "source": SOURCE},
                "open_ended": False,
            }
        ],
        "coverage": {"kind": "nationwide", "count": None, "municipalities": [], "source": SOURCE},
        "target_groups": [{"name": "Faglærte", "source": SOURCE, "conditions": conditions}],
        "ordinary_group": None,
        "limit": None,
        "reservation": "",
        "examples": list(examples),
        **more,
    }


def skilled(**changes: Any) -> Json:
    return SKILLED | changes


def fault(document: Json) -> str:
    (outcome,) = try_examples(document)
    assert not outcome.holds
    return outcome.text


def test_an_example_holds_when_the_rule_answers_as_it_expects() -> None:
    (outcome,) = try_examples(trial(skilled()))

    assert outcome.holds
    assert outcome.text == "Holder."


def test_an_example_that_does_not_hold_tells_both_answers_and_what_decides() -> None:
    told = fault(trial(skilled(), months="6"))

    assert told.startswith("Holder ikke. Ventet: gælder. Nu: gælder ikke. Grund: Ikke opfyldt: ")
    assert "3,5 måneder" in told


@pytest.mark.parametrize(
    ("expected", "told"),
    [
        (
            {"deciding": ["age"]},
            "Ventet som det, der afgør svaret: alder. Nu: ledighed i måneder.",
        ),
        ({"notes": ["source_reservation"]}, "Bemærkning, der mangler: Kilden tager et forbehold"),
        ({"offer_allowed": "yes"}, "Ventet svar om tilbuddet: tilladt. Nu: intet."),
        ({"allowed": 13}, "Ventet sikker varighed: 13. Nu: ingen."),
        ({"possible": 13}, "Ventet mulig varighed: 13. Nu: ingen."),
    ],
)
def test_each_part_of_an_answer_that_is_stated_is_compared(expected: Json, told: str) -> None:
    short = skilled(profile=SKILLED["profile"] | {"unemployed_months": 2})
    short["expected"] = {"answer": "not_applies", **expected}

    assert told in fault(trial(short))


def test_a_note_that_must_be_absent_is_told_when_it_is_there() -> None:
    example = skilled(expected={"answer": "applies", "absent_notes": ["source_reservation"]})

    assert try_examples(trial(example))[0].holds
    assert "Bemærkning, der ikke skulle være der: Kilden tager" in fault(
        trial(example, reservation="Kun en mulighed.")
    )


def test_what_is_not_stated_of_an_answer_is_not_compared() -> None:
    example = skilled(on="2022-01-01", expected={"answer": "not_applies"})

    assert try_examples(trial(example))[0].holds


def test_an_example_that_nobody_could_ask_says_why_and_the_others_are_tried() -> None:
    """A profile that contradicts itself, as one may after a fact came under another rule."""
    broken = skilled(profile={"benefit": "uddannelseshjaelp", "age": 40})

    bad, good = try_examples(trial(broken, skilled()))

    assert bad.text.startswith("Holder ikke. Eksemplet kan ikke læses: Uddannelseshjælp gives kun")
    assert good.holds


def test_a_document_from_before_there_were_examples_has_none() -> None:
    document = trial()
    del document["examples"]

    assert try_examples(document) == []
    assert changed_answers(document, document) == []


def test_a_changed_rule_tells_which_examples_get_another_answer() -> None:
    later = skilled(slug="senere", on="2022-06-01")

    changes = changed_answers(trial(skilled(), later), trial(skilled(), later, last="2022-12-31"))

    assert [change.example["slug"] for change in changes] == ["senere"]
    assert "Svaret: gælder ikke; det, der afgør svaret: perioden" in changes[0].before
    assert changes[0].now == "Svaret: gælder"


def test_deleting_an_example_with_the_change_does_not_hide_it() -> None:
    (change,) = changed_answers(trial(skilled()), trial(months="6"))

    assert change.example == skilled()


def test_the_same_question_is_told_once_whatever_the_order_of_its_keys() -> None:
    """The database keeps no order of keys."""
    turned = skilled(profile=dict(reversed(SKILLED["profile"].items())))

    assert len(changed_answers(trial(turned), trial(skilled(), months="6"))) == 1


def test_an_example_is_told_in_words_and_no_code() -> None:
    asked = skilled(
        profile={"age": 24, "health": [], "work_experience": False, "municipality": "0101"},
        municipality_name="København",
        offer={"weeks": 1, "special_need": True},
        expected={"answer": "undetermined", "deciding": ["period", "age"], "possible": 13},
    )

    assert example_question(asked) == (
        "1. juni 2021; alder: 24 år; kommune: København; borgeren har ikke erhvervserfaring; "
        "helbredsforhold: ingen af dem; tilbud på 1 uge i alt; særligt behov for en længere "
        "periode, efter en konkret, individuel vurdering: ja."
    )
    assert example_answer(asked, "uger") == (
        "Kan ikke afgøres; det, der afgør svaret: perioden og alder; den mulige varighed: 13 uger"
    )


@pytest.mark.parametrize(
    ("held", "told"),
    [
        ([], "Ingen eksempler."),
        ([True], "1 eksempel. Det holder."),
        ([True, True], "2 eksempler. Begge holder."),
        ([True] * 3, "3 eksempler. Alle holder."),
        ([True, False, False], "3 eksempler. 2 holder ikke."),
    ],
)
def test_the_count_is_told_in_proper_danish(held: list[bool], told: str) -> None:
    document = trial(*(skilled() if holds else skilled(on="2022-01-01") for holds in held))

    assert tried_in_words(try_examples(document)) == told


# --- A law of all examples --------------------------------------------------------------------


def recorded(case: Case) -> Json:
    """The example that the engine's own answer makes."""
    stated = {str(case.profile.get("municipality"))}
    profile = profile_from(case.profile, on=case.day, municipalities=stated)
    offer = offer_from(case.offer) if case.offer else None
    return {
        "slug": "optaget",
        "why": "Som reglen svarer.",
        "on": case.day.isoformat(),
        "profile": case.profile,
        "offer": case.offer or {},
        "expected": told_by(assess(rule_from(case.document), profile, on=case.day, offer=offer)),
    }


def test_an_example_recorded_from_the_engines_own_answer_always_holds() -> None:
    for case in cases(20261122, 500):
        example = recorded(case)
        document = {**case.document, "examples": [example]}

        assert [outcome.text for outcome in try_examples(document)] == ["Holder."]
        assert changed_answers(document, document) == []
        assert example_question(example)
        assert example_answer(example)


def test_an_example_with_another_answer_than_the_engines_never_holds() -> None:
    for case in cases(5, 100):
        example = recorded(case)
        others = {verdict.value for verdict in Verdict} - {example["expected"]["answer"]}
        for answer in others:
            wrong = example | {"expected": {"answer": answer}}

            assert "Ventet: " in fault({**case.document, "examples": [wrong]})
