"""The next best question: what is still open, and the control that answers it on the spot."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.forms import BoundField, CheckboxSelectMultiple, RadioSelect, Select, Widget

from portal.guidance.asking import REPLY
from portal.guidance.forms import ProfileForm, field_name
from trials.rules import ATTRIBUTES, Question

SHAPES: dict[type[Widget], str] = {
    RadioSelect: "yes_no",
    CheckboxSelectMultiple: "ticks",
    Select: "choice",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedFor:
    """A question, the trials that it could settle, and the field that takes the reply.

    ``reply`` is the profile's own field under a name of its own: what stands there takes the
    place of what the profile says.
    """

    text: str
    reply: BoundField
    trials: list[dict[str, Any]]

    @property
    def shape(self) -> str:
        """Which control the reply takes: "yes_no", "ticks", "choice" or "number"."""
        return SHAPES.get(type(self.reply.field.widget), "number")

    @property
    def control(self) -> str:
        """A select or a number, named by the question."""
        kind = "form-select" if self.shape == "choice" else "form-input"
        question = f"{self.reply.auto_id}_question"
        return self.reply.as_widget(attrs={"aria-labelledby": question, "class": kind})


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenQuestions:
    """The one to ask now, and the others: more at once is an interrogation."""

    first: AskedFor | None
    others: list[AskedFor]

    @property
    def in_order(self) -> list[AskedFor]:
        """All of them, what settles most first."""
        return [*([self.first] if self.first else []), *self.others]


def open_questions(questions: Iterable[Question], form: ProfileForm) -> OpenQuestions:
    """The questions with their controls, in the order given: what settles most comes first."""
    asked = [_asked_for(question, form) for question in questions]
    return OpenQuestions(first=asked[0] if asked else None, others=asked[1:])


def _asked_for(question: Question, form: ProfileForm) -> AskedFor:
    name = field_name(question.attribute)
    field = form.fields[name]
    attribute = ATTRIBUTES.get(question.attribute)
    return AskedFor(
        text=attribute.question if attribute else str(field.label),
        reply=BoundField(form, field, REPLY + name),
        trials=[form.content.trials[slug].document for slug in question.settles],
    )
