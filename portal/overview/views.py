"""The overview pages: the timeline, the evidence map, what sources disagree on, and two evaluations
side by side.
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from evaluations.words import Direction
from portal.library import strict
from portal.overview.chronicle import entries_of, possible_trials
from portal.overview.comparison import comparison_of, pairs_of
from portal.overview.disputes import disputes_by_kind
from portal.overview.forms import ComparisonForm, EvidenceMapForm, TimelineForm
from portal.pictures.evidence_map import Strand, findings_of, map_of
from portal.pictures.timeline import timeline_of
from portal.shelf import current_content


@strict.reading_strictly
def timeline(request: HttpRequest) -> HttpResponse:
    """Tidslinjen: every trial, with today and the chosen day."""
    content, today = current_content(), timezone.localdate()
    form = TimelineForm(request.GET, content=content, today=today)
    strict.check(request.GET, form)
    on, code = form.cleaned_data["dato"] or today, form.cleaned_data["kommune"]
    shown = possible_trials(content, code)
    picture = timeline_of(shown, on=on, today=today)
    context = {
        "form": form,
        "on": on,
        "today": today,
        "picture": picture,
        "entries": entries_of(picture, content, on=on, municipality=code),
        "municipality": content.municipalities.get(code, ""),
        "left_out": len(content.trials) - len(shown),
        "day_stated": request.GET.get("dato", ""),
    }
    return render(request, "overview/timeline.html", context)


@strict.reading_strictly
def evidence_map(request: HttpRequest) -> HttpResponse:
    """Videnskortet: every finding by its outcome and the group that was studied."""
    content = current_content()
    form = EvidenceMapForm(request.GET)
    strict.check(request.GET, form)
    found = findings_of(row.document for row in content.evaluations.values())
    picture = map_of(found, form.wants)
    context = {
        "form": form,
        "picture": picture,
        "all_count": len(found),
        "left_out": len(found) - picture.count,
        "evaluation_count": len(content.evaluations),
        "directions": list(Direction),
        "strands": list(Strand),
    }
    return render(request, "overview/evidence_map.html", context)


@strict.reading_strictly
def disagreements(request: HttpRequest) -> HttpResponse:
    """Uenighederne: every published topic on which sources differ, what was chosen, and why."""
    strict.check_names(request.GET, ())
    return render(
        request, "overview/disagreements.html", {"kinds": disputes_by_kind(current_content())}
    )


@strict.reading_strictly
def comparison(request: HttpRequest) -> HttpResponse:
    """Sammenligningen: two evaluations row by row; until both are chosen, the pairs to choose."""
    content = current_content()
    form = ComparisonForm(request.GET, content=content)
    strict.check_names(request.GET, form.fields)
    is_valid = form.is_valid()
    one, other = (form.cleaned_data.get(name) for name in ("a", "b"))
    context = {
        "form": form,
        "comparison": comparison_of(one, other, content) if is_valid and one and other else None,
        "is_half": is_valid and (one or other),
        "pairs": pairs_of(content),
    }
    return render(request, "overview/comparison.html", context, status=200 if is_valid else 400)
