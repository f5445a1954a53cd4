from typing import Any

from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.template.loader import render_to_string

from trials.admin.alternative_forms import AlternativeForm
from trials.admin.forms import PartForm
from trials.admin.formsets import PartFormSet
from trials.admin.nested import (
    InnerPartFormSet,
    InnerStacked,
    NestedDeskAdmin,
    NestedDeskStacked,
)
from trials.admin.trying import TriesExamples
from trials.admin.uses import ShowsUses
from trials.models import Alternative, Condition, TargetGroup, Trial
from trials.rules import Alternative as Asked
from trials.rules import group_from, group_sentences, impossible_conditions

# Each alternative shows every tick of every attribute, so a page of them is soon a large one.
MOST_CONDITIONS = 20
MOST_ALTERNATIVES = 10


class AlternativeFormSet(InnerPartFormSet):
    """The alternatives of one condition."""

    def clean(self) -> None:
        super().clean()
        is_written = self.parent_form in self.parent_form.parent_formset.standing
        if is_written and not self.standing:
            raise ValidationError(
                "Betingelsen har intet alternativ. Tilføj mindst ét, eller slet betingelsen."
            )


class ConditionFormSet(PartFormSet):
    """The conditions of one group: somebody must be able to meet them all."""

    def clean(self) -> None:
        super().clean()
        forms = sorted(self.kept, key=lambda form: form.instance.position)
        told = impossible_conditions([self._asked(form) for form in forms])
        for index, message in told.items():
            forms[index].add_error(None, message)

    def _asked(self, form: Any) -> list[Asked]:
        """The alternatives as the engine reads them; none when one of them cannot be read."""
        (alternatives,) = form.nested_formsets
        if len(alternatives.kept) < len(alternatives.standing):
            return []
        return [each.instance.as_read for each in alternatives.kept]


class AlternativeInline(InnerStacked):
    model = Alternative
    form = AlternativeForm
    formset = AlternativeFormSet
    max_num = MOST_ALTERNATIVES
    fields = (
        ("attribute", "comparison", "number", "position"),
        "values",
        "borderline_number",
        "borderline",
    )


class ConditionInline(NestedDeskStacked):
    model = Condition
    form = PartForm
    formset = ConditionFormSet
    max_num = MOST_CONDITIONS
    fields = ("wording", ("citation", "position"))
    autocomplete_fields = ("citation",)
    inlines = (AlternativeInline,)


@admin.register(TargetGroup)
class TargetGroupAdmin(ShowsUses, TriesExamples, NestedDeskAdmin):
    """Målgrupper: who a rule is for, condition by condition, and told in words."""

    list_display = ("name", "citation")
    search_fields = ("name", "description", "slug")
    autocomplete_fields = ("citation",)
    readonly_fields = ("in_words", "used_by")
    fieldsets = (
        (
            "Målgruppen med ord",
            {
                "fields": ("in_words",),
                "description": (
                    "Sådan læser portalen målgruppen, som den sidst er gemt. Alle betingelser skal "
                    "være opfyldt; i hver betingelse er ét alternativ nok."
                ),
            },
        ),
        (None, {"fields": ("name", "slug", "description", "citation", "used_by")}),
    )
    inlines = (ConditionInline,)

    def get_queryset(self, request: Any) -> Any:
        return super().get_queryset(request).select_related("citation__source")

    def trials_touched(self, row: TargetGroup) -> Any:
        """Those that are for the group, and those whose ordinary rule is."""
        return Trial.objects.filter(Q(target_groups=row) | Q(ordinary_group=row)).distinct()

    @admin.display(description="betingelser")
    def in_words(self, group: TargetGroup) -> str:
        """What the engine reads, so that an editor sees what the choices mean."""
        told = group_sentences(group_from(group.as_document())) if group.pk else ()
        return render_to_string("admin/group_in_words.html", {"sentences": told})
