"""The desk for what the law allows: rows that editors write and publish as editions."""

from trials.models.claims import Claim, Remark
from trials.models.examples import FACTS, WorkedExample
from trials.models.participation import Participation
from trials.models.periods import TrialDecision, TrialPeriod
from trials.models.places import Municipality, danish_order
from trials.models.records import ASIDE, Part, Record, SlugQuerySet, in_order, once
from trials.models.sources import Citation, DatedRecord, Source
from trials.models.target_groups import Alternative, Condition, TargetGroup
from trials.models.trial_parts import (
    DurationStep,
    LegalBasis,
    TrialClaim,
    TrialParameter,
    TrialRemark,
)
from trials.models.trials import Trial

__all__ = [
    "ASIDE",
    "FACTS",
    "Alternative",
    "Citation",
    "Claim",
    "Condition",
    "DatedRecord",
    "DurationStep",
    "LegalBasis",
    "Municipality",
    "Part",
    "Participation",
    "Record",
    "Remark",
    "SlugQuerySet",
    "Source",
    "TargetGroup",
    "Trial",
    "TrialClaim",
    "TrialDecision",
    "TrialParameter",
    "TrialPeriod",
    "TrialRemark",
    "WorkedExample",
    "danish_order",
    "in_order",
    "once",
]
