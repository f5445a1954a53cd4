from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.template.loader import render_to_string

from trials.admin.drafting import DraftedAdmin
from trials.admin.examples import ShowsExamples
from trials.admin.lists import ChosenFilter
from trials.admin.trial_drafts import rule_draft
from trials.admin.trial_forms import TrialForm
from trials.admin.trial_inlines import TRIAL_INLINES
from trials.drafts import Draft
from trials.models import Trial
from trials.rules import danish_date, rule_from, rule_passages


@admin.register(Trial)
class TrialAdmin(ShowsExamples, DraftedAdmin):
    """Forsøg: the rule with its periods, steps and sources, and told in words."""

    form = TrialForm
    list_display = ("title", "coverage", "last_day")
    list_filter = (
        "coverage",
        "limit_unit",
        ("municipalities", admin.RelatedOnlyFieldListFilter),
        ChosenFilter,
    )
    search_fields = ("title", "slug", "summary", "derogates_from")
    autocomplete_fields = (
        "target_groups",
        "ordinary_group",
        "municipalities",
        "coverage_citation",
    )
    readonly_fields = ("in_words", "examples_told")
    fieldsets = (
        (
            "Reglen med ord",
            {
                "fields": ("in_words",),
                "description": "Sådan læser portalen forsøget, som det sidst er gemt.",
            },
        ),
        ("Eksempler", {"fields": ("examples_told",)}),
        (None, {"fields": ("title", "slug", "summary", "derogates_from", "reservation")}),
        ("Hvem", {"fields": ("target_groups",)}),
        (
            "Hvor",
            {"fields": ("coverage", "municipalities", "municipality_count", "coverage_citation")},
        ),
        (
            "Den almindelige regel",
            {
                "fields": (
                    "ordinary_group",
                    "ordinary_known_on",
                    ("limit_unit", "ordinary_limit"),
                ),
                "description": "Udfyldes, når forsøget ændrer, hvor længe et tilbud må vare.",
            },
        ),
        (
            "Hvornår",
            {
                "fields": ("gap_intended",),
                "description": "Perioderne skrives nedenfor, sammen med resten af forsøget.",
            },
        ),
    )
    inlines = TRIAL_INLINES

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).prefetch_related("periods")

    def _create_formsets(self, request: HttpRequest, obj: Any, change: bool) -> Any:
        """A decision is held against the periods of the same post, and those against the shelf."""
        formsets, inlines = super()._create_formsets(request, obj, change)
        by_prefix = {formset.prefix: formset for formset in formsets}
        periods = by_prefix["decisions"].periods = by_prefix["periods"]
        is_explained = bool(request.POST.get("why_changed", "").strip())
        periods.is_withdrawn = change and not is_explained and self.admin_site.is_withdrawn(obj)
        return formsets, inlines

    def draft_of(self, context: dict[str, Any]) -> Draft:
        formsets = [inline.formset for inline in context["inline_admin_formsets"]]
        (periods,) = (each for each in formsets if each.prefix == "periods")
        return rule_draft(context["adminform"].form, periods)

    @admin.display(description="sidste dag")
    def last_day(self, trial: Trial) -> str:
        """The latest day of any period; open when one has no last day."""
        periods = trial.periods.all()
        if any(period.open_ended for period in periods):
            return "ingen slutdag fastsat"
        days = [period.end_latest for period in periods if period.end_latest]
        return danish_date(max(days)) if days else ""

    @admin.display(description="reglen")
    def in_words(self, trial: Trial) -> str:
        """The rule as the engine reads it, or what is missing before it can be read."""
        return render_to_string("admin/rule_in_words.html", _told(trial))


def _told(trial: Any) -> dict[str, Any]:
    if trial.pk is None:
        return {"missing": ["Forsøget er ikke gemt endnu."]}
    missing = list(_missing(trial.as_saved))
    try:
        passages = rule_passages(rule_from(trial.as_saved.as_document()))
    except ValueError as error:
        return {"missing": [*missing, str(error)]}
    return {"passages": passages, "missing": missing}


def _missing(trial: Trial) -> list[str]:
    """What a rule cannot do without."""
    groups = trial.target_groups.all()
    needed: dict[str, Any] = {
        "Der er ingen periode. Tilføj mindst én.": trial.periods.all(),
        "Der er ingen målgruppe. Vælg mindst én.": groups,
    }
    empty = [
        f"Målgruppen \u201d{group}\u201d har ingen betingelser. Åbn den, og skriv dem."
        for group in groups
        if not group.conditions.all()
    ]
    return [message for message, rows in needed.items() if not rows] + empty
