"""What the law allows, in plain Python: no Django, no database, no clock.

These are the public names; nothing outside this package imports deeper.
"""

from trials.rules.areas import Area, Participation
from trials.rules.attributes import ATTRIBUTES, Attribute, Kind
from trials.rules.checks import Answer, Check, Connective, Reason, all_of, any_of
from trials.rules.conditions import condition_errors, impossible_conditions
from trials.rules.consequences import can_only_fail
from trials.rules.danish import (
    capitalised,
    danish_amount,
    danish_date,
    danish_number,
    joined,
    slug_from,
    within,
)
from trials.rules.dates import Dated, dated, day_from, iso, latest_day
from trials.rules.documents import group_from, rule_from
from trials.rules.durations import (
    MOST_WEEKS,
    Limit,
    Offer,
    Step,
    StepFault,
    offer_from,
    step_faults,
)
from trials.rules.engine import Assessment, LimitAnswer, Rule, assess
from trials.rules.groups import Alternative, Condition, Group
from trials.rules.identity import REFUSAL, has_identity_number, loggable_name
from trials.rules.nearest import nearest_change, nearest_period
from trials.rules.periods import Bound, Period, last_certain_day, last_possible_day
from trials.rules.profile import ADULT_AGE, CASH_REFORM, PARTICIPATES, CitizenProfile, Stated
from trials.rules.replies import Question, questions, telling_numbers
from trials.rules.sentences import Passage, group_sentences, limit_sentence, rule_passages
from trials.rules.statements import StatementError, profile_from
from trials.rules.texts import MOST_CHARACTERS, address_fault, text_fault, tidied
from trials.rules.vocabulary import (
    Benefit,
    ClaimStatus,
    Cluster,
    Comparison,
    Coverage,
    DatePrecision,
    DecisionKind,
    Employment,
    Health,
    Judgement,
    LabGroup,
    Note,
    OfferAnswer,
    Readiness,
    RemarkKind,
    SkillLevel,
    SourceKind,
    Unit,
    Verdict,
    Word,
    YesNo,
    choices,
)

__all__ = [
    "ADULT_AGE",
    "ATTRIBUTES",
    "CASH_REFORM",
    "MOST_CHARACTERS",
    "MOST_WEEKS",
    "PARTICIPATES",
    "REFUSAL",
    "Alternative",
    "Answer",
    "Area",
    "Assessment",
    "Attribute",
    "Benefit",
    "Bound",
    "Check",
    "CitizenProfile",
    "ClaimStatus",
    "Cluster",
    "Comparison",
    "Condition",
    "Connective",
    "Coverage",
    "DatePrecision",
    "Dated",
    "DecisionKind",
    "Employment",
    "Group",
    "Health",
    "Judgement",
    "Kind",
    "LabGroup",
    "Limit",
    "LimitAnswer",
    "Note",
    "Offer",
    "OfferAnswer",
    "Participation",
    "Passage",
    "Period",
    "Question",
    "Readiness",
    "Reason",
    "RemarkKind",
    "Rule",
    "SkillLevel",
    "SourceKind",
    "Stated",
    "StatementError",
    "Step",
    "StepFault",
    "Unit",
    "Verdict",
    "Word",
    "YesNo",
    "address_fault",
    "all_of",
    "any_of",
    "assess",
    "can_only_fail",
    "capitalised",
    "choices",
    "condition_errors",
    "danish_amount",
    "danish_date",
    "danish_number",
    "dated",
    "day_from",
    "group_from",
    "group_sentences",
    "has_identity_number",
    "impossible_conditions",
    "iso",
    "joined",
    "last_certain_day",
    "last_possible_day",
    "latest_day",
    "limit_sentence",
    "loggable_name",
    "nearest_change",
    "nearest_period",
    "offer_from",
    "profile_from",
    "questions",
    "rule_from",
    "rule_passages",
    "slug_from",
    "step_faults",
    "telling_numbers",
    "text_fault",
    "tidied",
    "within",
]
