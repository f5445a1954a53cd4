"""The overview pages: the timeline, the evidence map, and two evaluations side by side."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from portal.library import strict
from portal.library.access import open_when_public
from portal.overview.chronicle import entries_of, possible_trials
from portal.overview.forms import TimelineForm
from portal.pictures.timeline import timeline_of
from portal.shelf import current_content


@open_when_public
@require_safe
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
