"""The desk for what we know works: rows that editors write and publish as editions."""

from evaluations.models.evaluations import (
    Evaluation,
    EvaluationClaim,
    EvaluationRemark,
    Finding,
    FindingCitation,
)
from evaluations.models.programmes import (
    Organisation,
    Programme,
    ProgrammeClaim,
    ProgrammeElement,
    ProgrammeRelation,
    ProgrammeRemark,
)

__all__ = [
    "Evaluation",
    "EvaluationClaim",
    "EvaluationRemark",
    "Finding",
    "FindingCitation",
    "Organisation",
    "Programme",
    "ProgrammeClaim",
    "ProgrammeElement",
    "ProgrammeRelation",
    "ProgrammeRemark",
]
