"""Samtaleark: the answer as it is taken along to the meeting, on screen, on paper and as PDF."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from evaluations.words import Direction
from portal.guidance.answer.facts import stated_facts
from portal.guidance.answer.parts import NEAR
from portal.guidance.answer.trials import shown_trial
from portal.guidance.forms import ProfileForm
from portal.guidance.questions import open_questions
from portal.guidance.sheet.citations import Cited, cited
from portal.guidance.sheet.reasoning import reasoning
from portal.guidance.sheet.receipt import receipt_for
from portal.guidance.sheet.sentences import ToldTrial, told_trial
from portal.matching import EvaluationAnswer, Guidance, RecommendationAnswer
from trials.rules import Verdict, joined


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """A recommendation near the citizen, with how its findings point, the null ones too."""

    answer: RecommendationAnswer
    directions: str
    sources: list[Cited]


def sheet_context(form: ProfileForm, guidance: Guidance, *, answered: datetime) -> dict[str, Any]:
    """The parts of the sheet, by the names that the template uses."""
    told = [
        told_trial(shown_trial(answer, form.content, today=form.today))
        for answer in guidance.trials
    ]
    stated = stated_facts(
        form.profile, form.content, on=form.on, offer=form.offer, assumed=form.assumed
    )
    near = [answer for answer in guidance.recommendations if answer.relevance.match in NEAR]
    questions = open_questions(guidance.questions, form)
    receipt = receipt_for(guidance, form.profile, offer=form.offer, answered=answered)
    return {
        "on": guidance.on,
        "known_on": guidance.known_on,
        "answered": answered,
        "stated": stated,
        "applies": _with(Verdict.APPLIES, told),
        "undetermined": _with(Verdict.UNDETERMINED, told),
        "not_applies": _with(Verdict.NOT_APPLIES, told),
        "questions": [asked.text for asked in questions.in_order],
        "advice": [_advice(answer) for answer in near],
        "studies": _studies(guidance, near),
        "receipt": receipt.text,
        "reasoning": reasoning(stated, told, near, receipt, known_on=guidance.known_on),
    }


def _with(verdict: Verdict, told: Iterable[ToldTrial]) -> list[ToldTrial]:
    return [trial for trial in told if trial.verdict is verdict]


def _advice(answer: RecommendationAnswer) -> Advice:
    return Advice(
        answer=answer,
        directions=_directions(answer),
        sources=cited(answer.document["sources"]),
    )


def _directions(answer: RecommendationAnswer) -> str:
    """How the findings behind it point: positiv (8) og ingen påvist effekt (2)."""
    counts = Counter(finding["direction"] for finding in answer.findings)
    return joined([f"{word.label} ({counts[word]})" for word in Direction if counts[word]])


def _studies(
    guidance: Guidance, near: Iterable[RecommendationAnswer]
) -> list[tuple[EvaluationAnswer, list[Cited]]]:
    """The evaluations near the citizen, and those that the recommendations rest on."""
    behind = {row["evaluation"] for answer in near for row in answer.document["supports"]}
    return [
        (answer, _cited_findings(answer))
        for answer in guidance.evaluations
        if answer.relevance.match in NEAR or answer.document["slug"] in behind
    ]


def _cited_findings(answer: EvaluationAnswer) -> list[Cited]:
    findings = answer.document["findings"]
    return cited(source for finding in findings for source in finding["sources"])
