"""What follows from an explanation tree: what decides, what to ask, and what would change it."""

from collections.abc import Mapping
from dataclasses import dataclass

from trials.rules.checks import Answer, Check, Connective


def deciding(check: Check) -> tuple[str, ...]:
    """The attributes of the leaves that gave the answer, sorted; empty when it is yes."""
    return tuple(sorted({leaf.attribute for leaf in deciding_leaves(check) if leaf.attribute}))


def deciding_leaves(check: Check) -> list[Check]:
    """The leaves that gave the answer, in the order of the tree; none when it is yes."""
    return [] if check.answer is Answer.YES else _leaves_alike(check)


def _leaves_alike(check: Check) -> list[Check]:
    """The leaves reached by going down only through parts with the answer of the whole."""
    if check.connective is Connective.LEAF:
        return [check]
    alike = (part for part in check.parts if part.answer is check.answer)
    return [leaf for part in alike for leaf in _leaves_alike(part)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Et spørgsmål: a fact to ask for, and the trials that one reply could settle."""

    attribute: str
    settles: tuple[str, ...]


def questions(checks: Mapping[str, Check]) -> list[Question]:
    """The facts to ask for, by trial slug: first those that could settle most open answers."""
    settles: dict[str, list[str]] = {}
    for slug, check in checks.items():
        if check.answer is Answer.UNKNOWN:
            for attribute in _asked(check):
                if could_settle(check, attribute):
                    settles.setdefault(attribute, []).append(slug)
    asked = [Question(attribute=name, settles=tuple(slugs)) for name, slugs in settles.items()]
    return sorted(asked, key=lambda question: -len(question.settles))


def _asked(check: Check) -> dict[str, None]:
    """The questions of the open leaves that matter, each once, in the order of the tree."""
    leaves = _leaves_alike(check)
    return dict.fromkeys(name for leaf in leaves for name in leaf.asks)


def could_apply(check: Check) -> bool:
    """Whether the answer would be yes if every question that is open were answered to that end."""
    return _best_answer(check) is Answer.YES


def _best_answer(check: Check) -> Answer:
    if check.connective is Connective.LEAF:
        return Answer.YES if check.asks else check.answer
    answers = [_best_answer(part) for part in check.parts]
    if check.connective is Connective.ALL:
        return min(answers, default=Answer.YES)
    return max(answers, default=Answer.NO)


def could_settle(check: Check, attribute: str) -> bool:
    """Whether one reply about the attribute could turn the open answer into yes or no."""
    return any(
        _answer_if(check, attribute, reply) is not Answer.UNKNOWN
        for reply in (Answer.YES, Answer.NO)
    )


def _answer_if(check: Check, attribute: str, reply: Answer) -> Answer:
    """The answer of the tree when the open leaves about the attribute had the reply."""
    if check.connective is Connective.LEAF:
        impossible = reply is Answer.NO and attribute in check.never_fails
        return reply if attribute in check.asks and not impossible else check.answer
    answers = [_answer_if(part, attribute, reply) for part in check.parts]
    if check.connective is Connective.ALL:
        return min(answers, default=Answer.YES)
    return max(answers, default=Answer.NO)
