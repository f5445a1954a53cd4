"""One page of a list: its rows, its neighbours, and the search told in words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import QueryDict

from trials.rules import danish_date

PAGE = "side"
PER_PAGE = 20
NOT_A_FILTER = ("sorter",)
_NUMBER = re.compile(r"[1-9][0-9]{0,5}")


class NoSuchPageError(Exception):
    """The number of a page that is not there, and the last one that is."""

    def __init__(self, last: int) -> None:
        super().__init__(last)
        self.last = last


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """One filter in use: what it says in words, and the address without it."""

    name: str
    label: str
    text: str
    without: str


def page_of(rows: QuerySet[Any] | Sequence[Any], number: str) -> Page:
    """The page with that number; the first is always there, also when the list is empty."""
    paginator = Paginator(rows, PER_PAGE)
    if not _NUMBER.fullmatch(number) or int(number) > paginator.num_pages:
        raise NoSuchPageError(paginator.num_pages)
    return paginator.page(int(number))


def stated(form: forms.Form, query: QueryDict) -> Iterator[Stated]:
    """The filters in use, in the order of the form."""
    for name, value in form.cleaned_data.items():
        if value and name not in NOT_A_FILTER:
            label = str(form.fields[name].label)
            text = _text(form, name, value)
            yield Stated(name=name, label=label, text=text, without=without(query, name))


def without(query: QueryDict, *names: str) -> str:
    """The address of the same list without these parameters, on its first page."""
    kept = query.copy()
    for name in (*names, PAGE):
        kept.pop(name, None)
    return f"?{kept.urlencode()}"


def _text(form: forms.Form, name: str, value: Any) -> str:
    if isinstance(value, date):
        return danish_date(value)
    labels = dict(getattr(form.fields[name], "choices", ()))
    return str(labels.get(value, value))
