"""Eksempler: whom a trial is tried on, each with a page of its own, and listed on the trial's."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse

from trials.admin.desk import DeskAdmin
from trials.admin.example_forms import WorkedExampleForm
from trials.admin.trying import UNREADABLE, TriesExamples, tried
from trials.drafts import BEGIN
from trials.models import FACTS, Trial, WorkedExample
from trials.rules import (
    ATTRIBUTES,
    ExampleOutcome,
    example_answer,
    example_question,
    tried_in_words,
    try_examples,
)

BEGUN = (
    "Borgeren og dagen er dem, du prøvede. Skriv selv, hvad forsøget skal svare efter kilden, og "
    "hvorfor."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskExample:
    """One example on the page of its trial: how it stands on the desk, and in the edition."""

    outcome: ExampleOutcome
    address: str
    question: str
    expected: str
    published: str


@admin.register(WorkedExample)
class WorkedExampleAdmin(TriesExamples, DeskAdmin):
    """Eksempler, with a field for each fact."""

    form = WorkedExampleForm
    list_display = ("slug", "trial", "on", "answer", "why")
    list_filter = ("answer", ("trial", admin.RelatedOnlyFieldListFilter))
    list_select_related = ("trial",)
    search_fields = ("slug", "why", "trial__title")
    autocomplete_fields = ("trial", "municipality")
    readonly_fields = ("told",)
    fieldsets = (
        (
            "Eksemplet, som det sidst er gemt",
            {"fields": ("told",)},
        ),
        (None, {"fields": ("trial", "slug", "why", "on")}),
        (
            "Borgeren",
            {
                "fields": (
                    "municipality",
                    "participates",
                    *(name for name in ATTRIBUTES if name in FACTS),
                ),
                "description": (
                    "En tænkt borger, aldrig en virkelig. Udfyld kun det, eksemplet handler om; "
                    "resten er \u201dikke oplyst\u201d."
                ),
            },
        ),
        (
            "Et planlagt tilbud",
            {"fields": ("weeks", "individual_assessment", "special_need")},
        ),
        (
            "Hvad forsøget skal svare",
            {
                "fields": (
                    "answer",
                    "deciding",
                    ("allowed", "possible"),
                    "offer_allowed",
                    "notes",
                    "absent_notes",
                ),
                "description": "Kun det, der er udfyldt, bliver sammenlignet.",
            },
        ),
    )

    def get_form(
        self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any
    ) -> Any:
        form: Any = super().get_form(request, obj, change=change, **kwargs)
        form.only_read = BEGIN in request.POST
        return form

    def add_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """A new example, which may begin with the citizen on whom the draft was tried."""
        if BEGIN in request.POST:
            self.message_user(request, BEGUN)
        return super().add_view(request, *args, **kwargs)

    def trials_touched(self, row: Any) -> list[Trial]:
        return [row.trial]

    @admin.display(description="eksemplet")
    def told(self, row: Any) -> str:
        if row.pk is None:
            return "Eksemplet er ikke gemt endnu."
        outcomes = tried(row.trial.as_saved) or ()
        outcome = next((each for each in outcomes if each.slug == row.slug), None)
        if outcome is None:
            return UNREADABLE
        return f"{example_question(outcome.example)} {outcome.text}"


class ShowsExamples(TriesExamples):
    """The page of a trial, which lists its examples and tells how each of them stands."""

    admin_site: Any

    def trials_touched(self, row: Any) -> list[Trial]:
        return [row]

    @admin.display(description="eksempler")
    def examples_told(self, row: Any) -> str:
        """Each example on the desk, and the answer of the rule on the shelf to the same."""
        context: dict[str, Any] = {"add_address": ""}
        if row.pk:
            context = _told(row.as_saved, self.admin_site.published_document(row))
        return render_to_string("admin/examples_in_words.html", context)


def _told(trial: Trial, published: Mapping[str, Any] | None) -> dict[str, Any]:
    address = reverse("admin:trials_workedexample_add", query={"trial": trial.pk})
    outcomes = tried(trial)
    if outcomes is None:
        return {"add_address": address, "unreadable": UNREADABLE}
    examples = [outcome.example for outcome in outcomes]
    there = try_examples(published, examples) if published else [None] * len(examples)
    keys = dict(trial.examples.values_list("slug", "pk"))
    shown = [
        DeskExample(
            outcome=outcome,
            address=reverse("admin:trials_workedexample_change", args=[keys[outcome.slug]]),
            question=example_question(outcome.example),
            expected=example_answer(outcome.example, trial.get_limit_unit_display()),
            published=on_shelf.text if on_shelf else "Forsøget er ikke udgivet.",
        )
        for outcome, on_shelf in zip(outcomes, there, strict=True)
    ]
    return {
        "add_address": address,
        "summary": tried_in_words(outcomes),
        "failing": [each for each in shown if not each.outcome.holds],
        "holding": [each for each in shown if each.outcome.holds],
    }
