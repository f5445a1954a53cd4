"""The answer about one trial in sentences: what applies and why, for paper and for a case file."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from portal.guidance.answer.trials import Doubt, ShownTrial
from portal.guidance.sheet.citations import Cited, cited
from trials.rules import (
    Assessment,
    Check,
    Judgement,
    Note,
    Unit,
    Verdict,
    capitalised,
    certain_sentence,
    danish_date,
    joined,
    possible_sentence,
)

MET = "Opfyldt: "
_ONE = {Unit.WEEKS: "1 uge", Unit.MONTHS: "1 måned"}


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldTrial:
    """A trial as it is told on paper: whole sentences, and each source once."""

    title: str
    summary: str
    derogates_from: str
    verdict: Verdict
    nearest: str
    reasons: list[str]
    open_points: list[str]
    outlook: str
    duration: list[str]
    steps: list[str]
    offer: str
    reservations: list[str]
    sources: list[Cited]


def told_trial(shown: ShownTrial) -> ToldTrial:
    """The trial and its answer in sentences."""
    document, found = shown.answer.document, shown.answer.assessment
    limit = document["limit"] if found.limit else None
    return ToldTrial(
        title=document["title"],
        summary=document["summary"],
        derogates_from=document["derogates_from"],
        verdict=found.verdict,
        nearest=shown.answer.nearest or "",
        reasons=[_reason(leaf) for leaf in found.met_leaves],
        open_points=list(_open_points(found)),
        outlook=shown.outlook,
        duration=[text for text in (certain_sentence(found), possible_sentence(found)) if text],
        steps=list(_steps(limit)) if limit else [],
        offer=_offer(found),
        reservations=list(_reservations(shown)),
        sources=cited(_citations(found, limit)),
    )


def _reason(leaf: Check) -> str:
    sentence = capitalised(leaf.sentence.removeprefix(MET))
    return sentence.replace("I kraft den", "Forsøget er i kraft den", 1)


def _open_points(found: Assessment) -> Iterator[str]:
    """What keeps the trial open, each with what it is that is not known."""
    if found.verdict is Verdict.UNDETERMINED:
        yield from (leaf.sentence for leaf in found.deciding_leaves)


def _steps(limit: Mapping[str, Any]) -> Iterator[str]:
    """The ordinary duration, then that of the trial step by step."""
    yield f"Almindelig regel: op til {amount(limit['ordinary'], limit['unit'])}."
    for step in limit["steps"]:
        length = "længere endnu, for kilden angiver intet loft"
        if step["value"] is not None:
            length = f"op til {amount(step['value'], limit['unit'])}"
        requires = joined([Judgement(code).label for code in step["requires"]])
        yield f"I forsøget: {length}.{f' Det kræver {requires}.' if requires else ''}"


def amount(value: int, unit: str) -> str:
    """1 uge, 4 uger."""
    return _ONE[Unit(unit)] if value == 1 else f"{value} {Unit(unit).label}"


def _offer(found: Assessment) -> str:
    if found.offer is None or found.offer_allowed is None or found.offer_check is None:
        return ""
    last = danish_date(found.offer.last_day(found.on))
    return (
        f"Et tilbud på {amount(found.offer.weeks, Unit.WEEKS)} fra den {danish_date(found.on)} "
        f"slutter den {last}. Svar: {found.offer_allowed.label}. {found.offer_check.sentence}"
    )


def _reservations(shown: ShownTrial) -> Iterator[str]:
    """What the source holds back, what must be told, and how sure and how old the rules are."""
    document, found = shown.answer.document, shown.answer.assessment
    if document["reservation"]:
        yield document["reservation"]
    yield from (note.label for note in found.notes if note is not Note.SOURCE_RESERVATION)
    if shown.last_day:
        yield shown.last_day
    yield from map(_doubt, shown.doubts)
    if day := document["ordinary_known_on"]:
        known = danish_date(date.fromisoformat(day))
        yield f"Den almindelige regel er kendt pr. {known}. Undersøg, om den er ændret siden."
    else:
        yield (
            "Kilderne siger ikke, hvilken dag den almindelige regel er kendt fra. Undersøg, om den "
            "er ændret."
        )


def _doubt(doubt: Doubt) -> str:
    return f"{doubt.kind}. {doubt.topic} Det, vi bruger: {doubt.chosen}"


def _citations(found: Assessment, limit: Mapping[str, Any] | None) -> Iterator[Any]:
    """The sources of what is met, of what is open or fails, and of the steps."""
    for leaf in (*found.met_leaves, *found.deciding_leaves):
        yield leaf.source
    for step in limit["steps"] if limit else ():
        yield step["source"]
