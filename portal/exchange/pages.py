"""The pages of the desk where a table is exported, and a file is tried and then imported."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from django.contrib.admin import AdminSite
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.template.loader import render_to_string

from portal.exchange.columns import Table
from portal.exchange.files import TYPES, read
from portal.exchange.forms import FileForm
from portal.exchange.importing import ImportReport, ordered, steps
from portal.exchange.refusals import FileRefusedError
from portal.exchange.resources import rows_of
from portal.exchange.responses import attachment, table_named
from portal.exchange.seals import seal, unseal
from portal.exchange.sheets import Line
from portal.exchange.tables import TABLES

TEMPLATE = "admin/table.html"
PROGRESS = "admin/table_progress.html"
# Where the signs of life stand in a page that is sent bit by bit.
MARK = "<!--undervejs-->"
# More rows than this take long enough to wonder.
LONG = 500
MOST_SHOWN = 200
Context = dict[str, Any]


def may_import(user: Any, table: Table) -> bool:
    actions = ("change",) if table.is_closed else ("add", "change")
    return all(user.has_perm(table.right(action)) for action in actions)


def export_page(_request: HttpRequest, slug: str, file_format: str) -> HttpResponse:
    """Every row of the table, as it stands on the desk."""
    table = table_named(slug)
    return attachment(table, file_format, rows_of(table))


def table_page(request: HttpRequest, site: AdminSite, slug: str) -> HttpResponseBase:
    """Export, and import in two steps: what the file would change, and the yes to just that."""
    table = table_named(slug)
    importing = may_import(request.user, table)
    if request.method == "POST" and not importing:
        raise PermissionDenied
    context = {
        **site.each_context(request),
        "title": table.title,
        "table": table,
        "tables": TABLES.values(),
        "formats": list(TYPES),
        "may_import": importing,
        "form": FileForm(),
    }
    if request.method != "POST":
        return _page(request, context)
    try:
        return (_confirm if "sealed" in request.POST else _try)(request, table, context)
    except FileRefusedError as error:
        report = ImportReport(total=0, refusals=list(error.refusals))
        return _page(request, context | {"report": report}, status=422)


def _try(request: HttpRequest, table: Table, context: Context) -> HttpResponseBase:
    """What the file would change; nothing of it is kept."""
    form = FileForm(request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, context | {"form": form}, status=422)
    sheet = read(form.cleaned_data["file"].read(), table.headings)
    lines = ordered(table, sheet.headings, sheet.lines)
    told = {"note": sheet.note, "blank": sheet.blank}
    return _run(request, table, lines, context | told, keep=lambda _: False)


def _confirm(request: HttpRequest, table: Table, context: Context) -> HttpResponseBase:
    """Import what was shown; if the desk is no longer the same, show it again instead."""
    lines, digest = unseal(request.POST["sealed"], request.user, table)
    told = {"confirming": True}
    return _run(request, table, lines, context | told, keep=lambda now: now.digest == digest)


def _run(
    request: HttpRequest,
    table: Table,
    lines: Sequence[Line],
    context: Context,
    *,
    keep: Callable[[ImportReport], bool],
) -> HttpResponseBase:
    report = ImportReport(total=len(lines))
    importer: Any = request.user  # logged in, or the page would not have been reached
    work = steps(table, lines, report, keep=keep, by=importer)
    context |= {"report": report, "is_long": len(lines) > LONG}
    if len(lines) <= LONG:
        for _ in work:
            pass
        context |= _outcome(request, table, lines, report)
        return _page(request, context, status=422 if report.refusals else 200)
    response = StreamingHttpResponse(_streamed(request, table, lines, context, work))
    # Packed, the signs of life would wait for one another; so they would at a proxy that collects.
    response["Content-Encoding"] = "identity"
    response["X-Accel-Buffering"] = "no"
    return response


def _streamed(
    request: HttpRequest, table: Table, lines: Sequence[Line], context: Context, work: Iterator[int]
) -> Iterator[str]:
    """The page as it comes about: its head, a line for each step, and the outcome."""
    yield render_to_string(TEMPLATE, context | {"is_waiting": True}, request).split(MARK)[0]
    for done in work:
        yield render_to_string(PROGRESS, {"done": done, "total": len(lines)})
    context |= _outcome(request, table, lines, context["report"])
    yield render_to_string(TEMPLATE, context, request).split(MARK)[1]


def _outcome(
    request: HttpRequest, table: Table, lines: Sequence[Line], report: ImportReport
) -> dict[str, Any]:
    """What the page tells, and the seal on it when there is something to say yes to."""
    sealed = ""
    if report.changes and not report.refusals and not report.kept:
        try:
            sealed = seal(request.user, table, lines, report.digest)
        except FileRefusedError as error:
            report.refusals += error.refusals
    shown = report.changes[:MOST_SHOWN]
    return {"sealed": sealed, "shown": shown, "hidden": len(report.changes) - len(shown)}


def _page(request: HttpRequest, context: Context, status: int = 200) -> HttpResponse:
    return HttpResponse(render_to_string(TEMPLATE, context, request), status=status)
