"""The answers in words: reasons, last days, doubts, distances and strength, before any template."""

import re
from datetime import date
from typing import Any

import pytest

from evaluations.words import Level, Mark, Match
from portal.guidance.answer.evidence import reasons_of, status_of
from portal.guidance.answer.explanations import Standing, leaves, standing_of
from portal.guidance.answer.parts import answer_context
from portal.guidance.answer.trials import ShownTrial, doubts_of
from portal.matching import guidance_for, read_profile
from portal.shelf import current_content
from tests.examples import TRIALS
from tests.portal.citizens import YOUNG
from trials.rules import Answer, Check, Reason, Verdict, all_of, any_of, offer_from

pytestmark = pytest.mark.django_db

ON = date(2021, 12, 1)
TODAY = date(2026, 3, 15)


def shown(*, on: date = ON, offer: dict[str, Any] | None = None, **stated: Any) -> dict[str, Any]:
    """The context of the page for what is stated."""
    content = current_content()
    profile = read_profile(content, stated, on=on)
    planned = offer_from(offer) if offer else None
    guidance = guidance_for(content, profile, on=on, offer=planned)
    return answer_context(guidance, profile, content, offer=planned, today=TODAY)


def trial(slug: str, *, on: date = ON, **stated: Any) -> ShownTrial:
    rows = [row for section in shown(on=on, **stated)["trial_sections"] for row in section.trials]
    return next(row for row in rows if row.answer.document["slug"] == slug)


def evidence(kind: str, slug: str, *, on: date = ON, **stated: Any) -> Any:
    found = shown(on=on, **stated)[kind]
    rows = [*found.near, *(row for folded in found.folded for row in folded.answers)]
    return next(row for row in rows if row.document["slug"] == slug)


# --- Reasons ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("slug", "on", "stated", "reason"),
    [
        pytest.param(
            "nextwork-praktik",
            ON,
            YOUNG | {"work_experience": False},
            "Forsøget er i kraft den 1. december 2021, kommunen deltager, og borgeren er i "
            "målgruppen.",
            id="applies",
        ),
        pytest.param(
            "nextwork-praktik",
            ON,
            YOUNG,
            "Intet er til hinder, men vi ved ikke, om borgeren har erhvervserfaring, har "
            "langvarig ledighed eller har svært ved at få job med løntilskud.",
            id="one-of-three-facts-is-missing",
        ),
        pytest.param(
            "nextwork-praktik",
            date(2026, 3, 15),
            YOUNG | {"work_experience": False},
            "Forsøget er udløbet den valgte dag.",
            id="expired",
        ),
        pytest.param(
            "voksenlaerling-positivliste",
            date(2019, 1, 1),
            {"employment": "ledig"},
            "Forsøget er ikke begyndt den valgte dag, og borgeren er ikke i målgruppen.",
            id="not-begun-and-not-in-the-group",
        ),
        pytest.param(
            "uddannelsesloeft-nordjylland",
            ON,
            {"municipality": "0101", "benefit": "kontanthjaelp"},
            "Kommunen er ikke med, og borgeren er ikke i målgruppen.",
            id="elsewhere",
        ),
        pytest.param(
            "jobrotation-ledighedskrav",
            ON,
            {"municipality": "0101", "jobrotation_substitute": True},
            "Intet er til hinder, men vi kender ikke borgerens ledighed i måneder.",
            id="a-number-is-missing",
        ),
        pytest.param(
            "ibbis",
            date(2022, 2, 1),
            {"municipality": "0101", "on_sick_leave": True, "health": ["angst"]},
            "Intet er til hinder, men borgerens helbredsforhold ligger på en grænse, som kilden "
            "ikke afgør.",
            id="on-the-line",
        ),
    ],
)
def test_the_reason_is_one_sentence_of_danish(slug, on, stated, reason):
    assert trial(slug, on=on, **stated).reason == reason


