from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import ValidationError
from django.db import models

from evaluations.words import OrganisationKind, ProgrammeKind, RelationKind
from trials.models import (
    Citation,
    Claim,
    Part,
    Record,
    Remark,
    SlugQuerySet,
    Trial,
    in_order,
    once,
)
from trials.rules import Coverage, choices


class Organisation(Record):
    """En organisation: who commissions, evaluates or publishes."""

    slug = models.SlugField("kortnavn", max_length=80, unique=True)
    name = models.CharField("navn", max_length=120, unique=True)
    other_names = ArrayField(
        models.CharField(max_length=120), verbose_name="andre navne", default=list, blank=True
    )
    kind = models.CharField("art", max_length=20, choices=choices(OrganisationKind))
    note = models.TextField("bemærkning", blank=True)

    objects = SlugQuerySet.as_manager()

    class Meta:
        verbose_name = "organisation"
        verbose_name_plural = "organisationer"
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def natural_key(self) -> tuple[str]:
        return (self.slug,)

    def as_document(self) -> dict[str, Any]:
        return {"slug": self.slug, "name": self.name, "other_names": self.other_names}


class ProgrammeQuerySet(SlugQuerySet):
    def for_publication(self) -> "ProgrammeQuerySet":
        """Load what ``as_document`` reads, so that a list costs a fixed number of queries."""
        return self.prefetch_related(
            "citations__source",
            "organisations",
            "trials",
            "elements__citation__source",
            "relations__other",
            "relations__citation__source",
            "claims__citation__source",
            "remarks__citation__source",
        )


class Programme(Record):
    """Et program: a pool, project, trial scheme or method that was tried out or is named."""

    slug = models.SlugField("kortnavn", max_length=80, unique=True)
    name = models.CharField("navn", max_length=200)
    other_names = ArrayField(
        models.CharField(max_length=200), verbose_name="andre navne", default=list, blank=True
    )
    kind = models.CharField("art", max_length=20, choices=choices(ProgrammeKind))
    summary = models.TextField("kort fortalt")
    aim = models.TextField("formål", blank=True)
    target_group_wording = models.TextField(
        "målgruppen ifølge kilden", blank=True, help_text="Med vores ord, når kilden siger det."
    )
    period_wording = models.CharField(
        "periode", max_length=200, blank=True, help_text="For eksempel februar 2018 til marts 2020."
    )
    organisations = models.ManyToManyField(
        Organisation, verbose_name="organisationer bag", related_name="programmes", blank=True
    )
    coverage = models.CharField(
        "geografi", max_length=20, choices=choices(Coverage), default=Coverage.NOT_NAMED
    )
    municipality_count = models.PositiveSmallIntegerField(
        "antal kommuner ifølge kilden", null=True, blank=True
    )
    trials = models.ManyToManyField(
        Trial, verbose_name="forsøg", related_name="programmes", blank=True
    )
    citations = models.ManyToManyField(Citation, verbose_name="kilder", related_name="+")

    objects = ProgrammeQuerySet.as_manager()

    class Meta:
        verbose_name = "program"
        verbose_name_plural = "programmer"
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def natural_key(self) -> tuple[str]:
        return (self.slug,)

    def as_document(self) -> dict[str, Any]:
        return {
            "slug": self.slug,
            "title": self.name,
            "other_names": self.other_names,
            "kind": self.kind,
            "kind_label": self.get_kind_display(),
            "summary": self.summary,
            "aim": self.aim,
            "target_group_wording": self.target_group_wording,
            "period_wording": self.period_wording,
            "organisations": [row.as_document() for row in in_order(self.organisations.all())],
            "coverage": self.coverage,
            "municipality_count": self.municipality_count,
            "trials": [{"slug": t.slug, "title": t.title} for t in in_order(self.trials.all())],
            "elements": [row.as_document() for row in self.elements.all()],
            "relations": [row.as_document() for row in self.relations.all()],
            "claims": [row.as_document() for row in self.claims.all()],
            "remarks": [row.as_document() for row in self.remarks.all()],
            "sources": [row.as_document() for row in in_order(self.citations.all())],
        }


class ProgrammePart(Part):
    """A row that belongs to one programme and is told apart within it by its slug."""

    OWNER = "programme"
    KEY = "slug"

    class Meta:
        abstract = True


class ProgrammeElement(ProgrammePart):
    """Et kerneelement of the model that was tried out."""

    slug = models.SlugField("kortnavn", max_length=80)
    programme = models.ForeignKey(
        Programme, verbose_name="program", on_delete=models.CASCADE, related_name="elements"
    )
    text = models.CharField("element", max_length=250)
    citation = models.ForeignKey(
        Citation, verbose_name="kilde", on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name = "element"
        verbose_name_plural = "elementer"
        ordering = ["programme", "position"]
        constraints = [once("programme_element_once", "programme", "slug")]

    def __str__(self) -> str:
        return self.text

    def as_document(self) -> dict[str, Any]:
        return {"slug": self.slug, "text": self.text, "source": self.citation.as_document()}


class ProgrammeRelation(ProgrammePart):
    """Et slægtskab with another programme or method, as a source tells it."""

    slug = models.SlugField("kortnavn", max_length=80)
    programme = models.ForeignKey(
        Programme, verbose_name="program", on_delete=models.CASCADE, related_name="relations"
    )
    other = models.ForeignKey(
        Programme, verbose_name="det andet", on_delete=models.PROTECT, related_name="named_by"
    )
    kind = models.CharField("slægtskab", max_length=20, choices=choices(RelationKind))
    citation = models.ForeignKey(
        Citation, verbose_name="kilde", on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name = "slægtskab"
        verbose_name_plural = "slægtskaber"
        ordering = ["programme", "position"]
        constraints = [once("programme_relation_once", "programme", "slug")]

    def __str__(self) -> str:
        return f"{self.programme} {self.get_kind_display()} {self.other}"

    def clean(self) -> None:
        if self.other_id and self.other_id == self.programme_id:
            raise ValidationError({"other": "Vælg et andet program: dette er programmet selv."})

    def as_document(self) -> dict[str, Any]:
        return {
            "kind": self.kind,
            "kind_label": self.get_kind_display(),
            "slug": self.other.slug,
            "title": self.other.name,
            "source": self.citation.as_document(),
        }


class ProgrammeClaim(ProgrammePart, Claim):
    """En påstand om programmet, beside its rivals on the same topic."""

    programme = models.ForeignKey(
        Programme, verbose_name="program", on_delete=models.CASCADE, related_name="claims"
    )

    class Meta(Claim.Meta):
        ordering = ["programme", "position"]
        constraints = [once("programme_claim_once", "programme", "slug")]


class ProgrammeRemark(ProgrammePart, Remark):
    """En bemærkning til programmet."""

    programme = models.ForeignKey(
        Programme, verbose_name="program", on_delete=models.CASCADE, related_name="remarks"
    )

    class Meta(Remark.Meta):
        ordering = ["programme", "position"]
        constraints = [once("programme_remark_once", "programme", "slug")]
