from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import ValidationError
from django.db import models

from trials import rules
from trials.models.records import Record, SlugQuerySet
from trials.models.sources import Citation
from trials.rules import ATTRIBUTES, Comparison, choices, condition_errors

CONDITION_ATTRIBUTES = [
    (attribute.name, attribute.label)
    for attribute in ATTRIBUTES.values()
    if attribute.in_conditions
]


class TargetGroupQuerySet(SlugQuerySet):
    def with_conditions(self) -> "TargetGroupQuerySet":
        """Load what ``as_document`` reads, so that a list costs a fixed number of queries."""
        return self.select_related("citation__source").prefetch_related(
            "conditions__citation__source", "conditions__alternatives"
        )


class TargetGroup(Record):
    """En målgruppe: who a trial, an evaluation or a recommendation is about.

    Every condition must hold; within a condition one alternative is enough.
    """

    slug = models.SlugField("kortnavn", max_length=80, unique=True)
    name = models.CharField("navn", max_length=200)
    description = models.TextField("beskrivelse", blank=True)
    citation = models.ForeignKey(
        Citation, verbose_name="kilde", on_delete=models.PROTECT, related_name="+"
    )

    objects = TargetGroupQuerySet.as_manager()

    class Meta:
        verbose_name = "målgruppe"
        verbose_name_plural = "målgrupper"
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def natural_key(self) -> tuple[str]:
        return (self.slug,)

    def as_document(self) -> dict[str, Any]:
        return {
            "slug": self.slug,
            "name": self.name,
            "description": self.description,
            "source": self.citation.as_document(),
            "conditions": [condition.as_document() for condition in self.conditions.all()],
        }


class ConditionQuerySet(models.QuerySet["Condition"]):
    def get_by_natural_key(self, group: str, position: int) -> "Condition":
        return self.get(target_group__slug=group, position=position)


class Condition(Record):
    """En betingelse: must hold for the target group to fit; any one alternative is enough."""

    target_group = models.ForeignKey(
        TargetGroup,
        verbose_name="målgruppe",
        on_delete=models.CASCADE,
        related_name="conditions",
    )
    position = models.PositiveSmallIntegerField("rækkefølge")
    wording = models.CharField(
        "ordlyd",
        max_length=300,
        blank=True,
        help_text="Betingelsen med vores ord. Tom: ordlyden dannes af alternativerne.",
    )
    citation = models.ForeignKey(
        Citation, verbose_name="kilde", on_delete=models.PROTECT, related_name="+"
    )

    objects = ConditionQuerySet.as_manager()

    class Meta:
        verbose_name = "betingelse"
        verbose_name_plural = "betingelser"
        ordering = ["target_group", "position"]
        constraints = [
            models.UniqueConstraint(
                name="condition_position_once",
                fields=["target_group", "position"],
                violation_error_message="To betingelser kan ikke have samme plads.",
            )
        ]

    def __str__(self) -> str:
        return self.wording or f"nr. {self.position}"

    def natural_key(self) -> tuple[str, int]:
        return (self.target_group.slug, self.position)

    def as_document(self) -> dict[str, Any]:
        return {
            "wording": self.wording,
            "source": self.citation.as_document(),
            "alternatives": [row.as_document() for row in self.alternatives.all()],
        }


class AlternativeQuerySet(models.QuerySet["Alternative"]):
    def get_by_natural_key(self, group: str, condition: int, position: int) -> "Alternative":
        return self.get(
            condition__target_group__slug=group,
            condition__position=condition,
            position=position,
        )


class Alternative(Record):
    """Et alternativ: one way to meet a condition, as attribute, comparison and values."""

    condition = models.ForeignKey(
        Condition,
        verbose_name="betingelse",
        on_delete=models.CASCADE,
        related_name="alternatives",
    )
    position = models.PositiveSmallIntegerField("rækkefølge")
    attribute = models.CharField("oplysning", max_length=40, choices=CONDITION_ATTRIBUTES)
    comparison = models.CharField("sammenligning", max_length=20, choices=choices(Comparison))
    values = ArrayField(models.CharField(max_length=40), verbose_name="værdier")
    borderline = ArrayField(
        models.CharField(max_length=40),
        verbose_name="grænsetilfælde",
        default=list,
        blank=True,
        help_text="Værdier, som kilden ikke afgør. De giver svaret \u201dkan ikke afgøres\u201d.",
    )

    objects = AlternativeQuerySet.as_manager()

    class Meta:
        verbose_name = "alternativ"
        verbose_name_plural = "alternativer"
        ordering = ["condition", "position"]
        constraints = [
            models.UniqueConstraint(
                name="alternative_position_once",
                fields=["condition", "position"],
                violation_error_message="To alternativer kan ikke have samme plads.",
            )
        ]

    def __str__(self) -> str:
        """The requirement in words: an editor never sees a code."""
        if self._errors():
            return f"{self.get_attribute_display()} {self.get_comparison_display()}"
        return self.as_read.wording

    def natural_key(self) -> tuple[str, int, int]:
        return (*self.condition.natural_key(), self.position)

    def clean(self) -> None:
        if errors := self._errors():
            raise ValidationError(errors)

    @property
    def as_read(self) -> rules.Alternative:
        """The alternative as the engine reads it."""
        return rules.Alternative(
            attribute=ATTRIBUTES[self.attribute],
            comparison=Comparison(self.comparison),
            values=tuple(self.values),
            borderline=tuple(self.borderline),
        )

    def as_document(self) -> dict[str, Any]:
        return {
            "attribute": self.attribute,
            "comparison": self.comparison,
            "values": self.values,
            "borderline": self.borderline,
        }

    def _errors(self) -> dict[str, str]:
        """What is wrong, by field; a row in the making may have no values yet."""
        values, borderline = self.values or [], self.borderline or []
        return condition_errors(self.attribute, self.comparison, values, borderline)
