"""What the law allows, in plain Python: no Django, no database, no clock.

These are the public names; nothing outside this package imports deeper.
"""

from trials.rules.attributes import ATTRIBUTES, Attribute, Kind
from trials.rules.checks import Answer, Check, Reason, all_of, any_of
from trials.rules.conditions import condition_errors
from trials.rules.consequences import can_only_fail
from trials.rules.danish import capitalised, danish_date, danish_number, joined, slug_from
from trials.rules.dates import Dated, dated, day_from, iso, latest_day
from trials.rules.documents import group_from, rule_from
from trials.rules.durations import MOST_WEEKS, Limit, Offer, Step, offer_from
from trials.rules.engine import Assessment, LimitAnswer, Rule, assess
from trials.rules.groups import Alternative, Condition, Group
from trials.rules.identity import REFUSAL, has_identity_number
from trials.rules.nearest import nearest_change
from trials.rules.periods import Bound, Period
from trials.rules.profile import PARTICIPATES, CitizenProfile, Stated
from trials.rules.replies import Question, questions
from trials.rules.sentences import Passage, group_sentences, rule_passages
from trials.rules.statements import StatementError, profile_from
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
    "ATTRIBUTES",
    "MOST_WEEKS",
    "PARTICIPATES",
    "REFUSAL",
    "Alternative",
    "Answer",
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
    "Unit",
    "Verdict",
    "Word",
    "YesNo",
    "all_of",
    "any_of",
    "assess",
    "can_only_fail",
    "capitalised",
    "choices",
    "condition_errors",
    "danish_date",
    "danish_number",
    "dated",
    "day_from",
    "group_from",
    "group_sentences",
    "has_identity_number",
    "iso",
    "joined",
    "latest_day",
    "nearest_change",
    "offer_from",
    "profile_from",
    "questions",
    "rule_from",
    "rule_passages",
    "slug_from",
]
