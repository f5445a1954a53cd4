"""The rules a second time, written without sight of the engine, so that the two can disagree.

The engine walks a tree with three answers. Here nothing has three answers: whatever is unknown is
a coin, and we count in how many of all the ways the coins can fall each part holds. Holding in
every way is yes, in none is no, in some is unknown. Dates are compared as ISO text and the
imprecise ones by trying their extremes.
"""

import operator
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import product
from typing import Any, NamedTuple

from tests.rules.oracle_citizen import Profile, facts_of

Document = Mapping[str, Any]


class Ways(NamedTuple):
    """In how many of all the ways that the coins can fall something holds."""

    total: int
    holding: int


YES, NO, OPEN = Ways(1, 1), Ways(1, 0), Ways(2, 1)


class Leaf(NamedTuple):
    """A part that rests on nothing else, under the name that ``deciding`` gives it."""

    name: str
    ways: Ways


class Table(NamedTuple):
    """All leaves of a rule: groups hold conditions, conditions hold alternatives."""

    periods: list[Leaf]
    coverage: Leaf
    groups: list[list[list[Leaf]]]


class Expected(NamedTuple):
    """What the engine must answer; ``limit`` is (allowed, possible)."""

    verdict: str
    deciding: tuple[str, ...]
    limit: tuple[int | None, int | None] | None
    offer_allowed: str | None


VERDICTS = {"yes": "applies", "no": "not_applies", "unknown": "undetermined"}


def expected(document: Document, profile: Profile, day: date, offer: Profile | None) -> Expected:
    """The one answer that the specification gives."""
    table = table_of(document, profile, day)
    rule = rule_ways(table)
    return Expected(
        VERDICTS[answer(rule)],
        deciding(table),
        _limit(document, profile, day, answer(rule)),
        _offer(document, profile, day, rule, offer),
    )


# --- counting -------------------------------------------------------------------------------


def answer(ways: Ways) -> str:
    """Coins that make no difference leave no doubt."""
    if ways.holding == ways.total:
        return "yes"
    return "unknown" if ways.holding else "no"


def all_of(parts: Iterable[Ways]) -> Ways:
    """The coins of the parts are separate, so the ways multiply; no parts hold."""
    total = holding = 1
    for part in parts:
        total *= part.total
        holding *= part.holding
    return Ways(total, holding)


def any_of(parts: Iterable[Ways]) -> Ways:
    """All ways but those in which every part fails; no parts fail."""
    total = failing = 1
    for part in parts:
        total *= part.total
        failing *= part.total - part.holding
    return Ways(total, total - failing)


def _settled(holds: bool) -> Ways:
    return YES if holds else NO


def _among(outcomes: set[bool]) -> Ways:
    return OPEN if len(outcomes) == 2 else _settled(True in outcomes)


# --- the rule -------------------------------------------------------------------------------


def table_of(document: Document, profile: Profile, day: date) -> Table:
    """Every leaf of the rule, held against the citizen and the day."""
    facts = facts_of(profile, day)
    return Table(
        [Leaf("period", _period(period, day.isoformat())) for period in document["periods"]],
        Leaf("municipality", _coverage(document, profile)),
        [_group(group, facts) for group in document["target_groups"]],
    )


def rule_ways(table: Table) -> Ways:
    """A period, the municipality, and a target group: all three are needed."""
    return all_of((_periods_ways(table), table.coverage.ways, _groups_ways(table)))


def _periods_ways(table: Table) -> Ways:
    return any_of(leaf.ways for leaf in table.periods)


def _groups_ways(table: Table) -> Ways:
    return any_of(map(group_ways, table.groups))


def group_ways(group: list[list[Leaf]]) -> Ways:
    """All conditions, each by any of its alternatives."""
    return all_of(map(_condition_ways, group))


def _condition_ways(condition: list[Leaf]) -> Ways:
    return any_of(leaf.ways for leaf in condition)


def deciding(table: Table) -> tuple[str, ...]:
    """The leaves below which, and above which, everything answers as the whole does."""
    whole = answer(rule_ways(table))
    names: set[str] = set()
    if whole == "yes":
        return ()
    if answer(_periods_ways(table)) == whole:
        names |= _answering(table.periods, whole)
    names |= _answering([table.coverage], whole)
    if answer(_groups_ways(table)) == whole:
        names |= _answering(_open_alternatives(table, whole), whole)
    return tuple(sorted(names))


def _answering(leaves: Iterable[Leaf], whole: str) -> set[str]:
    return {leaf.name for leaf in leaves if answer(leaf.ways) == whole}


def _open_alternatives(table: Table, whole: str) -> Iterable[Leaf]:
    for group in table.groups:
        if answer(group_ways(group)) == whole:
            for condition in group:
                if answer(_condition_ways(condition)) == whole:
                    yield from condition


