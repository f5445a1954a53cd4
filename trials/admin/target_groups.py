"""The page of a target group: its conditions, told in words while they are typed."""

from typing import Any

from django.contrib import admin
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django_htmx.middleware import HtmxDetails

from trials.admin.alternative_forms import AlternativeForm
from trials.admin.condition_forms import AlternativeFormSet, ConditionForm, ConditionFormSet
from trials.admin.drafting import DraftedAdmin
from trials.admin.drafts import rows_of
from trials.admin.nested import InnerStacked, NestedDeskAdmin, NestedDeskStacked
from trials.admin.trying import TriesExamples
from trials.admin.uses import ShowsUses
from trials.drafts import READ, Draft
from trials.models import Alternative, Condition, TargetGroup, Trial

# Each alternative shows every tick of every attribute, so a page of them is soon a large one.
MOST_CONDITIONS = 20
MOST_ALTERNATIVES = 10


class AlternativeInline(InnerStacked):
    model = Alternative
    form = AlternativeForm
    formset = AlternativeFormSet
    max_num = MOST_ALTERNATIVES
    in_words = True
    connective = "ELLER"
    lead = "Ét alternativ er nok. Er der flere, står der ELLER imellem dem."
    fieldsets = (
        (None, {"fields": (("attribute", "comparison", "number"), "values")}),
        (
            "Er der en grænse, som kilden ikke afgør?",
            {
                "classes": ("collapse",),
                "fields": ("borderline_number", "borderline"),
                "description": (
                    "Siger kilden \u201dover 30 år\u201d, og er det uklart, om 30 er med, så skriv "
                    "30 her. Svaret bliver \u201dkan ikke afgøres\u201d og aldrig et gæt."
                ),
            },
        ),
        (None, {"fields": ("position",)}),
    )


class ConditionInline(NestedDeskStacked):
    model = Condition
    form = ConditionForm
    formset = ConditionFormSet
    max_num = MOST_CONDITIONS
    in_words = True
    connective = "OG"
    lead = "Alle betingelser skal være opfyldt. Inden for en betingelse er ét alternativ nok."
    fields = ("wording", ("citation", "position"))
    autocomplete_fields = ("citation",)
    inlines = (AlternativeInline,)


@admin.register(TargetGroup)
class TargetGroupAdmin(ShowsUses, TriesExamples, DraftedAdmin, NestedDeskAdmin):
    """Målgrupper: who a rule is for, condition by condition, and told in words."""

    list_display = ("name", "citation")
    search_fields = ("name", "description", "slug")
    autocomplete_fields = ("citation",)
    change_form_template = "admin/target_group_form.html"
    readonly_fields = ("used_by",)
    fields = ("name", "slug", "description", "citation", "used_by")
    inlines = (ConditionInline,)

    def get_queryset(self, request: Any) -> Any:
        return super().get_queryset(request).select_related("citation__source")

    def trials_touched(self, row: TargetGroup) -> Any:
        """Those that are for the group, and those whose ordinary rule is."""
        return Trial.objects.filter(Q(target_groups=row) | Q(ordinary_group=row)).distinct()

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        """The page, or only its words when the page asks while somebody types."""
        conditions = _conditions(context)
        context["conditions"] = [form.told for form in rows_of(conditions)]
        if READ in request.POST and HtmxDetails(request):
            context["rows"] = [*conditions.forms, *_alternatives(conditions)]
            return TemplateResponse(request, "admin/words_of_group.html", context)
        return super().render_change_form(request, context, *args, **kwargs)

    def draft_of(self, context: dict[str, Any]) -> Draft:
        return _conditions(context).draft(context["adminform"].form.instance.name)


def _conditions(context: dict[str, Any]) -> Any:
    (inline,) = context["inline_admin_formsets"]
    return inline.formset


def _alternatives(conditions: Any) -> list[Any]:
    return [row for form in conditions.forms for each in form.nested_formsets for row in each.forms]
