from django.contrib import admin
from django.template.loader import render_to_string
from django.utils import timezone

from evaluations.models import Finding
from evaluations.recommendations.models import Recommendation, Support
from evaluations.recommendations.strength import Evidence, strength
from evaluations.words import Design, Direction, Match, RecommendationStatus
from trials.admin import ChosenFilter, DeskAdmin, DeskTabular
from trials.rules import dated, latest_day


class SupportInline(DeskTabular):
    model = Support
    fields = ("finding", "note")
    autocomplete_fields = ("finding",)


@admin.register(Recommendation)
class RecommendationAdmin(DeskAdmin):
    """Anbefalinger: what to do, who says so, and the findings that it rests on."""

    list_display = ("title", "status", "issuer", "programme")
    list_filter = ("status", "issuer", "programme", ChosenFilter)
    search_fields = ("title", "slug", "text")
    autocomplete_fields = ("issuer", "programme", "target_groups", "citations")
    readonly_fields = ("evidence",)
    fieldsets = (
        (None, {"fields": ("title", "slug", "text")}),
        ("Hvem der anbefaler", {"fields": ("status", "issuer", "programme", "citations")}),
        ("Hvem den handler om", {"fields": ("target_groups", "conditions")}),
        ("Hvad den hviler på", {"fields": ("evidence",)}),
    )
    inlines = (SupportInline,)

    @admin.display(description="fundene bag")
    def evidence(self, recommendation: Recommendation) -> str:
        """The supporting findings in words, and how strong they are for those who were studied."""
        if not recommendation.pk:
            return ""
        supports = list(recommendation.supports.with_findings())
        found = strength(
            [evidence_of(support.finding) for support in supports],
            is_element=recommendation.status == RecommendationStatus.ELEMENT,
            on=timezone.localdate(),
        )
        context = {"supports": supports, "strength": found}
        return render_to_string("admin/evidence_in_words.html", context)


def evidence_of(finding: Finding) -> Evidence:
    """What the rule of strength must know of a finding, for those whom its evaluation studied."""
    evaluation = finding.evaluation
    programmes = {programme.slug for programme in evaluation.programmes.all()}
    return Evidence(
        evaluation=evaluation.slug,
        programmes=frozenset(programmes or {evaluation.slug}),
        outcome=finding.outcome,
        direction=Direction(finding.direction),
        design=Design(finding.design),
        match=Match.DIRECT,
        has_comparison=bool(evaluation.comparison),
        sites=evaluation.sites,
        published=latest_day(dated(evaluation.published, evaluation.published_precision)),
    )
