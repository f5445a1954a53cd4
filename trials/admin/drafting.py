"""Pages whose text can be read in words, and tried on a citizen, before it is saved."""

from typing import Any

from django.http import HttpRequest, HttpResponse

from trials.admin.desk import DeskAdmin
from trials.drafts import READ, TRY, Draft


class DraftedAdmin(DeskAdmin):
    """A page of the desk that can be asked about its text as it stands, saved or not."""

    change_form_template = "admin/drafted_form.html"

    def get_form(
        self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any
    ) -> Any:
        form: Any = super().get_form(request, obj, change=change, **kwargs)
        form.only_read = not {READ, TRY}.isdisjoint(request.POST)
        return form

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        if TRY in request.POST:
            answered: HttpResponse = self.admin_site.try_page(
                request, self.opts, self.draft_of(context), row=context["original"]
            )
            return answered
        context |= {"try_name": TRY}
        return super().render_change_form(request, context, *args, **kwargs)

    def draft_of(self, context: dict[str, Any]) -> Draft:
        """What stands on the page, as the engine reads it."""
        raise NotImplementedError
