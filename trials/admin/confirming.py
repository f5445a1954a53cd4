"""Turns what was inferred into what is confirmed: the rows rest on the confirming source instead.

The inferred citation stays as history, and the new one says what it was first inferred from.
"""

import hashlib
from collections.abc import Iterable, Iterator
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models, transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse

from trials.admin.uses import relations_to
from trials.models import Citation, Source
from trials.refusing import RefusingForm
from trials.rules import ClaimStatus, capitalised, joined, tidied

CONFIRMING = (ClaimStatus.STATED, ClaimStatus.OUTSIDE)
CHANGED = "Andet er kommet til at hvile på henvisningen, siden du åbnede siden. Se listen igen."


class ConfirmForm(RefusingForm, forms.Form):
    """Where it now stands. ``now`` is a digest of the rows that the page lists."""

    source = forms.ModelChoiceField(
        Source.objects.all(),
        label="Kilden, som bekræfter",
        help_text="Mangler den, så opret den først under \u201dKilder\u201d.",
    )
    place = forms.CharField(label="Sted", max_length=120, help_text="Linje, paragraf eller afsnit.")
    status = forms.ChoiceField(
        label="Status",
        choices=[(each.value, each.label) for each in CONFIRMING],
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, now: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.now = now

    def clean_place(self) -> str:
        return tidied(self.cleaned_data["place"])

    def clean(self) -> None:
        if self.data.get("seen", "") != self.now:
            raise ValidationError(CHANGED)
        cleaned = self.cleaned_data
        if len(cleaned) == len(self.fields):
            self._refuse_what_no_citation_may_hold(Citation(**cleaned))

    def _refuse_what_no_citation_may_hold(self, citation: Citation) -> None:
        try:
            citation.clean_fields()
        except ValidationError as error:
            self.add_error(None, error)


class Confirms(admin.ModelAdmin):
    """The page on which an inferred citation is confirmed, beside the other pages of citations."""

    admin_site: Any

    def get_urls(self) -> list[Any]:
        view = self.admin_site.admin_view(self.confirm_page)
        own = path("bekraeft/<int:key>/", view, name="trials_citation_confirm")
        return [own, *super().get_urls()]

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        citation = context["original"]
        may = self.has_change_permission(request)
        if may and citation and citation.status == ClaimStatus.INFERRED:
            address = reverse("admin:trials_citation_confirm", args=[citation.pk])
            context["confirm_address"] = address
        return super().render_change_form(request, context, *args, **kwargs)

    @transaction.atomic
    def confirm_page(self, request: HttpRequest, key: int) -> HttpResponse:
        """What rests on the citation, where it is confirmed, and what to publish again."""
        if not self.has_change_permission(request):
            raise PermissionDenied
        is_saved = request.method == "POST"
        inferred = Citation.objects.filter(status=ClaimStatus.INFERRED)
        citation = get_object_or_404(_locked(inferred) if is_saved else inferred, pk=key)
        rows = list(resting_on(citation, locked=is_saved))
        form = ConfirmForm(request.POST or None, now=digest(rows))
        editions = self.admin_site.published_with(citation)
        if is_saved and rows and form.is_valid():
            confirmed = confirm(citation, rows, **form.cleaned_data)
            self._tell(request, citation, confirmed, [edition.title for edition in editions])
            return redirect("admin:trials_citation_change", confirmed.pk)
        context = {
            **self.admin_site.each_context(request),
            "title": "Bekræft en udledt oplysning",
            "citation": citation,
            "rows": [in_words(row) for row, _ in rows],
            "editions": editions,
            "form": form,
        }
        status = 422 if form.is_bound and form.errors else 200
        return TemplateResponse(request, "admin/confirm.html", context, status=status)

    def _tell(
        self, request: HttpRequest, citation: Citation, confirmed: Citation, titles: list[str]
    ) -> None:
        self.log_change(request, citation, f"Bekræftet af {confirmed}")
        self.log_change(request, confirmed, f"Bekræfter {citation}")
        messages.success(request, f"Bekræftet. Det hviler nu på {confirmed}.")
        if titles:
            messages.warning(request, f"Skal udgives igen: {joined(titles)}.")


Resting = tuple[models.Model, Any]


def resting_on(citation: Citation, *, locked: bool = False) -> Iterator[Resting]:
    """Every row of the desk that rests on the citation, with the field by which it does."""
    for relation in relations_to(citation):
        manager = relation.related_model._base_manager
        rows = manager.filter(**{relation.field.name: citation}).order_by("pk")
        for row in _locked(rows) if locked else rows:
            yield row, relation.field


def _locked(rows: models.QuerySet[Any]) -> models.QuerySet[Any]:
    """Nobody saves the rows while they are moved."""
    return rows.select_for_update(of=["self"])


def confirm(
    citation: Citation, rows: Iterable[Resting], *, source: Source, place: str, status: str
) -> Citation:
    """Let the rows rest on the place in the source that confirms; the citation of that place."""
    confirmed, _ = Citation.objects.get_or_create(source=source, place=place, status=status)
    origin = f"Først udledt af {citation}."
    if origin not in confirmed.note:
        confirmed.note = f"{confirmed.note} {origin}".strip()
        confirmed.full_clean()
        confirmed.save()
    for row, field in rows:
        if field.many_to_many:
            getattr(row, field.name).remove(citation)
            getattr(row, field.name).add(confirmed)
        else:
            type(row)._base_manager.filter(pk=row.pk).update(**{field.name: confirmed})
    return confirmed


def in_words(row: models.Model) -> str:
    """The row, and what it is a part of unless it says so itself."""
    told = f"{capitalised(str(row._meta.verbose_name))}: {row}"
    owners = (str(getattr(row, field.name)) for field in row._meta.fields if _is_owner(field))
    return " \u2013 ".join([told, *(owner for owner in owners if owner not in told)])


def _is_owner(field: Any) -> bool:
    return field.many_to_one and field.remote_field.on_delete is models.CASCADE


def digest(rows: Iterable[Resting]) -> str:
    """Changes when other rows rest on the citation."""
    names = [f"{row._meta.label}.{row.pk}.{field.name}" for row, field in rows]
    return hashlib.sha256(" ".join(names).encode()).hexdigest()
