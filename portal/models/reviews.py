from django.db import models

from portal.models.users import User
from portal.words import EditionKind
from trials.rules import choices


class ReviewQuerySet(models.QuerySet["Review"]):
    def latest_days(self) -> dict[tuple[str, str], "Review"]:
        """The last review of each thing, by its kind and slug."""
        rows = self.order_by("kind", "slug", "-at", "-pk").distinct("kind", "slug")
        return {(row.kind, row.slug): row for row in rows.select_related("by")}


class Review(models.Model):
    """En gennemgang: that somebody has looked a published thing over, and let it stand."""

    kind = models.CharField("art", max_length=20, choices=choices(EditionKind))
    slug = models.SlugField("kortnavn", max_length=80)
    at = models.DateTimeField("gennemgået", auto_now_add=True)
    by = models.ForeignKey(
        User, verbose_name="gennemgået af", on_delete=models.PROTECT, related_name="reviews"
    )

    objects = ReviewQuerySet.as_manager()

    class Meta:
        verbose_name = "gennemgang"
        verbose_name_plural = "gennemgange"
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.slug}, {self.at:%d-%m-%Y}"
