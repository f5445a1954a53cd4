"""Uenigheder mellem kilder: every topic on the desk that sources disagree on, drafts included."""

from django.contrib.admin import AdminSite
from django.http import HttpRequest, HttpResponse, QueryDict
from django.template.response import TemplateResponse

from portal.desk.addresses import row_addresses
from portal.disagreements import disputed
from portal.library import strict
from portal.library.parameters import CodeField
from portal.publication import desk_items
from portal.turns import one_moment

OPEN = "uafklaret"


class DisagreementsForm(strict.StrictForm):
    """All of them, or those that somebody must still decide."""

    def __init__(self, data: QueryDict) -> None:
        super().__init__(data)
        codes = [(OPEN, "kun de uafklarede")]
        self.fields["vis"] = CodeField(codes=codes, required=False, label="Vis")


@strict.reading_strictly
def disagreements_page(request: HttpRequest, site: AdminSite) -> HttpResponse:
    """What each source says, what was chosen and why, and what nobody has decided."""
    form = DisagreementsForm(request.GET)
    strict.check(request.GET, form)
    only_open = form.cleaned_data["vis"] == OPEN
    with one_moment():
        items, addresses = list(desk_items()), row_addresses()
    everything = list(disputed(items))
    shown = list(disputed(items, only_open=True)) if only_open else everything
    context = {
        **site.each_context(request),
        "title": "Uenigheder mellem kilder",
        "rows": [(each, addresses[each.kind, each.slug]) for each in shown],
        "only_open": only_open,
        "count": sum(each.count for each in everything),
        "open_count": sum(each.count for each in disputed(items, only_open=True)),
    }
    return TemplateResponse(request, "admin/disagreements.html", context)
