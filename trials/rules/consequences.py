"""What follows from an explanation tree: what decides, and what stays open."""

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


def met_leaves(check: Check) -> list[Check]:
    """The leaves that are met, in the order of the tree; where one of several is enough, those of
    the parts that are met whole.
    """
    if check.connective is Connective.LEAF:
        return [check] if check.answer is Answer.YES else []
    parts = check.parts
    if check.connective is Connective.ANY and len(parts) > 1:
        parts = tuple(part for part in parts if part.answer is Answer.YES)
    return [leaf for part in parts for leaf in met_leaves(part)]


def can_only_fail(check: Check) -> bool:
    """Whether something stays open whatever is replied, so that the answer never becomes yes."""
    return _best_answer(check) is not Answer.YES


def _best_answer(check: Check) -> Answer:
    """The answer if every question that is open were answered to the best end."""
    if check.connective is Connective.LEAF:
        return Answer.YES if check.asks else check.answer
    answers = [_best_answer(part) for part in check.parts]
    if check.connective is Connective.ALL:
        return min(answers, default=Answer.YES)
    return max(answers, default=Answer.NO)
