"""What was stated, in words: the day, the citizen, the municipality's part, and the offer."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from portal.shelf import Content
from trials.rules import (
    ATTRIBUTES,
    CitizenProfile,
    Judgement,
    Offer,
    Stated,
    capitalised,
    danish_amount,
    danish_date,
    joined,
)

ASSUMED = {"on": "antaget: i dag", "municipality": "antaget: din hjemkommune"}
ASSESSED = {True: "vurderet og opfyldt", False: "vurderet og ikke opfyldt"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One stated fact in words, and why the portal assumed it, if it did."""

    label: str
    text: str
    assumed: str = ""


def stated_facts(
    profile: CitizenProfile,
    content: Content,
    *,
    on: date,
    offer: Offer | None,
    assumed: Collection[str],
) -> list[Fact]:
    """Everything the answer rests on, in the order of the form; what the portal assumed says so."""
    return [
        Fact(label="Dag", text=danish_date(on), assumed=_assumed("on", assumed)),
        *_profile(profile, content, assumed),
        *_participation(profile, content),
        *_offer(offer),
    ]


def _profile(profile: CitizenProfile, content: Content, assumed: Collection[str]) -> list[Fact]:
    return [
        Fact(
            label=capitalised(attribute.label),
            text=stated_text(name, profile.stated[name], content),
            assumed=_assumed(name, assumed),
        )
        for name, attribute in ATTRIBUTES.items()
        if name in profile.stated
    ]


def _assumed(name: str, assumed: Collection[str]) -> str:
    return ASSUMED[name] if name in assumed else ""


def _participation(profile: CitizenProfile, content: Content) -> list[Fact]:
    return [
        Fact(
            label=f"Kommunen deltager: {content.trials[slug].document['title']}",
            text="ja" if answer else "nej",
        )
        for slug, answer in profile.participates.items()
    ]


def _offer(offer: Offer | None) -> list[Fact]:
    if offer is None:
        return []
    return [
        Fact(label="Planlagt tilbud", text=f"{danish_amount(offer.weeks, 'uger')} i alt"),
        *(
            Fact(label=capitalised(word.label), text=ASSESSED[answer])
            for word in Judgement
            if (answer := offer.assessed(word)) is not None
        ),
    ]


def stated_text(name: str, value: Stated, content: Content) -> str:
    """A stated value in words: the name of the municipality, the labels, the number with unit."""
    attribute = ATTRIBUTES[name]
    if name == "municipality":
        return content.municipalities[str(value)]
    if isinstance(value, frozenset):
        return joined([_label(name, code) for code in sorted(value)]) or "ingen af dem"
    if isinstance(value, str):
        return _label(name, value)
    return danish_amount(value, attribute.unit)


def _label(name: str, code: str) -> str:
    words = ATTRIBUTES[name].words
    return words(code).label if words else code
