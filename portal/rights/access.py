"""What the person behind a request may do."""

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest

from portal.models import User
from portal.rights.matrix import Access, Act, access_of, access_of_stranger


def met_by(user: User | AnonymousUser, act: Act) -> Access:
    """What the user meets who tries; a superuser, made by hand in an emergency, may everything."""
    if not isinstance(user, User):
        return access_of_stranger(act, library_is_public=settings.LIBRARY_IS_PUBLIC)
    if user.is_superuser and act not in {Act.NEVER, Act.NOBODY}:
        return Access.ALLOWED
    return access_of(act, user.roles)


def permits(user: User | AnonymousUser, act: Act) -> bool:
    return met_by(user, act) is Access.ALLOWED


def may(request: HttpRequest) -> dict[str, dict[str, bool]]:
    """For every template: what the reader may do, as ``may.guide`` or ``may.library``."""
    # A page may be made before anyone has asked who is there.
    user = getattr(request, "user", AnonymousUser())
    return {"may": {act.name.lower(): permits(user, act) for act in Act}}
