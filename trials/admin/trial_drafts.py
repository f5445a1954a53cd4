"""The rule of a trial as it stands on its page, saved or not."""

from typing import Any

from trials.admin.drafts import faults_of, rows_of
from trials.drafts import Draft
from trials.models import TargetGroup
from trials.rules import rule_from

# What decides whom a rule concerns. Durations and texts may be unfinished.
NEEDED = ("target_groups", "coverage", "municipalities", "municipality_count")
UNNAMED = "kladde"
NOTE = (
    "Perioder, geografi og valg af målgrupper er, som de står på siden. Målgruppernes "
    "betingelser er, som de sidst er gemt. Varigheden prøves ikke her."
)


def rule_draft(form: Any, periods: Any) -> Draft:
    """The rule in the form and its periods: when, where and whom; not for how long."""
    faults = [*faults_of(form, NEEDED), *periods.non_form_errors()]
    for row in rows_of(periods):
        faults += [f"Periode {row.instance.position or ''}: {fault}" for fault in faults_of(row)]
    if faults:
        return Draft(subject=None, faults=tuple(faults), note=NOTE)
    return Draft(subject=rule_from(_document(form, periods)), note=NOTE)


def _document(form: Any, periods: Any) -> dict[str, Any]:
    """As ``Trial.as_document``, for what decides: a row that is not saved has no other rows yet."""
    chosen = form.cleaned_data
    groups = TargetGroup.objects.with_conditions().filter(pk__in=chosen["target_groups"])
    return {
        "slug": chosen.get("slug") or form.instance.slug or UNNAMED,
        "periods": [row.instance.as_document() for row in rows_of(periods)],
        "coverage": {
            "kind": chosen["coverage"],
            "count": chosen["municipality_count"],
            "municipalities": [
                {"code": row.code, "name": row.name} for row in chosen["municipalities"]
            ],
            "source": None,
        },
        "target_groups": [group.as_document() for group in groups],
        "ordinary_group": None,
        "limit": None,
        "reservation": "",
    }
