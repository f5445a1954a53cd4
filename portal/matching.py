"""Law and evidence for one citizen on one day, each with why and why not."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from evaluations.recommendations.relevance import CLOSEST_FIRST, Relevance, closest, relevance
from evaluations.recommendations.strength import Evidence, Strength, strength
from evaluations.words import Design, Direction, Level, Match, RecommendationStatus
from portal.findings import is_inferred
from portal.shelf import Content, Document, PublishedEvidence, PublishedTrial
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
    """Vejledning: the whole answer for one profile on one day, on one content version.

    ``known_on`` is the earlier day whose content it was, when that was asked for.
    """

    on: date
    known_on: date | None
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
    studied = {
        slug: relevance(evaluation.groups, profile, on=on)
        for slug, evaluation in content.evaluations.items()
    }
    asked = questions(
        (answer.assessment for answer in trials), municipalities=content.municipalities
    )
    return Guidance(
        on=on,
        known_on=content.known_on,
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
    pairs = supports(content, published.document)
    return RecommendationAnswer(
        document=published.document,
        relevance=_relevance(published, profile, studied, on=on),
        strength=_strength(
            published.document, pairs, lambda row: studied[row["slug"]].match, on=on
        ),
        findings=tuple(finding for _, finding in pairs),
    )


def _relevance(
    published: PublishedEvidence, profile: CitizenProfile, studied: Studied, *, on: date
) -> Relevance:
    """The distance to the recommendation's own groups, or else to those its findings studied."""
    if published.groups:
        return relevance(published.groups, profile, on=on)
    slugs = dict.fromkeys(support["evaluation"] for support in published.document["supports"])
    return closest(studied[slug] for slug in slugs if slug in studied)


def strength_for_studied(content: Content, document: Document, *, on: date) -> Strength:
    """The strength behind a recommendation for those whom its findings are about."""
    return _strength(document, supports(content, document), lambda _: Match.DIRECT, on=on)


def _strength(
    document: Document,
    pairs: list[tuple[Document, Document]],
    match_of: Callable[[Document], Match],
    *,
    on: date,
) -> Strength:
    """``match_of`` tells how close the group that an evaluation studied is to the citizen."""
    evidence = [_evidence(row, finding, match_of(row)) for row, finding in pairs]
    is_element = document["status"] == RecommendationStatus.ELEMENT
    return strength(evidence, is_element=is_element, on=on)


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
        design_is_inferred=is_inferred(finding),
    )
