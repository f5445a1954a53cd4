"""What a trial is made of, as rows on its page."""

from trials.admin.desk import DeskStacked
from trials.admin.period_forms import DecisionFormSet, PeriodForm, PeriodFormSet
from trials.admin.trial_forms import StepForm, StepFormSet
from trials.models import (
    DurationStep,
    LegalBasis,
    TrialClaim,
    TrialDecision,
    TrialParameter,
    TrialPeriod,
    TrialRemark,
)


class PeriodInline(DeskStacked):
    model = TrialPeriod
    form = PeriodForm
    formset = PeriodFormSet
    autocomplete_fields = ("start_citation", "end_citation")
    fieldsets = (
        (
            None,
            {
                "fields": (
                    ("start_earliest", "start_latest"),
                    "start_citation",
                    ("end_earliest", "end_latest", "open_ended"),
                    "end_citation",
                    "position",
                ),
                "description": (
                    "Kendes dagen, skrives den i begge felter. Kendes kun måneden, skrives dens "
                    "første og sidste dag. Et tomt felt er en dag, kilden ikke siger. En "
                    "forlængelse er en ny periode; ret ikke den gamle."
                ),
            },
        ),
    )


class DecisionInline(DeskStacked):
    model = TrialDecision
    formset = DecisionFormSet
    fields = (("kind", "until"), "text", ("citation", "position"))
    autocomplete_fields = ("citation",)


class StepInline(DeskStacked):
    model = DurationStep
    form = StepForm
    formset = StepFormSet
    fields = (("value", "requires"), ("citation", "position"))
    autocomplete_fields = ("citation",)


class ParameterInline(DeskStacked):
    model = TrialParameter
    fields = (
        "name",
        ("ordinary", "ordinary_citation"),
        ("trial_value", "trial_citation"),
        "position",
    )
    autocomplete_fields = ("ordinary_citation", "trial_citation")


class LegalBasisInline(DeskStacked):
    model = LegalBasis
    fields = ("role", ("citation", "position"))
    autocomplete_fields = ("citation",)


class ClaimInline(DeskStacked):
    model = TrialClaim
    classes = ("collapse",)
    fields = (("topic", "chosen"), "statement", "why_chosen", ("citation", "position"))
    autocomplete_fields = ("citation",)


class RemarkInline(DeskStacked):
    model = TrialRemark
    classes = ("collapse",)
    fields = ("kind", "text", ("citation", "position"))
    autocomplete_fields = ("citation",)


TRIAL_INLINES = (
    PeriodInline,
    DecisionInline,
    StepInline,
    ParameterInline,
    LegalBasisInline,
    ClaimInline,
    RemarkInline,
)
