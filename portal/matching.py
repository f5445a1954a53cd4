"""Law and evidence for one citizen on one day, each with why and why not."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from evaluations.recommendations.relevance import CLOSEST_FIRST, Relevance, relevance
from evaluations.recommendations.strength import Evidence, Strength, strength
from evaluations.words import Design, Direction, Level, Match, RecommendationStatus
from portal.shelf import Content, Document, PublishedEvidence, PublishedTrial
from trials.rules import (
    Assessment,
    CitizenProfile,
    Offer,
    Question,
    StatementError,
    Verdict,
    assess,
    day_from,
    nearest_change,
    profile_from,
    questions,
)

VERDICTS = (Verdict.APPLIES, Verdict.UNDETERMINED, Verdict.NOT_APPLIES)
LEVELS = tuple(Level)


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
            message = _contradiction(trial, profile)
            raise StatementError({"municipality": message, f"participates.{slug}": message})
    return profile


def _contradiction(trial: PublishedTrial, profile: CitizenProfile) -> str:
    answer = f"Svaret om \u201d{trial.document['title']}\u201d er i modstrid med"
    if record := trial.rule.area.record_of(profile.municipality):
        return (
            f"{answer} registreringen. {record.sentence} Ret kommunen eller svaret, eller bed "
            "jeres administrator om at rette registreringen."
        )
    return f"{answer} de kommuner, som kilden nævner. Ret kommunen eller svaret."


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
    open_checks = {answer.document["slug"]: answer.assessment.check for answer in trials}
    return Guidance(
        on=on,
        content_version=content.version,
        assumed=assumed,
        trials=trials,
        evaluations=_evaluations(content, profile, on=on),
        recommendations=_recommendations(content, profile, on=on),
        questions=tuple(questions(open_checks)),
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


def _evaluations(
    content: Content, profile: CitizenProfile, *, on: date
) -> tuple[EvaluationAnswer, ...]:
    answers = [
        EvaluationAnswer(
            document=evaluation.document, relevance=relevance(evaluation.groups, profile, on=on)
        )
        for evaluation in content.evaluations.values()
    ]
    return tuple(sorted(answers, key=lambda answer: _distance(answer.relevance)))


def _recommendations(
    content: Content, profile: CitizenProfile, *, on: date
) -> tuple[RecommendationAnswer, ...]:
    answers = [
        _recommendation(content, published, profile, on=on)
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
    content: Content, published: PublishedEvidence, profile: CitizenProfile, *, on: date
) -> RecommendationAnswer:
    found = relevance(published.groups, profile, on=on)
    return RecommendationAnswer(
        document=published.document,
        relevance=found,
        strength=strength_of(content, published.document, match=found.match, on=on),
        findings=tuple(finding for _, finding in supports(content, published.document)),
    )


def strength_of(content: Content, document: Document, *, match: Match, on: date) -> Strength:
    """The strength behind a recommendation at that distance from those who were studied."""
    return strength(
        [_evidence(evaluation, finding) for evaluation, finding in supports(content, document)],
        match=match,
        is_element=document["status"] == RecommendationStatus.ELEMENT,
        on=on,
    )


def supports(content: Content, document: Document) -> list[tuple[Document, Document]]:
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


def _evidence(evaluation: Document, finding: Document) -> Evidence:
    programmes = [row["slug"] for row in evaluation["programmes"]]
    return Evidence(
        evaluation=evaluation["slug"],
        programmes=frozenset(programmes or [evaluation["slug"]]),
        outcome=finding["outcome"],
        direction=Direction(finding["direction"]),
        design=Design(finding["design"]),
        has_comparison=bool(evaluation["comparison"]),
        sites=evaluation["sites"],
        published=day_from(evaluation["published"]["date"]),
    )
