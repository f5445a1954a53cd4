from typing import Any

from django.db import models
from django.db.models import Q

from portal.models.editions import Edition
from portal.models.users import User
from portal.words import ReportKind
from trials.models import Record
from trials.rules import choices

LONGEST_REPORT = 500


class ReportQuerySet(models.QuerySet["Report"]):
    def waiting(self) -> "ReportQuerySet":
        """Those that nobody has answered, the oldest first."""
        return self.filter(handled_at=None).order_by("reported_at", "pk")

    def by(self, user: Any) -> "ReportQuerySet":
        """What the user has reported, the newest first."""
        return self.filter(reported_by=user).order_by("-reported_at", "-pk")


class Report(Record):
    """En fejlmelding: what a member of staff says is wrong with a page, and the answer."""

    page = models.CharField("side", max_length=300, blank=True)
    kind = models.CharField("art", max_length=20, choices=choices(ReportKind))
    text = models.CharField("besked", max_length=LONGEST_REPORT)
    edition = models.ForeignKey(
        Edition,
        verbose_name="udgave, der blev vist",
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
    )
    reported_by = models.ForeignKey(
        User, verbose_name="meldt af", on_delete=models.PROTECT, related_name="reports"
    )
    reported_at = models.DateTimeField("meldt", auto_now_add=True)
    answer = models.CharField(
        "svar",
        max_length=LONGEST_REPORT,
        blank=True,
        help_text="Hvad der er gjort, eller hvorfor intet bliver gjort. Den, der meldte, ser det.",
    )
    handled_at = models.DateTimeField("behandlet", null=True, blank=True)
    handled_by = models.ForeignKey(
        User,
        verbose_name="behandlet af",
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
    )

    objects = ReportQuerySet.as_manager()

    class Meta:
        verbose_name = "fejlmelding"
        verbose_name_plural = "fejlmeldinger"
        ordering = ["-reported_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="report_handled_whole",
                condition=Q(handled_at=None, handled_by=None, answer="")
                | Q(handled_at__isnull=False, handled_by__isnull=False) & ~Q(answer=""),
                violation_error_message="En behandlet melding har et svar.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.page}"
