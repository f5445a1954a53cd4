"""A rule told in Danish sentences, as the engine reads it: for editors, and for the library."""

from collections.abc import Iterator
from dataclasses import dataclass

from trials.rules.danish import capitalised, danish_amount, joined, within
from trials.rules.durations import Limit, Step
from trials.rules.engine import Assessment, Rule
from trials.rules.groups import Alternative, Condition, Group
from trials.rules.vocabulary import Judgement, Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Some sentences of a rule under the question that they answer."""

    heading: str
    sentences: tuple[str, ...]


def rule_passages(rule: Rule) -> tuple[Passage, ...]:
    """The whole rule: when, where, for whom and for how long."""
    told = {
        "Hvornår": [f"{period.requirement}." for period in rule.periods],
        "Hvor": [f"{rule.area.description}."],
        "Hvem": [_group_sentence(group) for group in rule.groups],
        "Hvor længe": list(_limit_sentences(rule.limit)) if rule.limit else [],
        "Hvem den almindelige regel gælder": [_group_sentence(rule.ordinary)]
        if rule.ordinary
        else [],
        "Forbehold": [rule.reservation] if rule.reservation else [],
    }
    return tuple(
        Passage(heading=heading, sentences=tuple(sentences))
        for heading, sentences in told.items()
        if sentences
    )


def limit_sentence(limit: Limit) -> str:
    """The whole duration in one sentence: the ordinary one, then step by step.

    Each step tells only the assessments that the step before it did not ask for already.
    """
    unit = limit.unit.label
    told = [f"{danish_amount(limit.ordinary, unit)} efter den almindelige regel"]
    asked: set[Judgement] = set()
    for step in limit.steps:
        new = [_SHORTLY[word] for word in step.requires if word not in asked]
        told.append(_step_shortly(step, unit, joined(new)))
        asked.update(step.requires)
    return f"{'; '.join(told)}."


_SHORTLY = {
    Judgement.INDIVIDUAL: "efter konkret vurdering",
    Judgement.SPECIAL_NEED: "ved særligt behov",
}


def _step_shortly(step: Step, unit: str, required: str) -> str:
    if step.value is None:
        only = f", men kun {required}" if required else ""
        return f"derefter intet loft i kilden{only}"
    return f"{danish_amount(step.value, unit)} {required or 'i forsøget'}"


def certain_sentence(found: Assessment) -> str:
    """The duration that is certain on this answer; empty for a trial that sets none."""
    if found.rule.limit is None or found.limit is None:
        return ""
    if found.limit.allowed is not None:
        unit = found.rule.limit.unit.label
        return f"Sikkert tilladt: op til {danish_amount(found.limit.allowed, unit)}."
    if found.verdict is Verdict.APPLIES and found.rule.limit.is_open_at_once:
        return "Sikkert tilladt: kilden angiver intet loft."
    return (
        "Ingen varighed er sikker, for vi ved ikke, hvilken almindelig regel der gælder for "
        "borgeren."
    )


def possible_sentence(found: Assessment) -> str:
    """The duration that may come, and what it waits for; empty when there is none."""
    if found.rule.limit is None or found.limit is None or found.limit.possible is None:
        return ""
    waits = [_SHORTLY[word] for word in found.rule.limit.first.requires]
    if found.verdict is Verdict.UNDETERMINED:
        waits.insert(0, "hvis forsøget viser sig at gælde")
    amount = danish_amount(found.limit.possible, found.rule.limit.unit.label)
    return f"{capitalised(joined(waits))}: op til {amount}."


def group_sentences(group: Group) -> tuple[str, ...]:
    """Each condition of a target group in words; all of them must hold."""
    return tuple(_condition_sentence(condition) for condition in group.conditions)


def _group_sentence(group: Group) -> str:
    conditions = [within(sentence.rstrip(".")) for sentence in group_sentences(group)]
    if not conditions:
        return f"{group.name}: ingen betingelser er skrevet endnu."
    return f"{group.name}: {'; og '.join(conditions)}."


def _condition_sentence(condition: Condition) -> str:
    """As the editor worded it, how the engine reads it, and what the source leaves open."""
    read = joined([each.wording for each in condition.alternatives], "eller")
    told = capitalised(read) or "Ingen alternativer er skrevet endnu"
    aside = [text for each in condition.alternatives if (text := _borderline(each))]
    aside = [f"kilden afgør ikke, om {joined(aside)} er med"] if aside else []
    if condition.wording and within(condition.requirement) != read:
        told, aside = condition.requirement, [f"læses som: {read}", *aside]
    return f"{told} ({'; '.join(aside)})." if aside else f"{told}."


def _borderline(alternative: Alternative) -> str:
    attribute = alternative.attribute
    labels = [
        attribute.words(value).label if attribute.words else f"{value.replace('.', ',')}"
        for value in alternative.borderline
    ]
    return joined(labels) + (f" {attribute.unit}" if labels and attribute.unit else "")


def _limit_sentences(limit: Limit) -> Iterator[str]:
    unit = limit.unit.label
    yield f"Efter den almindelige regel højst {danish_amount(limit.ordinary, unit)}."
    for step in limit.steps:
        yield f"I forsøget {_step_words(step, unit)}."


def _step_words(step: Step, unit: str) -> str:
    length = "længere endnu; kilden angiver intet loft"
    if step.value is not None:
        length = f"op til {danish_amount(step.value, unit)}"
    if not step.requires:
        return length
    return f"{length}; det kræver {joined([judgement.label for judgement in step.requires])}"
