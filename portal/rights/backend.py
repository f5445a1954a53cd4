"""The table in the words of Django: the permissions that each role has, and the way to log in."""

from functools import cache
from typing import Any

from django.apps import apps
from django.contrib.auth.backends import ModelBackend

from portal.models import User
from portal.rights.matrix import Act, allowed
from portal.words import Role

CONTENT = ("trials", "evaluations", "recommendations")
# Kept by those who run the portal, not by those who write.
NOT_WRITTEN = frozenset({"trials.municipality", "trials.participation"})
PUBLISH = "portal.add_edition"
# Who lacks it is not told that a draft exists.
SEE_DRAFTS = "portal.view_edition"
REVIEW = "portal.add_review"
SEND = "portal.add_submission"


@cache
def rights() -> dict[str, frozenset[str]]:
    """The permissions of each role, by its name, as Django names them: app.action_model."""
    return {
        role: frozenset(
            permission
            for act, permissions in _permissions().items()
            if allowed(act, role)
            for permission in permissions
        )
        for role in Role
    }


def _permissions() -> dict[Act, set[str]]:
    """What each act takes in Django's admin."""
    return {
        Act.DRAFTS: _allow(written(), "view") | {SEE_DRAFTS},
        Act.WRITE: _allow(written(), "add", "change"),
        Act.DELETE: _allow(written(), "delete"),
        Act.SEND: {SEND},
        Act.PUBLISH: {PUBLISH},
        Act.REVIEW: _allow(["portal.report"], "view", "change") | {REVIEW},
        Act.READ_CODES: _allow(["trials.municipality"], "view"),
        Act.CODES: _allow(["trials.municipality"], "change"),
        Act.PARTICIPATION: _allow(["trials.participation"], "view", "add", "change", "delete"),
        Act.TRAIL: _allow(["portal.change"], "view"),
        Act.USERS: _allow(["portal.user"], "view", "add", "change"),
    }


def written() -> list[str]:
    """The content that editors write, as app.model."""
    models = (model for label in CONTENT for model in apps.get_app_config(label).get_models())
    return [name for model in models if (name := model._meta.label_lower) not in NOT_WRITTEN]


def _allow(labels: list[str], *actions: str) -> set[str]:
    names = (label.split(".") for label in labels)
    return {f"{app}.{action}_{model}" for app, model in names for action in actions}


class RightsBackend(ModelBackend):
    """Logs in by password as Django does, and takes the permissions from the table."""

    def get_user_permissions(self, user_obj: Any, obj: Any = None) -> set[str]:
        """None: a right that one person has alone is soon forgotten."""
        return set()

    def get_group_permissions(self, user_obj: Any, obj: Any = None) -> set[str]:
        if not isinstance(user_obj, User) or not user_obj.is_active or obj is not None:
            return set()
        return {right for role in user_obj.roles for right in rights().get(role, ())}
