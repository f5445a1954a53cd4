"""What the page of each kind shows beside the document itself, for one day."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from portal.library import links
from portal.library.states import evaluation_state, trial_state
from portal.library.things import Thing
from portal.matching import strength_for_studied, supports
from portal.pictures.periods import period_picture
from portal.pictures.strips import strip
from portal.shelf import Content, Document
from portal.words import EditionKind
from trials.rules import (
    Coverage,
    Participation,
    Period,
    Verdict,
    capitalised,
    example_question,
    group_from,
    group_sentences,
    rule_from,
    rule_passages,
)

Context = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence and the citation that it rests on."""

    text: str
    source: Document | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetGroup:
    """A target group told condition by condition; all of them must hold."""

    name: str
    description: str
    conditions: tuple[Sentence, ...]
    source: Document | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownExample:
    """A citizen that nobody is, the answer that the trial gives, and why."""

    answer: str
    question: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownPeriod:
    """A period in words, where each of its bounds is from, and what it says of the day."""

    text: str
    start_source: Document
    end_source: Document
    on_the_day: str


def trial_details(thing: Thing) -> Context:
    document, content, on = thing.document, thing.content, thing.on
    rule = rule_from(document)
    ordinary = document["ordinary_group"]
    coverage = document["coverage"]
    return {
        "state": trial_state(rule, on=on),
        "passages": rule_passages(rule),
        "picture": period_picture(rule.periods, document["decisions"], on=on),
        "periods": list(shown_periods(document, rule.periods, on=on)),
        "groups": [target_group(row) for row in document["target_groups"]],
        "ordinary": [target_group(ordinary)] if ordinary else [],
        "area": rule.area.description,
        "municipalities": [row["name"] for row in coverage["municipalities"]],
        "records": _records(document["slug"], content),
        "examples": [_shown_example(row) for row in document.get("examples", ())],
        "not_known": UNKNOWN_COVERAGE[Coverage(coverage["kind"])],
        "related": links.of_trial(document, content),
    }


def evaluation_details(thing: Thing) -> Context:
    document, content = thing.document, thing.content
    return {
        "state": evaluation_state(document["published"], on=thing.on),
        "groups": [target_group(row) for row in document["target_groups"]],
        "strip": strip((row, "") for row in document["findings"]),
        "findings": [
            {**row, "rests": links.recommendations_on(document["slug"], row["slug"], content)}
            for row in document["findings"]
        ],
        "related": links.of_evaluation(document, content),
    }


def recommendation_details(thing: Thing) -> Context:
    document, content, on = thing.document, thing.content, thing.on
    found = list(supports(content, document))
    studies = {evaluation["slug"]: evaluation for evaluation, _ in found}
    states = {slug: evaluation_state(row["published"], on=on) for slug, row in studies.items()}
    own = document["target_groups"]
    studied = {row["slug"]: row for each in studies.values() for row in each["target_groups"]}
    return {
        "strength": strength_for_studied(content, document, on=on),
        "strip": strip((finding, evaluation["title"]) for evaluation, finding in found),
        "findings": [
            {**finding, "origin": _finding_link(evaluation, finding, content)}
            for evaluation, finding in found
        ],
        "absent": len(document["supports"]) - len(found),
        "later": [
            (studies[slug]["title"], state) for slug, state in states.items() if state.is_future
        ],
        "has_own_groups": bool(own),
        "groups": [target_group(row) for row in own or studied.values()],
        "related": links.of_recommendation(document, content),
    }


def programme_details(thing: Thing) -> Context:
    return {
        "coverage": capitalised(Coverage(thing.document["coverage"]).label),
        "related": links.of_programme(thing.document, thing.content),
    }


def _records(slug: str, content: Content) -> list[Participation]:
    """What is recorded now of municipalities, where the source leaves it open."""
    published = content.trials.get(slug)
    if published is None:
        return []
    area = published.rule.area
    return [record for code in area.recorded if (record := area.record_of(code))]


def _shown_example(example: Document) -> ShownExample:
    return ShownExample(
        answer=capitalised(Verdict(example["expected"]["answer"]).label),
        question=example_question(example),
        why=example["why"],
    )


UNKNOWN_COVERAGE = {
    Coverage.NATIONWIDE: "",
    Coverage.LISTED: "",
    Coverage.LISTED_INCOMPLETE: (
        "Listen er ikke fuldstændig: andre kommuner kan være med. Kommunen må selv svare."
    ),
    Coverage.NOT_NAMED: "Kilden siger ikke, hvilke kommuner det er. Kommunen må selv svare.",
}


def target_group(document: Document) -> TargetGroup:
    """The group in a document, in words."""
    sentences = group_sentences(group_from(document))
    rows = zip(sentences, document["conditions"], strict=True)
    return TargetGroup(
        name=document["name"],
        description=document["description"],
        conditions=tuple(Sentence(text=text, source=row["source"]) for text, row in rows),
        source=document["source"],
    )


def shown_periods(
    document: Document, periods: tuple[Period, ...], *, on: date
) -> Iterator[ShownPeriod]:
    """The periods of a trial in words, each with what it says of the day."""
    for row, period in zip(document["periods"], periods, strict=True):
        yield ShownPeriod(
            text=f"{period.requirement}.",
            start_source=row["start"]["source"],
            end_source=row["end"]["source"],
            on_the_day=capitalised(period.check(on).reason.label),
        )


def _finding_link(evaluation: Document, finding: Document, content: Content) -> links.Link:
    page = links.link_to(content, EditionKind.EVALUATION, evaluation["slug"])
    return replace(page, address=f"{page.address}#fund-{finding['slug']}")
