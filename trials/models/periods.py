"""When a trial holds: its periods, and what was decided about its end."""

from datetime import date
from typing import Any

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeBoundary, RangeOperators
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Func, Q

from trials.models.records import Part, once
from trials.models.sources import Citation
from trials.models.trials import Trial
from trials.rules import DecisionKind, choices, iso

START_REVERSED = (
    "Tidligste start skal ligge før eller på seneste start. Byt om på de to dage, eller ret en af "
    "dem."
)
END_REVERSED = (
    "Tidligste slut skal ligge før eller på seneste slut. Byt om på de to dage, eller ret en af "
    "dem."
)
BACKWARDS = "Perioden slutter, før den begynder. Ret en af dagene."
OPEN_AND_ENDED = (
    "En periode uden slutdato kan ikke have en sidste dag. Slet dagen, eller fjern fluebenet ved "
    "\u201dingen slutdato er fastsat\u201d."
)

# Danish law counts both end days; a Postgres range leaves the last one out unless told.
CERTAIN_DAYS = Func(
    "start_latest",
    "end_earliest",
    RangeBoundary(inclusive_lower=True, inclusive_upper=True),
    function="DATERANGE",
    output_field=DateRangeField(),
)


def _after(first: date | None, second: date | None) -> bool:
    """Whether both days are stated in the wrong order."""
    return bool(first and second and first > second)


class TrialPart(Part):
    """A row that belongs to one trial."""

    OWNER = "trial"

    class Meta:
        abstract = True


class TrialPeriod(TrialPart):
    """En periode: an extension is a row of its own, never an overwritten date.

    Each bound is known from its earliest to its latest day; an empty day is a day that the
    source does not state, and only ``open_ended`` says that no last day is set.
    """

    trial = models.ForeignKey(
        Trial, verbose_name="forsøg", on_delete=models.CASCADE, related_name="periods"
    )
    start_earliest = models.DateField("begynder tidligst", null=True, blank=True)
    start_latest = models.DateField("begynder senest", null=True, blank=True)
    start_citation = models.ForeignKey(
        Citation, verbose_name="kilde til start", on_delete=models.PROTECT, related_name="+"
    )
    end_earliest = models.DateField("slutter tidligst (til og med)", null=True, blank=True)
    end_latest = models.DateField("slutter senest (til og med)", null=True, blank=True)
    open_ended = models.BooleanField("ingen slutdato er fastsat", default=False)
    end_citation = models.ForeignKey(
        Citation, verbose_name="kilde til slut", on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name = "periode"
        verbose_name_plural = "perioder"
        ordering = ["trial", "position"]
        constraints = [
            once("period_once", "trial", "position"),
            models.CheckConstraint(
                name="period_start_in_order",
                condition=Q(start_earliest__lte=F("start_latest")),
                violation_error_message=START_REVERSED,
            ),
            models.CheckConstraint(
                name="period_end_in_order",
                condition=Q(end_earliest__lte=F("end_latest")),
                violation_error_message=END_REVERSED,
            ),
            models.CheckConstraint(
                name="period_forwards",
                condition=Q(start_earliest__lte=F("end_latest")),
                violation_error_message=BACKWARDS,
            ),
            models.CheckConstraint(
                name="period_open_or_ended",
                condition=Q(open_ended=False)
                | Q(end_earliest__isnull=True, end_latest__isnull=True),
                violation_error_message=OPEN_AND_ENDED,
            ),
            ExclusionConstraint(
                name="period_certain_days_apart",
                expressions=[
                    ("trial", RangeOperators.EQUAL),
                    (CERTAIN_DAYS, RangeOperators.OVERLAPS),
                ],
                condition=Q(start_latest__lte=F("end_earliest"))
                | Q(start_latest__isnull=False, open_ended=True),
                violation_error_message=(
                    "Perioden overlapper en anden periode for forsøget. Ret dagene, så perioderne "
                    "følger efter hinanden."
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"nr. {self.position}"

    def clean(self) -> None:
        """The same as the constraints, said at the field."""
        last_day = "end_latest" if self.end_latest else "end_earliest"
        faults = {
            "start_latest": (START_REVERSED, _after(self.start_earliest, self.start_latest)),
            "end_latest": (END_REVERSED, _after(self.end_earliest, self.end_latest)),
        }
        if self.open_ended:
            faults |= {last_day: (OPEN_AND_ENDED, bool(self.end_earliest or self.end_latest))}
        told = {field: message for field, (message, is_wrong) in faults.items() if is_wrong}
        if not told and _after(self.start_earliest or self.start_latest, self.end_latest):
            told = {"end_latest": BACKWARDS}
        if told:
            raise ValidationError(told)

    @property
    def certain_days(self) -> tuple[date, date] | None:
        """The first and the last day that surely belong to the period, as the database has it."""
        last = date.max if self.open_ended else self.end_earliest
        if self.start_latest is None or last is None or self.start_latest > last:
            return None
        return self.start_latest, last

    @property
    def possible_days(self) -> tuple[date, date]:
        """The first and the last day that may belong to the period."""
        return self.start_earliest or date.min, self.end_latest or date.max

    def as_document(self) -> dict[str, Any]:
        return {
            "start": {
                "earliest": iso(self.start_earliest),
                "latest": iso(self.start_latest),
                "source": self.start_citation.as_document(),
            },
            "end": {
                "earliest": iso(self.end_earliest),
                "latest": iso(self.end_latest),
                "source": self.end_citation.as_document(),
            },
            "open_ended": self.open_ended,
        }


class TrialDecision(TrialPart):
    """En beslutning: what was decided, or is reported, about the end of the trial."""

    trial = models.ForeignKey(
        Trial, verbose_name="forsøg", on_delete=models.CASCADE, related_name="decisions"
    )
    kind = models.CharField("beslutning", max_length=30, choices=choices(DecisionKind))
    until = models.DateField("til og med", null=True, blank=True)
    text = models.TextField("med vores ord", blank=True)
    citation = models.ForeignKey(
        Citation, verbose_name="kilde", on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name = "beslutning"
        verbose_name_plural = "beslutninger"
        ordering = ["trial", "position"]
        constraints = [once("decision_once", "trial", "position")]

    def __str__(self) -> str:
        return str(self.get_kind_display())

    def as_document(self) -> dict[str, Any]:
        return {
            "kind": self.kind,
            "kind_label": self.get_kind_display(),
            "until": iso(self.until),
            "text": self.text,
            "source": self.citation.as_document(),
        }
