from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q

from evaluations.models.programmes import Organisation, Programme
from evaluations.words import Change, Design, Direction, EvidenceKind, Outcome
from trials.models import (
    Citation,
    Claim,
    DatedRecord,
    Part,
    Record,
    Remark,
    SlugQuerySet,
    TargetGroup,
    Trial,
    in_order,
    once,
)
from trials.rules import Cluster, choices, dated

HORIZON_REVERSED = "Fra-måneden skal ligge før eller på til-måneden."


class EvaluationQuerySet(SlugQuerySet):
    def for_publication(self) -> "EvaluationQuerySet":
        """Load what ``Evaluation.as_document`` reads, so a list costs a fixed number of queries."""
        return self.select_related("evaluator", "publisher").prefetch_related(
            "programmes",
            "trials",
            models.Prefetch("target_groups", TargetGroup.objects.with_conditions()),
            "citations__source",
            "findings__citations__citation__source",
            "claims__citation__source",
            "remarks__citation__source",
        )


class Evaluation(DatedRecord):
    """En evaluering: one study of programmes or trials, with the findings that we may show."""

    slug = models.SlugField("kortnavn", max_length=80, unique=True)
    title = models.CharField("titel", max_length=250)
    summary = models.TextField("kort fortalt")
    programmes = models.ManyToManyField(
        Programme, verbose_name="programmer", related_name="evaluations", blank=True
    )
    trials = models.ManyToManyField(
        Trial, verbose_name="forsøg", related_name="evaluations", blank=True
    )
    target_groups = models.ManyToManyField(
        TargetGroup,
        verbose_name="undersøgte målgrupper",
        related_name="evaluations",
        blank=True,
        help_text="Borgeren skal ligne én af dem, for at fundene handler direkte om borgeren.",
    )
    evaluator = models.ForeignKey(
        Organisation,
        verbose_name="evaluator",
        on_delete=models.PROTECT,
        related_name="evaluations",
        null=True,
        blank=True,
        help_text="Tom, når kilden ikke siger det.",
    )
    publisher = models.ForeignKey(
        Organisation,
        verbose_name="udgiver",
        on_delete=models.PROTECT,
        related_name="published_evaluations",
        null=True,
        blank=True,
    )
    method = models.TextField("metode", blank=True, help_text="Så vidt kilden fortæller.")
    comparison = models.CharField(
        "sammenligning", max_length=200, blank=True, help_text="Tom, når kilden ikke siger det."
    )
    sites = models.PositiveSmallIntegerField("antal steder", null=True, blank=True)
    citations = models.ManyToManyField(Citation, verbose_name="kilder", related_name="+")

    objects = EvaluationQuerySet.as_manager()

    class Meta:
        verbose_name = "evaluering"
        verbose_name_plural = "evalueringer"
        ordering = ["title"]

    def __str__(self) -> str:
        return self.title

    def natural_key(self) -> tuple[str]:
        return (self.slug,)

    def as_document(self) -> dict[str, Any]:
        """The whole evaluation with its findings: what an edition holds."""
        return {
            "slug": self.slug,
            "title": self.title,
            "summary": self.summary,
            "programmes": [
                {"slug": p.slug, "title": p.name} for p in in_order(self.programmes.all())
            ],
            "trials": [{"slug": t.slug, "title": t.title} for t in in_order(self.trials.all())],
            "target_groups": [row.as_document() for row in in_order(self.target_groups.all())],
            "evaluator": self.evaluator.as_document() if self.evaluator else None,
            "publisher": self.publisher.as_document() if self.publisher else None,
            "published": dated(self.published, self.published_precision),
            "method": self.method,
            "comparison": self.comparison,
            "sites": self.sites,
            "findings": [row.as_document() for row in self.findings.all()],
            "claims": [row.as_document() for row in self.claims.all()],
            "remarks": [row.as_document() for row in self.remarks.all()],
            "sources": [row.as_document() for row in in_order(self.citations.all())],
        }


class EvaluationPart(Part):
    """A row that belongs to one evaluation and is told apart within it by its slug."""

    OWNER = "evaluation"
    KEY = "slug"

    class Meta:
        abstract = True


