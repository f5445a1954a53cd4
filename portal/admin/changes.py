"""Ændringer: the whole trail, for those who write and for administrators. Nobody writes here."""

from typing import Any

from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.db.models import QuerySet
from django.http import HttpRequest
from django.template.loader import render_to_string

from portal.models import Change, User
from portal.trail.tables import tables_of, things
from portal.trail.telling import ToldChange, may_read, tell
from trials.admin import CodeFilter, NeverWritten, StrictListAdmin
from trials.rules import capitalised

DATABASE = "databasen"


class KindFilter(CodeFilter):
    """The changes of one kind of thing, its parts included."""

    title = "hvad"
    parameter_name = "hvad"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Any:
        shown = [thing for thing in things() if thing is not User or may_read(request.user, User)]
        return [(each._meta.model_name, str(each._meta.verbose_name)) for each in shown]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        chosen = [each for each in things() if each._meta.model_name == self.value()]
        return queryset.filter(table_name__in=tables_of(chosen[0])) if chosen else queryset


class WhoFilter(CodeFilter):
    """The changes of one user, or those for which nobody told who it was."""

    title = "hvem"
    parameter_name = "hvem"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Any:
        keys = Change.objects.order_by().exclude(user=None).values("user").distinct()
        users = User.objects.filter(pk__in=keys).order_by("username")
        return [*((str(user.pk), user.username) for user in users), (DATABASE, DATABASE)]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        if self.value() is None:
            return queryset
        return queryset.filter(user=None if self.value() == DATABASE else self.value())


class ToldList(ChangeList):
    """The rows of one page of the list, put in words together."""

    def get_results(self, request: HttpRequest) -> None:
        super().get_results(request)
        changes = list(self.result_list)
        for change, told in zip(changes, tell(changes, request.user), strict=True):
            change.told = told
        self.result_list = changes


@admin.register(Change)
class ChangeAdmin(NeverWritten, StrictListAdmin):
    """Every change; what it says only to those who may see the row itself."""

    list_display = ("at", "what", "done", "who", "why_told")
    list_filter = (KindFilter, WhoFilter)
    list_per_page = 50
    date_hierarchy = "at"
    ordering = ("-id",)
    fields = ("at", "what", "done", "who", "why_told", "field_by_field")
    readonly_fields = fields

    def get_queryset(self, request: HttpRequest) -> QuerySet[Change]:
        """What was done to users is told to those alone who see users.

        With the user, who may be gone: asked for alone, a user that is not there is a fault.
        """
        rows = super().get_queryset(request).select_related("user")
        return (
            rows if may_read(request.user, User) else rows.exclude(table_name__in=tables_of(User))
        )

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        return ToldList

    def get_object(self, request: HttpRequest, object_id: str, from_field: Any = None) -> Any:
        change: Any = super().get_object(request, object_id, from_field)
        if change is not None:
            (change.told,) = tell([change], request.user)
        return change

    @admin.display(description="hvad")
    def what(self, change: Any) -> str:
        return _told(change).what

    @admin.display(description="handling")
    def done(self, change: Any) -> str:
        return capitalised(_told(change).done)

    @admin.display(description="hvem")
    def who(self, change: Any) -> str:
        return _told(change).who

    @admin.display(description="hvorfor")
    def why_told(self, change: Any) -> str:
        return _told(change).why

    @admin.display(description="felt for felt")
    def field_by_field(self, change: Any) -> str:
        return render_to_string("components/desk_change.html", {"told": _told(change)})


def _told(change: Any) -> ToldChange:
    told: ToldChange = change.told
    return told
