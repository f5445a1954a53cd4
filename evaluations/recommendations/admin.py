from django.contrib import admin
from django.template.loader import render_to_string

from evaluations.recommendations.models import Recommendation, Support
from trials.admin import DeskAdmin, DeskTabular


class SupportInline(DeskTabular):
    model = Support
    fields = ("finding", "note")
    autocomplete_fields = ("finding",)


@admin.register(Recommendation)
class RecommendationAdmin(DeskAdmin):
    """Anbefalinger: what to do, who says so, and the findings that it rests on."""

    list_display = ("title", "status", "issuer", "programme")
    list_filter = ("status", "issuer", "programme")
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
        """The supporting findings in words."""
        if recommendation.pk is None:
            return ""
        supports = recommendation.supports.select_related("finding__evaluation")
        return render_to_string("admin/evidence_in_words.html", {"supports": supports})
