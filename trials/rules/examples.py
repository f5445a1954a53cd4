"""Eksempler: a citizen on a day, what a trial must answer, and whether its rule does.

An example is a document in the words of the public contract. Of what it expects, only the keys
that are present are compared; a rule is tried as its source has it, without what is recorded.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from trials.rules.attributes import ATTRIBUTES, Kind
from trials.rules.danish import capitalised, danish_amount, danish_date, joined
from trials.rules.documents import rule_from
from trials.rules.durations import offer_from
from trials.rules.engine import Assessment, Rule, assess
from trials.rules.statements import StatementError, profile_from
from trials.rules.vocabulary import Judgement, Note, OfferAnswer, Verdict, Word

Document = Mapping[str, Any]

# What may decide an answer, and what each part of an answer is called.
DECIDING = {"period": "perioden", **{name: each.label for name, each in ATTRIBUTES.items()}}
PARTS = {
    "answer": "svaret",
    "deciding": "det, der afgør svaret",
    "allowed": "den sikre varighed",
    "possible": "den mulige varighed",
    "offer_allowed": "svaret om tilbuddet",
    "notes": "bemærkningerne",
}

# How a fault begins, before what was expected of that part.
_WANTED = {
    "answer": "Ventet",
    "deciding": "Ventet som det, der afgør svaret",
    "allowed": "Ventet sikker varighed",
    "possible": "Ventet mulig varighed",
    "offer_allowed": "Ventet svar om tilbuddet",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ExampleOutcome:
    """What became of one example; ``faults`` tell in Danish what is not as it expects."""

    example: Document
    faults: tuple[str, ...]

    @property
    def slug(self) -> str:
        return str(self.example["slug"])

    @property
    def holds(self) -> bool:
        return not self.faults

    @property
    def text(self) -> str:
        return " ".join(["Holder ikke.", *self.faults] if self.faults else ["Holder."])


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedAnswer:
    """An example to which two rules give different answers, and each answer in words."""

    example: Document
    before: str
    now: str


def try_examples(
    trial: Document, examples: Iterable[Document] | None = None
) -> list[ExampleOutcome]:
    """Each example of the trial, or each that is given, tried against the rule of its document.

    KeyError or ValueError when the document holds no rule. One from before examples has none.
    """
    rule = rule_from(trial)
    return [_outcome(rule, each) for each in (_own(trial) if examples is None else examples)]


def changed_answers(before: Document, now: Document) -> list[ChangedAnswer]:
    """The questions that two documents of a trial answer differently, by their own examples.

    An example that only the former document has counts too: deleting it hides no change.
    """
    rules = rule_from(before), rule_from(now)
    asked = {_question_key(each): each for each in [*_own(before), *_own(now)]}
    examples = sorted(asked.values(), key=lambda each: str(each["slug"]))
    return [change for each in examples if (change := _change(*rules, each))]


def told_by(assessment: Assessment) -> dict[str, Any]:
    """An answer in the words in which an example expects one."""
    limit = assessment.limit
    return {
        "answer": assessment.verdict.value,
        "deciding": list(assessment.deciding),
        "allowed": limit.allowed if limit else None,
        "possible": limit.possible if limit else None,
        "offer_allowed": assessment.offer_allowed,
        "notes": [note.value for note in assessment.notes],
    }


def tried_in_words(outcomes: Iterable[ExampleOutcome]) -> str:
    """How many hold: "21 eksempler. 2 holder ikke."."""
    held = [outcome.holds for outcome in outcomes]
    if not held:
        return "Ingen eksempler."
    failing = held.count(False)
    if not failing:
        return f"{danish_amount(len(held), 'eksempler')}. {_ALL.get(len(held), 'Alle')} holder."
    return f"{danish_amount(len(held), 'eksempler')}. {failing} holder ikke."


_ALL = {1: "Det", 2: "Begge"}


def example_question(example: Document) -> str:
    """Whom and which day the example is about, in words."""
    told = [danish_date(date.fromisoformat(example["on"])), *_facts(example)]
    return f"{'; '.join(told)}."


def example_answer(example: Document, unit: str = "") -> str:
    """What the example expects, in words; ``unit`` is what the trial counts duration in."""
    expected = example["expected"]
    told = [
        f"{PARTS[key]}: {_said(key, expected[key], unit)}"
        for key in PARTS
        if key != "answer" and expected.get(key)
    ]
    absent = [_label(Note, note) for note in expected.get("absent_notes", ())]
    told += [f"uden bemærkningen: {note}" for note in absent]
    return "; ".join([capitalised(_said("answer", expected["answer"])), *told])


def facts_in_words(profile: Document) -> str:
    """What is stated of a citizen; a fact that cannot be told in words as it is kept."""
    return "; ".join(_told_or_kept(name, value) for name, value in profile.items())


def _told_or_kept(name: str, value: Any) -> str:
    try:
        return _fact(name, value, {})
    except (ArithmeticError, KeyError, TypeError):
        return f"{name}: {value}"


def _own(trial: Document) -> list[Document]:
    return list(trial.get("examples", ()))


def _question_key(example: Document) -> str:
    asked = [example["profile"], example["on"], example.get("offer") or {}]
    return json.dumps(asked, sort_keys=True)


def _asked(rule: Rule, example: Document) -> Assessment:
    """The question put to the rule; StatementError when nobody could ask it."""
    on, profile = date.fromisoformat(example["on"]), example["profile"]
    # The desk knows the municipalities; here any code will do.
    stated = profile_from(profile, on=on, municipalities={str(profile.get("municipality"))})
    offer = offer_from(example["offer"]) if example.get("offer") else None
    return assess(rule, stated, on=on, offer=offer)


def _outcome(rule: Rule, example: Document) -> ExampleOutcome:
    try:
        assessment = _asked(rule, example)
    except StatementError as error:
        told = dict.fromkeys(error.errors.values())  # a contradiction stands at each field
        fault = f"Eksemplet kan ikke læses: {' '.join(told)}"
        return ExampleOutcome(example=example, faults=(fault,))
    return ExampleOutcome(example=example, faults=tuple(_faults(example["expected"], assessment)))


def _faults(expected: Document, assessment: Assessment) -> Iterator[str]:
    told, unit = told_by(assessment), _unit(assessment.rule)
    for key in _WANTED:
        # What decides another answer than the expected is told with that answer.
        is_new = key != "deciding" or told["answer"] == expected["answer"]
        if key in expected and told[key] != expected[key] and is_new:
            wanted, got = _said(key, expected[key], unit), _said(key, told[key], unit)
            because = _because(assessment) if key == "answer" else ""
            yield f"{_WANTED[key]}: {wanted}. Nu: {got}.{because}"
    for note in expected.get("notes", ()):
        if note not in told["notes"]:
            yield f"Bemærkning, der mangler: {_label(Note, note)}"
    for note in expected.get("absent_notes", ()):
        if note in told["notes"]:
            yield f"Bemærkning, der ikke skulle være der: {_label(Note, note)}"


def _because(assessment: Assessment) -> str:
    sentences = dict.fromkeys(leaf.sentence for leaf in assessment.deciding_leaves)
    return f" Grund: {' '.join(sentences)}" if sentences else ""


def _change(before: Rule, now: Rule, example: Document) -> ChangedAnswer | None:
    try:
        told = [(told_by(_asked(rule, example)), _unit(rule)) for rule in (before, now)]
    except StatementError:
        return None
    (old, old_unit), (new, new_unit) = told
    names = [name for name in PARTS if old[name] != new[name]]
    if not names:
        return None
    return ChangedAnswer(
        example=example, before=_answered(old, names, old_unit), now=_answered(new, names, new_unit)
    )


def _answered(told: Document, names: Iterable[str], unit: str) -> str:
    said = (
        f"{PARTS[name]}: {_said(name, told[name], unit)}"
        for name in names
        if told[name] or name != "deciding"  # nothing decides an answer of yes
    )
    return capitalised("; ".join(said))


def _unit(rule: Rule) -> str:
    return rule.limit.unit.label if rule.limit else ""


def _said(key: str, value: Any, unit: str = "") -> str:
    if key == "answer":
        return _label(Verdict, value)
    if key == "deciding":
        return joined([DECIDING.get(name, name) for name in value]) or "intet"
    if key == "notes":
        return " ".join(_label(Note, note) for note in value) or "ingen"
    if value is None:
        return "intet" if key == "offer_allowed" else "ingen"
    return _label(OfferAnswer, value) if key == "offer_allowed" else _length(value, unit)


def _length(value: int, unit: str) -> str:
    return danish_amount(value, unit).strip()


def _label(words: type[Word], code: Any) -> str:
    """The label; what is no code, though a row may hold it, as it is."""
    return words(code).label if code in set(words) else str(code)


def _facts(example: Document) -> Iterator[str]:
    profile, offer = example["profile"], example.get("offer") or {}
    for name in ATTRIBUTES:
        if name in profile:
            yield _fact(name, profile[name], example)
    for takes_part in profile.get("participates", {}).values():
        yield f"kommunen deltager{'' if takes_part else ' ikke'}"
    if "weeks" in offer:
        yield f"tilbud på {danish_amount(offer['weeks'], 'uger')} i alt"
    for word in Judgement:
        if word in offer:
            yield f"{word.label}: {'ja' if offer[word] else 'nej'}"


def _fact(name: str, value: Any, example: Document) -> str:
    attribute = ATTRIBUTES[name]
    label = attribute.label.removesuffix(f" i {attribute.unit}")
    if attribute.kind is Kind.YES_NO:
        return attribute.yes if value else attribute.no
    if name == "municipality":
        told = example.get("municipality_name") or value
    elif attribute.kind is Kind.NUMBER:
        told = danish_amount(Decimal(str(value)), attribute.unit)
    elif attribute.kind is Kind.SET and attribute.words:
        told = joined([_label(attribute.words, code) for code in value]) or "ingen af dem"
    else:
        told = _label(attribute.words, str(value)) if attribute.words else str(value)
    return f"{label}: {told}"
