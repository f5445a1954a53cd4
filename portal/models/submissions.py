from collections.abc import Collection

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from portal.models.users import User
from portal.words import EditionKind, SubmissionOutcome
from trials.rules import choices


class SubmissionQuerySet(models.QuerySet["Submission"]):
    def open(self) -> "SubmissionQuerySet":
        """Those that wait for a publisher."""
        return self.filter(closed_at=None)

    def of(self, kind: EditionKind, slug: str) -> "SubmissionQuerySet":
        return self.filter(kind=kind, slug=slug)

    def among(self, keys: Collection[tuple[str, str]]) -> "SubmissionQuerySet":
        """Those that wait, of the things by kind and slug."""
        waiting = self.open().values_list("pk", "kind", "slug")
        return self.filter(pk__in=[pk for pk, *key in waiting if tuple(key) in keys])

    def newest(self) -> "SubmissionQuerySet":
        """The last submission of each thing, with who sent it and who answered."""
        rows = self.order_by("kind", "slug", "-pk").distinct("kind", "slug")
        return rows.select_related("sent_by", "closed_by")

    def close(self, outcome: SubmissionOutcome, *, by: User | None, answer: str = "") -> int:
        """Close those that are open, by the database's clock; how many there were."""
        return self.open().update(closed_at=Now(), closed_by=by, outcome=outcome, answer=answer)


class Submission(models.Model):
    """En indsendelse: a thing on the desk that its editors ask a publisher to publish."""

    kind = models.CharField("art", max_length=20, choices=choices(EditionKind))
    slug = models.SlugField("kortnavn", max_length=80)
    content_hash = models.CharField("det sendtes hash", max_length=64)
    sent_by = models.ForeignKey(
        User, verbose_name="sendt af", on_delete=models.PROTECT, related_name="submissions"
    )
    sent_at = models.DateTimeField("sendt", db_default=Now())
    note = models.CharField("besked", max_length=250, blank=True)
    closed_at = models.DateTimeField("afsluttet", null=True, blank=True)
    # Nobody, when it was published from the command line.
    closed_by = models.ForeignKey(
        User,
        verbose_name="afsluttet af",
        on_delete=models.PROTECT,
        related_name="closed_submissions",
        null=True,
        blank=True,
    )
    outcome = models.CharField(
        "udfald", max_length=20, choices=choices(SubmissionOutcome), blank=True
    )
    answer = models.CharField("svar", max_length=250, blank=True)

    objects = SubmissionQuerySet.as_manager()

    class Meta:
        verbose_name = "indsendelse"
        verbose_name_plural = "indsendelser"
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                name="submission_open_once",
                fields=["kind", "slug"],
                condition=Q(closed_at=None),
                violation_error_message="Den er allerede sendt til godkendelse.",
            ),
            models.CheckConstraint(
                name="submission_closed_with_outcome",
                condition=Q(closed_at=None, outcome="")
                | Q(closed_at__isnull=False) & ~Q(outcome=""),
                violation_error_message="En indsendelse afsluttes med et udfald.",
            ),
            models.CheckConstraint(
                name="submission_sent_back_says_why",
                condition=~Q(outcome=SubmissionOutcome.SENT_BACK) | ~Q(answer=""),
                violation_error_message="Skriv, hvad der skal rettes.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.slug}"

    @property
    def is_open(self) -> bool:
        return self.closed_at is None

    @property
    def was_sent_back(self) -> bool:
        return self.outcome == SubmissionOutcome.SENT_BACK

    def holds(self, content_hash: str) -> bool:
        """Whether that is what was sent."""
        return self.content_hash == content_hash
