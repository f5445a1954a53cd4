"""Hvem rammer reglen: a draft that is not saved, asked about one citizen on one day.

Nothing is stored: the draft and the profile are posted, answered and forgotten.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from django import forms
from django.contrib.admin import AdminSite
from django.forms import BoundField
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django_htmx.middleware import HtmxDetails

from portal.fields import DayField
from portal.shelf import current_content
from trials.drafts import BEGIN, TRY, Draft
from trials.fields import YesNoField, field_of
from trials.models import Municipality
from trials.refusing import RefusingForm
from trials.rules import (
    ATTRIBUTES,
    Answer,
    Check,
    CitizenProfile,
    Group,
    Rule,
    StatementError,
    assess,
    has_identity_number,
    profile_from,
)

# What is stated here stands apart from the fields of the draft, which are posted with it. The desk
# takes no notice of names that begin like this.
APART = "_hvem_"
ON, PARTICIPATES = "on", "participates"
# The number in the act follows from these, when it is not stated itself.
LAB_GROUP = "lab_group"
DERIVED_FROM = ("benefit", "readiness", "age")
CONTRADICTS = (
    "Svaret om deltagelse er i modstrid med de kommuner, som kilden nævner, eller som er "
    "registreret. Ret kommunen eller svaret."
)
VERDICTS = {
    Group: ("Borgeren er ikke i målgruppen", "Kan ikke afgøres", "Borgeren er i målgruppen"),
    Rule: ("Gælder ikke for borgeren", "Kan ikke afgøres", "Gælder for borgeren"),
}


class TryingForm(RefusingForm, forms.Form):
    """A citizen to try a draft on: no name, no number, no free text."""

    profile: CitizenProfile

    def __init__(self, data: Any, *, subject: Group | Rule | None, today: date) -> None:
        self.subject, self.today = subject, today
        self.municipalities = current_content().municipalities
        is_stated = any(name.startswith(APART) for name in data)
        stated = data if is_stated else None
        super().__init__(stated, initial={APART + ON: today}, label_suffix="")
        self.fields |= {APART + name: field for name, field in self._declared()}

    def _declared(self) -> Iterator[tuple[str, forms.Field]]:
        yield (
            ON,
            DayField(today=self.today, label="Dag", help_text="dd-mm-åååå. Tom: i dag."),
        )
        for name, attribute in ATTRIBUTES.items():
            if attribute.in_conditions or name == "municipality":
                yield name, field_of(attribute, self.municipalities)
        if isinstance(self.subject, Rule) and self.subject.area.is_open:
            yield PARTICIPATES, YesNoField(label="Deltager kommunen i forsøget?")

    @property
    def asked(self) -> list[BoundField]:
        """The day, and the facts that the draft asks for: these come first."""
        return [self[APART + name] for name in self._asked()]

    @property
    def others(self) -> list[BoundField]:
        """The facts that the draft does not ask for."""
        asked = {APART + name for name in self._asked()}
        return [field for field in self if field.name not in asked]

    @property
    def others_are_open(self) -> bool:
        """Whether something is stated or wrong among the others, and must not be hidden."""
        return any(field.value() or field.errors for field in self.others)

    def _asked(self) -> list[str]:
        names = set(_attributes(self.subject))
        if LAB_GROUP in names:
            names.update(DERIVED_FROM)
        if isinstance(self.subject, Rule):
            names |= {"municipality", PARTICIPATES}
        in_order = (name.removeprefix(APART) for name in self.fields)
        return [name for name in in_order if name == ON or name in names]

    @property
    def on(self) -> date:
        stated: date | None = self.cleaned_data.get(APART + ON)
        return stated or self.today

    def as_example(self) -> Iterator[tuple[str, str]]:
        """The day and what is stated, by the fields of an example."""
        yield ON, f"{self.on:%d-%m-%Y}"
        for field in self:
            name = field.name.removeprefix(APART)
            values = field.value() or ()
            if name == "municipality":
                rows = Municipality.objects.filter(code__in=_several(values))
                values = rows.values_list("pk", flat=True)
            if name != ON:
                yield from ((name, str(each)) for each in _several(values))

    def clean(self) -> dict[str, Any]:
        if not self.errors:
            try:
                self.profile = self._read()
            except StatementError as error:
                for name, message in error.errors.items():
                    self.add_error(APART + name, message)
        return self.cleaned_data

    def _read(self) -> CitizenProfile:
        stated = {name: self.cleaned_data.get(APART + name) for name in ATTRIBUTES}
        if isinstance(self.subject, Rule):
            answer = self.cleaned_data.get(APART + PARTICIPATES)
            stated[PARTICIPATES] = {self.subject.slug: answer}
        profile = profile_from(stated, on=self.on, municipalities=self.municipalities)
        if isinstance(self.subject, Rule) and self.subject.area.contradicts(profile):
            raise StatementError({"municipality": CONTRADICTS, PARTICIPATES: CONTRADICTS})
        return profile


def try_page(
    request: HttpRequest, site: AdminSite, opts: Any, draft: Draft, *, row: Any, today: date
) -> HttpResponse:
    """The form with the answer; the part of the page that asks, or a page of its own."""
    subject = _with_records(draft.subject)
    form = TryingForm(request.POST, subject=subject, today=today)
    context = {
        **site.each_context(request),
        "opts": opts,
        "form": form,
        "draft": draft,
        "try_name": TRY,
        "title": "Hvem rammer reglen?",
    }
    if form.is_bound and form.is_valid() and subject:
        context |= _answered(subject, form)
        if row and isinstance(subject, Rule):
            context["example"] = [(BEGIN, "1"), ("trial", row.pk), *form.as_example()]
    template = "admin/trying.html"
    if not HtmxDetails(request):
        template = "admin/try_page.html"
        context["carried"] = list(_carried(request.POST))
    status = 422 if form.errors else 200
    return TemplateResponse(request, template, context, status=status)


def check_of(subject: Group | Rule, profile: CitizenProfile, *, on: date) -> Check:
    """The answer of the engine itself, with its whole explanation."""
    if isinstance(subject, Rule):
        return assess(subject, profile, on=on).check
    return subject.check(profile, on=on)


def _answered(subject: Group | Rule, form: TryingForm) -> Mapping[str, Any]:
    check = check_of(subject, form.profile, on=form.on)
    return {
        "check": check,
        "verdict": VERDICTS[type(subject)][check.answer],
        "on": form.on,
        "answer": {Answer.YES: "yes", Answer.NO: "no"}.get(check.answer, "open"),
    }


def _with_records(subject: Group | Rule | None) -> Group | Rule | None:
    """A published trial keeps what is recorded of the municipalities that take part in it."""
    if not isinstance(subject, Rule):
        return subject
    published = current_content().trials.get(subject.slug)
    if published is None:
        return subject
    return replace(subject, area=replace(subject.area, recorded=published.rule.area.recorded))


def _several(values: Any) -> Iterable[Any]:
    return (values,) if isinstance(values, str) else values


def _attributes(subject: Group | Rule | None) -> Iterator[str]:
    groups = subject.groups if isinstance(subject, Rule) else (subject,) if subject else ()
    for group in groups:
        for condition in group.conditions:
            for alternative in condition.alternatives:
                yield alternative.attribute.name


def _carried(posted: Any) -> Iterator[tuple[str, str]]:
    """The draft, to be posted again with the next profile; nothing that may name a person."""
    for name, values in posted.lists():
        if not name.startswith("_") and name != "csrfmiddlewaretoken":
            yield from ((name, value) for value in values if not has_identity_number(value))
