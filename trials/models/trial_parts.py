"""What else a trial is made of: parameters, steps, legal bases, claims and remarks."""

from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import ValidationError
from django.db import models

from trials.models.claims import Claim, Remark
from trials.models.periods import TrialPart
from trials.models.records import once
from trials.models.sources import Citation
from trials.models.trials import Trial
from trials.rules import Judgement, choices


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
        return f"nr. {self.position}"

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
