"""What a trial is made of: periods, decisions, parameters, steps, legal bases, claims, remarks."""

from typing import Any

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField, DateRangeField, RangeBoundary, RangeOperators
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Func, Q

from trials.models.claims import Claim, Remark
from trials.models.records import Part, once
from trials.models.sources import Citation
from trials.models.trials import Trial
from trials.rules import DecisionKind, Judgement, choices, iso

# Danish law counts both end days; a Postgres range leaves the last one out unless told.
CERTAIN_DAYS = Func(
    "start_latest",
    "end_earliest",
    RangeBoundary(inclusive_lower=True, inclusive_upper=True),
    function="DATERANGE",
    output_field=DateRangeField(),
)


class TrialPart(Part):
    """A row that belongs to one trial."""

    OWNER = "trial"

    class Meta:
        abstract = True


class TrialPeriod(TrialPart):
    """En periode: an extension is a row of its own, never an overwritten date.

    Each bound is known from its earliest to its latest day; an empty day is a day that the
    source does not state, and only ``open_ended`` says that no last day is set.
    """

    trial = models.ForeignKey(
        Trial, verbose_name="forsøg", on_delete=models.CASCADE, related_name="periods"
    )
    start_earliest = models.DateField("begynder tidligst", null=True, blank=True)
    start_latest = models.DateField("begynder senest", null=True, blank=True)
    start_citation = models.ForeignKey(
        Citation, verbose_name="kilde til start", on_delete=models.PROTECT, related_name="+"
    )
    end_earliest = models.DateField("slutter tidligst (til og med)", null=True, blank=True)
    end_latest = models.DateField("slutter senest (til og med)", null=True, blank=True)
    open_ended = models.BooleanField("ingen slutdato er fastsat", default=False)
    end_citation = models.ForeignKey(
        Citation, verbose_name="kilde til slut", on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name = "periode"
        verbose_name_plural = "perioder"
        ordering = ["trial", "position"]
        constraints = [
            once("period_once", "trial", "position"),
            models.CheckConstraint(
                name="period_start_in_order",
                condition=Q(start_earliest__lte=F("start_latest")),
                violation_error_message="Tidligste start skal ligge før eller på seneste start.",
            ),
            models.CheckConstraint(
                name="period_end_in_order",
                condition=Q(end_earliest__lte=F("end_latest")),
                violation_error_message="Tidligste slut skal ligge før eller på seneste slut.",
            ),
            models.CheckConstraint(
                name="period_forwards",
                condition=Q(start_earliest__lte=F("end_latest")),
                violation_error_message="Perioden slutter, før den begynder.",
            ),
            models.CheckConstraint(
                name="period_open_or_ended",
                condition=Q(open_ended=False)
                | Q(end_earliest__isnull=True, end_latest__isnull=True),
                violation_error_message="En periode uden slutdato kan ikke have en sidste dag.",
            ),
            ExclusionConstraint(
                name="period_certain_days_apart",
                expressions=[
                    ("trial", RangeOperators.EQUAL),
                    (CERTAIN_DAYS, RangeOperators.OVERLAPS),
                ],
                condition=Q(start_latest__lte=F("end_earliest"))
                | Q(start_latest__isnull=False, open_ended=True),
                violation_error_message="Perioden overlapper en anden periode for forsøget.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.trial}, periode {self.position}"

    def as_document(self) -> dict[str, Any]:
        return {
            "start": {
                "earliest": iso(self.start_earliest),
                "latest": iso(self.start_latest),
                "source": self.start_citation.as_document(),
            },
            "end": {
                "earliest": iso(self.end_earliest),
                "latest": iso(self.end_latest),
                "source": self.end_citation.as_document(),
            },
            "open_ended": self.open_ended,
        }


class TrialDecision(TrialPart):
    """En beslutning: what was decided, or is reported, about the end of the trial."""

    trial = models.ForeignKey(
        Trial, verbose_name="forsøg", on_delete=models.CASCADE, related_name="decisions"
    )
    kind = models.CharField("beslutning", max_length=30, choices=choices(DecisionKind))
    until = models.DateField("til og med", null=True, blank=True)
    text = models.TextField("med vores ord", blank=True)
    citation = models.ForeignKey(
        Citation, verbose_name="kilde", on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name = "beslutning"
        verbose_name_plural = "beslutninger"
        ordering = ["trial", "position"]
        constraints = [once("decision_once", "trial", "position")]

    def __str__(self) -> str:
        return f"{self.trial}: {self.get_kind_display()}"

    def as_document(self) -> dict[str, Any]:
        return {
            "kind": self.kind,
            "kind_label": self.get_kind_display(),
            "until": iso(self.until),
            "text": self.text,
            "source": self.citation.as_document(),
        }


class TrialParameter(TrialPart):
    """En parameter: what the ordinary rule says and what the trial says instead."""

    trial = models.ForeignKey(
        Trial, verbose_name="forsøg", on_delete=models.CASCADE, related_name="parameters"
    )
    name = models.CharField("hvad", max_length=120)
    ordinary = models.CharField("almindelig regel", max_length=200)
    ordinary_citation = models.ForeignKey(
        Citation,
        verbose_name="kilde til den almindelige regel",
        on_delete=models.PROTECT,
        related_name="+",
    )
    trial_value = models.CharField("i forsøget", max_length=200)
    trial_citation = models.ForeignKey(
        Citation, verbose_name="kilde til forsøget", on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name = "parameter"
        verbose_name_plural = "parametre"
        ordering = ["trial", "position"]
        constraints = [once("parameter_once", "trial", "position")]

    def __str__(self) -> str:
        return f"{self.name}: {self.ordinary} > {self.trial_value}"

    def as_document(self) -> dict[str, Any]:
        return {
            "name": self.name,
            "ordinary": self.ordinary,
            "ordinary_source": self.ordinary_citation.as_document(),
            "trial": self.trial_value,
            "trial_source": self.trial_citation.as_document(),
        }


class DurationStep(TrialPart):
    """Et trin: how long the offer may last, and which assessments open the step."""

    trial = models.ForeignKey(
        Trial, verbose_name="forsøg", on_delete=models.CASCADE, related_name="steps"
    )
    value = models.PositiveSmallIntegerField(
        "op til", null=True, blank=True, help_text="Tom: kilden angiver intet loft."
    )
    requires = ArrayField(
        models.CharField(max_length=30, choices=choices(Judgement)),
        verbose_name="kræver",
        default=list,
        blank=True,
    )
    citation = models.ForeignKey(
        Citation, verbose_name="kilde", on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name = "trin"
        verbose_name_plural = "trin"
        ordering = ["trial", "position"]
        constraints = [once("step_once", "trial", "position")]

    def __str__(self) -> str:
        return f"{self.trial}, trin {self.position}"

    def clean(self) -> None:
        if len(set(self.requires)) != len(self.requires):
            raise ValidationError({"requires": "Samme vurdering er valgt to gange."})

    def as_document(self) -> dict[str, Any]:
        return {
            "value": self.value,
            "requires": self.requires,
            "source": self.citation.as_document(),
        }


class LegalBasis(TrialPart):
    """Et retsgrundlag: the text that allows the trial, or that it departs from."""

    trial = models.ForeignKey(
        Trial, verbose_name="forsøg", on_delete=models.CASCADE, related_name="legal_bases"
    )
    role = models.CharField("rolle", max_length=120, help_text="For eksempel hjemmel eller høring.")
    citation = models.ForeignKey(
        Citation, verbose_name="kilde", on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name = "retsgrundlag"
        verbose_name_plural = "retsgrundlag"
        ordering = ["trial", "position"]
        constraints = [once("legal_basis_once", "trial", "position")]

    def __str__(self) -> str:
        return f"{self.role}: {self.citation}"

    def as_document(self) -> dict[str, Any]:
        return {"role": self.role, "source": self.citation.as_document()}


class TrialClaim(TrialPart, Claim):
    """En påstand om forsøget, beside its rivals on the same topic."""

    KEY = "slug"

    trial = models.ForeignKey(
        Trial, verbose_name="forsøg", on_delete=models.CASCADE, related_name="claims"
    )

    class Meta(Claim.Meta):
        ordering = ["trial", "position"]
        constraints = [once("trial_claim_once", "trial", "slug")]


class TrialRemark(TrialPart, Remark):
    """En bemærkning til forsøget: a contradiction, an ambiguity or a gap in the sources."""

    KEY = "slug"

    trial = models.ForeignKey(
        Trial, verbose_name="forsøg", on_delete=models.CASCADE, related_name="remarks"
    )

    class Meta(Remark.Meta):
        ordering = ["trial", "position"]
        constraints = [once("trial_remark_once", "trial", "slug")]
