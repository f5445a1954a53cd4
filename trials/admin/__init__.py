"""The desk of the law: how trials, their target groups and sources are written."""

from trials.admin.desk import DeskAdmin, DeskStacked, DeskTabular
from trials.admin.forms import DeskForm, ForgetfulForm, PartForm, PartFormSet
from trials.admin.nested import (
    InnerPartFormSet,
    InnerStacked,
    InnerTabular,
    NestedDeskAdmin,
    NestedDeskStacked,
)
from trials.admin.sources import CitationAdmin, SourceAdmin

__all__ = [
    "CitationAdmin",
    "DeskAdmin",
    "DeskForm",
    "DeskStacked",
    "DeskTabular",
    "ForgetfulForm",
    "InnerPartFormSet",
    "InnerStacked",
    "InnerTabular",
    "NestedDeskAdmin",
    "NestedDeskStacked",
    "PartForm",
    "PartFormSet",
    "SourceAdmin",
]
