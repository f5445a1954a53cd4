"""Who may read the libraries: everyone, unless the setting closes them to strangers."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse

View = Callable[..., HttpResponse]


def open_when_public(view: View) -> View:
    """Let everyone in while the libraries are public, and else only who is logged in."""

    @login_not_required
    @wraps(view)
    def asked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if settings.LIBRARY_IS_PUBLIC or request.user.is_authenticated:
            return view(request, *args, **kwargs)
        return redirect_to_login(request.get_full_path())

    return asked


def library_is_open(request: HttpRequest) -> dict[str, bool]:
    """For every template: whether to show the way to the libraries."""
    return {"library_is_open": settings.LIBRARY_IS_PUBLIC or _is_logged_in(request)}


def _is_logged_in(request: HttpRequest) -> bool:
    """False, too, on a page that is made before anyone has asked who is there."""
    user = getattr(request, "user", None)
    return user is not None and user.is_authenticated