@pytest.mark.parametrize("vector", TRIALS, ids=lambda vector: vector["id"])
def test_every_answer_of_the_worked_examples_has_one_whole_sentence(vector):
    on = date.fromisoformat(vector["on"])
    for section in shown(on=on, offer=vector.get("offer"), **vector["profile"])["trial_sections"]:
        for row in section.trials:
            assert row.reason[0].isupper()
            assert row.reason.endswith(".")
            assert not re.search(r"\. [A-ZÆØÅ]|None|  ", row.reason)
            assert row.is_compact is (section.verdict is Verdict.NOT_APPLIES)
            assert bool(row.open_points) is (section.verdict is Verdict.UNDETERMINED)


# --- The limit and the last day ---------------------------------------------------------------


def test_the_steps_stand_in_one_sentence():
    """S004:80-82: 4 weeks, 13 in the trial, 26 after an assessment, and no upper limit stated."""
    assert trial("nextwork-praktik", **YOUNG).steps == (
        "4 uger efter den almindelige regel; 13 uger i forsøget; 26 uger efter konkret vurdering; "
        "derefter intet loft i kilden, men kun ved særligt behov."
    )
    assert trial("jobrotation-varighed", **YOUNG).steps == (
        "6 måneder efter den almindelige regel; 9 måneder i forsøget."
    )
    assert trial("ibbis", **YOUNG).steps == ""


@pytest.mark.parametrize(
    ("slug", "on", "told"),
    [
        ("nextwork-praktik", ON, "Sidste sikre dag: 31. marts 2022 (udledt af kilden)."),
        ("nextwork-praktik", date(2022, 4, 1), ""),
        ("nextwork-praktik", date(2021, 11, 9), ""),
        # The two periods of 2021 and 2022 follow each other without a gap.
        ("jobrotation-varighed", ON, "Sidste sikre dag: 31. december 2022."),
    ],
)
def test_the_last_certain_day_is_told_on_days_that_are_surely_covered(slug, on, told):
    assert trial(slug, on=on, **YOUNG).last_day == told


# --- Doubts and evaluations -------------------------------------------------------------------


def test_sources_that_disagree_are_told_apart_from_one_that_can_be_read_in_two_ways():
    """C1 and C3: STAR and the newsletter give two starts; the newsletter's March has no year."""
    disputed = trial("voksenlaerling-ledighedskrav", **YOUNG).doubts[0]
    ambiguous = trial("nextwork-praktik", **YOUNG).doubts[0]

    assert disputed.kind == "Kilderne er uenige"
    assert disputed.topic == "Hvornår begyndte forsøget?"
    assert "august 2020" in " ".join(disputed.others)
    assert ambiguous.kind == "Kilden kan læses på flere måder"
    assert "31. marts 2022" in ambiguous.chosen
    assert "31. marts 2023" in ambiguous.others[0]


def test_every_rival_claim_is_told_once():
    for published in current_content().trials.values():
        claims = published.document["claims"]
        told = [(row.chosen, *row.others) for row in doubts_of(claims)]
        assert sorted(text for texts in told for text in texts) == sorted(
            claim["statement"] for claim in claims
        )


def test_the_evaluation_of_a_trial_stands_beside_it_with_its_null_result():
    """S006: no effect on employment was found of IBBIS; the extra expense is a description."""
    (study,) = trial("ibbis", **YOUNG).evaluations

    assert study.result == "Resultat: beskæftigelse: ingen påvist effekt; 1 beskrivende fund."
    assert study.published == "19. november 2024"
    assert trial("nextwork-praktik", **YOUNG).evaluations == []


# --- Explanations -----------------------------------------------------------------------------


def leaf(answer: Answer, reason: Reason, attribute: str | None = None) -> Check:
    return Check(
        requirement="Krav", answer=answer, reason=reason, sentence="Svar.", attribute=attribute
    )


NOT_STATED = leaf(Answer.UNKNOWN, Reason.NOT_STATED, "age")


