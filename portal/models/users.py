from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.functional import cached_property

from trials.models import Municipality, Record


class User(Record, AbstractUser):
    """En bruger: a member of staff. The role is a group; citizens are never users."""

    home_municipality = models.ForeignKey(
        Municipality,
        verbose_name="hjemkommune",
        on_delete=models.PROTECT,
        related_name="users",
        null=True,
        blank=True,
        help_text="Udfylder kommunen på forhånd i vejledningen.",
    )

    class Meta:
        verbose_name = "bruger"
        verbose_name_plural = "brugere"

    @cached_property
    def roles(self) -> frozenset[str]:
        """The names of the user's roles; asked once for each request."""
        return frozenset(self.groups.values_list("name", flat=True))

    @property
    def home_code(self) -> str:
        """The code of the home municipality; empty when there is none."""
        return self.home_municipality.code if self.home_municipality else ""
