from collections.abc import Iterable
from datetime import datetime

from django.db import models
from django.db.models import Q

from portal.models.users import User
from portal.words import Operation
from trials.rules import choices


class ChangeQuerySet(models.QuerySet["Change"]):
    def after(self, moment: datetime | None) -> "ChangeQuerySet":
        """Those made later than the moment; all of them when there is none."""
        return self.filter(at__gt=moment) if moment else self

    def of_any(self, wanted: Iterable[Q]) -> "ChangeQuerySet":
        """Those that one of the conditions is true of; none when there is no condition."""
        either = Q(pk__in=[])
        for each in wanted:
            either |= each
        return self.filter(either)

    def newest_first(self) -> "ChangeQuerySet":
        return self.select_related("user").order_by("-pk")


class Change(models.Model):
    """En ændring: what was done to one row, by whom, when and why.

    The database writes it, by triggers, and lets nobody change or delete it. The table is its own
    too: Django neither alters nor empties it.
    """

    at = models.DateTimeField("tidspunkt")
    operation = models.CharField("handling", max_length=8, choices=choices(Operation))
    table_name = models.CharField("tabel", max_length=63)
    row_key = models.CharField("række", max_length=40, blank=True)
    before = models.JSONField("før", null=True)
    after = models.JSONField("efter", null=True)
    # No constraint: a user may go, and what was done stays.
    user = models.ForeignKey(
        User,
        verbose_name="bruger",
        on_delete=models.DO_NOTHING,
        db_constraint=False,
        related_name="+",
        null=True,
        blank=True,
    )
    database_role = models.CharField("databaserolle", max_length=63)
    why = models.CharField("hvorfor", max_length=250, blank=True)
    # The rows of one save have the same.
    transaction = models.CharField("samlet gem", max_length=40)

    objects = ChangeQuerySet.as_manager()

    class Meta:
        managed = False
        db_table = "portal_change"
        verbose_name = "ændring"
        verbose_name_plural = "ændringer"
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"{self.get_operation_display()} {self.table_name} {self.row_key}".strip()
