from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models

from evaluations.models import Finding, Organisation, Programme
from evaluations.words import RecommendationStatus
from trials.models import Citation, Record, SlugQuerySet, TargetGroup, in_order
from trials.rules import choices


class RecommendationQuerySet(SlugQuerySet):
    def for_publication(self) -> "RecommendationQuerySet":
        """Load what ``as_document`` reads, so that a list costs a fixed number of queries."""
        return self.select_related("issuer", "programme").prefetch_related(
            "citations__source",
            models.Prefetch("target_groups", TargetGroup.objects.with_conditions()),
            "supports__finding__evaluation",
        )


class Recommendation(Record):
    """En anbefaling: what to do, who says so, and the findings that it rests on."""

    slug = models.SlugField("kortnavn", max_length=80, unique=True)
    title = models.CharField("anbefaling", max_length=200)
    text = models.TextField("uddybning", blank=True)
    status = models.CharField("status", max_length=20, choices=choices(RecommendationStatus))
    issuer = models.ForeignKey(
        Organisation,
        verbose_name="udsteder",
        on_delete=models.PROTECT,
        related_name="recommendations",
        null=True,
        blank=True,
        help_text="Tom, når kilden ikke siger det.",
    )
    programme = models.ForeignKey(
        Programme,
        verbose_name="program",
        on_delete=models.PROTECT,
        related_name="recommendations",
        null=True,
        blank=True,
    )
    target_groups = models.ManyToManyField(
        TargetGroup,
        verbose_name="egne målgrupper",
        related_name="recommendations",
        blank=True,
        help_text="Tom: målgrupperne i de evalueringer, som fundene kommer fra.",
    )
    conditions = ArrayField(
        models.CharField(max_length=250),
        verbose_name="forudsætninger",
        default=list,
        blank=True,
        help_text="Det, der skal være opfyldt i samtalen, og som ingen oplysning kan afgøre.",
    )
    citations = models.ManyToManyField(Citation, verbose_name="kilder", related_name="+")

    objects = RecommendationQuerySet.as_manager()

    class Meta:
        verbose_name = "anbefaling"
        verbose_name_plural = "anbefalinger"
        ordering = ["title"]

    def __str__(self) -> str:
        return self.title

    def natural_key(self) -> tuple[str]:
        return (self.slug,)

    def as_document(self) -> dict[str, Any]:
        """The whole recommendation with its support: what an edition holds."""
        return {
            "slug": self.slug,
            "title": self.title,
            "text": self.text,
            "status": self.status,
            "status_label": self.get_status_display(),
            "issuer": self.issuer.as_document() if self.issuer else None,
            "programme": (
                {"slug": self.programme.slug, "title": self.programme.name}
                if self.programme
                else None
            ),
            "target_groups": [row.as_document() for row in in_order(self.target_groups.all())],
            "conditions": self.conditions,
            "supports": [row.as_document() for row in in_order(self.supports.all())],
            "sources": [row.as_document() for row in in_order(self.citations.all())],
        }


class SupportQuerySet(models.QuerySet[Any]):
    def with_findings(self) -> "SupportQuerySet":
        """Load the findings and their evaluations: what the strength of a support depends on."""
        evaluations = self.select_related("finding__evaluation")
        return evaluations.prefetch_related("finding__evaluation__programmes")

    def get_by_natural_key(self, recommendation: str, evaluation: str, finding: str) -> Any:
        return self.get(
            recommendation__slug=recommendation,
            finding__evaluation__slug=evaluation,
            finding__slug=finding,
        )


class Support(Record):
    """En støtte: a finding that a recommendation rests on, or that speaks against it."""

    recommendation = models.ForeignKey(
        Recommendation,
        verbose_name="anbefaling",
        on_delete=models.CASCADE,
        related_name="supports",
    )
    finding = models.ForeignKey(
        Finding, verbose_name="fund", on_delete=models.PROTECT, related_name="supports"
    )
    note = models.CharField("bemærkning", max_length=250, blank=True)

    objects = SupportQuerySet.as_manager()

    class Meta:
        verbose_name = "støtte i fund"
        verbose_name_plural = "støtte i fund"
        ordering = ["recommendation", "finding"]
        constraints = [
            models.UniqueConstraint(
                name="support_once",
                fields=["recommendation", "finding"],
                violation_error_message="Fundet støtter allerede anbefalingen.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.recommendation}: {self.finding}"

    def natural_key(self) -> tuple[str, str, str]:
        return (self.recommendation.slug, *self.finding.natural_key())

    def as_document(self) -> dict[str, Any]:
        return {
            "evaluation": self.finding.evaluation.slug,
            "finding": self.finding.slug,
            "note": self.note,
        }
