"""Fejlmeldinger: editors and publishers work them off, one answer each."""

from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest
from django.utils import timezone

from portal.desk.ways import Way
from portal.fields import TextField
from portal.models import Report
from portal.models.reports import LONGEST_REPORT
from trials.admin import CodeFilter, DeskAdmin, DeskForm
from trials.refusing import RefusingForm

REPORTED = ("reporter", "reported_at")
WAITING, ANSWERED = "venter", "besvaret"


class HandledFilter(CodeFilter):
    """Whether somebody has answered."""

    title = "stand"
    parameter_name = "stand"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [(WAITING, "venter på svar"), (ANSWERED, "besvaret")]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        if self.value() is None:
            return queryset
        return queryset.filter(handled_at__isnull=self.value() == WAITING)


class ReportAnswerForm(RefusingForm, DeskForm):
    """The answer: what was done about it, or why nothing is."""

    answer = TextField(
        label="Svar",
        max_length=LONGEST_REPORT,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=Report._meta.get_field("answer").help_text,
    )


@admin.register(Report)
class ReportAdmin(DeskAdmin):
    """The list, and the page where one is answered. What was reported stays as it was written."""

    form = ReportAnswerForm
    actions = None
    list_display = ("page", "kind", "text", "reported_at", "handled_at")
    list_filter = (HandledFilter, "kind")
    search_fields = ("page", "text", "answer")
    readonly_fields = (
        "page", "edition", "kind", "text", "reporter", "reported_at", "answered_by", "handled_at",
    )  # fmt: skip
    fieldsets = (
        ("Meldingen", {"fields": (("page", "edition"), "kind", "text", REPORTED)}),
        ("Svaret", {"fields": ("answer", ("answered_by", "handled_at"))}),
    )

    # By name alone: Django would make a way to the user, which editors may not go.
    @admin.display(description="meldt af")
    def reporter(self, report: Report) -> str:
        return report.reported_by.get_username()

    @admin.display(description="besvaret af")
    def answered_by(self, report: Report) -> str:
        by = report.handled_by
        return by.get_username() if by else self.get_empty_value_display()

    def changeform_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """With the way to the page that the report is about."""
        response = super().changeform_view(request, *args, **kwargs)
        report = getattr(response, "context_data", {}).get("original")
        if report and report.page:
            there = Way(page="", text="Se på portalen", address=report.page)
            response.context_data["ways"] = [there]
        return response

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        obj.handled_by, obj.handled_at = request.user, timezone.now()
        super().save_model(request, obj, form, change)
