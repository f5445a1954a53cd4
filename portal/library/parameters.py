"""The parameters of a library's address, and the search that all libraries share."""

from datetime import date
from typing import Any, ClassVar

import django_filters
from django import forms
from django.db.models.fields.json import KT
from django.http import QueryDict

from portal.fields import DayField
from portal.library.strict import StrictForm, search_helper
from portal.models import Edition, EditionQuerySet
from portal.retrieval.ranking import entries_with_all
from portal.shelf import Content
from portal.words import EditionKind
from trials.rules import joined

Codes = list[tuple[str, str]]
LONGEST_SEARCH = 200
MOST_CODES_TOLD = 20
LATEST_CHANGE = ("opdateret", "senest udgivet i Vejviser")
ORDERS: dict[str, tuple[Any, ...]] = {
    "opdateret": ("-published_at",),
    "nyeste": (KT("document__published__date").desc(nulls_last=True),),
    "aeldste": (KT("document__published__date").asc(nulls_last=True),),
}


class CodeField(forms.ChoiceField):
    """One code of a list; the message names the codes when they are few."""

    def __init__(self, *, codes: Codes, default: str = "alle", **kwargs: Any) -> None:
        few = joined([code for code, _ in codes], "eller")
        is_short = 0 < len(codes) <= MOST_CODES_TOLD
        told = f"Vælg {few}." if is_short else "Vælg på listen."
        errors = {"invalid_choice": f"Den værdi findes ikke. {told}"}
        super().__init__(choices=[("", default), *codes], error_messages=errors, **kwargs)


class CodeFilter(django_filters.Filter):
    field_class = CodeField


class DayFilter(django_filters.Filter):
    field_class = DayField

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.extra["required"]  # the field says so itself


class YearFilter(django_filters.Filter):
    field_class = forms.RegexField

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        widget = forms.TextInput(attrs={"inputmode": "numeric", "size": 6})
        errors = {"invalid": "Skriv årstallet med fire cifre, fra 1900 til 2099."}
        told = {"regex": r"\A(19|20)[0-9]{2}\Z", "widget": widget, "error_messages": errors}
        super().__init__(*args, **kwargs, **told)


class LibraryFilter(django_filters.FilterSet):
    """The search that all libraries share: words, all of which must be in the text in some form."""

    KIND: ClassVar[EditionKind]

    q = django_filters.CharFilter(
        label="Søg efter",
        method="search",
        max_length=LONGEST_SEARCH,
        help_text="Alle ordene skal være i teksten. Du kan bøje og stave dem, som du plejer.",
        error_messages={"max_length": f"Teksten er for lang: højst {LONGEST_SEARCH} tegn."},
    )

    class Meta:
        model = Edition
        fields: list[str] = []
        form = StrictForm

    def __init__(self, data: QueryDict, *, content: Content, today: date) -> None:
        super().__init__(data, queryset=Edition.objects.current(self.KIND))
        self.content, self.today = content, today
        for name, codes in self.codes().items():
            self.filters[name].extra["codes"] = codes
        if "dato" in self.filters:
            self.filters["dato"].extra["today"] = today

    @property
    def form(self) -> StrictForm:
        form: StrictForm = super().form
        form.helper = search_helper("Vis")
        return form

    @property
    def on(self) -> date:
        """The day that the list is about: today when none is stated."""
        stated: date | None = self.form.cleaned_data.get("dato")
        return stated or self.today

    def codes(self) -> dict[str, Codes]:
        """The choices that depend on what is published."""
        return {}

    def search(self, rows: EditionQuerySet, _: str, text: str) -> EditionQuerySet:
        return rows.found_in(entries_with_all(text, self.content))

    def ordered(self, rows: EditionQuerySet, _: str, code: str) -> EditionQuerySet:
        return rows.by(*ORDERS[code])

    def unchanged(self, rows: EditionQuerySet, _: str, __: date) -> EditionQuerySet:
        """For a parameter that other filters read."""
        return rows

    def of_programme(self, rows: EditionQuerySet, _: str, slug: str) -> EditionQuerySet:
        return rows.with_part("programmes", slug=slug)


def order(*codes: tuple[str, str]) -> CodeFilter:
    return CodeFilter(
        label="Sortér efter",
        method="ordered",
        codes=[*codes, LATEST_CHANGE],
        default="titel",
    )
