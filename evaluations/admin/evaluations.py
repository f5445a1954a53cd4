from django.contrib import admin
from django.template.loader import render_to_string

from evaluations.admin.claims import ClaimFields, RemarkFields
from evaluations.models import (
    Evaluation,
    EvaluationClaim,
    EvaluationRemark,
    Finding,
    FindingCitation,
)
from trials.admin import (
    ChosenFilter,
    DatedForm,
    DeskAdmin,
    InnerStacked,
    NestedDeskAdmin,
    NestedDeskStacked,
    NeverWritten,
)
from trials.rules import group_from, group_sentences


class FindingCitationInline(InnerStacked):
    model = FindingCitation
    fields = (("citation", "position"), "deviation")
    autocomplete_fields = ("citation",)


class FindingInline(NestedDeskStacked):
    model = Finding
    inlines = (FindingCitationInline,)
    fieldsets = (
        (None, {"fields": (("outcome", "direction", "change"), "statement", "population")}),
        ("Hvordan fundet er nået", {"fields": (("kind", "design"), "magnitude")}),
        (
            "Hvornår",
            {
                "fields": (("horizon_from", "horizon_to", "ceases"),),
                "description": "Måneder efter indsatsens begyndelse. Tomme: kilden siger det ikke.",
            },
        ),
        ("Plads", {"fields": (("position", "cluster"),)}),
    )


class EvaluationClaimInline(ClaimFields, NestedDeskStacked):
    model = EvaluationClaim


class EvaluationRemarkInline(RemarkFields, NestedDeskStacked):
    model = EvaluationRemark


@admin.register(Evaluation)
class EvaluationAdmin(NestedDeskAdmin):
    """Evalueringer: one study, whom it studied, and all its findings with their sources."""

    form = DatedForm
    list_display = ("title", "evaluator", "published")
    list_filter = ("evaluator", "programmes", ChosenFilter)
    search_fields = ("title", "slug", "summary", "findings__statement")
    autocomplete_fields = (
        "programmes",
        "trials",
        "target_groups",
        "evaluator",
        "publisher",
        "citations",
    )
    readonly_fields = ("groups_in_words",)
    fieldsets = (
        (None, {"fields": ("title", "slug", "summary")}),
        ("Hvad der er undersøgt", {"fields": ("programmes", "trials")}),
        ("Hvem der er undersøgt", {"fields": ("target_groups", "groups_in_words")}),
        ("Hvem der står bag", {"fields": ("evaluator", "publisher")}),
        ("Udgivelse", {"fields": ("published", "published_precision", "citations")}),
        ("Metode", {"fields": ("method", "comparison", "sites")}),
    )
    inlines = (FindingInline, EvaluationClaimInline, EvaluationRemarkInline)

    @admin.display(description="målgrupperne i ord")
    def groups_in_words(self, evaluation: Evaluation) -> str:
        """The studied groups as the engine reads them, so that an editor sees what was chosen."""
        if not evaluation.pk:
            return ""
        groups = [
            group_from(row.as_document()) for row in evaluation.target_groups.with_conditions()
        ]
        told = [{"name": group.name, "sentences": group_sentences(group)} for group in groups]
        return render_to_string("admin/groups_in_words.html", {"groups": told})


@admin.register(Finding)
class FindingAdmin(NeverWritten, DeskAdmin):
    """Fund: found by the recommendations that rest on them, and written with their evaluation."""

    list_display = ("statement", "evaluation", "outcome", "direction")
    list_filter = ("outcome", "direction", "evaluation")
    search_fields = ("statement", "population", "slug", "evaluation__title")
    fieldsets = ((None, {"fields": ("evaluation", "outcome", "direction", "statement")}),)
