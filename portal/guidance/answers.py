"""The answers as the guidance page shows them: in order, and in words for the template."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from evaluations.words import Match
from portal.guidance.facts import stated_facts
from portal.matching import (
    VERDICTS,
    EvaluationAnswer,
    Guidance,
    RecommendationAnswer,
    TrialAnswer,
)
from portal.shelf import Content
from trials.rules import (
    Answer,
    Assessment,
    CitizenProfile,
    Offer,
    Verdict,
    can_only_fail,
)

# Evidence by its distance: shown at once, or folded away under a heading.
NEAR = frozenset({Match.DIRECT, Match.BOUNDARY, Match.PARTIAL})
FOLDED = {
    Match.UNKNOWN: "Der mangler oplysninger om borgeren til at sige noget om afstanden",
    Match.INDIRECT: "Andre målgrupper end borgerens er undersøgt",
}

TIME_ALONE = (
    "Intet svar om borgeren kan afgøre det: det er usikkert, om forsøget var i kraft på dagen."
)
TIME_TOO = (
    "Svar om borgeren kan højst vise, at forsøget ikke gælder, for det er usikkert, om det var i "
    "kraft på dagen."
)
ON_THE_LINE = (
    "Intet svar om borgeren kan afgøre det: kilden siger ikke, hvor grænsen går. Det må I selv "
    "vurdere."
)
LINE_TOO = (
    "Svar om borgeren kan højst vise, at forsøget ikke gælder, for kilden siger ikke, hvor grænsen "
    "går på et andet punkt."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenPoint:
    """Something that keeps a trial open, and the id of the field that could close it, if any."""

    text: str
    field: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownTrial:
    """A trial in the answer; ``outlook`` is what more answers can do, where that is little."""

    answer: TrialAnswer
    open_points: list[OpenPoint]
    outlook: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TrialSection:
    """The trials that got the same verdict."""

    verdict: Verdict
    trials: list[ShownTrial]


@dataclass(frozen=True, slots=True, kw_only=True)
class Folded:
    """Evidence at a distance that is not shown at once, under a heading that says why."""

    heading: str
    answers: list[Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownEvidence:
    """Evaluations or recommendations: those near the citizen, and the others by distance."""

    near: list[Any]
    folded: list[Folded]


def answer_context(
    guidance: Guidance, profile: CitizenProfile, content: Content, *, offer: Offer | None
) -> dict[str, Any]:
    """The parts of the answer, by the names that the template uses."""
    return {
        "stated": stated_facts(
            profile, content, on=guidance.on, offer=offer, assumed=guidance.assumed
        ),
        "trial_sections": [
            TrialSection(
                verdict=verdict,
                trials=[
                    _shown(row) for row in guidance.trials if row.assessment.verdict is verdict
                ],
            )
            for verdict in VERDICTS
        ],
        "evaluations": _by_distance(guidance.evaluations),
        "recommendations": _by_distance(guidance.recommendations),
    }


def _shown(answer: TrialAnswer) -> ShownTrial:
    found = answer.assessment
    is_open = found.verdict is Verdict.UNDETERMINED
    points = [
        OpenPoint(text=leaf.sentence, field=_field(leaf.asks[0]) if leaf.asks else "")
        for leaf in found.deciding_leaves
        if is_open
    ]
    return ShownTrial(answer=answer, open_points=points, outlook=_outlook(found) if is_open else "")


def _outlook(found: Assessment) -> str:
    """What more answers about the citizen can do for a trial that cannot be decided."""
    can_ask = any(leaf.asks for leaf in found.deciding_leaves)
    if found.in_time.answer is Answer.UNKNOWN:
        return TIME_TOO if can_ask else TIME_ALONE
    if not can_ask:
        return ON_THE_LINE
    return LINE_TOO if can_only_fail(found.check) else ""


def _by_distance(
    answers: Iterable[EvaluationAnswer] | Iterable[RecommendationAnswer],
) -> ShownEvidence:
    by_match: dict[Match, list[Any]] = {match: [] for match in Match}
    near: list[Any] = []
    for answer in answers:
        match = answer.relevance.match
        (near if match in NEAR else by_match[match]).append(answer)
    return ShownEvidence(
        near=near,
        folded=[
            Folded(heading=heading, answers=by_match[match])
            for match, heading in FOLDED.items()
            if by_match[match]
        ],
    )


def _field(name: str) -> str:
    """The id of the form's field for an attribute, or for "deltager jeres kommune?"."""
    return f"id_{name.replace(':', '_')}"
