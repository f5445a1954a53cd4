"""One thing in a list: its name, how it stands on the day, and the facts one chooses by."""

from collections import Counter
from dataclasses import dataclass

from portal.findings import direction_words
from portal.library.links import address_of
from portal.library.states import State, evaluation_state, trial_state
from portal.library.things import Thing
from portal.matching import strength_for_studied
from portal.shelf import Document
from portal.words import EditionKind
from trials.rules import capitalised, joined, rule_from


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One thing in a list; ``state`` is for what can be in force, or out, on a day."""

    title: str
    address: str
    text: str
    facts: tuple[str, ...]
    state: State | None = None


def trial_row(thing: Thing) -> Row:
    document = thing.document
    rule = rule_from(document)
    return Row(
        title=document["title"],
        address=address_of(EditionKind.TRIAL, document["slug"]),
        text=document["summary"],
        facts=(f"{rule.area.description}.",),
        state=trial_state(rule, on=thing.on),
    )


def evaluation_row(thing: Thing) -> Row:
    document = thing.document
    by = document["evaluator"] or document["publisher"]
    known = f"Udgivet {document['published']['text']}" if document["published"]["date"] else ""
    facts = [known or "Udgivelsesdagen er ikke oplyst", by["name"] if by else "", _found(document)]
    state = evaluation_state(document["published"], on=thing.on)
    return Row(
        title=document["title"],
        address=address_of(EditionKind.EVALUATION, document["slug"]),
        text=document["summary"],
        facts=tuple(f"{fact}." for fact in facts if fact),
        state=state if state.code != "yes" and document["published"]["date"] else None,
    )


def _found(document: Document) -> str:
    """How many findings point which way: the null and negative ones are counted too."""
    count = Counter(direction_words(row) for row in document["findings"])
    told = joined([f"{label} ({number})" for label, number in count.items()])
    return f"Fund: {told}" if told else "Ingen fund"


def recommendation_row(thing: Thing) -> Row:
    document = thing.document
    strength = strength_for_studied(thing.content, document, on=thing.on)
    issuer, programme = document["issuer"], document["programme"]
    facts = (
        f"{capitalised(document['status_label'])}.",
        f"Udsteder: {issuer['name']}." if issuer else "",
        f"Program: {programme['title']}." if programme else "",
        f"Vidensstyrke: {strength.words}.",
    )
    return Row(
        title=document["title"],
        address=address_of(EditionKind.RECOMMENDATION, document["slug"]),
        text=document["text"],
        facts=tuple(fact for fact in facts if fact),
    )


def programme_row(thing: Thing) -> Row:
    document = thing.document
    names = joined(document["other_names"])
    facts = [f"{capitalised(document['kind_label'])}."]
    facts += [f"Også kaldet {names}."] if names else []
    return Row(
        title=document["title"],
        address=address_of(EditionKind.PROGRAMME, document["slug"]),
        text=document["summary"],
        facts=tuple(facts),
    )
