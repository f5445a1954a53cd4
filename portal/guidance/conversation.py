"""What the conversation says about itself: where the focus goes, and what screen readers hear."""

from collections import Counter
from enum import Enum

from portal.guidance.forms import ProfileForm
from portal.matching import VERDICTS, Guidance
from trials.rules import joined


class Focus(Enum):
    """Where the reader is after pressing a button; a page that updates by itself moves nobody."""

    NOWHERE = ""
    ANSWER = "answer"
    QUESTION = "question"
    WHAT_IF = "what_if"


def announced(guidance: Guidance) -> str:
    """The answer in one sentence, for the line that tells of every change."""
    first, *others = _counted(guidance)
    return f"Svaret er opdateret: {first.replace(' ', ' forsøg ', 1)}, {', '.join(others)}."


def summed(guidance: Guidance) -> str:
    """What may concern the citizen, for the way to an answer that is out of sight."""
    return ", ".join(_counted(guidance)[:2])


def _counted(guidance: Guidance) -> list[str]:
    count = Counter(row.assessment.verdict for row in guidance.trials)
    return [f"{count[verdict]} {verdict.label}" for verdict in VERDICTS]


def refused(form: ProfileForm) -> str:
    """That there is no new answer, and which fields must be corrected."""
    labels = [f"\u201d{form[name].label}\u201d" for name in form.errors if name in form.fields]
    return f"Svaret er ikke opdateret. Ret {joined(labels, 'og')}." if labels else NO_ANSWER


NO_ANSWER = "Svaret er ikke opdateret. Ret oplysningerne."
