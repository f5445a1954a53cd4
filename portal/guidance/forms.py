"""The profile form: from what a caseworker types to statements that the rules can read."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from django import forms

from portal.fields import DayField
from portal.matching import Guidance, guidance_for, read_profile
from portal.shelf import Content
from trials.fields import NumberField, YesNoField, field_of
from trials.refusing import RefusingForm
from trials.rules import (
    ATTRIBUTES,
    MOST_WEEKS,
    Area,
    Attribute,
    CitizenProfile,
    Judgement,
    Kind,
    Offer,
    StatementError,
    offer_from,
)

OFFER = ("weeks", *(word.value for word in Judgement))
PARTICIPATES = "participates_"
# The day that is asked about, and the day whose editions answer: neither is about the citizen.
DAYS = frozenset({"on", "known_on"})
WEEKS_MISSING = "Skriv, hvor mange uger tilbuddet skal vare i alt; ellers bruges vurderingen ikke."


class ProfileForm(RefusingForm, forms.Form):
    """What the caseworker states: no name, no number, no free text. Absent is "ikke oplyst"."""

    profile: CitizenProfile
    offer: Offer | None = None

    def __init__(self, data: Any = None, *, content: Content, today: date, home: str = "") -> None:
        self.content, self.today, self.home = content, today, home
        super().__init__(data, initial={"on": today, "municipality": home})
        self.fields |= {
            "on": DayField(
                today=today,
                label="Dag",
                help_text="Når tilbuddet begynder: dd-mm-åååå.",
            ),
            **{
                name: field_of(attribute, content.municipalities)
                for name, attribute in ATTRIBUTES.items()
            },
            **_participation_fields(content),
            **_offer_fields(),
            "known_on": DayField(
                today=today,
                label="Som det var kendt den",
                help_text=(
                    "Svar med det, der var udgivet i Vejviser, da dagen var slut: dd-mm-åååå. "
                    "Tom: nu."
                ),
            ),
        }

    @property
    def asked_participation(self) -> list[str]:
        """The questions to show: not those that the records answer, unless they are stated."""
        code = self.data.get("municipality") if self.is_bound else self.home
        return [
            name
            for name in _participation_fields(self.content)
            if self.data.get(name) or not self._area(name).record_of(code)
        ]

    def _area(self, name: str) -> Area:
        return self.content.trials[name.removeprefix(PARTICIPATES)].rule.area

    @property
    def on(self) -> date:
        """The day that was asked about: today when none was stated."""
        stated: date | None = self._read_so_far.get("on")
        return stated or self.today

    @property
    def assumed(self) -> tuple[str, ...]:
        """What the portal filled in: today, and the home municipality."""
        municipality = self._read_so_far.get("municipality")
        told = {
            "on": self.on == self.today,
            "municipality": bool(self.home) and municipality == self.home,
        }
        return tuple(name for name, holds in told.items() if holds)

    @property
    def _read_so_far(self) -> Mapping[str, Any]:
        """What was read of the form, or what stands in it before anything is posted."""
        return self.cleaned_data if self.is_bound else self.initial

    def clean(self) -> dict[str, Any]:
        if not self.errors:
            self._read(self._read_profile)
            self._read(self._read_offer)
        return self.cleaned_data

    def _read(self, reader: Callable[[], None]) -> None:
        try:
            reader()
        except StatementError as error:
            for name, message in error.errors.items():
                field = name.replace("participates.", PARTICIPATES)
                self.add_error(field if field in self.fields else None, message)

    def _read_profile(self) -> None:
        stated = {name: self.cleaned_data[name] for name in ATTRIBUTES}
        stated["participates"] = {
            name.removeprefix(PARTICIPATES): answer
            for name, answer in self.cleaned_data.items()
            if name.startswith(PARTICIPATES)
        }
        self.profile = read_profile(self.content, stated, on=self.on)

    def _read_offer(self) -> None:
        stated = {name: self.cleaned_data[name] for name in OFFER}
        if all(value is None for value in stated.values()):
            return
        if stated["weeks"] is None:
            raise StatementError({"weeks": WEEKS_MISSING})
        self.offer = offer_from(stated)


def field_name(asked: str) -> str:
    """The field that answers a question of the rules: "participates:x" is participates_x."""
    return asked.replace(":", "_")


def answer_of(form: ProfileForm) -> Guidance:
    """The whole answer to a valid form."""
    return guidance_for(
        form.content, form.profile, on=form.on, offer=form.offer, assumed=form.assumed
    )


def _participation_fields(content: Content) -> dict[str, forms.Field]:
    """One question for each trial whose source does not say which municipalities take part."""
    return {
        PARTICIPATES + slug: YesNoField(
            label=f"Deltager jeres kommune i forsøget \u201d{trial.document['title']}\u201d?"
        )
        for slug, trial in content.trials.items()
        if trial.rule.area.is_open
    }


def _offer_fields() -> dict[str, forms.Field]:
    weeks = Attribute(
        name="weeks",
        kind=Kind.NUMBER,
        label="uger i alt",
        question="Hvor mange uger skal tilbuddet vare i alt?",
        unit="uger",
        minimum=1,
        maximum=MOST_WEEKS,
    )
    return {
        "weeks": NumberField(
            weeks,
            label="Uger i alt",
            help_text="Fra dagen øverst. Bruges, hvor et forsøg har en varighed i uger.",
        ),
        **{
            word.value: YesNoField(label=question, help_text=_JUDGED)
            for word, question in _JUDGEMENTS.items()
        },
    }


_JUDGEMENTS = {
    Judgement.INDIVIDUAL: "Taler en konkret vurdering for så lang en periode?",
    Judgement.SPECIAL_NEED: (
        "Er der et særligt behov for en længere periode, efter en konkret, individuel vurdering?"
    ),
}
_JUDGED = "Er det ikke vurderet endnu, så vælg \u201dikke oplyst\u201d."
