"""Sammenlign: two editions of a thing, or one of them and the desk, field by field."""

from typing import Any

from django.contrib.admin import AdminSite
from django.http import Http404, HttpRequest, HttpResponse, QueryDict

from portal.desk.differences import Document, differences
from portal.desk.rendering import desk_page
from portal.desk.states import day_of
from portal.library import strict
from portal.library.parameters import CodeField
from portal.models import Edition
from portal.publication import desk_items
from portal.turns import one_moment
from portal.words import EditionKind

DESK = "skrivebord"
GONE = "Den udgave findes ikke. Vælg en på listen."


class CompareForm(strict.StrictForm):
    """What is compared with what: editions by their numbers, and the desk."""

    def __init__(self, data: QueryDict, *, choices: list[tuple[str, str]]) -> None:
        super().__init__(data)
        for name, label in (("fra", "Fra"), ("til", "Til")):
            field = CodeField(codes=choices, default="vælg", required=False, label=label)
            field.error_messages["invalid_choice"] = GONE
            self.fields[name] = field


@strict.reading_strictly
def compare_page(
    request: HttpRequest, site: AdminSite, kind: EditionKind, slug: str
) -> HttpResponse:
    """The difference between the two that are chosen; at first what was changed last."""
    with one_moment():
        desk = [document for _, document in desk_items(kind, slug=slug)]
        editions = list(Edition.objects.history(kind, slug))
    if not desk and not editions:
        raise Http404
    choices = [(DESK, "Skrivebordet")] if desk else []
    choices += [(str(each.number), _told(each)) for each in editions]
    form = CompareForm(request.GET, choices=choices)
    strict.check(request.GET, form)
    now, before = _chosen(form.cleaned_data, [code for code, _ in choices])
    documents = {str(each.number): each for each in editions}

    def document_of(code: str) -> Document:
        return desk[0] if code == DESK else documents[code].document

    labels = dict(choices)
    context = {
        "title": "Sammenlign",
        "thing": desk[0]["title"] if desk else editions[0].title,
        "before": labels.get(before, ""),
        "now": labels[now],
        "changes": differences(document_of(before), document_of(now)) if before else [],
        "chosen": {"fra": before, "til": now},
        "choices": choices,
    }
    return desk_page(request, site, kind, "admin/compare.html", context)


def _chosen(stated: dict[str, Any], codes: list[str]) -> tuple[str, str]:
    """What to show and what to hold it against: the first two of the list, unless stated."""
    if len(codes) == 1:
        return codes[0], ""
    now = stated["til"] or next(code for code in codes if code != stated["fra"])
    return now, stated["fra"] or next(code for code in codes if code != now)


def _told(edition: Edition) -> str:
    withdrawn = ", trukket tilbage" if edition.withdrawn else ""
    return f"Udgave {edition.number}, {day_of(edition.published_at)}{withdrawn}"
