"""Addresses that are read to the letter: whatever is not understood is refused, never ignored.

A filter that is silently left out shows a list that looks like an answer, and is not one.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import wraps
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Submit
from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render

from portal.retrieval.lexicon import cleaned
from trials.refusing import RefusingForm
from trials.rules import has_identity_number, joined

# What a newsletter adds to its links.
CAMPAIGN = "utm_"
LONGEST_NAME = 60
# Whoever mends these sees the rest next.
MOST_FAULTS = 10
REASON = "Adressen kan ikke læses, som den står. Ret dette:"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One parameter of an address that cannot be read: its name, why, and the remedy."""

    parameter: str
    text: str


class UnreadableError(Exception):
    """An address that cannot be read, with everything that is wrong with it."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__(*(fault.parameter for fault in faults))
        self.faults = faults


def reading_strictly(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Answer 400 with every fault named, where the view finds the address unreadable.

    Made here and not by Django, which would show a developer's page while DEBUG is on.
    """

    @wraps(view)
    def asked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except UnreadableError as error:
            told = {"reason": REASON, "faults": error.faults}
            return render(request, "400.html", told, status=400)

    return asked


class StrictForm(RefusingForm, forms.Form):
    """What an address may state; every field may be left out."""

    helper: FormHelper

    def clean_q(self) -> str:
        text: str = self.cleaned_data["q"]
        if text and not cleaned(text).strip():
            raise ValidationError("Teksten har ingen tegn, man kan se. Skriv et ord, eller slet q.")
        return text


class SpanForm(StrictForm):
    """A form with a first and a last year."""

    def clean(self) -> dict[str, Any]:
        first, last = self.cleaned_data.get("fra_aar"), self.cleaned_data.get("til_aar")
        if first and last and first > last:
            text = f"Fra er større end til: {first} og {last}. Byt om på årene, eller slet ét."
            self.add_error("fra_aar", text)
            self.add_error("til_aar", text)
        return self.cleaned_data


def search_helper(button: str) -> FormHelper:
    """How crispy shows a form whose answers stand in the address."""
    helper = FormHelper()
    helper.form_method = "get"
    helper.form_class = "filters"
    helper.add_input(Submit("", button))
    return helper


def check(query: QueryDict, form: forms.Form, *, also: Collection[str] = ()) -> None:
    """Refuse an address that states anything else than the fields of the form and ``also``."""
    # A form refuses repeated values too, without naming them.
    check_names(query, [*form.fields, *also])
    if faults := _invalid(form):
        raise UnreadableError(faults[:MOST_FAULTS])


def check_names(query: QueryDict, known: Collection[str]) -> None:
    """Refuse parameters that are unknown or repeated; the page's own form tells of values."""
    if faults := [*_unknown(query, known), *_repeated(query, known)]:
        raise UnreadableError(faults[:MOST_FAULTS])


def _unknown(query: QueryDict, known: Collection[str]) -> Iterator[Fault]:
    told = f"Kendte er {joined(list(known), 'og')}. Ret stavemåden, eller slet."
    text = f"Ukendt navn i adressen. {told if known else 'Siden har ingen. Slet den.'}"
    for name in query:
        if name not in known and not name.startswith(CAMPAIGN):
            yield Fault(parameter=_shown(name), text=text)


def _repeated(query: QueryDict, known: Collection[str]) -> Iterator[Fault]:
    for name in known:
        if (count := len(query.getlist(name))) > 1:
            yield Fault(parameter=name, text=f"Står {count} gange. Behold den ene.")


def _invalid(form: forms.Form) -> list[Fault]:
    return [
        Fault(parameter=name, text=str(message))
        for name, messages in form.errors.items()
        for message in messages
    ]


def _shown(name: str) -> str:
    """The name of a parameter as it may be repeated: short, and without unseen characters."""
    if has_identity_number(name):
        return "(ikke vist)"
    seen = "".join(each if each.isprintable() else "\ufffd" for each in name[:LONGEST_NAME])
    return seen or "(uden navn)"
