"""Law and evidence for one citizen on one day, each with why and why not."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from evaluations.recommendations.relevance import CLOSEST_FIRST, Relevance, closest, relevance
from evaluations.recommendations.strength import Evidence, Strength, strength
from evaluations.words import Design, Direction, Level, Match, RecommendationStatus
from portal.shelf import Content, Document, PublishedEvidence
from trials.rules import (
    Assessment,
    CitizenProfile,
    Offer,
    Question,
    StatementError,
    Verdict,
    assess,
    latest_day,
    nearest_change,
    profile_from,
    questions,
)

VERDICTS = (Verdict.APPLIES, Verdict.UNDETERMINED, Verdict.NOT_APPLIES)
LEVELS = tuple(Level)

# How close each evaluation's studied groups are to the citizen, by its slug: found once.
Studied = Mapping[str, Relevance]


@dataclass(frozen=True, slots=True, kw_only=True)
class TrialAnswer:
    """A trial and what it answers for this citizen; ``nearest`` is what would change a no."""

    document: Document
    assessment: Assessment
    nearest: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EvaluationAnswer:
    """An evaluation and its distance to this citizen. Its findings always show together."""

    document: Document
    relevance: Relevance


@dataclass(frozen=True, slots=True, kw_only=True)
class RecommendationAnswer:
    """A recommendation, its distance, the strength behind it, and the findings it rests on."""

    document: Document
    relevance: Relevance
    strength: Strength
    findings: tuple[Document, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Guidance:
    """Vejledning: the whole answer for one profile on one day, on one content version."""

    on: date
    content_version: str
    assumed: tuple[str, ...]
    trials: tuple[TrialAnswer, ...]
    evaluations: tuple[EvaluationAnswer, ...]
    recommendations: tuple[RecommendationAnswer, ...]
    questions: tuple[Question, ...]


def read_profile(content: Content, data: Mapping[str, Any], *, on: date) -> CitizenProfile:
    """The profile that the statements make, or StatementError naming every wrong field."""
    profile = profile_from(data, on=on, municipalities=content.municipalities)
    unknown = [slug for slug in data.get("participates") or () if slug not in content.trials]
    if unknown:
        raise StatementError({f"participates.{slug}": "Forsøget er ukendt." for slug in unknown})
    for slug in profile.participates:
        trial = content.trials[slug]
        if trial.rule.area.contradicts(profile):
            message = (
                f"Svaret om \u201d{trial.document['title']}\u201d er i modstrid med de kommuner, "
                "som kilden nævner. Ret kommunen eller svaret."
            )
            raise StatementError({"municipality": message, f"participates.{slug}": message})
    return profile


def guidance_for(
    content: Content,
    profile: CitizenProfile,
    *,
    on: date,
    offer: Offer | None = None,
    assumed: tuple[str, ...] = (),
) -> Guidance:
    """Everything published that concerns the citizen on the day, the closest first."""
    trials = _trials(content, profile, on=on, offer=offer)
    studied = {
        slug: relevance(evaluation.groups, profile, on=on)
        for slug, evaluation in content.evaluations.items()
    }
    asked = questions(
        (answer.assessment for answer in trials), municipalities=content.municipalities
    )
    return Guidance(
        on=on,
        content_version=content.version,
        assumed=assumed,
        trials=trials,
        evaluations=_evaluations(content, studied),
        recommendations=_recommendations(content, profile, studied, on=on),
        questions=tuple(asked),
    )


def _trials(
    content: Content, profile: CitizenProfile, *, on: date, offer: Offer | None
) -> tuple[TrialAnswer, ...]:
    answers = []
    for trial in content.trials.values():
        assessment = assess(trial.rule, profile, on=on, offer=offer)
        nearest = nearest_change(assessment)
        answers.append(TrialAnswer(document=trial.document, assessment=assessment, nearest=nearest))
    return tuple(sorted(answers, key=lambda answer: VERDICTS.index(answer.assessment.verdict)))


def _evaluations(content: Content, studied: Studied) -> tuple[EvaluationAnswer, ...]:
    answers = [
        EvaluationAnswer(document=evaluation.document, relevance=studied[slug])
        for slug, evaluation in content.evaluations.items()
    ]
    return tuple(sorted(answers, key=lambda answer: _distance(answer.relevance)))


def _recommendations(
    content: Content, profile: CitizenProfile, studied: Studied, *, on: date
) -> tuple[RecommendationAnswer, ...]:
    answers = [
        _recommendation(content, published, profile, studied, on=on)
        for published in content.recommendations.values()
    ]
    return tuple(
        sorted(
            answers,
            key=lambda answer: (_distance(answer.relevance), LEVELS.index(answer.strength.level)),
        )
    )


def _distance(found: Relevance) -> int:
    return CLOSEST_FIRST.index(found.match)


def _recommendation(
    content: Content,
    published: PublishedEvidence,
    profile: CitizenProfile,
    studied: Studied,
    *,
    on: date,
) -> RecommendationAnswer:
    supports = _supports(content, published.document)
    evidence = [
        _evidence(evaluation, finding, studied[evaluation["slug"]].match)
        for evaluation, finding in supports
    ]
    is_element = published.document["status"] == RecommendationStatus.ELEMENT
    return RecommendationAnswer(
        document=published.document,
        relevance=_relevance(published, profile, studied, on=on),
        strength=strength(evidence, is_element=is_element, on=on),
        findings=tuple(finding for _, finding in supports),
    )


def _relevance(
    published: PublishedEvidence, profile: CitizenProfile, studied: Studied, *, on: date
) -> Relevance:
    """The distance to the recommendation's own groups, or else to those its findings studied."""
    if published.groups:
        return relevance(published.groups, profile, on=on)
    slugs = dict.fromkeys(support["evaluation"] for support in published.document["supports"])
    return closest(studied[slug] for slug in slugs if slug in studied)


def _supports(content: Content, document: Document) -> list[tuple[Document, Document]]:
    """The published findings that a recommendation rests on, each with its evaluation.

    The finding carries what the support says of it: that it speaks against, for instance.
    """
    found = []
    for support in document["supports"]:
        evaluation = content.evaluations.get(support["evaluation"])
        for finding in evaluation.document["findings"] if evaluation else ():
            if evaluation and finding["slug"] == support["finding"]:
                told = {**finding, "note": support["note"]}
                found.append((evaluation.document, told))
    return found


def _evidence(evaluation: Document, finding: Document, match: Match) -> Evidence:
    programmes = [row["slug"] for row in evaluation["programmes"]]
    return Evidence(
        evaluation=evaluation["slug"],
        programmes=frozenset(programmes or [evaluation["slug"]]),
        outcome=finding["outcome"],
        direction=Direction(finding["direction"]),
        design=Design(finding["design"]),
        match=match,
        has_comparison=bool(evaluation["comparison"]),
        sites=evaluation["sites"],
        published=latest_day(evaluation["published"]),
    )
