"""What every page of the desk has in common."""

from typing import Any

from django.contrib import admin, messages
from django.db import IntegrityError, connection, models
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse

from trials.admin.fields import DeskFields
from trials.admin.forms import DeskForm, PartForm, PartFormSet

# Far more than any trial has, and far less than it takes to keep a server busy.
MOST_ROWS = 50

COLLISION = (
    "En anden har netop gemt noget, der ikke kan stå sammen med det, du har skrevet. Intet er "
    "overskrevet. Se efter, hvad der er ændret, ret din tekst, og gem igen."
)


class DeskAdmin(DeskFields, admin.ModelAdmin):
    """A page of the desk. The site says what is published, and what is may not be deleted."""

    # What the site must answer stands in portal.desk.site: this floor knows no edition.
    admin_site: Any
    form = DeskForm
    list_per_page = 50
    save_on_top = True
    actions = ("publish_chosen",)

    @admin.action(description="Udgiv de valgte", permissions=["publish"])
    def publish_chosen(self, request: HttpRequest, chosen: Any) -> HttpResponse | None:
        """On to the page that shows them all and asks why."""
        address = self.admin_site.chosen_address(self.model, [str(row.pk) for row in chosen])
        if address:
            return redirect(address)
        self.message_user(request, "Vælg færre ad gangen: højst 100.", messages.WARNING)
        return None

    def has_publish_permission(self, request: HttpRequest) -> bool:
        return bool(self.admin_site.may_publish(request, self.model))

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """The page's own fieldsets, with the hidden field that tells of another editor's save."""
        fieldsets = super().get_fieldsets(request, obj)
        if any("seen" in options["fields"] for _, options in fieldsets):
            return fieldsets
        (legend, options), *others = fieldsets
        return [(legend, {**options, "fields": [*options["fields"], "seen"]}), *others]

    def changeform_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """What another saved at the same moment may collide: then the form is shown again."""
        try:
            return super().changeform_view(request, *args, **kwargs)
        except IntegrityError:
            request.collided = True  # type: ignore[attr-defined]
            return super().changeform_view(request, *args, **kwargs)

    def get_form(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        form = super().get_form(request, *args, **kwargs)
        form.collision = COLLISION if getattr(request, "collided", False) else ""
        return form

    def get_object(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """While a row is saved, nobody else can save it."""
        row = super().get_object(request, *args, **kwargs)
        is_saved = request.method == "POST" and connection.in_atomic_block
        if row is None or not is_saved:
            return row
        # Lists are posted to as well, outside a transaction and with filters that allow no lock.
        self.model._base_manager.select_for_update().filter(pk=row.pk).first()
        return super().get_object(request, *args, **kwargs)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        readonly = super().get_readonly_fields(request, obj)
        if obj and hasattr(obj, "slug") and self.admin_site.is_published(obj):
            return [*readonly, "slug"]
        return readonly

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        if obj is not None and (self.admin_site.is_published(obj) or uses(obj)):
            return False
        return super().has_delete_permission(request, obj)

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        row = context["original"]
        context |= self.admin_site.shelf_context(request, row) if row else {}
        return super().render_change_form(request, context, *args, **kwargs)

    def _get_obj_does_not_exist_redirect(
        self,
        request: HttpRequest,
        opts: Any,
        object_id: str,  # noqa: ARG002 - Django's signature
    ) -> HttpResponse:
        """Django drops the typed text here; a colleague may just have deleted the row."""
        typed = {
            name: ", ".join(values)
            for name, values in request.POST.lists()
            if any(values) and not name.startswith(("csrf", "_", "seen"))
        }
        context = {**self.admin_site.each_context(request), "opts": opts, "typed": typed}
        return TemplateResponse(request, "admin/deleted.html", context, status=404)


class DeskInline(DeskFields):
    """Rows inside a page of the desk."""

    form: Any = PartForm
    formset: Any = PartFormSet
    extra = 0
    max_num: Any = MOST_ROWS

    def get_formset(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> Any:
        limits = {"absolute_max": type(self).max_num + 10, "validate_max": True}
        return super().get_formset(request, obj, **limits, **kwargs)  # type: ignore[misc]


class DeskStacked(DeskInline, admin.StackedInline):
    """Rows as blocks of fields."""


class DeskTabular(DeskInline, admin.TabularInline):
    """Rows as lines of a table."""


def uses(row: models.Model) -> int:
    """How many rows use this one; those that are a part of it do not count."""
    return sum(
        relation.related_model._base_manager.filter(**{relation.field.name: row}).count()
        for relation in row._meta.related_objects
        if relation.many_to_many or relation.on_delete is models.PROTECT
    )
