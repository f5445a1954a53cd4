"""What to ask: each fact whose reply could settle a trial, found by trying the legal replies.

A reply that the reader would refuse as a contradiction is not a reply, so it promises nothing.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import chain, combinations

from trials.rules.areas import Area
from trials.rules.attributes import ATTRIBUTES, Attribute, Kind
from trials.rules.checks import Answer
from trials.rules.engine import Assessment, Rule
from trials.rules.groups import Alternative
from trials.rules.profile import ADULT_AGE, PARTICIPATES, CitizenProfile, Stated
from trials.rules.statements import contradictions

# The smallest difference that can be stated: whole years, and two decimals of a month.
_STEPS = {True: Decimal("0.01"), False: Decimal(1)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Et spørgsmål: a fact to ask for, and the trials that one reply could settle."""

    attribute: str
    settles: tuple[str, ...]


def questions(
    assessments: Iterable[Assessment], *, municipalities: Collection[str]
) -> list[Question]:
    """What to ask one citizen, by the answers on one day: first what could settle most trials."""
    found = list(assessments)
    replies = _Replies(municipalities, [each.rule.area for each in found])
    settles: dict[str, list[str]] = {}
    for each in found:
        for name in _asked(each):
            if replies.could_settle(each, name):
                settles.setdefault(name, []).append(each.rule.slug)
    asked = [Question(attribute=name, settles=tuple(slugs)) for name, slugs in settles.items()]
    return sorted(asked, key=lambda question: -len(question.settles))


def _asked(found: Assessment) -> dict[str, None]:
    """What the leaves that keep the answer open ask for, each once, in the order of the tree."""
    if found.check.answer is not Answer.UNKNOWN:
        return {}
    return dict.fromkeys(name for leaf in found.deciding_leaves for name in leaf.asks)


class _Replies:
    """The profiles that one reply more makes; each is read once, whatever trials ask for it."""

    def __init__(self, municipalities: Collection[str], areas: Collection[Area]) -> None:
        self._municipalities = municipalities
        self._areas = areas
        self._read: dict[tuple[str, Stated | bool], CitizenProfile | None] = {}

    def could_settle(self, found: Assessment, name: str) -> bool:
        """Whether a legal reply turns the open answer into yes or no."""
        return any(
            _answer(found, name, profile) is not Answer.UNKNOWN
            for profile in self._legal(found, name)
        )

    def _legal(self, found: Assessment, name: str) -> Iterator[CitizenProfile]:
        for value in self._values(found.rule, name):
            key = name, value
            if key not in self._read:
                self._read[key] = self._profile(found, name, value)
            if profile := self._read[key]:
                yield profile

    def _values(self, rule: Rule, name: str) -> Iterable[Stated | bool]:
        if name.startswith(PARTICIPATES):
            return (True, False)
        if name == "municipality":
            return self._municipalities
        return _values(rule, ATTRIBUTES[name])

    def _profile(self, found: Assessment, name: str, value: Stated | bool) -> CitizenProfile | None:
        """The profile with the reply, or None when the reader refuses it."""
        profile = _with(found.profile, name, value)
        refused = (
            any(area.contradicts(profile) for area in self._areas)
            if _is_about_place(name)
            else contradictions(profile, on=found.on)
        )
        return None if refused else profile


def _with(profile: CitizenProfile, name: str, value: Stated | bool) -> CitizenProfile:
    if isinstance(value, bool):
        slug = name.removeprefix(PARTICIPATES)
        return replace(profile, participates={**profile.participates, slug: value})
    return replace(profile, stated={**profile.stated, name: value})


def _is_about_place(name: str) -> bool:
    return name == "municipality" or name.startswith(PARTICIPATES)


def _answer(found: Assessment, name: str, profile: CitizenProfile) -> Answer:
    """The answer with one reply more; only what the reply is about is asked again."""
    if _is_about_place(name):
        in_area = found.rule.area.check(profile).answer
        return min(found.in_time.answer, in_area, found.in_group.answer)
    in_group = max(group.answer(profile, on=found.on) for group in found.rule.groups)
    return min(found.in_time.answer, found.in_area.answer, in_group)


def _values(rule: Rule, attribute: Attribute) -> Iterable[Stated]:
    """The values that the rule can tell apart: every code, and numbers around each threshold."""
    if attribute.kind is Kind.NUMBER:
        return telling_numbers(attribute, rule.alternatives_about(attribute))
    if attribute.kind is Kind.SET:
        return _sets(rule, attribute)
    return [word.value for word in attribute.words or ()]


def telling_numbers(attribute: Attribute, asked: Iterable[Alternative]) -> list[Decimal]:
    """Every threshold and borderline value with its neighbours, and the least and the greatest."""
    step = _STEPS[attribute.decimal]
    lowest, highest = Decimal(attribute.minimum), Decimal(attribute.maximum)
    # The LAB group depends on age, and so does what the reader refuses.
    named = {lowest, highest, Decimal(ADULT_AGE)} if attribute.name == "age" else {lowest, highest}
    for each in asked:
        named.update(Decimal(number) for number in (*each.values, *each.borderline))
    around = {number + shift for number in named for shift in (-step, Decimal(0), step)}
    return sorted(number for number in around if lowest <= number <= highest)


def _sets(rule: Rule, attribute: Attribute) -> Iterator[frozenset[str]]:
    """Every combination of codes, but one code for those that the rule never tells apart."""
    asked = rule.alternatives_about(attribute)
    alike = {
        tuple((word.value in each.values, word.value in each.borderline) for each in asked): word
        for word in attribute.words or ()
    }
    codes = [word.value for word in alike.values()]
    sizes = range(len(codes) + 1)
    return map(frozenset, chain.from_iterable(combinations(codes, size) for size in sizes))
