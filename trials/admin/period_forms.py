"""What the periods and decisions of one trial say together: no overlap, no gap, no step back."""

from datetime import date, timedelta
from itertools import combinations
from typing import Any

from trials.admin.forms import PartForm
from trials.admin.formsets import PartFormSet
from trials.models import TrialPeriod
from trials.rules import DecisionKind, danish_date

ONE_DAY = timedelta(days=1)
WITHDRAWN = (
    "Forsøget er trukket tilbage fra portalen. Skal det alligevel have en periode mere, så skriv "
    "hvorfor i ”Hvorfor denne ændring?” nederst. Ellers fjern perioden."
)


class PeriodForm(PartForm):
    """En periode, with the days that are known."""


class PeriodFormSet(PartFormSet):
    """The periods of one trial. The same rule as in the database, also for rows not saved yet."""

    # Set by the page: whether the trial was withdrawn, and nobody has said why it goes on.
    is_withdrawn = False

    def clean(self) -> None:
        super().clean()
        if self.is_withdrawn:
            self._refuse_more_periods()
        forms = sorted(self.kept, key=_begins)
        for earlier, later in combinations(forms, 2):
            self._refuse_overlap(earlier, later) or self._refuse_step_back(earlier, later)
        if not self.instance.gap_intended:
            self._refuse_gaps(forms)

    def _refuse_more_periods(self) -> None:
        for form in self.kept:
            if form.instance.pk is None:
                form.add_error("start_latest", WITHDRAWN)

    def _refuse_overlap(self, earlier: Any, later: Any) -> bool:
        first, second = earlier.instance.certain_days, later.instance.certain_days
        if not first or not second or first[1] < second[0] or second[1] < first[0]:
            return False
        at_fault, other = (later, earlier) if later.has_changed() else (earlier, later)
        at_fault.add_error(
            "start_latest",
            f"Perioden overlapper {_told(other.instance)}. Ret dagene, så den ene periode begynder "
            "efter den andens sidste dag.",
        )
        return True

    def _refuse_step_back(self, earlier: Any, later: Any) -> bool:
        """An extension that ends before what it extends, if it is known which is which."""
        if not _first_day(earlier.instance) or not _first_day(later.instance):
            return False
        ends, extended = later.instance.end_latest, earlier.instance.end_earliest
        if not ends or not extended or ends >= extended:
            return False
        later.add_error(
            "end_latest",
            f"Perioden slutter før den, den forlænger: {_told(earlier.instance)}. Ret slutdagen.",
        )
        return True

    def _refuse_gaps(self, forms: list[Any]) -> None:
        """Days between two periods on which the trial surely does not hold."""
        last = None
        for form in forms:
            first_possible, last_possible = form.instance.possible_days
            if last and last < date.max and first_possible > last + ONE_DAY:
                form.add_error("start_earliest", _gap(last + ONE_DAY, first_possible - ONE_DAY))
            last = max(last or last_possible, last_possible)


def _begins(form: Any) -> tuple[date, int]:
    """Periods in the order of time; without a first day, in the order of the page."""
    row = form.instance
    return _first_day(row) or date.min, row.position


def _first_day(period: TrialPeriod) -> date | None:
    return period.start_earliest or period.start_latest


def _told(period: TrialPeriod) -> str:
    """The period as an editor finds it on the page: its place and its days."""
    starts, ends = period.start_latest, period.end_earliest or period.end_latest
    first = f"fra {danish_date(starts)} " if starts else ""
    last = f"til og med {danish_date(ends)}" if ends else "uden slutdag"
    return f"periode {period.position} ({first}{last})"


def _gap(first: date, last: date) -> str:
    days = danish_date(first)
    if first != last:
        days = f"{days} til {danish_date(last)}"
    return (
        f"Mellem perioderne er der et hul: {days}. Ret dagene, eller sæt flueben ved "
        "\u201dhullet er tilsigtet\u201d."
    )


class DecisionFormSet(PartFormSet):
    """The decisions of one trial: an extension needs a period that reaches its day."""

    # Set by the page: the formset of the periods in the same post.
    periods: PeriodFormSet

    def clean(self) -> None:
        super().clean()
        extensions = [form for form in self.kept if form.instance.kind == DecisionKind.EXTENDED]
        if not extensions or not self.periods.is_valid():
            return
        rows = [form.instance for form in sorted(self.periods.kept, key=_begins)]
        for form in extensions:
            message = _extension_fault(form.instance.until, rows)
            if message:
                form.add_error("until", message)


def _extension_fault(until: date | None, periods: list[TrialPeriod]) -> str:
    if until is None:
        return "Skriv, til og med hvilken dag forsøget er forlænget."
    if not any(period.possible_days[1] >= until for period in periods):
        return (
            f"Ingen periode når til {danish_date(until)}. Tilføj den periode, forlængelsen giver, "
            "eller ret dagen."
        )
    ending = [period for period in periods if period.end_earliest]
    first = min(ending, key=lambda period: period.end_earliest or date.max, default=None)
    ends = first.end_earliest if first else None
    if first and ends and (until < ends or (until == ends and len(periods) > 1)):
        return f"Dagen ligger ikke efter den slutdag, der forlænges: {_told(first)}. Ret dagen."
    return ""
