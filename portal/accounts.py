"""Login and passwords: Django's own pages, which also refuse what looks like a CPR number."""

from django.contrib.auth import forms, views

from trials.refusing import RefusingForm
from trials.rules import has_identity_number


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
