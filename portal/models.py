from django.contrib.auth.models import AbstractUser
from django.db import models
from django.db.models import Q

from portal.words import EditionKind
from trials.models import Municipality, Record
from trials.rules import choices


class User(Record, AbstractUser):
    """En bruger: a member of staff. The role is a group; citizens are never users."""

    home_municipality = models.ForeignKey(
        Municipality,
        verbose_name="hjemkommune",
        on_delete=models.PROTECT,
        related_name="users",
        null=True,
        blank=True,
        help_text="Udfylder kommunen på forhånd i vejledningen.",
    )

    class Meta:
        verbose_name = "bruger"
        verbose_name_plural = "brugere"


class EditionQuerySet(models.QuerySet["Edition"]):
    def newest(self) -> "EditionQuerySet":
        """The newest edition of each thing, withdrawn or not."""
        return self.order_by("kind", "slug", "-number").distinct("kind", "slug")


class Edition(models.Model):
    """En udgave: one published thing as an immutable document. The portal reads nothing else."""

    kind = models.CharField("art", max_length=20, choices=choices(EditionKind))
    slug = models.SlugField("kortnavn", max_length=80)
    number = models.PositiveIntegerField("udgave")
    title = models.CharField("titel", max_length=250)
    document = models.JSONField("dokument")
    content_hash = models.CharField("indholdets hash", max_length=64)
    withdrawn = models.BooleanField("trukket tilbage", default=False)
    published_at = models.DateTimeField("udgivet")
    published_by = models.ForeignKey(
        User,
        verbose_name="udgivet af",
        on_delete=models.PROTECT,
        related_name="editions",
        null=True,
        blank=True,
    )
    reason = models.CharField("begrundelse", max_length=250)

    objects = EditionQuerySet.as_manager()

    class Meta:
        verbose_name = "udgave"
        verbose_name_plural = "udgaver"
        ordering = ["kind", "slug", "-number"]
        constraints = [
            models.UniqueConstraint(name="edition_once", fields=["kind", "slug", "number"]),
            models.CheckConstraint(
                name="edition_says_why",
                condition=~Q(reason=""),
                violation_error_message="Skriv en begrundelse for udgivelsen.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title}, udgave {self.number}"
