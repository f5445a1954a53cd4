from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

from trials.models.places import Municipality
from trials.models.records import Record
from trials.models.trials import Trial
from trials.rules import ClaimStatus, choices, danish_date


class ParticipationQuerySet(models.QuerySet["Participation"]):
    def in_trial(self, slug: str) -> "ParticipationQuerySet":
        """What is recorded for one trial, in Danish order, as its document tells it."""
        rows = self.filter(trial__slug=slug).select_related("municipality")
        return rows.order_by("municipality__sort_key")

    def get_by_natural_key(self, trial: str, municipality: str) -> "Participation":
        return self.get(trial__slug=trial, municipality__code=municipality)


class Participation(Record):
    """Deltagelse: whether a municipality takes part in a trial whose source does not say.

    An administrator records it, so it names who said so in words of its own: no citation, which
    editors write.
    """

    TAKES_PART = ((True, "deltager"), (False, "deltager ikke"))

    trial = models.ForeignKey(
        Trial, verbose_name="forsøg", on_delete=models.PROTECT, related_name="participations"
    )
    municipality = models.ForeignKey(
        Municipality,
        verbose_name="kommune",
        on_delete=models.PROTECT,
        related_name="participations",
    )
    takes_part = models.BooleanField("deltager kommunen?", choices=TAKES_PART)
    stated_by = models.CharField(
        "oplyst af",
        max_length=120,
        help_text="Kontoret eller dokumentet, som siger det. Aldrig en persons navn.",
    )
    status = models.CharField("status", max_length=10, choices=choices(ClaimStatus))
    known_on = models.DateField(
        "oplyst pr.", help_text="Dagen, hvor det blev oplyst, som dd-mm-åååå."
    )
    note = models.TextField(
        "udledning eller forbehold",
        blank=True,
        help_text="Hvordan det er udledt, eller hvad man skal være opmærksom på.",
    )

    objects = ParticipationQuerySet.as_manager()

    class Meta:
        verbose_name = "deltagelse"
        verbose_name_plural = "deltagelser"
        ordering = ["trial", "municipality__sort_key"]
        constraints = [
            models.UniqueConstraint(
                name="participation_once",
                fields=["trial", "municipality"],
                violation_error_message="Kommunen er allerede registreret for forsøget.",
            )
        ]

    def __str__(self) -> str:
        """Told by the slug: the title on the desk may not be published yet."""
        return f"{self.municipality} i {self.trial.slug}"

    def natural_key(self) -> tuple[str, str]:
        return (self.trial.slug, self.municipality.code)

    def clean(self) -> None:
        if self.status == ClaimStatus.INFERRED and not self.note:
            raise ValidationError({"note": "Skriv, hvordan det er udledt."})

    def as_document(self) -> dict[str, Any]:
        """What is recorded, with a source that reads like a citation."""
        return {
            "code": self.municipality.code,
            "name": self.municipality.name,
            "takes_part": self.takes_part,
            "source": {
                "source": "",
                "title": self.stated_by,
                "place": f"oplyst pr. {danish_date(self.known_on)}",
                "status": self.status,
                "status_label": self.get_status_display(),
                "note": self.note,
                "address": "",
            },
        }
