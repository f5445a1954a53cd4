"""Til godkendelse: an editor asks a publisher to publish; the pages of asking and answering."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.contrib.admin import AdminSite
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from portal.desk.forms import AnswerForm, NoteForm, SeenForm
from portal.desk.rendering import desk_page, shown
from portal.desk.states import Standing, standings, submissions
from portal.desk.submitting import end, send
from portal.gate import NotReadyError
from portal.hashes import hash_of
from portal.publication import ChangedError, desk_items, shelf_now, unready
from portal.turns import one_moment
from portal.words import EditionKind, SubmissionOutcome

NOTHING_NEW = "Der er intet at sende: alt er udgivet, som det står på skrivebordet."
ALREADY = (
    "Den venter allerede på en fagansvarlig. Du kan godt rette videre: den fagansvarlige ser den "
    "tekst, der står, når der udgives."
)
LACKS = "Sendes først, når intet mangler, så ingen fagansvarlig bliver spurgt forgæves."
NOT_SENT = (
    "Den venter ikke på godkendelse. Den er måske lige taget tilbage, sendt tilbage eller udgivet."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """A way in which a submission ends without being published."""

    page: str
    outcome: SubmissionOutcome
    form: type[SeenForm]
    title: str
    lead: str
    button: str
    done: str


TAKE_BACK = Ending(
    page="take_back",
    outcome=SubmissionOutcome.TAKEN_BACK,
    form=SeenForm,
    title="Tag tilbage fra godkendelse",
    lead="Teksten bliver på skrivebordet og kan sendes igen. Enhver redaktør kan tage den tilbage.",
    button="Tag tilbage",
    done="er taget tilbage og venter ikke længere på godkendelse.",
)
SEND_BACK = Ending(
    page="send_back",
    outcome=SubmissionOutcome.SENT_BACK,
    form=AnswerForm,
    title="Send tilbage til redaktøren",
    lead="Teksten bliver på skrivebordet. Redaktøren ser dit svar på rækkens side og på forsiden.",
    button="Send tilbage",
    done="er sendt tilbage til redaktøren.",
)


def send_page(request: HttpRequest, site: AdminSite, kind: EditionKind, slug: str) -> HttpResponse:
    """What is sent, what keeps it back, and a word to the publisher."""
    standing = _standing(kind, slug)
    form = NoteForm(request.POST or None, now=hash_of(standing.document))
    hindrance = _hindrance(standing)
    if request.method == "POST" and not hindrance and form.is_valid():
        by: Any = request.user
        try:
            send(kind, slug, by=by, note=form.cleaned_data["note"], seen=form.now)
        except (ChangedError, NotReadyError):  # in this moment: the page now says what
            return send_page(request, site, kind, slug)
        messages.success(request, f"{standing.title} er sendt til godkendelse.")
        return redirect(request.get_full_path())
    context = {
        "title": "Send til godkendelse",
        "lead": hindrance or "En fagansvarlig ser på den og udgiver den eller sender den tilbage.",
        "ready": not hindrance,
        "button": "Send til godkendelse",
        "shown": shown([standing], reader=request.user, on_page="send"),
    }
    return _answer(request, site, kind, context, form)


def take_back_page(
    request: HttpRequest, site: AdminSite, kind: EditionKind, slug: str
) -> HttpResponse:
    return _ending_page(request, site, kind, slug, TAKE_BACK)


def send_back_page(
    request: HttpRequest, site: AdminSite, kind: EditionKind, slug: str
) -> HttpResponse:
    return _ending_page(request, site, kind, slug, SEND_BACK)


def _ending_page(
    request: HttpRequest, site: AdminSite, kind: EditionKind, slug: str, ending: Ending
) -> HttpResponse:
    standing = _standing(kind, slug)
    waiting = standing.submission if standing.is_sent else None
    form = ending.form(request.POST or None, now=str(waiting.pk) if waiting else "")
    if request.method == "POST" and waiting and form.is_valid():
        by: Any = request.user
        try:
            end(waiting, ending.outcome, by=by, answer=form.cleaned_data.get("answer", ""))
        except ChangedError:  # in this moment: the page now says so
            return _ending_page(request, site, kind, slug, ending)
        messages.success(request, f"{standing.title} {ending.done}")
        return redirect(request.get_full_path())
    context = {
        "title": ending.title,
        "lead": ending.lead if waiting else NOT_SENT,
        "ready": waiting is not None,
        "button": ending.button,
        "shown": shown([standing], reader=request.user, on_page=ending.page),
    }
    return _answer(request, site, kind, context, form)


def _answer(
    request: HttpRequest, site: AdminSite, kind: EditionKind, context: dict[str, Any], form: Any
) -> HttpResponse:
    """What was asked for and not done is not answered as if it were."""
    status = 422 if request.method == "POST" else 200
    return desk_page(request, site, kind, "admin/step.html", context, form=form, status=status)


def _standing(kind: EditionKind, slug: str) -> Standing:
    """Where the thing stands, of one moment, with what it lacks."""
    with one_moment():
        items, shelf = list(desk_items(kind, slug=slug)), shelf_now()
        if not items:
            raise Http404
        found = standings(items, shelf, lacks=unready(items, shelf), sent=submissions())
    return found[0]


def _hindrance(standing: Standing) -> str:
    """Why it cannot be sent; empty when it can."""
    if standing.is_sent:
        return ALREADY
    if not standing.differs:
        return NOTHING_NEW
    return LACKS if standing.lacks else ""
