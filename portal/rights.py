"""What each role may do, in one table of code. The database holds only who has which role."""

from functools import cache
from typing import Any

from django.apps import apps
from django.contrib.auth.backends import ModelBackend

from portal.models import User
from portal.words import Role

CONTENT = ("trials", "evaluations", "recommendations")
# Kept by those who run the portal, not by those who write.
NOT_WRITTEN = frozenset({"trials.municipality", "trials.participation"})
PUBLISH = "portal.add_edition"
REVIEW = "portal.add_review"
# Who may report an error on a page. No permission of Django's: any such opens the desk.
REPORTERS = frozenset({Role.CASEWORKER, Role.EDITOR, Role.PUBLISHER})
WRITE = ("view", "add", "change", "delete")


@cache
def rights() -> dict[str, frozenset[str]]:
    """The permissions of each role, by its name, as Django names them: app.action_model."""
    written = {permission for model in _written() for permission in _allow(model, *WRITE)}
    editing = (
        written
        | _allow("trials.municipality", "view")
        | _allow("portal.edition", "view")
        | _allow("portal.report", "view", "change")
        | {REVIEW}
    )
    return {
        Role.CASEWORKER: frozenset(),
        Role.EDITOR: frozenset(editing),
        Role.PUBLISHER: frozenset(editing | _allow("trials.municipality", "change") | {PUBLISH}),
        Role.ADMINISTRATOR: frozenset(
            _allow("portal.user", "view", "add", "change")
            | _allow("trials.participation", *WRITE)
            | _allow("trials.municipality", "view")
        ),
    }


def may_report(user: Any) -> bool:
    """Whether the user may report an error on a page."""
    return user.is_superuser or user.groups.filter(name__in=REPORTERS).exists()


def _written() -> list[str]:
    """The content that editors write, as app.model."""
    models = (model for label in CONTENT for model in apps.get_app_config(label).get_models())
    return [name for model in models if (name := model._meta.label_lower) not in NOT_WRITTEN]


def _allow(label: str, *actions: str) -> set[str]:
    app, model = label.split(".")
    return {f"{app}.{action}_{model}" for action in actions}


class RightsBackend(ModelBackend):
    """Logs in by password as Django does, and takes the permissions from the table."""

    def get_user_permissions(self, user_obj: Any, obj: Any = None) -> set[str]:
        """None: a right that one person has alone is soon forgotten."""
        return set()

    def get_group_permissions(self, user_obj: Any, obj: Any = None) -> set[str]:
        if not isinstance(user_obj, User) or not user_obj.is_active or obj is not None:
            return set()
        names = user_obj.groups.values_list("name", flat=True)
        return {permission for name in names for permission in rights().get(name, ())}
