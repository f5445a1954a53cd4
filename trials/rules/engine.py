"""Rules, and the one question: does this rule cover this citizen on this day, and why?"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import chain

from trials.rules.areas import Area
from trials.rules.attributes import Attribute
from trials.rules.checks import Answer, Check, all_of, any_of
from trials.rules.consequences import deciding, deciding_leaves, met_leaves
from trials.rules.danish import danish_date
from trials.rules.durations import Limit, Offer, Routes, routes_for
from trials.rules.groups import Alternative, Group
from trials.rules.periods import Period, last_certain_day
from trials.rules.profile import CitizenProfile
from trials.rules.vocabulary import Note, OfferAnswer, Unit, Verdict


@dataclass(frozen=True, kw_only=True)
class Rule:
    """En forsøgsregel as the engine knows it: periods, area, target groups, and its duration.

    ``ordinary`` is the group that the ordinary rule concerns; in a trial that only moves a
    threshold, it is the citizens who meet the ordinary threshold as well.
    """

    slug: str
    periods: tuple[Period, ...]
    area: Area
    groups: tuple[Group, ...]
    ordinary: Group | None = None
    limit: Limit | None = None
    reservation: str = ""

    def alternatives_about(self, attribute: Attribute) -> tuple[Alternative, ...]:
        """Every alternative of the target groups that compares the attribute."""
        return self._alternatives.get(attribute.name, ())

    @cached_property
    def _alternatives(self) -> Mapping[str, tuple[Alternative, ...]]:
        by_name: dict[str, tuple[Alternative, ...]] = {}
        conditions = (condition for group in self.groups for condition in group.conditions)
        for each in chain.from_iterable(condition.alternatives for condition in conditions):
            by_name[each.attribute.name] = (*by_name.get(each.attribute.name, ()), each)
        return by_name


@dataclass(frozen=True, slots=True, kw_only=True)
class LimitAnswer:
    """What the duration is on this answer: ``allowed`` is certain, ``possible`` may come."""

    allowed: int | None
    possible: int | None


@dataclass(frozen=True, kw_only=True)
class Assessment:
    """The answer of one rule for one citizen on one day, with its complete explanation."""

    rule: Rule
    profile: CitizenProfile
    on: date
    in_time: Check
    in_area: Check
    in_group: Check
    ordinary: Check | None
    offer: Offer | None

    @cached_property
    def check(self) -> Check:
        """The whole explanation: the day, the municipality and the target group."""
        requirement = f"Forsøget gælder for borgeren den {danish_date(self.on)}"
        return all_of(requirement, [self.in_time, self.in_area, self.in_group])

    @property
    def verdict(self) -> Verdict:
        return {
            Answer.YES: Verdict.APPLIES,
            Answer.UNKNOWN: Verdict.UNDETERMINED,
            Answer.NO: Verdict.NOT_APPLIES,
        }[self.check.answer]

    @cached_property
    def deciding(self) -> tuple[str, ...]:
        """The attributes that fail or are unknown, sorted; empty when the rule applies."""
        return deciding(self.check)

    @property
    def deciding_leaves(self) -> list[Check]:
        """The checks behind ``deciding``, in the order of the explanation."""
        return deciding_leaves(self.check)

    @property
    def met_leaves(self) -> list[Check]:
        """What is met, in the order of the explanation."""
        return met_leaves(self.check)

    @cached_property
    def limit(self) -> LimitAnswer | None:
        """The certain and the possible duration, for rules that set one."""
        if self.rule.limit is None:
            return None
        first = self.rule.limit.first
        if self.verdict is Verdict.APPLIES and not first.requires:
            return LimitAnswer(allowed=first.value, possible=None)
        return LimitAnswer(
            allowed=self.rule.limit.ordinary if _is_yes(self.ordinary) else None,
            possible=first.value if self._is_possible() else None,
        )

    @cached_property
    def routes(self) -> Routes | None:
        """How the planned offer may be allowed; None without an offer or a limit in weeks."""
        limit = self.rule.limit
        if self.offer is None or limit is None or limit.unit is not Unit.WEEKS:
            return None
        return routes_for(limit, self.offer, covered=self.check, ordinary=self.ordinary)

    @property
    def offer_check(self) -> Check | None:
        """Whether the planned offer is allowed, with its explanation."""
        return self.routes.check if self.routes else None

    @property
    def offer_allowed(self) -> OfferAnswer | None:
        """Whether the planned offer is allowed; None without an offer or a limit in weeks."""
        if self.routes is None:
            return None
        if self.routes.check.answer is Answer.UNKNOWN:
            waits = self.routes.by_trial.answer is Answer.UNKNOWN
            covered = self.verdict is Verdict.APPLIES
            return OfferAnswer.NEEDS_ASSESSMENT if covered and waits else OfferAnswer.UNDETERMINED
        return OfferAnswer.YES if self.routes.check.answer is Answer.YES else OfferAnswer.NO

    @cached_property
    def notes(self) -> tuple[Note, ...]:
        """What the caseworker must be told beside the answer."""
        told = {
            Note.CROSSES_EXPIRY: self._crosses_expiry(),
            Note.NO_UPPER_LIMIT_STATED: self._is_beyond_last_number(),
            Note.ORDINARY_RULE_SUFFICIENT: self._is_ordinary_enough(),
            Note.SOURCE_RESERVATION: bool(self.rule.reservation) and self._is_possible(),
        }
        return tuple(note for note, holds in told.items() if holds)

    def _is_possible(self) -> bool:
        return self.check.answer is not Answer.NO

    def _crosses_expiry(self) -> bool:
        if self.offer is None or self.verdict is not Verdict.APPLIES:
            return False
        last = last_certain_day(self.rule.periods, self.on)
        return last is not None and self.offer.last_day(self.on) > last

    def _is_beyond_last_number(self) -> bool:
        if self.rule.limit is None or self.offer is None:
            return False
        step = self.rule.limit.step_for(self.offer.weeks)
        unlimited = step is not None and step.value is None
        return unlimited and self.offer_allowed is OfferAnswer.YES

    def _is_ordinary_enough(self) -> bool:
        is_threshold = self.rule.limit is None
        return is_threshold and self.verdict is Verdict.APPLIES and _is_yes(self.ordinary)


def _is_yes(check: Check | None) -> bool:
    return check is not None and check.answer is Answer.YES


def assess(
    rule: Rule, profile: CitizenProfile, *, on: date, offer: Offer | None = None
) -> Assessment:
    """Assess one rule; ``on`` is also the first day of the offer. Nothing is short-circuited."""
    return Assessment(
        rule=rule,
        profile=profile,
        on=on,
        in_time=any_of(
            "Forsøget er i kraft på dagen",
            (row.check(on) for row in rule.periods),
            noun="perioder",
        ),
        in_area=rule.area.check(profile),
        in_group=any_of(
            "Borgeren er i målgruppen",
            (row.check(profile, on=on) for row in rule.groups),
            noun="målgrupper",
        ),
        ordinary=rule.ordinary.check(profile, on=on) if rule.ordinary else None,
        offer=offer,
    )
