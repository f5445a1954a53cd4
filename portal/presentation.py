"""What the guidance page shows of an answer, put in order for the template."""

from dataclasses import dataclass
from typing import Any

from evaluations.words import Match
from portal.matching import (
    VERDICTS,
    EvaluationAnswer,
    Guidance,
    RecommendationAnswer,
    TrialAnswer,
)
from portal.shelf import Content
from trials.rules import (
    ATTRIBUTES,
    CitizenProfile,
    Question,
    Stated,
    Verdict,
    capitalised,
    danish_number,
    joined,
)

NEAR = frozenset({Match.DIRECT, Match.BOUNDARY, Match.PARTIAL})
PARTICIPATES = "participates:"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One stated fact in words, and whether the portal filled it in."""

    label: str
    text: str
    assumed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TrialSection:
    """The trials that got the same verdict."""

    verdict: Verdict
    answers: list[TrialAnswer]


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Evaluations and recommendations at about the same distance from the citizen."""

    evaluations: list[EvaluationAnswer]
    recommendations: list[RecommendationAnswer]


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedFor:
    """A question in Danish, and the titles of the trials that one reply could settle."""

    text: str
    titles: list[str]


def answer_context(guidance: Guidance, profile: CitizenProfile, content: Content) -> dict[str, Any]:
    """The parts of the answer, by the names that the template uses."""
    return {
        "stated": _facts(guidance, profile, content),
        "questions": [_asked_for(question, content) for question in guidance.questions],
        "trial_sections": [
            TrialSection(
                verdict=verdict,
                answers=[row for row in guidance.trials if row.assessment.verdict is verdict],
            )
            for verdict in VERDICTS
        ],
        "near": _evidence(guidance, near=True),
        "far": _evidence(guidance, near=False),
    }


def _evidence(guidance: Guidance, *, near: bool) -> Evidence:
    return Evidence(
        evaluations=[row for row in guidance.evaluations if (row.relevance.match in NEAR) is near],
        recommendations=[
            row for row in guidance.recommendations if (row.relevance.match in NEAR) is near
        ],
    )


def _facts(guidance: Guidance, profile: CitizenProfile, content: Content) -> list[Fact]:
    facts = [
        Fact(
            label=capitalised(attribute.label),
            text=_text(name, profile.stated[name], content),
            assumed=name in guidance.assumed,
        )
        for name, attribute in ATTRIBUTES.items()
        if name in profile.stated
    ]
    participation = [
        Fact(
            label=f"Kommunen deltager i {content.trials[slug].document['title']}",
            text="ja" if answer else "nej",
        )
        for slug, answer in profile.participates.items()
    ]
    return facts + participation


def _text(name: str, value: Stated, content: Content) -> str:
    attribute = ATTRIBUTES[name]
    if name == "municipality":
        return content.municipalities[str(value)]
    if isinstance(value, frozenset):
        return joined([_label(name, code) for code in sorted(value)]) or "ingen af de nævnte"
    if isinstance(value, str):
        return _label(name, value)
    return f"{danish_number(value)} {attribute.unit}"


def _label(name: str, code: str) -> str:
    words = ATTRIBUTES[name].words
    return words(code).label if words else code


def _asked_for(question: Question, content: Content) -> AskedFor:
    titles = [content.trials[slug].document["title"] for slug in question.settles]
    return AskedFor(text=_question(question.attribute, content), titles=titles)


def _question(name: str, content: Content) -> str:
    if name.startswith(PARTICIPATES):
        slug = name.removeprefix(PARTICIPATES)
        return f"Deltager jeres kommune i {content.trials[slug].document['title']}?"
    return ATTRIBUTES[name].question
