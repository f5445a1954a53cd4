from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

from trials.models.places import Municipality
from trials.models.records import Record, SlugQuerySet, in_order
from trials.models.sources import Citation
from trials.models.target_groups import TargetGroup
from trials.rules import Coverage, Unit, choices, iso

NO_LIMIT = "Skriv den almindelige længste varighed, eller fjern enheden."
NO_UNIT = "Vælg uger eller måneder, eller fjern den almindelige varighed."


class TrialQuerySet(SlugQuerySet):
    def for_publication(self) -> "TrialQuerySet":
        """Load what ``Trial.as_document`` reads, so that a list costs a fixed number of queries."""
        groups = TargetGroup.objects.with_conditions()
        return self.select_related("coverage_citation__source").prefetch_related(
            "municipalities",
            models.Prefetch("target_groups", groups),
            models.Prefetch("ordinary_group", groups),
            "periods__start_citation__source",
            "periods__end_citation__source",
            "decisions__citation__source",
            "parameters__ordinary_citation__source",
            "parameters__trial_citation__source",
            "steps__citation__source",
            "legal_bases__citation__source",
            "claims__citation__source",
            "remarks__citation__source",
            "examples__municipality",
        )


class Trial(Record):
    """Et forsøg: a time-limited rule that departs from the ordinary law for a target group."""

    slug = models.SlugField("kortnavn", max_length=80, unique=True)
    title = models.CharField("titel", max_length=200)
    summary = models.TextField("kort fortalt")
    derogates_from = models.CharField(
        "fraviger", max_length=250, blank=True, help_text="Den almindelige regel, der fraviges."
    )
    reservation = models.TextField(
        "forbehold",
        blank=True,
        help_text="Når kilden kun åbner en mulighed \u201di visse tilfælde\u201d og lignende.",
    )
    target_groups = models.ManyToManyField(
        TargetGroup, verbose_name="målgrupper", related_name="trials"
    )
    gap_intended = models.BooleanField(
        "hullet er tilsigtet",
        default=False,
        help_text="Sæt flueben, når forsøget med vilje ikke gælder i tiden mellem to perioder.",
    )
    coverage = models.CharField("geografi", max_length=20, choices=choices(Coverage))
    municipalities = models.ManyToManyField(
        Municipality, verbose_name="kommuner", related_name="trials", blank=True
    )
    municipality_count = models.PositiveSmallIntegerField(
        "antal kommuner ifølge kilden", null=True, blank=True
    )
    coverage_citation = models.ForeignKey(
        Citation, verbose_name="kilde til geografien", on_delete=models.PROTECT, related_name="+"
    )
    ordinary_group = models.ForeignKey(
        TargetGroup,
        verbose_name="hvem den almindelige regel gælder",
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
    )
    ordinary_known_on = models.DateField(
        "den almindelige regel er kendt pr.",
        null=True,
        blank=True,
        help_text="Dagen, hvor kilden viser den almindelige regel. Tom, når kilden er uden dag.",
    )
    limit_unit = models.CharField(
        "varighed regnes i", max_length=10, choices=choices(Unit), blank=True
    )
    ordinary_limit = models.PositiveSmallIntegerField(
        "almindelig længste varighed", null=True, blank=True
    )

    objects = TrialQuerySet.as_manager()

    class Meta:
        verbose_name = "forsøg"
        verbose_name_plural = "forsøg"
        ordering = ["title"]

    def __str__(self) -> str:
        return self.title

    def natural_key(self) -> tuple[str]:
        return (self.slug,)

    def clean(self) -> None:
        if self.limit_unit and self.ordinary_limit is None:
            raise ValidationError({"ordinary_limit": NO_LIMIT})
        if self.ordinary_limit is not None and not self.limit_unit:
            raise ValidationError({"limit_unit": NO_UNIT})

    def as_document(self) -> dict[str, Any]:
        """The whole trial as one document: what an edition holds and the engine reads."""
        ordinary = self.ordinary_group.as_document() if self.ordinary_group else None
        return {
            "slug": self.slug,
            "title": self.title,
            "summary": self.summary,
            "derogates_from": self.derogates_from,
            "reservation": self.reservation,
            "periods": [row.as_document() for row in self.periods.all()],
            "decisions": [row.as_document() for row in self.decisions.all()],
            "coverage": self._coverage_document(),
            "target_groups": [row.as_document() for row in in_order(self.target_groups.all())],
            "ordinary_group": ordinary,
            "ordinary_known_on": iso(self.ordinary_known_on),
            "limit": self._limit_document(),
            "parameters": [row.as_document() for row in self.parameters.all()],
            "legal_bases": [row.as_document() for row in self.legal_bases.all()],
            "claims": [row.as_document() for row in self.claims.all()],
            "remarks": [row.as_document() for row in self.remarks.all()],
            "examples": [row.as_document() for row in in_order(self.examples.all())],
        }

    def _coverage_document(self) -> dict[str, Any]:
        return {
            "kind": self.coverage,
            "count": self.municipality_count,
            "municipalities": [
                {"code": row.code, "name": row.name} for row in self.municipalities.all()
            ],
            "source": self.coverage_citation.as_document(),
        }

    def _limit_document(self) -> dict[str, Any] | None:
        if not self.limit_unit:
            return None
        return {
            "unit": self.limit_unit,
            "ordinary": self.ordinary_limit,
            "steps": [row.as_document() for row in self.steps.all()],
        }
