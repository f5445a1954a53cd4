"""Faglig begrundelse: the answer as plain text for the case system, with nothing about a person.

Whole sentences that can stand in a case file, for the trials that apply or cannot be decided.
"""

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from portal.guidance.answer.facts import Fact
from portal.guidance.sheet.receipt import Receipt
from portal.guidance.sheet.sentences import ToldTrial
from portal.matching import RecommendationAnswer
from trials.rules import Verdict, danish_date, joined

HEADING = "Faglig begrundelse (vejledende svar fra Vejviser, ikke en afgørelse)"
HEADLINES = {
    Verdict.APPLIES: "Forsøget \u201d{title}\u201d gælder for borgeren på dagen.",
    Verdict.UNDETERMINED: (
        "Det kan ikke afgøres, om forsøget \u201d{title}\u201d gælder for borgeren på dagen."
    ),
}
REASONS = {Verdict.APPLIES: "Begrundelse", Verdict.UNDETERMINED: "Det er opfyldt"}
NO_TRIAL = "Ingen af de forsøg, Vejviser kender, gælder for borgeren på dagen."


def reasoning(
    stated: Sequence[Fact],
    trials: Iterable[ToldTrial],
    advice: Sequence[RecommendationAnswer],
    receipt: Receipt,
    *,
    known_on: date | None,
) -> str:
    """The text to copy: a heading, what was stated, each trial, the advice, and the receipt."""
    told = [_trial(trial) for trial in trials if trial.verdict in HEADLINES]
    paragraphs = [
        HEADING,
        _stated(stated, receipt, known_on),
        *(told or [NO_TRIAL]),
        *([_advice(advice)] if advice else []),
        _receipt(receipt),
    ]
    return "\n\n".join(paragraphs)


def _stated(stated: Sequence[Fact], receipt: Receipt, known_on: date | None) -> str:
    facts = "; ".join(_fact(fact) for fact in stated[1:])
    told = f"Der er oplyst dette: {facts}." if facts else "Der er ikke oplyst noget om borgeren."
    rests = "."
    if known_on:
        rests = f" og bygger på det, der var udgivet i Vejviser den {danish_date(known_on)}."
    return (
        f"Svaret gælder den {danish_date(receipt.on)}{rests} {told} Alt andet er ikke oplyst og er "
        "hverken regnet for ja eller nej."
    )


def _fact(fact: Fact) -> str:
    """As others will read it: "din" would be theirs."""
    assumed = fact.assumed.replace("din hjemkommune", "sagsbehandlerens kommune")
    return f"{fact.label}: {fact.text}{f' ({assumed})' if assumed else ''}"


def _trial(trial: ToldTrial) -> str:
    return "\n".join(_lines(trial))


def _lines(trial: ToldTrial) -> Iterator[str]:
    yield HEADLINES[trial.verdict].format(title=trial.title)
    yield f"Reglen: {trial.summary}"
    if trial.derogates_from:
        yield f"Forsøget fraviger: {trial.derogates_from.rstrip('.')}."
    yield from _listed(REASONS[trial.verdict], trial.reasons)
    yield from _listed("Det er stadig åbent", [*trial.open_points, *filter(None, [trial.outlook])])
    yield from _listed("Varighed", [*trial.duration, *trial.steps])
    if trial.offer:
        yield f"Det planlagte tilbud: {trial.offer}"
    yield from _listed("Forbehold", trial.reservations)
    yield from _listed("Kilder", [f"{source.text}." for source in trial.sources])


def _listed(label: str, sentences: Sequence[str]) -> Iterator[str]:
    if sentences:
        yield f"{label}: {sentences[0]}" if len(sentences) == 1 else f"{label}:"
    if len(sentences) > 1:
        yield textwrap.indent("\n".join(sentences), "- ")


def _advice(advice: Sequence[RecommendationAnswer]) -> str:
    sentences = [_recommendation(answer) for answer in advice]
    return "\n".join(_listed("Anbefalinger, der er tæt på borgerens situation", sentences))


def _recommendation(answer: RecommendationAnswer) -> str:
    """With its own text, which says when it is old, and what it takes: the title alone misleads."""
    document, strength = answer.document, answer.strength
    issuer = f" fra {document['issuer']['name']}" if document["issuer"] else ""
    marks = f", {joined([mark.label for mark in strength.marks])}" if strength.marks else ""
    told = (
        f"{document['title']} ({document['status_label']}{issuer}).",
        document["text"],
        *(f"Forudsætter: {condition}" for condition in document["conditions"]),
        f"Afstand til borgeren – {answer.relevance.match.label}.",
        f"Vidensstyrke: {strength.level.label}{marks}.",
    )
    return " ".join(filter(None, told))


def _receipt(receipt: Receipt) -> str:
    answered = receipt.answered
    moment = f"den {danish_date(answered.date())} kl. {answered:%H.%M}"
    return f"Besvaret i Vejviser {moment}. Kvittering: {receipt.short}."