class Finding(EvaluationPart):
    """Et fund: one outcome, its direction, the kind of evidence, its horizon and population."""

    slug = models.SlugField("kortnavn", max_length=80)
    evaluation = models.ForeignKey(
        Evaluation, verbose_name="evaluering", on_delete=models.CASCADE, related_name="findings"
    )
    outcome = models.CharField("udfald", max_length=40, choices=choices(Outcome))
    statement = models.TextField("fundet med vores ord")
    direction = models.CharField("retning", max_length=20, choices=choices(Direction))
    change = models.CharField("ændring", max_length=10, choices=choices(Change), blank=True)
    kind = models.CharField("art af viden", max_length=20, choices=choices(EvidenceKind))
    design = models.CharField(
        "designklasse", max_length=2, choices=choices(Design), default=Design.DX
    )
    magnitude = models.CharField(
        "størrelse", max_length=120, blank=True, help_text="Kun et tal, som kilden giver."
    )
    horizon_from = models.PositiveSmallIntegerField("fra måned", null=True, blank=True)
    horizon_to = models.PositiveSmallIntegerField("til måned", null=True, blank=True)
    ceases = models.BooleanField("effekten ophører derefter", default=False)
    population = models.CharField("hvem fundet handler om", max_length=250)
    cluster = models.CharField(
        "klynge", max_length=20, choices=choices(Cluster), blank=True, help_text="Kun Én plan."
    )

    class Meta:
        verbose_name = "fund"
        verbose_name_plural = "fund"
        ordering = ["evaluation", "position"]
        constraints = [
            once("finding_once", "evaluation", "slug"),
            models.CheckConstraint(
                name="finding_horizon_in_order",
                condition=Q(horizon_from__lte=F("horizon_to")),
                violation_error_message=HORIZON_REVERSED,
            ),
        ]

    def __str__(self) -> str:
        return self.statement

    def clean(self) -> None:
        if self.ceases and self.horizon_to is None:
            raise ValidationError({"horizon_to": "Skriv den måned, hvor effekten ophører."})
        if (
            self.horizon_from
            and self.horizon_to is not None
            and self.horizon_from > self.horizon_to
        ):
            raise ValidationError({"horizon_to": HORIZON_REVERSED})

    def as_document(self) -> dict[str, Any]:
        return {
            "slug": self.slug,
            "outcome": self.outcome,
            "outcome_label": self.get_outcome_display(),
            "statement": self.statement,
            "direction": self.direction,
            "direction_label": self.get_direction_display(),
            "change": self.change,
            "kind": self.kind,
            "kind_label": self.get_kind_display(),
            "design": self.design,
            "design_label": self.get_design_display(),
            "magnitude": self.magnitude,
            "horizon_from_months": self.horizon_from,
            "horizon_months": self.horizon_to,
            "ceases": self.ceases,
            "population": self.population,
            "cluster": self.cluster,
            "sources": [row.as_document() for row in self.citations.all()],
        }


class FindingCitationQuerySet(models.QuerySet[Any]):
    def get_by_natural_key(self, evaluation: str, finding: str, position: int) -> Any:
        return self.get(
            finding__evaluation__slug=evaluation, finding__slug=finding, position=position
        )


class FindingCitation(Record):
    """En kilde til et fund; a source that words it differently says how."""

    finding = models.ForeignKey(
        Finding, verbose_name="fund", on_delete=models.CASCADE, related_name="citations"
    )
    position = models.PositiveSmallIntegerField("rækkefølge", default=1)
    citation = models.ForeignKey(
        Citation, verbose_name="kilde", on_delete=models.PROTECT, related_name="+"
    )
    deviation = models.CharField("afvigende gengivelse", max_length=250, blank=True)

    objects = FindingCitationQuerySet.as_manager()

    class Meta:
        verbose_name = "kilde til fund"
        verbose_name_plural = "kilder til fund"
        ordering = ["finding", "position"]
        constraints = [
            models.UniqueConstraint(
                name="finding_citation_once",
                fields=["finding", "position"],
                violation_error_message="To kilder kan ikke have samme plads.",
            )
        ]

    def __str__(self) -> str:
        return str(self.citation)

    def natural_key(self) -> tuple[str, str, int]:
        return (*self.finding.natural_key(), self.position)

    def as_document(self) -> dict[str, Any]:
        return {**self.citation.as_document(), "deviation": self.deviation}


class EvaluationClaim(EvaluationPart, Claim):
    """En påstand om evalueringen, beside its rivals on the same topic."""

    evaluation = models.ForeignKey(
        Evaluation, verbose_name="evaluering", on_delete=models.CASCADE, related_name="claims"
    )

    class Meta(Claim.Meta):
        ordering = ["evaluation", "position"]
        constraints = [once("evaluation_claim_once", "evaluation", "slug")]


class EvaluationRemark(EvaluationPart, Remark):
    """En bemærkning til evalueringen."""

    evaluation = models.ForeignKey(
        Evaluation, verbose_name="evaluering", on_delete=models.CASCADE, related_name="remarks"
    )

    class Meta(Remark.Meta):
        ordering = ["evaluation", "position"]
        constraints = [once("evaluation_remark_once", "evaluation", "slug")]
