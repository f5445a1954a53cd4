"""Login, passwords and invitations: Django's own pages, which also refuse CPR-like numbers."""

import logging

from django.conf import settings
from django.contrib.auth import forms, views
from django.contrib.auth.tokens import default_token_generator
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode

from portal.models import User
from portal.rights import Act, permits
from trials.refusing import RefusingForm
from trials.rules import has_identity_number

logger = logging.getLogger(__name__)


class LoginForm(RefusingForm, forms.AuthenticationForm):
    """Log ind."""


class ForgottenPasswordForm(RefusingForm, forms.PasswordResetForm):
    """Glemt adgangskode: a link is sent to the address, if it belongs to a user."""


class LoginView(views.LoginView):
    """The login page, which goes on only to addresses of the portal that name no person."""

    authentication_form = LoginForm

    # The stubs know the signature of Django 6, which takes the request.
    def get_redirect_url(self) -> str:  # type: ignore[override]
        address = super().get_redirect_url()
        return "" if has_identity_number(address) else address

    def get_default_redirect_url(self) -> str:
        """To the guidance; whoever only runs the portal goes to the desk."""
        if permits(self.request.user, Act.GUIDE):
            return super().get_default_redirect_url()
        return reverse("admin:index")


def invitation_address(user: User) -> str:
    """The page where the invited user chooses a password; its address is the only key to it."""
    names = urlsafe_base64_encode(force_bytes(user.pk)), default_token_generator.make_token(user)
    return reverse("password_reset_confirm", args=names)


def days_of_invitation() -> int:
    """How long the link of an invitation works."""
    return settings.PASSWORD_RESET_TIMEOUT // (24 * 60 * 60)


def send_invitation(user: User, link: str) -> bool:
    """Mail the link to the user; whether the mail server took it."""
    context = {"user": user, "link": link, "days": days_of_invitation()}
    try:
        send_mail(
            subject="Invitation til Vejviser",
            message=render_to_string("registration/invitation_email.txt", context),
            from_email=None,
            recipient_list=[user.email],
        )
    except (OSError, ValueError) as error:  # no server, no such domain, an address it refuses
        logger.warning("En invitation blev ikke sendt: %s", type(error).__name__)
        return False
    return True
