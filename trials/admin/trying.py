"""Tries the examples of a trial when it, or a target group of it, is saved, and tells how it went.

A draft is never refused for them: an example that does not hold keeps it from the shelf only.
"""

from collections.abc import Iterable
from typing import Any

from django.contrib import admin, messages
from django.http import HttpRequest

from trials.models import Trial
from trials.rules import ExampleOutcome, tried_in_words, try_examples

MOST_TOLD = 3
UNREADABLE = "Eksemplerne kan ikke prøves: reglen kan ikke læses endnu."
NO_EXAMPLES = (
    "Forsøget har ingen eksempler endnu. Skriv mindst ét, så det kan ses, hvilke svar en senere "
    "ændring flytter."
)


class TriesExamples(admin.ModelAdmin):
    """A page that tells, when it is saved, how the examples of the trials it touches now stand."""

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        keys = [trial.pk for trial in self.trials_touched(form.instance)]
        for trial in Trial.objects.for_publication().filter(pk__in=keys):
            self._tell(request, trial)

    def trials_touched(self, row: Any) -> Iterable[Trial]:
        """The trials whose answers may have changed."""
        raise NotImplementedError

    def _tell(self, request: HttpRequest, trial: Trial) -> None:
        outcomes = tried(trial)
        if outcomes is None:
            self.message_user(request, f"{trial}: {UNREADABLE}", messages.WARNING)
        elif not outcomes:
            self.message_user(request, f"{trial}: {NO_EXAMPLES}", messages.INFO)
        else:
            failing = [outcome for outcome in outcomes if not outcome.holds]
            told = f"{trial}: {tried_in_words(outcomes)} {_named(failing)}".strip()
            level = messages.WARNING if failing else messages.INFO
            self.message_user(request, told, level)


def tried(trial: Trial) -> list[ExampleOutcome] | None:
    """The examples of the trial against its rule on the desk; None when it cannot be read."""
    try:
        return try_examples(trial.as_document())
    except (KeyError, ValueError):
        return None


def _named(failing: list[ExampleOutcome]) -> str:
    told = [
        f"\u201d{each.slug}\u201d \u2013 {' '.join(each.faults)}" for each in failing[:MOST_TOLD]
    ]
    if len(failing) > MOST_TOLD:
        told.append(f"Resten ({len(failing) - MOST_TOLD}) står på forsøgets side.")
    return " ".join(told)