@pytest.mark.parametrize(
    ("check", "standing"),
    [
        (leaf(Answer.YES, Reason.MET), Standing.MET),
        (leaf(Answer.NO, Reason.EXPIRED), Standing.NOT_MET),
        (NOT_STATED, Standing.NOT_STATED),
        (leaf(Answer.UNKNOWN, Reason.NOT_NAMED, "municipality"), Standing.NOT_STATED),
        (leaf(Answer.UNKNOWN, Reason.NOT_STATED, "long_term_unemployed"), Standing.ASSESS),
        (leaf(Answer.UNKNOWN, Reason.NOT_STATED, "individual_assessment"), Standing.ASSESS),
        (leaf(Answer.UNKNOWN, Reason.BORDERLINE, "age"), Standing.BORDERLINE),
        (leaf(Answer.UNKNOWN, Reason.END_UNCERTAIN, "period"), Standing.OPEN),
        (all_of("Alle", [NOT_STATED]), Standing.OPEN),
        (any_of("Én", [NOT_STATED, leaf(Answer.YES, Reason.MET)]), Standing.MET),
    ],
)
def test_what_stays_open_tells_why(check, standing):
    assert standing_of(check) is standing


def test_no_two_standings_share_a_word_or_a_mark():
    assert len({standing.label for standing in Standing}) == len(Standing)
    assert len({standing.mark for standing in Standing}) == len(Standing)


def test_the_leaves_are_those_that_rest_on_nothing():
    tree = all_of("Alle", [NOT_STATED, any_of("Én", [leaf(Answer.NO, Reason.NOT_MET)])])

    assert [each.reason for each in leaves(tree)] == [Reason.NOT_STATED, Reason.NOT_MET]


# --- Distance and strength --------------------------------------------------------------------


def test_the_distance_is_told_condition_by_condition():
    """docs/evidence.md: both evaluations of Social støtte studied people over 30."""
    found = evidence("evaluations", "social-stoette-vive-2023", age=27, benefit="kontanthjaelp")
    told = {row.text: (row.standing, row.word) for row in found.distance}

    assert found.relevance.match is Match.INDIRECT
    assert told["Målgruppen: ydelsen er kontanthjælp. Borgeren: kontanthjælp."] == (
        Standing.MET,
        "passer",
    )
    assert told["Målgruppen: alderen er mere end 30 år. Borgeren: 27 år."] == (
        Standing.NOT_MET,
        "passer ikke",
    )
    assert told["Målgruppen: ledigheden er mindst 12 måneder. Borgeren: ikke oplyst."] == (
        Standing.NOT_STATED,
        "ikke oplyst",
    )


def test_thirty_is_on_the_line_of_over_thirty():
    found = evidence("evaluations", "social-stoette-vive-2023", age=30)

    assert "på grænsen" in [row.word for row in found.distance]


def test_a_recommendation_tells_who_says_it_and_why_its_strength_is_what_it_is():
    found = evidence("recommendations", "praktisk-traening", disability=True)

    assert found.status.startswith("udtrykkelig anbefaling, udstedt af ")
    assert found.strength.level is Level.EXPERIENCE
    assert found.is_experience
    assert [(row.raises, row.text) for row in found.reasons] == [
        (False, "kun beskrivelser, oplevelser eller cases")
    ]


def test_an_effect_is_not_experience_and_its_marks_stand_beside_it():
    stated = {"benefit": "kontanthjaelp", "readiness": "aktivitetsparat", "age": 45}
    found = evidence("recommendations", "cti-stoette", unemployed_months=30, **stated)

    assert not found.is_experience
    assert Mark.NO_EFFECT in found.strength.marks
    assert found.reasons[0].raises
    assert not found.reasons[1].raises


def test_every_reason_of_strength_has_a_sign_that_can_be_read():
    for row in shown(**YOUNG)["recommendations"].folded[0].answers:
        signs = [reason[0] for reason in row.strength.reasons]
        assert set(signs) <= {"+", "-"}
        assert [each.raises for each in reasons_of(row.strength)] == [sign == "+" for sign in signs]


def test_an_issuer_that_nobody_states_is_left_out():
    assert status_of({"status": "learning", "issuer": None}) == "læring fra evalueringen"
