"""Evaluations and recommendations in the answer: distance by condition, and all findings."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from evaluations.recommendations.relevance import Relevance
from evaluations.recommendations.strength import Strength
from evaluations.words import Level, RecommendationStatus
from portal.guidance.answer.explanations import Standing, leaves, standing_of
from portal.guidance.answer.facts import stated_text
from portal.known import as_known
from portal.matching import EvaluationAnswer, RecommendationAnswer, supports
from portal.pictures.strips import Strip, strip
from portal.shelf import Content, Document
from trials.rules import ATTRIBUTES, Check, CitizenProfile, joined, within

COMPARED = {Standing.MET: "passer", Standing.NOT_MET: "passer ikke"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Distance:
    """One condition of the studied group, and what is stated of the citizen.

    ``word`` is how they compare: never in the words of eligibility.
    """

    standing: Standing
    word: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StrengthReason:
    """What raises the strength of the evidence, or lowers it."""

    raises: bool
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownEvaluation:
    """An evaluation, its distance by condition, and the strip of all its findings.

    ``as_known`` is what the address of its page ends with, here and below.
    """

    document: Document
    relevance: Relevance
    distance: list[Distance]
    strip: Strip
    as_known: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownRecommendation:
    """A recommendation; ``is_experience`` when no effect was measured, only told."""

    document: Document
    relevance: Relevance
    distance: list[Distance]
    status: str
    strength: Strength
    is_experience: bool
    reasons: list[StrengthReason]
    strip: Strip
    findings: tuple[Document, ...]
    as_known: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """For whom evidence is shown: the citizen on the day, and the content it is read from."""

    profile: CitizenProfile
    content: Content
    on: date

    def evaluation(self, answer: EvaluationAnswer) -> ShownEvaluation:
        """An evaluation as the page shows it."""
        findings = answer.document["findings"]
        return ShownEvaluation(
            document=answer.document,
            relevance=answer.relevance,
            distance=self._distance(answer.relevance),
            strip=strip((finding, "") for finding in findings),
            as_known=as_known(self.content),
        )

    def recommendation(self, answer: RecommendationAnswer) -> ShownRecommendation:
        """A recommendation as the page shows it."""
        pairs = supports(self.content, answer.document)
        is_mixed = len({evaluation["slug"] for evaluation, _ in pairs}) > 1
        return ShownRecommendation(
            document=answer.document,
            relevance=answer.relevance,
            distance=self._distance(answer.relevance),
            status=status_of(answer.document),
            strength=answer.strength,
            is_experience=answer.strength.level is Level.EXPERIENCE,
            reasons=list(reasons_of(answer.strength)),
            strip=strip((row, study["title"] if is_mixed else "") for study, row in pairs),
            findings=answer.findings,
            as_known=as_known(self.content),
        )

    def _distance(self, relevance: Relevance) -> list[Distance]:
        """The conditions of the closest studied group, one by one."""
        conditions = relevance.check.parts if relevance.check else ()
        return [self._condition(check) for check in conditions]

    def _condition(self, check: Check) -> Distance:
        names = list(dict.fromkeys(leaf.attribute for leaf in leaves(check) if leaf.attribute))
        is_one = len(names) == 1
        told = joined([self._citizen(name, labelled=not is_one) for name in names])
        standing = standing_of(check)
        return Distance(
            standing=standing,
            word=COMPARED.get(standing, standing.label),
            text=f"Målgruppen: {within(check.requirement.rstrip('.'))}. Borgeren: {told}.",
        )

    def _citizen(self, name: str, *, labelled: bool) -> str:
        value = self.profile.value(name, on=self.on)
        told = "ikke oplyst" if value is None else stated_text(name, value, self.content)
        return f"{ATTRIBUTES[name].label} {told}" if labelled else told


def status_of(document: Document) -> str:
    """How it is put forward, and by whom: "udtrykkelig anbefaling, udstedt af STAR"."""
    status, issuer = RecommendationStatus(document["status"]).label, document["issuer"]
    return f"{status}, udstedt af {issuer['name']}" if issuer else status


def reasons_of(strength: Strength) -> Iterator[StrengthReason]:
    """The reasons with their sign read off: "+" raises, "-" lowers."""
    for reason in strength.reasons:
        sign, text = reason[0], reason[1:].strip()
        yield StrengthReason(raises=sign == "+", text=text)
