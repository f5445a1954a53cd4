"""Hvad nu hvis: the answer to another day or one other fact, held against the answer given."""

from dataclasses import dataclass

from portal.guidance.forms import ProfileForm, answer_of
from portal.guidance.what_if.days import OtherDay, Timeline, other_days, timeline
from portal.guidance.what_if.difference import Difference, difference
from portal.guidance.what_if.form import WhatIfForm
from portal.matching import Guidance
from trials.rules import danish_date

NOTHING_CHOSEN = "Vælg en dag eller en oplysning først."
REFUSED = "Forskellen kan ikke vises. Ret det felt, der er markeret."
ALREADY_STATED = "Det er det, der allerede er oplyst."


@dataclass(frozen=True, slots=True, kw_only=True)
class WhatIf:
    """The controls, the days to choose among, and the difference when something is supposed."""

    form: WhatIfForm
    timeline: Timeline
    other_days: list[OtherDay]
    supposed: str = ""
    difference: Difference | None = None
    sentence: str = ""

    @property
    def is_used(self) -> bool:
        """Whether someone asked what if, rightly or wrongly: then the controls stay open."""
        return bool(self.sentence)

    @property
    def can_take_over(self) -> bool:
        return self.difference is not None and self.sentence != ALREADY_STATED


def what_if(stated: ProfileForm, answer: Guidance) -> WhatIf:
    """What the page says of a what-if, beside the answer to a valid profile."""
    form = WhatIfForm(stated)
    supposed = form.supposed if form.is_valid() else None
    days = timeline(
        stated.content,
        today=stated.today,
        stated=stated.on,
        chosen=supposed.on if supposed else stated.on,
    )
    others = other_days(stated.content, stated.profile, on=stated.on, within=days)
    if supposed is None:
        return WhatIf(form=form, timeline=days, other_days=others, sentence=_no_answer(form))
    found = difference(answer, answer_of(supposed))
    return WhatIf(
        form=form,
        timeline=days,
        other_days=others,
        supposed=_in_words(form, supposed),
        difference=found,
        sentence=ALREADY_STATED if _is_same(stated, supposed) else found.sentence,
    )


def _no_answer(form: WhatIfForm) -> str:
    """Why there is no difference to see; nothing when nobody asked for one."""
    if form.errors:
        return REFUSED
    return NOTHING_CHOSEN if form.is_asked else ""


def _is_same(stated: ProfileForm, supposed: ProfileForm) -> bool:
    one, other = ((form.on, form.profile, form.offer) for form in (stated, supposed))
    return one == other


def _in_words(form: WhatIfForm, supposed: ProfileForm) -> str:
    """dag: 31. marts 2022; ydelse: dagpenge."""
    day = f"dag: {danish_date(supposed.on)}" if form.cleaned_data["hvis_dag"] else ""
    return "; ".join(filter(None, (day, form.fact)))
