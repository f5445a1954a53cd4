"""The desk of the law: how trials, their target groups and sources are written."""

from trials.admin.desk import DeskAdmin, DeskStacked, DeskTabular
from trials.admin.examples import WorkedExampleAdmin
from trials.admin.forms import DatedForm, DeskForm, ForgetfulForm, PartForm
from trials.admin.formsets import PartFormSet
from trials.admin.lists import ChosenFilter, CodeFilter, NeverWritten, StrictListAdmin
from trials.admin.nested import (
    InnerPartFormSet,
    InnerStacked,
    NestedDeskAdmin,
    NestedDeskStacked,
)
from trials.admin.places import MunicipalityAdmin
from trials.admin.sources import CitationAdmin, SourceAdmin
from trials.admin.target_groups import TargetGroupAdmin
from trials.admin.trials import TrialAdmin
from trials.admin.uses import ShowsUses

__all__ = [
    "ChosenFilter",
    "CitationAdmin",
    "CodeFilter",
    "DatedForm",
    "DeskAdmin",
    "DeskForm",
    "DeskStacked",
    "DeskTabular",
    "ForgetfulForm",
    "InnerPartFormSet",
    "InnerStacked",
    "MunicipalityAdmin",
    "NestedDeskAdmin",
    "NestedDeskStacked",
    "NeverWritten",
    "PartForm",
    "PartFormSet",
    "ShowsUses",
    "SourceAdmin",
    "StrictListAdmin",
    "TargetGroupAdmin",
    "TrialAdmin",
    "WorkedExampleAdmin",
]
