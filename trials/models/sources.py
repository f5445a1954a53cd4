from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator, URLValidator
from django.db import models

from trials.models.records import Record, SlugQuerySet
from trials.rules import (
    ClaimStatus,
    DatePrecision,
    SourceKind,
    address_fault,
    choices,
    dated,
)

HTTPS_ONLY = URLValidator(schemes=["https"], message="Skriv en adresse, der begynder med https://.")
ELI = RegexValidator(
    r"^https://www\.retsinformation\.dk/eli/lta/\d{4}/\d+\Z",
    "En ELI-adresse har formen https://www.retsinformation.dk/eli/lta/ÅR/NUMMER.",
)
NO_DAY = "Skriv dagen, eller vælg \u201dukendt\u201d ved \u201dhvor præcist\u201d."
NO_PRECISION = "Vælg dag, måned eller år, når der står en dag."


class DatedRecord(Record):
    """Noget udgivet: a record with the day of publication, as exactly as it is known."""

    published = models.DateField(
        "udgivet", null=True, blank=True, help_text="Tom, når dagen ikke kendes."
    )
    published_precision = models.CharField(
        "hvor præcist",
        max_length=10,
        choices=choices(DatePrecision),
        default=DatePrecision.UNKNOWN,
    )

    class Meta:
        abstract = True

    def clean(self) -> None:
        is_unknown = self.published_precision == DatePrecision.UNKNOWN
        if self.published is None and not is_unknown:
            raise ValidationError({"published": NO_DAY})
        if self.published is not None and is_unknown:
            raise ValidationError({"published_precision": NO_PRECISION})


class Source(DatedRecord):
    """En kilde: an act, an order, a report, a news item or another text that claims rest on."""

    slug = models.SlugField("kortnavn", max_length=80, unique=True)
    title = models.CharField("titel", max_length=250)
    kind = models.CharField("art", max_length=20, choices=choices(SourceKind))
    publisher = models.CharField(
        "udgiver", max_length=120, blank=True, help_text="Tom, når kilden ikke siger det."
    )
    address = models.URLField(
        "adresse", max_length=300, blank=True, validators=[HTTPS_ONLY], help_text="Kun https."
    )
    eli = models.URLField("ELI-adresse", max_length=120, blank=True, validators=[ELI])
    note = models.TextField("bemærkning", blank=True)

    objects = SlugQuerySet.as_manager()

    class Meta:
        verbose_name = "kilde"
        verbose_name_plural = "kilder"
        ordering = ["title"]

    def __str__(self) -> str:
        return self.title

    def natural_key(self) -> tuple[str]:
        return (self.slug,)

    def clean(self) -> None:
        super().clean()
        fault = address_fault(self.address) if self.address else ""
        if fault and fault != HTTPS_ONLY.message:  # which the field itself has said
            raise ValidationError({"address": fault})

    def as_document(self) -> dict[str, Any]:
        return {
            "slug": self.slug,
            "title": self.title,
            "kind": self.kind,
            "kind_label": self.get_kind_display(),
            "publisher": self.publisher,
            "published": dated(self.published, self.published_precision),
            "address": self.address,
            "eli": self.eli,
            "note": self.note,
        }


class CitationQuerySet(models.QuerySet["Citation"]):
    def get_by_natural_key(self, source: str, place: str, status: str) -> "Citation":
        return self.get(source__slug=source, place=place, status=status)

    def inferred(self) -> "CitationQuerySet":
        """Those that wait to be confirmed, by their sources."""
        rows = self.filter(status=ClaimStatus.INFERRED).select_related("source")
        return rows.order_by("source__title", "place")


class Citation(Record):
    """En henvisning: the place in a source that a claim rests on, and how we know it."""

    source = models.ForeignKey(
        Source, verbose_name="kilde", on_delete=models.PROTECT, related_name="citations"
    )
    place = models.CharField(
        "sted", max_length=120, help_text="Linje, paragraf, punkt eller afsnit."
    )
    status = models.CharField("status", max_length=10, choices=choices(ClaimStatus))
    note = models.TextField(
        "udledning eller forbehold",
        blank=True,
        help_text="Hvordan oplysningen er udledt, eller hvad man skal være opmærksom på.",
    )

    objects = CitationQuerySet.as_manager()

    class Meta:
        verbose_name = "henvisning"
        verbose_name_plural = "henvisninger"
        ordering = ["source", "place"]
        constraints = [
            models.UniqueConstraint(
                name="citation_once",
                fields=["source", "place", "status"],
                violation_error_message="Henvisningen findes allerede.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.source}, {self.place}"

    def natural_key(self) -> tuple[str, str, str]:
        return (self.source.slug, self.place, self.status)

    def clean(self) -> None:
        if self.status == ClaimStatus.INFERRED and not self.note:
            raise ValidationError({"note": "Skriv, hvordan oplysningen er udledt."})

    def as_document(self) -> dict[str, Any]:
        return {
            "source": self.source.slug,
            "title": self.source.title,
            "place": self.place,
            "status": self.status,
            "status_label": self.get_status_display(),
            "note": self.note,
            "address": self.source.eli or self.source.address,
        }
