"""What an editor types about a trial, beside its periods."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from trials.admin.forms import DeskForm, PartForm
from trials.admin.formsets import PartFormSet
from trials.models import DurationStep, Municipality
from trials.rules import Coverage, Judgement, Step, Unit, choices, step_faults

COUNT = "municipality_count"
LISTS = frozenset({Coverage.LISTED, Coverage.LISTED_INCOMPLETE})


class TrialForm(DeskForm):
    """Et forsøg: where it holds must be said in one way only."""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        coverage = cleaned.get("coverage")
        if coverage and "municipalities" in cleaned:
            named = list(cleaned["municipalities"])
            for name, message in _coverage_faults(coverage, named, cleaned.get(COUNT)).items():
                self.add_error(name, message)
        return cleaned


def _coverage_faults(
    coverage: str, named: Sequence[Municipality], count: int | None
) -> dict[str, str]:
    if coverage in LISTS and not named:
        return {"municipalities": "Vælg de kommuner, kilden nævner, eller vælg en anden geografi."}
    if coverage not in LISTS and named:
        return {
            "municipalities": (
                "Fjern kommunerne, eller vælg \u201dde nævnte kommuner\u201d som geografi."
            )
        }
    if count is not None and count < len(named):
        return {COUNT: f"Der er valgt {len(named)} kommuner. Ret tallet, eller fjern kommuner."}
    if coverage == Coverage.LISTED and count is not None and count > len(named):
        return {
            COUNT: (
                f"Kilden siger {count}, men der er valgt {len(named)}. Tilføj resten, eller vælg "
                "geografien, hvor listen ikke er fuldstændig."
            )
        }
    return {}


class StepForm(PartForm):
    """Et trin, with ticks for what it requires."""

    requires = forms.MultipleChoiceField(
        label="Kræver",
        choices=choices(Judgement),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": "Vælg blandt mulighederne på listen."},
    )

    class Meta:
        model = DurationStep
        fields = ("position", "value", "requires", "citation")


class StepFormSet(PartFormSet):
    """The steps of one trial rise from the ordinary duration."""

    def clean(self) -> None:
        super().clean()
        unit, ordinary = self.instance.limit_unit, self.instance.ordinary_limit
        if self.standing and not unit:
            raise ValidationError(
                "Trin regnes fra den almindelige varighed. Udfyld \u201dvarighed regnes i\u201d og "
                "\u201dalmindelig længste varighed\u201d, eller slet trinnene."
            )
        if len(self.kept) == len(self.standing) and unit in set(Unit) and ordinary is not None:
            self._refuse_not_rising(ordinary, Unit(unit))

    def _refuse_not_rising(self, ordinary: int, unit: Unit) -> None:
        rows = sorted(self.kept, key=lambda form: form.instance.position)
        steps = [Step(value=row.instance.value, requires=_required(row)) for row in rows]
        for fault in step_faults(ordinary, steps, unit):
            rows[fault.index].add_error("value", fault.message)


def _required(form: Any) -> tuple[Judgement, ...]:
    return tuple(Judgement(code) for code in form.instance.requires)
