"""Target groups as data: all conditions must hold, and within a condition any alternative."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property

from trials.rules.attributes import Attribute, Kind
from trials.rules.checks import Answer, Check, Reason, Source, all_of, any_of
from trials.rules.danish import capitalised, danish_amount, joined
from trials.rules.profile import CitizenProfile, Stated
from trials.rules.vocabulary import Comparison, YesNo

_NUMBERS: Mapping[Comparison, Callable[[Decimal, Decimal], bool]] = {
    Comparison.AT_LEAST: Decimal.__ge__,
    Comparison.MORE_THAN: Decimal.__gt__,
    Comparison.AT_MOST: Decimal.__le__,
    Comparison.LESS_THAN: Decimal.__lt__,
}


@dataclass(frozen=True, kw_only=True)
class Alternative:
    """Et alternativ: one stated fact compared with values; borderline values stay open."""

    attribute: Attribute
    comparison: Comparison
    values: tuple[str, ...]
    borderline: tuple[str, ...] = ()
    source: Source | None = None

    def check(self, profile: CitizenProfile, *, on: date, worded: str = "") -> Check:
        """Whether the stated fact meets the requirement, which an editor may have worded."""
        value = profile.value(self.attribute.name, on=on)
        answer, reason = self._answer(value)
        return Check(
            requirement=worded or self.requirement,
            answer=answer,
            reason=reason,
            sentence=self._sentence(reason, value, profile),
            attribute=self.attribute.name,
            source=self.source,
            asks=self._asks(profile) if value is None else (),
        )

    def answer(self, profile: CitizenProfile, *, on: date) -> Answer:
        """The answer alone, without its explanation."""
        return self._answer(profile.value(self.attribute.name, on=on))[0]

    @cached_property
    def requirement(self) -> str:
        """The requirement in Danish, to stand alone."""
        return capitalised(self.wording)

    @cached_property
    def wording(self) -> str:
        """The requirement in Danish, to stand in a sentence."""
        attribute, denied = self.attribute, self.comparison is Comparison.NONE_OF
        if attribute.kind is Kind.YES_NO:
            wants_yes = (YesNo.YES in self.values) is not denied
            return attribute.yes if wants_yes else attribute.no
        if attribute.kind is Kind.NUMBER:
            amount = danish_amount(Decimal(self.values[0]), attribute.unit)
            return f"{attribute.subject} {self.comparison.label} {amount}"
        words = joined([self._label(code) for code in self.values], "eller")
        return f"{attribute.subject} {attribute.verb} {'ikke ' if denied else ''}{words}"

    def _answer(self, value: Stated | None) -> tuple[Answer, Reason]:
        if value is None:
            derived = self.attribute.name == "lab_group"
            return Answer.UNKNOWN, Reason.NOT_DERIVABLE if derived else Reason.NOT_STATED
        if isinstance(value, Decimal):
            met, borderline = self._number_met(value)
        else:
            met, borderline = self._codes_met(
                value if isinstance(value, frozenset) else frozenset({value})
            )
        if borderline:
            return Answer.UNKNOWN, Reason.BORDERLINE
        return (Answer.YES, Reason.MET) if met else (Answer.NO, Reason.NOT_MET)

    def _number_met(self, value: Decimal) -> tuple[bool, bool]:
        met = _NUMBERS[self.comparison](value, Decimal(self.values[0]))
        return met, any(value == Decimal(number) for number in self.borderline)

    def _codes_met(self, codes: frozenset[str]) -> tuple[bool, bool]:
        """One listed code is enough to settle; a borderline one stays open without it."""
        listed = not codes.isdisjoint(self.values)
        open_ = not listed and not codes.isdisjoint(self.borderline)
        return listed is (self.comparison is Comparison.ONE_OF), open_

    def _asks(self, profile: CitizenProfile) -> tuple[str, ...]:
        if self.attribute.name == "lab_group":
            return profile.lab_group_questions()
        return (self.attribute.name,)

    def _sentence(self, reason: Reason, value: Stated | None, profile: CitizenProfile) -> str:
        if value is None:
            if reason is Reason.NOT_DERIVABLE:
                return (
                    "LAB-målgruppen er ikke oplyst og kan ikke udledes af ydelse, visitation og "
                    "alder."
                )
            return f"Ikke oplyst: {self.attribute.question}"
        told = self._told(value)
        if self.attribute.name not in profile.stated:
            told += ", udledt af de andre oplysninger"
        if reason is Reason.BORDERLINE:
            return f"På grænsen: {told}, og kilden afgør ikke, om det er med."
        if reason is Reason.MET:
            return f"Opfyldt: {told}."
        if self.attribute.kind is Kind.YES_NO:
            return f"Ikke opfyldt: {told}."
        return f"Ikke opfyldt: {told}. Kravet er: {self.wording}."

    def _told(self, value: Stated) -> str:
        attribute = self.attribute
        if attribute.kind is Kind.YES_NO:
            return attribute.yes if value == YesNo.YES else attribute.no
        if isinstance(value, Decimal):
            return f"{attribute.subject} er {danish_amount(value, attribute.unit)}"
        codes = sorted(value) if isinstance(value, frozenset) else [value]
        words = joined([self._label(code) for code in codes]) or "ingen af de nævnte"
        return f"{attribute.subject} {attribute.verb} {words}"

    def _label(self, code: str) -> str:
        return self.attribute.words(code).label if self.attribute.words else code


@dataclass(frozen=True, kw_only=True)
class Condition:
    """En betingelse: met when any one of its alternatives is."""

    alternatives: tuple[Alternative, ...]
    wording: str = ""
    source: Source | None = None

    def check(self, profile: CitizenProfile, *, on: date) -> Check:
        """The check of the alternatives; a single one stands for the condition."""
        if len(self.alternatives) == 1:
            return self.alternatives[0].check(profile, on=on, worded=self.requirement)
        checks = [alternative.check(profile, on=on) for alternative in self.alternatives]
        return any_of(self.requirement, checks, source=self.source)

    def answer(self, profile: CitizenProfile, *, on: date) -> Answer:
        """The answer alone, without its explanation."""
        answers = (alternative.answer(profile, on=on) for alternative in self.alternatives)
        return max(answers, default=Answer.NO)

    @cached_property
    def requirement(self) -> str:
        """The condition in Danish: as the editor worded it, else the alternatives in a row."""
        words = [alternative.wording for alternative in self.alternatives]
        return self.wording.rstrip(".") or capitalised(joined(words, "eller"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """En målgruppe: a citizen belongs to it when all its conditions hold."""

    name: str
    conditions: tuple[Condition, ...]
    source: Source | None = None

    def check(self, profile: CitizenProfile, *, on: date) -> Check:
        """Whether the citizen belongs to the group, condition by condition."""
        checks = [condition.check(profile, on=on) for condition in self.conditions]
        return all_of(f"Målgruppen: {self.name}", checks, source=self.source)

    def answer(self, profile: CitizenProfile, *, on: date) -> Answer:
        """The answer alone, without its explanation."""
        answers = (condition.answer(profile, on=on) for condition in self.conditions)
        return min(answers, default=Answer.YES)
