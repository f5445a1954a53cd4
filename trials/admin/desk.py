"""What every page of the desk has in common."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.options import InlineModelAdmin
from django.contrib.admin.utils import unquote
from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection, models
from django.forms import Script
from django.forms.models import _get_foreign_key
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse

from trials.admin.conflicts import touched_rows, typed_texts
from trials.admin.fields import DeskFields
from trials.admin.fingerprints import Parts
from trials.admin.forms import DeskForm, PartForm
from trials.admin.formsets import PartFormSet
from trials.admin.lines import LinesField
from trials.admin.lists import StrictListAdmin
from trials.admin.tampering import log_unknown_fields
from trials.admin.uses import uses, uses_in_words
from trials.models import Citation

# Far more than any trial has, and far less than it takes to keep a server busy.
MOST_ROWS = 50

PUBLISHED = (
    "er udgivet. Kan derfor ikke slettes. Skal det væk fra portalen, så træk det tilbage i stedet."
)

SENT = "er sendt til godkendelse. Kan derfor ikke slettes. Tag det først tilbage."
OTHERS = "er en andens kladde. Kun den, der har oprettet den, og fagansvarlige kan slette den."

COLLISION = (
    "En anden har netop gemt noget, der ikke kan stå sammen med det, du har skrevet. Intet er "
    "overskrevet. Se efter, hvad der er ændret, ret din tekst, og gem igen."
)


class DeskAdmin(DeskFields, StrictListAdmin):
    """A page of the desk. The site says what is published, and what is may not be deleted."""

    # What the site must answer stands in portal.desk.site: this floor knows no edition.
    admin_site: Any
    form = DeskForm
    change_form_template = "admin/desk_form.html"
    formfield_overrides = {ArrayField: {"form_class": LinesField}}
    list_per_page = 50
    save_on_top = True
    actions: Any = ("publish_chosen",)

    class Media:
        # Run when the page is read: it looks for fields.
        js = (Script("js/counter.js", defer=True),)

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

    def get_form(
        self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any
    ) -> Any:
        """The form knows the rows inside its page: a change of those is a change too."""
        form: Any = super().get_form(request, obj, change=change, **kwargs)
        form.parts = parts_of(self.model, self.inlines)
        form.collision = COLLISION if getattr(request, "collided", False) else ""
        return form

    def get_object(self, request: HttpRequest, object_id: str, from_field: Any = None) -> Any:
        """The row. While it is saved, nobody else can save it."""
        row = super().get_object(request, object_id, from_field)
        if row is None or request.method != "POST" or not connection.in_atomic_block:
            return row
        rows = self.get_queryset(request).select_for_update(of=("self",), no_key=True)
        return rows.filter(pk=row.pk).first()

    def _create_formsets(self, request: HttpRequest, obj: Any, change: bool) -> Any:
        """Django's own; here all rows of the page are known, also those inside rows."""
        formsets, inlines = super()._create_formsets(request, obj, change)  # type: ignore[misc]
        if request.method == "POST":
            form = self.get_form(request, obj if change else None, change=change)
            log_unknown_fields(request.POST, form.base_fields, formsets)
        return formsets, inlines

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        readonly = super().get_readonly_fields(request, obj)
        if obj and hasattr(obj, "slug") and self._is_known_by_slug(obj):
            return [*readonly, "slug"]
        return readonly

    def _is_known_by_slug(self, row: Any) -> bool:
        return self.admin_site.is_published(row) or self.admin_site.is_sent(row)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        may = super().has_delete_permission(request, obj)
        return may and not (obj and self.why_kept(request, obj))

    def why_kept(self, request: HttpRequest, row: Any) -> str:
        """Why the user may not delete the row; empty when they may."""
        if self.admin_site.is_published(row):
            return PUBLISHED
        if self.admin_site.is_sent(row):
            return SENT
        if uses(row):
            return f"bruges af {uses_in_words(row)}"
        return OTHERS if self.admin_site.is_others(request, row) else ""

    def delete_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> Any:
        """The page that asks whether to delete; of a row that must stay, the reason instead."""
        may_delete = request.method == "GET" and self.has_delete_permission(request)
        row = self.get_object(request, unquote(object_id)) if may_delete else None
        if row is None or not (why := self.why_kept(request, row)):
            return super().delete_view(request, object_id, extra_context)
        self.message_user(request, f"\u201d{row}\u201d {why}", messages.WARNING)
        return redirect(f"admin:{self.opts.app_label}_{self.opts.model_name}_change", row.pk)

    def history_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> Any:
        """The site keeps the trail of the row and of the parts that are written on its page."""
        row = self.get_object(request, unquote(object_id))
        if row is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        if not self.has_view_or_change_permission(request, row):
            raise PermissionDenied
        return self.admin_site.history_page(request, row, parts_of(self.model, self.inlines))

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        row, form = context["original"], context["adminform"].form
        if changes := getattr(form, "changes", None):
            context["touched"] = touched_rows(forms_of(form, context), changes)
        context |= self.admin_site.shelf_context(request, row) if row else {}
        return super().render_change_form(request, context, *args, **kwargs)

    def _get_obj_does_not_exist_redirect(
        self,
        request: HttpRequest,
        opts: Any,
        object_id: str,
    ) -> HttpResponse:
        """Django drops the typed text here; a colleague may just have deleted the row."""
        typed: list[tuple[str, str]] = []
        if request.method == "POST":
            form = self.get_form(request)(request.POST)
            formsets, _ = self._create_formsets(request, self.model(), change=False)
            for each in [form, *(row for formset in formsets for row in formset.forms)]:
                typed += typed_texts(each)
        context = {**self.admin_site.each_context(request), "opts": opts, "typed": typed}
        return TemplateResponse(request, "admin/deleted.html", context, status=404)


class DeskInline(DeskFields, InlineModelAdmin):
    """Rows inside a page of the desk."""

    form: Any = PartForm
    formset: Any = PartFormSet
    extra = 0
    max_num: Any = MOST_ROWS

    def get_queryset(self, request: HttpRequest) -> Any:
        """A row names its citation, and that its source, so they are loaded with it."""
        fields = self.model._meta.fields
        cited = [f"{each.name}__source" for each in fields if each.related_model is Citation]
        rows = super().get_queryset(request)
        return rows.select_related(*cited) if cited else rows

    def formfield_for_dbfield(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        """A few lines for each text: there may be many rows."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if isinstance(db_field, models.TextField):
            field.widget.attrs["rows"] = 3
        return field

    def get_formset(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> Any:
        limits = {"absolute_max": type(self).max_num + 10, "validate_max": True}
        return super().get_formset(request, obj, **limits, **kwargs)


class DeskStacked(DeskInline, admin.StackedInline):
    """Rows as blocks of fields."""


class DeskTabular(DeskInline, admin.TabularInline):
    """Rows as lines of a table."""


def parts_of(model: Any, inlines: Iterable[Any]) -> tuple[Parts, ...]:
    """The rows of the inlines of a page, and of the inlines inside those."""
    return tuple(
        Parts(
            inline.model,
            _get_foreign_key(model, inline.model, fk_name=inline.fk_name).name,
            parts_of(inline.model, getattr(inline, "inlines", ())),
        )
        for inline in inlines
    )


def forms_of(form: Any, context: dict[str, Any]) -> Iterator[Any]:
    """Every form of a page: the row's own, those of its parts, and of theirs."""
    yield form
    formsets = [inline.formset for inline in context["inline_admin_formsets"]]
    while formsets:
        for row in formsets.pop(0).forms:
            yield row
            formsets += getattr(row, "nested_formsets", [])
