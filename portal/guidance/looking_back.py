"""Set tilbage: an answer by what was published on an earlier day, beside what it would be now."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from portal.guidance.forms import ProfileForm, answer_of
from portal.matching import Guidance, TrialAnswer
from portal.shelf import Content, current_content

SAME_CONTENT = "Det er det samme, der er udgivet i dag."
SAME_ANSWER = (
    "Der er udgivet noget andet siden, men svarene om forsøgene er de samme i dag. Viden, "
    "anbefalinger og begrundelser kan være andre."
)
OTHER_ANSWER = "Der er udgivet noget andet siden, og i dag er svaret et andet:"
NOT_NOW = (
    "Der er udgivet noget andet siden. Med det, der er udgivet i dag, kan oplysningerne ikke "
    "bruges, som de står."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class LookedBack:
    """The day whose editions the answer rests on, and how the answer of today differs."""

    day: date
    sentence: str
    changes: tuple[str, ...] = ()


def looked_back(form: ProfileForm, answer: Guidance) -> LookedBack | None:
    """What to say of an answer by what was published earlier; None for an answer of today."""
    if answer.known_on is None:
        return None
    now = current_content()
    if now.version == answer.content_version:
        return LookedBack(day=answer.known_on, sentence=SAME_CONTENT)
    asked = _asked_of(form, now)
    if not asked.is_valid():
        return LookedBack(day=answer.known_on, sentence=NOT_NOW)
    changes = tuple(_changes(_by_slug(answer), _by_slug(answer_of(asked))))
    sentence = OTHER_ANSWER if changes else SAME_ANSWER
    return LookedBack(day=answer.known_on, sentence=sentence, changes=changes)


def _asked_of(form: ProfileForm, content: Content) -> ProfileForm:
    return ProfileForm(form.data, content=content, today=form.today, home=form.home)


def _by_slug(answer: Guidance) -> dict[str, TrialAnswer]:
    return {each.document["slug"]: each for each in answer.trials}


def _changes(then: Mapping[str, TrialAnswer], now: Mapping[str, TrialAnswer]) -> Iterator[str]:
    """The trials whose answer is another, those that are gone, and those that came."""
    for slug, each in then.items():
        if slug not in now:
            yield f"{_title(each)} er trukket tilbage siden."
        elif _verdict(each) != _verdict(now[slug]):
            yield f"{_title(each)}: {_verdict(each)} dengang, {_verdict(now[slug])} i dag."
    for slug, each in now.items():
        if slug not in then:
            yield f"{_title(each)} er kommet til siden: {_verdict(each)}."


def _title(answer: TrialAnswer) -> str:
    return f"\u201d{answer.document['title']}\u201d"


def _verdict(answer: TrialAnswer) -> str:
    return f"\u201d{answer.assessment.verdict.label}\u201d"
