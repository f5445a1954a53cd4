"""Builds rules from the documents of editions, once, in one direction."""

from collections.abc import Iterable, Mapping
from typing import Any

from trials.rules.areas import Area, Participation
from trials.rules.attributes import ATTRIBUTES
from trials.rules.dates import day_from
from trials.rules.durations import Limit, Step
from trials.rules.engine import Rule
from trials.rules.groups import Alternative, Condition, Group
from trials.rules.periods import Bound, Period
from trials.rules.vocabulary import Comparison, Coverage, Judgement, Unit

Document = Mapping[str, Any]


def rule_from(document: Document, recorded: Iterable[Document] = ()) -> Rule:
    """The rule in a trial's document. KeyError or ValueError when the document is not one.

    ``recorded`` is what else is known of which municipalities take part in it.
    """
    limit, ordinary = document["limit"], document["ordinary_group"]
    return Rule(
        slug=document["slug"],
        periods=tuple(_period(row) for row in document["periods"]),
        area=_area(document["slug"], document["coverage"], recorded),
        groups=tuple(group_from(row) for row in document["target_groups"]),
        ordinary=group_from(ordinary) if ordinary else None,
        limit=_limit(limit) if limit else None,
        reservation=document["reservation"],
    )


def group_from(document: Document) -> Group:
    """The target group in a document: of a trial, an evaluation or a recommendation."""
    return Group(
        name=document["name"],
        conditions=tuple(_condition(row) for row in document["conditions"]),
        source=document["source"],
    )


def _condition(document: Document) -> Condition:
    source = document["source"]
    return Condition(
        alternatives=tuple(_alternative(row, source) for row in document["alternatives"]),
        wording=document["wording"],
        source=source,
    )


def _alternative(document: Document, source: Document | None) -> Alternative:
    return Alternative(
        attribute=ATTRIBUTES[document["attribute"]],
        comparison=Comparison(document["comparison"]),
        values=tuple(document["values"]),
        borderline=tuple(document["borderline"]),
        source=source,
    )


def _period(document: Document) -> Period:
    return Period(
        start=_bound(document["start"]),
        end=_bound(document["end"]),
        open_ended=document["open_ended"],
    )


def _bound(document: Document) -> Bound:
    return Bound(
        earliest=day_from(document["earliest"]),
        latest=day_from(document["latest"]),
        source=document["source"],
    )


def _area(slug: str, document: Document, recorded: Iterable[Document]) -> Area:
    return Area(
        slug=slug,
        coverage=Coverage(document["kind"]),
        named={row["code"]: row["name"] for row in document["municipalities"]},
        count=document["count"],
        source=document["source"],
        recorded={row["code"]: _participation(row) for row in recorded},
    )


def _participation(document: Document) -> Participation:
    return Participation(
        name=document["name"], takes_part=document["takes_part"], source=document["source"]
    )


def _limit(document: Document) -> Limit:
    return Limit(
        unit=Unit(document["unit"]),
        ordinary=document["ordinary"],
        steps=tuple(
            Step(
                value=row["value"],
                requires=tuple(Judgement(word) for word in row["requires"]),
                source=row["source"],
            )
            for row in document["steps"]
        ),
    )
