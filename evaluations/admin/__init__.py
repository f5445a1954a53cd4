"""The desk of the evidence: organisations, programmes, and evaluations with their findings."""

from evaluations.admin.evaluations import EvaluationAdmin, FindingAdmin
from evaluations.admin.programmes import OrganisationAdmin, ProgrammeAdmin

__all__ = ["EvaluationAdmin", "FindingAdmin", "OrganisationAdmin", "ProgrammeAdmin"]
