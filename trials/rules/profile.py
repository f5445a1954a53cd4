"""What a caseworker has stated about one citizen, and what follows from it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from trials.rules.vocabulary import Benefit, Readiness

# What asks for the caseworker's own answer about a trial, before the slug of the trial.
PARTICIPATES = "participates:"

# A code, a number, or the set of codes of ``health``.
Stated = str | Decimal | frozenset[str]

# Uddannelseshjælp and overgangsydelse ceased, and kontanthjælp took over, on this day.
CASH_REFORM = date(2025, 7, 1)
ADULT_AGE = 30

_GROUP_BY_BENEFIT: Mapping[Stated | None, str] = {
    Benefit.UNEMPLOYMENT: "1",
    Benefit.SICKNESS: "6",
    Benefit.CLARIFICATION: "7",
    Benefit.RESOURCE: "8",
    Benefit.FLEX_UNEMPLOYMENT: "9",
    Benefit.FLEX_JOB: "9",
    Benefit.REHABILITATION: "10",
    Benefit.DISABILITY_PENSION: "11",
}
EDUCATION_READY = frozenset({Readiness.EDUCATION, Readiness.OBVIOUS_EDUCATION})
EDUCATION_READY_BENEFITS = frozenset({Benefit.CASH, Benefit.EDUCATION, Benefit.TRANSITION})


@dataclass(frozen=True, slots=True, kw_only=True)
class CitizenProfile:
    """What the caseworker has stated: values by attribute name, and "deltager jeres kommune?".

    A name that is absent means "not stated", never "no". Nothing in it can identify a person:
    there is no name, no CPR number and no free text, and there must never be.
    """

    stated: Mapping[str, Stated] = field(default_factory=dict)
    participates: Mapping[str, bool] = field(default_factory=dict)

    @property
    def municipality(self) -> str | None:
        code = self.stated.get("municipality")
        return code if isinstance(code, str) else None

    def value(self, name: str, *, on: date) -> Stated | None:
        """The stated value on the day; the LAB group is derived where it is not stated."""
        stated = self.stated.get(name)
        if stated is None and name == "lab_group":
            return self.derived_lab_group(on=on)
        return stated

    def derived_lab_group(self, *, on: date) -> str | None:
        """The LAB § 6 number that benefit, readiness and age determine on the day, or None."""
        benefit, readiness = self.stated.get("benefit"), self.stated.get("readiness")
        if benefit in _GROUP_BY_BENEFIT:
            return _GROUP_BY_BENEFIT[benefit]
        if benefit not in EDUCATION_READY_BENEFITS:
            return None
        if readiness in EDUCATION_READY:
            return "4"
        if readiness == Readiness.ACTIVITY:
            return self._activity_group(on=on)
        if readiness == Readiness.JOB and benefit != Benefit.EDUCATION:
            return "2"
        return None

    def _activity_group(self, *, on: date) -> str | None:
        """Activity-ready: 5 on uddannelseshjælp, else 3, for which age may have to be known."""
        benefit, age = self.stated.get("benefit"), self.stated.get("age")
        if benefit == Benefit.EDUCATION:
            return "5"
        is_adult = isinstance(age, Decimal) and age >= ADULT_AGE
        if is_adult or (benefit == Benefit.CASH and on < CASH_REFORM):
            return "3"
        return None

    def lab_group_questions(self) -> tuple[str, ...]:
        """What to ask when the LAB group is neither stated nor derivable: what could settle it."""
        benefit, readiness = self.stated.get("benefit"), self.stated.get("readiness")
        if benefit is None:
            return ("benefit",) if readiness else ("benefit", "readiness")
        if benefit not in EDUCATION_READY_BENEFITS:
            return ("lab_group",)
        if readiness is None:
            return ("readiness",)
        if readiness == Readiness.ACTIVITY and "age" not in self.stated:
            return ("age", "lab_group")
        return ("lab_group",)
