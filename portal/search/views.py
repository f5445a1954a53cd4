"""The search through everything that is published."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from portal.library import pages, strict
from portal.retrieval.ranking import Result, search, vocabulary_of
from portal.search.documents import is_published
from portal.search.facets import Facet, facets, narrowed, narrowings
from portal.search.forms import SearchForm
from portal.search.results import row
from portal.shelf import Content, current_content
from portal.validity import covers

TEMPLATE = "search/page.html"


@strict.reading_strictly
def search_page(request: HttpRequest) -> HttpResponse:
    """What was found, best first, twenty to a page; without words, how to search."""
    content, today = current_content(), timezone.localdate()
    every = facets(content, {s: covers(row, on=today) for s, row in content.trials.items()})
    form = SearchForm(request.GET if request.GET else None, facets=every)
    strict.check_names(request.GET, [*form.fields, pages.PAGE])
    if "q" not in request.GET:
        return render(request, TEMPLATE, {"form": SearchForm(None, facets=every)})
    if form.has_error("q"):
        return render(request, TEMPLATE, {"form": form}, status=400)
    strict.check(request.GET, form, also=[pages.PAGE])
    try:
        found = _found(request, form, content, every, on=today)
    except pages.NoSuchPageError as error:
        return render(request, "404.html", {"last_page": error.last}, status=404)
    return render(
        request, TEMPLATE, {"form": form, "on": today, "text": form.cleaned_data["q"]} | found
    )


def _found(
    request: HttpRequest, form: SearchForm, content: Content, every: Sequence[Facet], *, on: date
) -> dict[str, Any]:
    result = search(form.cleaned_data["q"], content)
    hits = [hit for hit in result.hits if is_published(hit, content)]
    left = narrowed(hits, every, form.chosen)
    page = pages.page_of(left, request.GET.get(pages.PAGE, "1"))
    return {
        "result": result,
        "total": len(hits),
        "page": page,
        "rows": [row(hit, content, result.query.words, on=on) for hit in page],
        "narrowings": list(narrowings(hits, every, form.chosen, request.GET)),
        "stated": [each for each in pages.stated(form, request.GET) if each.name != "q"],
        "instead": [] if hits else _instead(result, content),
    }


def _instead(result: Result, content: Content) -> list[str]:
    """Other words to offer when nothing was found."""
    vocabulary = vocabulary_of(content)
    found = [word for term in result.query.unknown for word in vocabulary.suggestions(term.typed)]
    return list(dict.fromkeys(found))
