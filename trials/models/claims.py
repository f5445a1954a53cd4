"""Claims with rivals, and remarks: the same two shapes on trials, programmes and evaluations."""

from typing import Any

from django.db import models

from trials.models.records import Record
from trials.models.sources import Citation
from trials.rules import RemarkKind, choices


class Claim(Record):
    """En påstand: what one source says on a topic. Rivals share the topic; one is chosen."""

    slug = models.SlugField("kortnavn", max_length=80)
    topic = models.CharField("emne", max_length=120)
    statement = models.TextField("påstand")
    chosen = models.BooleanField("den, vi bruger", default=False)
    why_chosen = models.TextField(
        "hvorfor vi bruger den",
        blank=True,
        help_text="Skal udfyldes ved den, vi bruger, når kilderne siger noget forskelligt.",
    )
    citation = models.ForeignKey(
        Citation, verbose_name="kilde", on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        abstract = True
        verbose_name = "påstand"
        verbose_name_plural = "påstande"

    def __str__(self) -> str:
        return f"{self.topic}: {self.statement}"

    def as_document(self) -> dict[str, Any]:
        return {
            "slug": self.slug,
            "topic": self.topic,
            "statement": self.statement,
            "chosen": self.chosen,
            "why_chosen": self.why_chosen,
            "source": self.citation.as_document(),
        }


class Remark(Record):
    """En bemærkning: a contradiction, an ambiguity or a gap that the reader must know of."""

    slug = models.SlugField("kortnavn", max_length=80)
    kind = models.CharField("art", max_length=20, choices=choices(RemarkKind))
    text = models.TextField("tekst")
    citation = models.ForeignKey(
        Citation,
        verbose_name="kilde",
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
    )

    class Meta:
        abstract = True
        verbose_name = "bemærkning"
        verbose_name_plural = "bemærkninger"

    def __str__(self) -> str:
        return self.text

    def as_document(self) -> dict[str, Any]:
        return {
            "slug": self.slug,
            "kind": self.kind,
            "kind_label": self.get_kind_display(),
            "text": self.text,
            "source": self.citation.as_document() if self.citation else None,
        }
