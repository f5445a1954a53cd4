from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.core.validators import RegexValidator
from django.db import models
from django.db.models.functions import Lower, Replace

from trials.models.records import Record


def danish_order(text: str | models.Expression) -> Replace:
    """A key that sorts a text in Danish without a locale: æ, ø and å (also aa) follow z.

    For a field, or an expression that holds text. Sort it under the collation "C".
    """
    letters = models.Func(
        text,
        models.Value("ÆØÅæøå"),
        models.Value("{|}{|}"),
        function="translate",
        output_field=models.CharField(),
    )
    return Replace(Lower(letters), models.Value("aa"), models.Value("}"))


class MunicipalityQuerySet(models.QuerySet["Municipality"]):
    def get_by_natural_key(self, code: str) -> "Municipality":
        return self.get(code=code)


class Municipality(Record):
    """En kommune: one of the 98, by its four-digit code."""

    code = models.CharField(
        "kommunekode",
        max_length=4,
        unique=True,
        validators=[RegexValidator(r"^\d{4}\Z", "Kommunekoden har fire cifre, for eksempel 0101.")],
    )
    name = models.CharField("navn", max_length=60, unique=True)
    official_name = models.CharField("officielt navn", max_length=80)
    aliases = ArrayField(
        models.CharField(max_length=60), verbose_name="andre stavemåder", default=list, blank=True
    )
    region = models.CharField("region", max_length=40)
    region_from_2027 = models.CharField("region fra 1. januar 2027", max_length=40)
    sort_key = models.GeneratedField(
        expression=danish_order("name"),
        output_field=models.CharField(max_length=60, db_collation="C"),
        db_persist=True,
        verbose_name="dansk sortering",
    )

    objects = MunicipalityQuerySet.as_manager()

    class Meta:
        verbose_name = "kommune"
        verbose_name_plural = "kommuner"
        ordering = ["sort_key"]

    def __str__(self) -> str:
        return self.name

    def natural_key(self) -> tuple[str]:
        return (self.code,)

    def as_document(self) -> dict[str, Any]:
        return {
            "code": self.code,
            "name": self.name,
            "official_name": self.official_name,
            "aliases": self.aliases,
            "region": self.region,
            "region_from_2027": self.region_from_2027,
        }
