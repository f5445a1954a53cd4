"""How long an offer may last: steps, the assessments that open them, and a planned offer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from trials.rules.checks import Answer, Check, Reason, Source, all_of, any_of
from trials.rules.danish import danish_amount
from trials.rules.statements import StatementError
from trials.rules.vocabulary import Judgement, Unit

MOST_WEEKS = 520


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """Et trin: up to ``value`` weeks or months; None is no upper limit that the source states."""

    value: int | None
    requires: tuple[Judgement, ...] = ()
    source: Source | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """En varighed: the ordinary one, and the rising steps of the trial."""

    unit: Unit
    ordinary: int
    steps: tuple[Step, ...]

    def __post_init__(self) -> None:
        faults = step_faults(self.ordinary, self.steps, self.unit)
        if faults:
            raise ValueError(" ".join(fault.message for fault in faults))

    @property
    def first(self) -> Step:
        """What the trial gives first; without a step of its own, it has no length yet."""
        return self.steps[0] if self.steps else Step(value=None)

    @property
    def is_open_at_once(self) -> bool:
        """Whether the source states no upper limit, and asks for no assessment."""
        return any(step.value is None and not step.requires for step in self.steps[:1])

    def step_for(self, value: int) -> Step | None:
        """The first step that is long enough, or None when every step is too short."""
        return next(
            (step for step in self.steps if step.value is None or step.value >= value), None
        )


@dataclass(frozen=True, slots=True)
class StepFault:
    """What is wrong with the length of a step, by its place among the steps."""

    index: int
    message: str


def step_faults(ordinary: int, steps: Sequence[Step], unit: Unit) -> list[StepFault]:
    """The steps that do not rise from the ordinary duration; without these, none is refused."""
    faults = []
    longest: int | None = ordinary
    for index, step in enumerate(steps):
        if message := _not_rising(step, longest, unit, first=index == 0):
            faults.append(StepFault(index, message))
        longest = step.value if longest is not None else None
    return faults


_AFTER_THE_LAST = (
    "Et trin uden loft skal stå sidst. Flyt dette trin op foran det, eller skriv et loft på "
    "trinnet før."
)


def _not_rising(step: Step, longest: int | None, unit: Unit, *, first: bool) -> str:
    """``longest`` is what the step before allows: the ordinary duration before the first."""
    if longest is None:
        return _AFTER_THE_LAST
    if step.value is None or step.value > longest:
        return ""
    amount = danish_amount(longest, unit.label)
    if first:
        return (
            f"Det første trin skal give mere end den almindelige varighed på {amount}. "
            "Skriv et højere tal, eller ret den almindelige varighed."
        )
    return f"Trinnene skal stige: trinnet før giver {amount}. Skriv et højere tal, eller flyt det."


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """Et tilbud that is planned: total weeks from the day, and what has been assessed.

    An assessment is True when made and met, False when made and not met, None when not stated.
    """

    weeks: int
    individual_assessment: bool | None = None
    special_need: bool | None = None

    def last_day(self, first: date) -> date:
        """The last day of the offer when ``first`` is its first; both count."""
        return first + timedelta(days=7 * self.weeks - 1)

    def assessed(self, assessment: Judgement) -> bool | None:
        return {
            Judgement.INDIVIDUAL: self.individual_assessment,
            Judgement.SPECIAL_NEED: self.special_need,
        }[assessment]


def offer_from(data: Mapping[str, object]) -> Offer:
    """The offer that the statements make, or StatementError naming every wrong field."""
    errors = {
        name: "Ukendt oplysning. Et tilbud har weeks, individual_assessment og special_need."
        for name in data
        if name not in {"weeks", *Judgement}
    }
    weeks = data.get("weeks")
    if not isinstance(weeks, int) or isinstance(weeks, bool) or not 1 <= weeks <= MOST_WEEKS:
        errors["weeks"] = f"Skriv et helt antal uger fra 1 til {MOST_WEEKS}."
    for assessment in Judgement:
        if not isinstance(data.get(assessment), bool | None):
            errors[assessment.value] = "Svar true eller false, eller udelad oplysningen."
    if errors or not isinstance(weeks, int):
        raise StatementError(errors)
    stated = {
        word.value: answer for word in Judgement if isinstance(answer := data.get(word), bool)
    }
    return Offer(weeks=weeks, **stated)


@dataclass(frozen=True, slots=True, kw_only=True)
class Routes:
    """The two ways in which an offer may be allowed, and whether it is; one way is enough."""

    by_ordinary_rule: Check
    by_trial: Check
    check: Check


def routes_for(limit: Limit, offer: Offer, *, covered: Check, ordinary: Check | None) -> Routes:
    """Whether the offer is allowed, by the ordinary rule or by the trial.

    ``covered`` is the answer of the trial for the citizen, ``ordinary`` whether the ordinary
    rule concerns the citizen (None when that is not known at all).
    """
    by_ordinary_rule = _ordinary_route(limit, offer, ordinary)
    by_trial = _trial_route(limit, offer, covered)
    requirement = f"Et tilbud på {danish_amount(offer.weeks, 'uger')} kan gives"
    return Routes(
        by_ordinary_rule=by_ordinary_rule,
        by_trial=by_trial,
        check=any_of(requirement, [by_ordinary_rule, by_trial]),
    )


def _ordinary_route(limit: Limit, offer: Offer, ordinary: Check | None) -> Check:
    if ordinary is None or ordinary.answer is not Answer.YES:
        return _another_rule(ordinary)
    short_enough = offer.weeks <= limit.ordinary
    length = Check(
        requirement=f"Højst {limit.ordinary} uger efter den almindelige regel",
        answer=Answer.YES if short_enough else Answer.NO,
        reason=Reason.MET if short_enough else Reason.NOT_MET,
        sentence=(
            f"{danish_amount(offer.weeks, 'uger')} er {'inden for' if short_enough else 'mere end'}"
            f" de {limit.ordinary} uger, som den almindelige regel giver."
        ),
    )
    return all_of("Den almindelige regel", [ordinary, length])


def _another_rule(ordinary: Check | None) -> Check:
    """Another ordinary rule may concern the citizen: one that we do not know, nor its length."""
    return Check(
        requirement="Den almindelige regel",
        answer=Answer.UNKNOWN,
        reason=Reason.OTHER_RULE,
        sentence="Borgeren kan være omfattet af en anden almindelig regel, som ikke er med her.",
        parts=(ordinary,) if ordinary else (),
    )


def _trial_route(limit: Limit, offer: Offer, covered: Check) -> Check:
    step = limit.step_for(offer.weeks)
    if step is None:
        too_long = Check(
            requirement=f"Forsøget giver plads til {danish_amount(offer.weeks, 'uger')}",
            answer=Answer.NO,
            reason=Reason.NOT_MET,
            sentence=f"Ingen af forsøgets trin når op på {danish_amount(offer.weeks, 'uger')}.",
        )
        return all_of("Forsøget", [covered, too_long])
    required = [_assessment(assessment, offer, step) for assessment in step.requires]
    return all_of("Forsøget", [covered, *required])


def _assessment(assessment: Judgement, offer: Offer, step: Step) -> Check:
    stated = offer.assessed(assessment)
    answers = {
        True: (Answer.YES, Reason.MET, f"Opfyldt: {assessment.label}."),
        False: (Answer.NO, Reason.NOT_MET, f"Ikke opfyldt: {assessment.label}."),
        None: (Answer.UNKNOWN, Reason.NOT_STATED, f"Mangler: {assessment.label}."),
    }
    answer, reason, sentence = answers[stated]
    return Check(
        requirement=f"Kræver: {assessment.label}",
        answer=answer,
        reason=reason,
        sentence=sentence,
        attribute=assessment.value,
        source=step.source,
        asks=(assessment.value,) if stated is None else (),
    )
