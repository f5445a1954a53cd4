"""Login and passwords: Django's own forms, which also refuse what looks like a CPR number."""

from django.contrib.auth import forms

from portal.refusing import RefusingForm


class LoginForm(RefusingForm, forms.AuthenticationForm):
    """Log ind."""


class ForgottenPasswordForm(RefusingForm, forms.PasswordResetForm):
    """Glemt adgangskode: a link is sent to the address, if it belongs to a user."""
