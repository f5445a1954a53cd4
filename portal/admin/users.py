"""Brugere: administrators invite colleagues, give each a role, and stop those who leave."""

from typing import Any

from django import forms
from django.conf import settings
from django.contrib import admin, messages
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from portal.accounts import days_of_invitation, invitation_address, send_invitation
from portal.models import User
from portal.words import Role
from trials.admin import CodeFilter, DeskAdmin, DeskForm
from trials.refusing import RefusingForm
from trials.rules import choices

RESEND = "_invite"
STOPPED = "Fjern fluebenet, når brugeren er stoppet. Adgangen lukkes straks, og intet slettes."
OWN_ROLE = "Du kan ikke ændre din egen rolle. Bed en anden administrator om det."
OWN_ACCESS = "Du kan ikke lukke din egen adgang. Bed en anden administrator om det."
TAKEN = "Brugernavnet findes allerede. Vælg et andet, eller åbn brugeren på listen."
SENT = "Invitationen er sendt til {email}. Linket virker i {days} dage."
NOT_SENT = (
    "Brugeren er gemt, men mailen til {email} blev ikke sendt. Se efter, om adressen er rigtig, og "
    "om mailserveren svarer. Åbn så brugeren, og vælg \u201dGem, og send invitationen igen\u201d."
)
WRITTEN = (
    "Portalen har ingen mailserver endnu: mailen til {email} er kun skrevet på skærmen, hvor "
    "portalen kører."
)
NO_INVITATION = (
    "Der er ikke sendt en invitation: brugeren er ikke aktiv eller har allerede valgt en "
    "adgangskode. En glemt adgangskode skiftes fra siden \u201dLog ind\u201d."
)
CONSOLE = "django.core.mail.backends.console.EmailBackend"


class UserForm(RefusingForm, DeskForm):
    """A user as an administrator sees one: never a password, a right of its own or a superuser."""

    acting: User

    email = forms.EmailField(
        label="E-mail",
        max_length=254,
        help_text="Arbejdsmail. Når en ny bruger gemmes, sendes invitationen hertil.",
    )
    role = forms.ChoiceField(
        label="Rolle",
        choices=choices(Role),
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": "Vælg en af rollerne."},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "is_active" in self.fields:
            self.fields["is_active"].label = "Har adgang"
            self.fields["is_active"].help_text = STOPPED
        if "role" in self.fields:
            self.initial["role"] = role_of(self.instance)
            # Who only has the way in that manage.py gave has no role to choose again.
            self.fields["role"].required = not self.instance.is_superuser

    @property
    def is_own(self) -> bool:
        return self.instance.pk == self.acting.pk

    def clean_username(self) -> str:
        """Two names that differ in capitals only would be taken for one."""
        name: str = self.cleaned_data["username"]
        if User.objects.exclude(pk=self.instance.pk).filter(username__iexact=name).exists():
            raise ValidationError(TAKEN)
        return name

    def clean_role(self) -> str:
        role: str = self.cleaned_data["role"]
        if self.is_own and role != self.initial["role"]:
            raise ValidationError(OWN_ROLE)
        return role

    def clean_is_active(self) -> bool:
        is_active: bool = self.cleaned_data["is_active"]
        if self.is_own and not is_active:
            raise ValidationError(OWN_ACCESS)
        return is_active


class RoleFilter(CodeFilter):
    """The users with one role."""

    title = "rolle"
    parameter_name = "rolle"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Any:
        return choices(Role)

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        return queryset.filter(groups__name=self.value()) if self.value() else queryset


@admin.register(User)
class UserAdmin(DeskAdmin):
    """Brugere. Nobody deletes one, for editions name who published them."""

    form = UserForm
    change_form_template = "admin/portal/user/change_form.html"
    actions = None
    list_display = ("username", "name", "role", "home_municipality", "is_active", "last_login")
    list_filter = (RoleFilter, "is_active", ("home_municipality", admin.RelatedOnlyFieldListFilter))
    list_select_related = ("home_municipality",)
    search_fields = ("username", "first_name", "last_name", "email")
    ordering = ("username",)

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).prefetch_related("groups")

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        person = ("username", "email", "first_name", "last_name", "seen")
        access = ("role", "home_municipality", *(("is_active",) if obj else ()))
        return ((None, {"fields": person}), ("Adgang", {"fields": access}))

    def get_form(self, request: HttpRequest, obj: Any = None, *args: Any, **kwargs: Any) -> Any:
        form: Any = super().get_form(request, obj, *args, **kwargs)
        form.acting = request.user  # on a class that Django makes for this request alone
        return form

    @admin.display(description="navn")
    def name(self, user: User) -> str:
        return user.get_full_name()

    @admin.display(description="rolle")
    def role(self, user: User) -> str:
        return role_of(user)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Who may set the address of a superuser could let a new password be sent there."""
        above = obj is not None and obj.is_superuser and not request.user.is_superuser
        return not above and super().has_change_permission(request, obj)

    def save_model(self, request: HttpRequest, obj: User, form: Any, change: bool) -> None:
        if not change:
            obj.set_unusable_password()
        super().save_model(request, obj, form, change)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        if role := form.cleaned_data["role"]:
            form.instance.groups.set([Group.objects.get(name=role)])

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        user = context["original"]
        invited = user is not None and awaits_password(user)
        context |= {
            "may_invite": invited and self.has_change_permission(request, user),
            "resend": RESEND,
            "days": days_of_invitation(),
        }
        return super().render_change_form(request, context, *args, **kwargs)

    # Both come last before the user is committed: a link is only mailed when all else went well.

    def response_add(
        self, request: HttpRequest, obj: User, post_url_continue: str | None = None
    ) -> HttpResponse:
        self._invite(request, obj)
        return super().response_add(request, obj, post_url_continue)

    def response_change(self, request: HttpRequest, obj: User) -> HttpResponse:
        if RESEND not in request.POST:
            return super().response_change(request, obj)
        self._invite(request, obj)
        return HttpResponseRedirect(request.path)

    def _invite(self, request: HttpRequest, user: User) -> None:
        """Mail the link, and tell what came of it."""
        told = {"email": user.email, "days": days_of_invitation()}
        if not awaits_password(user):
            messages.error(request, NO_INVITATION)
        elif not send_invitation(user, request.build_absolute_uri(invitation_address(user))):
            messages.error(request, NOT_SENT.format(**told))
        elif settings.EMAIL_BACKEND == CONSOLE:
            messages.warning(request, WRITTEN.format(**told))
        else:
            messages.success(request, SENT.format(**told))


def role_of(user: User) -> str:
    """The role of the user; empty for one who has none."""
    groups = user.groups.all() if user.pk else ()
    return next((group.name for group in groups), "")


def awaits_password(user: User) -> bool:
    """Whether the user is invited and has not chosen a password yet."""
    return user.is_active and not user.has_usable_password()