# --- leaves ---------------------------------------------------------------------------------

LONG_AGO, NEVER = "0000-00-00", "9999-99-99"


def _period(period: Document, day: str) -> Ways:
    """Try every extreme of the imprecise bounds; an unknown bound may lie anywhere."""
    start, end = period["start"], period["end"]
    starts = {start["earliest"] or LONG_AGO, start["latest"] or NEVER}
    ends = {end["earliest"] or LONG_AGO, end["latest"] or NEVER}
    if period["open_ended"]:
        ends = {NEVER}
    return _among({first <= day <= last for first, last in product(starts, ends)})


def _coverage(document: Document, profile: Profile) -> Ways:
    """Nationwide, then whatever anybody says of the municipality; nobody contradicts another."""
    coverage, own = document["coverage"], profile.get("participates", {})
    if coverage["kind"] == "nationwide":
        return YES
    stated = profile.get("municipality")
    if stated in {place["code"] for place in coverage["municipalities"]}:
        return YES
    if document["slug"] in own:
        return _settled(own[document["slug"]])
    if coverage["kind"] != "listed":
        for record in document.get("recorded", []):
            if record["code"] == stated:
                return _settled(record["takes_part"])
    return NO if coverage["kind"] == "listed" and stated else OPEN


def _group(group: Document, facts: Profile) -> list[list[Leaf]]:
    return [
        [_alternative(alternative, facts) for alternative in condition["alternatives"]]
        for condition in group["conditions"]
    ]


def _alternative(alternative: Document, facts: Profile) -> Leaf:
    name = alternative["attribute"]
    stated = facts.get(name)
    if stated is None:
        return Leaf(name, OPEN)
    return Leaf(name, SHAPES.get(name, _code)(alternative, stated))


def _code(alternative: Document, stated: str) -> Ways:
    if stated in alternative["borderline"]:
        return OPEN
    return _settled((stated in alternative["values"]) == (alternative["comparison"] == "one_of"))


def _health(alternative: Document, stated: Sequence[str]) -> Ways:
    """A listed illness decides; only without one does a borderline illness raise doubt."""
    listed = not set(stated).isdisjoint(alternative["values"])
    if not listed and not set(stated).isdisjoint(alternative["borderline"]):
        return OPEN
    return _settled(listed == (alternative["comparison"] == "one_of"))


ORDER = {
    "at_least": operator.ge,
    "more_than": operator.gt,
    "at_most": operator.le,
    "less_than": operator.lt,
}


def _number(alternative: Document, stated: Decimal) -> Ways:
    if stated in map(Decimal, alternative["borderline"]):
        return OPEN
    (threshold,) = alternative["values"]
    return _settled(ORDER[alternative["comparison"]](stated, Decimal(threshold)))


SHAPES: dict[str, Callable[[Document, Any], Ways]] = {
    "age": _number,
    "unemployed_months": _number,
    "health": _health,
}


# --- duration -------------------------------------------------------------------------------


def _ordinary(document: Document, profile: Profile, day: date) -> bool:
    """Whether the ordinary rule is known to concern this citizen."""
    group = document["ordinary_group"]
    if group is None:
        return False
    return answer(group_ways(_group(group, facts_of(profile, day)))) == "yes"


def _limit(
    document: Document, profile: Profile, day: date, rule: str
) -> tuple[int | None, int | None] | None:
    limit = document["limit"]
    if limit is None:
        return None
    first, asks = limit["steps"][0]["value"], limit["steps"][0]["requires"]
    if rule == "yes" and not asks:
        return first, None
    ordinary = limit["ordinary"] if _ordinary(document, profile, day) else None
    return ordinary, first if rule != "no" else None


def _offer(
    document: Document, profile: Profile, day: date, rule: Ways, offer: Profile | None
) -> str | None:
    """By the ordinary route or by the trial's; what only an assessment can settle says so."""
    limit = document["limit"]
    if offer is None or limit is None or limit["unit"] != "weeks":
        return None
    within = _settled(offer["weeks"] <= limit["ordinary"])
    ordinary = within if _ordinary(document, profile, day) else OPEN
    trial = all_of((rule, _step(limit, offer)))
    allowed = answer(any_of((ordinary, trial)))
    if allowed != "unknown":
        return allowed
    open_step = answer(rule) == "yes" and answer(trial) == "unknown"
    return "needs_assessment" if open_step else "undetermined"


def _step(limit: Document, offer: Profile) -> Ways:
    """The requirements of the first step that is long enough; none is: no."""
    for step in limit["steps"]:
        if step["value"] is None or offer["weeks"] <= step["value"]:
            return all_of(
                _settled(offer[name]) if name in offer else OPEN for name in step["requires"]
            )
    return NO
