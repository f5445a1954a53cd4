"""Deltagelse: administrators record which municipalities take part where the source does not say.

It works at once: what is saved here is published in the same transaction. Only what is published of
a trial is shown, for administrators see no drafts.
"""

from datetime import date
from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models import OuterRef, Subquery
from django.http import HttpRequest
from django.utils import timezone

from portal.fields import DayField
from portal.models import Edition
from portal.publication import publish_participation
from portal.shelf import Content, current_content
from portal.words import EditionKind
from trials.admin import DeskAdmin, DeskForm
from trials.models import Municipality, Participation, Trial
from trials.refusing import RefusingForm
from trials.rules import Coverage, danish_date

WHOLE_COUNTRY = "Forsøget gælder i hele landet, så der er intet at registrere."
COMPLETE_LIST = (
    "Kilden nævner alle de kommuner, forsøget gælder i. Er listen forkert, så bed en redaktør om "
    "at rette den."
)
LISTED = "Kilden nævner allerede kommunen, så den deltager. Der er intet at registrere."
NOT_YET = "Dagen ligger ude i fremtiden. Skriv dagen, hvor det blev oplyst."


class PublishedTrialField(forms.ModelChoiceField):
    """A trial on the shelf, by the title that it has there."""

    def __init__(self, content: Content) -> None:
        self.titles = {slug: trial.document["title"] for slug, trial in content.trials.items()}
        super().__init__(
            Trial.objects.filter(slug__in=self.titles),
            label="Forsøg",
            help_text="De udgivne forsøg. Kan ikke ændres bagefter.",
        )

    def label_from_instance(self, trial: Any) -> str:
        return str(self.titles[trial.slug])


class KnownDayField(DayField):
    """The day on which something was told: required, and not still to come."""

    def __init__(self, *, today: date) -> None:
        field = Participation._meta.get_field("known_on")
        super().__init__(today=today, label="Oplyst pr.", help_text=field.help_text)
        self.required = True

    def validate(self, value: Any) -> None:
        super().validate(value)
        if value > self.today:
            raise ValidationError(NOT_YET)


class ParticipationForm(RefusingForm, DeskForm):
    """What one municipality does in one trial, as far as the published trial leaves it open."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.content = current_content()
        if "known_on" in self.fields:
            self.fields["known_on"] = KnownDayField(today=timezone.localdate())
        if "trial" in self.fields:
            self.fields["trial"] = PublishedTrialField(self.content)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        trial, municipality = cleaned.get("trial"), cleaned.get("municipality")
        if trial:
            self._refuse_what_the_source_tells(trial, municipality)
        return cleaned

    def _refuse_what_the_source_tells(
        self, trial: Trial, municipality: Municipality | None
    ) -> None:
        area = self.content.trials[trial.slug].rule.area
        if area.coverage is Coverage.NATIONWIDE:
            self.add_error("trial", WHOLE_COUNTRY)
        elif not area.is_open:
            self.add_error("trial", COMPLETE_LIST)
        elif municipality and municipality.code in area.named:
            self.add_error("municipality", LISTED)


@admin.register(Participation)
class ParticipationAdmin(DeskAdmin):
    """Deltagelser, each published as soon as it is saved or deleted."""

    form = ParticipationForm
    actions = None
    radio_fields = {"takes_part": admin.VERTICAL, "status": admin.VERTICAL}
    list_display = ("municipality", "trial_title", "told", "stated_by", "known_on")
    list_filter = ("takes_part", "status")
    list_select_related = ("municipality", "trial")
    search_fields = ("municipality__name", "trial__slug", "stated_by")

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        what = ("trial_title", "municipality") if obj else ("trial", "municipality")
        source = ("stated_by", "known_on", "status", "note")
        return (
            (None, {"fields": (*what, "takes_part", "seen")}),
            ("Hvor det står", {"fields": source}),
        )

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """What is recorded of one municipality does not become a record of another."""
        return ("trial_title", "municipality") if obj else super().get_readonly_fields(request)

    def get_queryset(self, request: HttpRequest) -> Any:
        """With the published title of the trial: the desk's may be a draft."""
        editions = Edition.objects.filter(kind=EditionKind.TRIAL, slug=OuterRef("trial__slug"))
        title = Subquery(editions.order_by("-number").values("title")[:1])
        return super().get_queryset(request).annotate(published_title=title)

    @admin.display(description="forsøg", ordering="published_title")
    def trial_title(self, record: Any) -> str:
        return str(record.published_title)

    @admin.display(description="deltager?")
    def told(self, record: Participation) -> str:
        return record.get_takes_part_display()

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        done = "Rettet" if change else "Registreret"
        self._publish(
            request,
            obj,
            f"{done}: {obj.municipality} {obj.get_takes_part_display()}, oplyst af "
            f"{obj.stated_by} pr. {danish_date(obj.known_on)}.",
        )

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        super().delete_model(request, obj)
        self._publish(request, obj, f"Slettet: registreringen af {obj.municipality}.")

    def _publish(self, request: HttpRequest, record: Participation, reason: str) -> None:
        by: Any = request.user
        publish_participation(record.trial.slug, by=by, reason=reason)
