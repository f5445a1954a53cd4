from typing import Any

from django.db import models

from portal.models.users import User
from portal.words import WatchKind
from trials.rules import choices


class WatchQuerySet(models.QuerySet["Watch"]):
    def by(self, user: Any) -> "WatchQuerySet":
        """What the user follows, the first followed first; nothing for a stranger."""
        return self.filter(user_id=user.pk or 0).order_by("pk")

    def is_followed(self, user: Any, kind: WatchKind, code: str) -> bool:
        """Whether the user follows it; a stranger follows nothing, which costs no query."""
        return bool(user.is_authenticated and self.by(user).on(kind, code).exists())

    def on(self, kind: str, code: str) -> "WatchQuerySet":
        return self.filter(kind=kind, code=code)

    def followers(self) -> list[int]:
        """The users who follow something and still have access."""
        rows = self.filter(user__is_active=True).order_by("user")
        return list(rows.values_list("user", flat=True).distinct())


class Watch(models.Model):
    """Følger: a user who wants to be told of a trial or a municipality. Never of a citizen."""

    user = models.ForeignKey(
        User, verbose_name="bruger", on_delete=models.CASCADE, related_name="watches"
    )
    kind = models.CharField("art", max_length=20, choices=choices(WatchKind))
    code = models.SlugField("kortnavn eller kommunekode", max_length=80)
    since = models.DateTimeField("følger siden", auto_now_add=True)
    told_to = models.PositiveBigIntegerField(
        "fortalt til og med", help_text="Nøglen på den seneste udgave, der er fortalt om."
    )

    objects = WatchQuerySet.as_manager()

    class Meta:
        verbose_name = "følger"
        verbose_name_plural = "følger"
        constraints = [
            models.UniqueConstraint(name="watch_once", fields=["user", "kind", "code"]),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.code}"


class Told(models.Model):
    """Fortalt: that a user was mailed how near the last day of a trial is; each time once."""

    user = models.ForeignKey(User, verbose_name="bruger", on_delete=models.CASCADE)
    trial = models.SlugField("forsøg", max_length=80)
    day = models.DateField("sidste dag")
    days = models.PositiveSmallIntegerField("dage før", help_text="0: dagen er gået.")

    class Meta:
        verbose_name = "fortalt"
        verbose_name_plural = "fortalt"
        constraints = [
            models.UniqueConstraint(name="told_once", fields=["user", "trial", "day", "days"]),
        ]

    def __str__(self) -> str:
        return f"{self.trial}, {self.day}, {self.days}"
