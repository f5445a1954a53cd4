"""What can be supposed of one fact: the choices of the profile form, and telling numbers."""

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from itertools import chain
from math import ceil, floor

from django import forms

from portal.guidance.forms import DAYS, PARTICIPATES, ProfileForm
from portal.shelf import Content
from trials.fields import NOT_STATED, NumberField
from trials.rules import (
    ADULT_AGE,
    ATTRIBUTES,
    MOST_WEEKS,
    Alternative,
    Answer,
    Attribute,
    CitizenProfile,
    Judgement,
    Kind,
    Unit,
    capitalised,
    danish_number,
    telling_numbers,
)

# A choice as it is posted: the name of a field of the profile form, and a value of that field.
BETWEEN = ":"
NOTHING = ("", "ingen anden oplysning")

Choices = list[tuple[str, str]]


def fact_choices(form: ProfileForm) -> list[tuple[str, str | Choices]]:
    """Every fact that can be supposed, under the label of its field, in the form's order.

    The municipality stands last: its list is long, and hides what comes after it.
    """
    names = sorted((name for name in form.fields if name not in DAYS), key=_is_municipality)
    return [NOTHING, *((capitalised(_label(form, name)), _choices(form, name)) for name in names)]


def _is_municipality(name: str) -> bool:
    return name == "municipality"


def _choices(form: ProfileForm, name: str) -> Choices:
    label = _label(form, name)
    return [
        (f"{name}{BETWEEN}{value}", f"{label}: {text}")
        for value, text in _values(name, form.fields[name], form.content)
    ]


def _label(form: ProfileForm, name: str) -> str:
    """The short label of a field; a question would fill the list."""
    if name in ATTRIBUTES:
        return ATTRIBUTES[name].label
    if name.startswith(PARTICIPATES):
        title = form.content.trials[name.removeprefix(PARTICIPATES)].document["title"]
        return f"deltager i \u201d{title}\u201d"
    return Judgement(name).label if name in set(Judgement) else "planlagt tilbud"


def _values(name: str, field: forms.Field, content: Content) -> Iterable[tuple[str, str]]:
    if isinstance(field, NumberField):
        unit = field.attribute.unit
        for number in _numbers(field.attribute, content):
            yield danish_number(number), f"{danish_number(number)} {unit}"
    elif isinstance(field, forms.ChoiceField):
        for code, text in _offered(field):
            if code != NOT_STATED[0]:
                yield code, _in_words(name, code, text)


def _offered(field: forms.ChoiceField) -> Choices:
    """The choices of a field of ours: a list of pairs, without groups."""
    offered = field.choices
    assert isinstance(offered, Iterable)
    return [(str(code), str(text)) for code, text in offered]


def _in_words(name: str, code: str, text: str) -> str:
    """A code in words: one of several stands alone, and hints are for the profile form."""
    attribute = ATTRIBUTES.get(name)
    if attribute is None or attribute.words is None or code not in set(attribute.words):
        return text
    label = attribute.words(code).label
    return f"kun {label}" if attribute.kind is Kind.SET else label


def _numbers(attribute: Attribute, content: Content) -> list[Decimal]:
    if attribute.name == "weeks":
        return _weeks(content)
    return distinct_numbers(attribute, list(_alternatives(attribute, content)))


def _weeks(content: Content) -> list[Decimal]:
    """The length of every step, and one week more."""
    limits = [rule.limit for trial in content.trials.values() if (rule := trial.rule)]
    found: set[int] = set()
    for limit in limits:
        if limit and limit.unit is Unit.WEEKS:
            ends = [limit.ordinary, *(step.value for step in limit.steps if step.value)]
            found.update(end + more for end in ends for more in (0, 1))
    return [Decimal(weeks) for weeks in sorted(found) if weeks <= MOST_WEEKS]


def _alternatives(attribute: Attribute, content: Content) -> Iterator[Alternative]:
    """Every published requirement that compares the attribute."""
    for trial in content.trials.values():
        yield from trial.rule.alternatives_about(attribute)
    evidence = chain(content.evaluations.values(), content.recommendations.values())
    for group in chain.from_iterable(published.groups for published in evidence):
        for condition in group.conditions:
            yield from (each for each in condition.alternatives if each.attribute is attribute)


def distinct_numbers(attribute: Attribute, asked: list[Alternative]) -> list[Decimal]:
    """One number for each answer that the published requirements can give: what people know best.

    Thresholds come before other numbers, and whole ones before those with decimals.
    """
    assert attribute.kind is Kind.NUMBER
    named = {Decimal(value) for each in asked for value in (*each.values, *each.borderline)}
    if attribute.name == "age":
        named.add(Decimal(ADULT_AGE))

    def is_worse(number: Decimal) -> tuple[bool, bool, Decimal]:
        away = min((abs(number - each) for each in named), default=Decimal(0))
        return number not in named, number != int(number), away

    found: dict[tuple[Answer | bool, ...], Decimal] = {}
    for number in sorted(_candidates(attribute, asked), key=is_worse):
        found.setdefault(_told_apart(number, attribute, asked), number)
    return sorted(found.values())


def _candidates(attribute: Attribute, asked: list[Alternative]) -> set[Decimal]:
    """The telling numbers, and the whole numbers beside those with decimals."""
    numbers = telling_numbers(attribute, asked)
    whole = {Decimal(near(number)) for number in numbers for near in (floor, ceil)}
    return set(numbers) | {each for each in whole if _is_legal(each, attribute)}


def _is_legal(number: Decimal, attribute: Attribute) -> bool:
    return attribute.minimum <= number <= attribute.maximum


def _told_apart(
    number: Decimal, attribute: Attribute, asked: list[Alternative]
) -> tuple[Answer | bool, ...]:
    """What every requirement answers to the number; the LAB group depends on age as well."""
    profile = CitizenProfile(stated={attribute.name: number})
    answers = [each.answer(profile, on=date.min) for each in asked]
    return (*answers, attribute.name == "age" and number >= ADULT_AGE)
