"""The answers as the guidance page shows them: in order, and in words for the template."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from evaluations.words import Match
from portal.guidance.answer.evidence import Reader, ShownEvaluation, ShownRecommendation
from portal.guidance.answer.facts import stated_facts
from portal.guidance.answer.trials import MARKS, ShownTrial, shown_trial
from portal.known import as_known
from portal.matching import VERDICTS, Guidance
from portal.shelf import Content
from trials.rules import CitizenProfile, Offer, Verdict

# Evidence by its distance: shown at once, or folded away under a heading.
NEAR = frozenset({Match.DIRECT, Match.BOUNDARY, Match.PARTIAL})
FOLDED = {
    Match.UNKNOWN: "Der mangler oplysninger om borgeren til at sige noget om afstanden",
    Match.INDIRECT: "Andre målgrupper end borgerens er undersøgt",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class TrialSection:
    """The trials that got the same verdict; ``mark`` is its sign."""

    verdict: Verdict
    mark: str
    trials: list[ShownTrial]


@dataclass(frozen=True, slots=True, kw_only=True)
class Folded:
    """Evidence at a distance that is not shown at once, under a heading that says why."""

    match: Match
    heading: str
    answers: list[Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownEvidence:
    """Evaluations or recommendations: those near the citizen, and the others by distance."""

    near: list[Any]
    folded: list[Folded]


def answer_context(
    guidance: Guidance,
    profile: CitizenProfile,
    content: Content,
    *,
    offer: Offer | None,
    today: date,
) -> dict[str, Any]:
    """The parts of the answer, by the names that the template uses."""
    reader = Reader(profile=profile, content=content, on=guidance.on)
    return {
        "as_known": as_known(content),
        "stated": stated_facts(
            profile, content, on=guidance.on, offer=offer, assumed=guidance.assumed
        ),
        "trial_sections": _sections(guidance, content, today=today),
        "evaluations": _by_distance(reader.evaluation(row) for row in guidance.evaluations),
        "recommendations": _by_distance(
            reader.recommendation(row) for row in guidance.recommendations
        ),
    }


def _sections(guidance: Guidance, content: Content, *, today: date) -> list[TrialSection]:
    return [
        TrialSection(
            verdict=verdict,
            mark=MARKS[verdict],
            trials=[
                shown_trial(row, content, today=today)
                for row in guidance.trials
                if row.assessment.verdict is verdict
            ],
        )
        for verdict in VERDICTS
    ]


def _by_distance(
    answers: Iterable[ShownEvaluation] | Iterable[ShownRecommendation],
) -> ShownEvidence:
    by_match: dict[Match, list[Any]] = {match: [] for match in Match}
    near: list[Any] = []
    for answer in answers:
        match = answer.relevance.match
        (near if match in NEAR else by_match[match]).append(answer)
    return ShownEvidence(
        near=near,
        folded=[
            Folded(match=match, heading=heading, answers=by_match[match])
            for match, heading in FOLDED.items()
            if by_match[match]
        ],
    )
