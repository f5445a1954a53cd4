from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models

from portal.models.editions import Edition


class SearchEntryQuerySet(models.QuerySet["SearchEntry"]):
    def of(self, kind: str, slug: str) -> "SearchEntryQuerySet":
        return self.filter(edition__kind=kind, edition__slug=slug)

    def matching(self, query: models.Expression) -> "SearchEntryQuerySet":
        """Those whose words the query matches; ``query`` is a tsquery."""
        return self.filter(Matches(models.F("words"), query))


class Matches(models.Func):
    """Whether a tsvector is matched by a tsquery."""

    template = "(%(expressions)s)"
    arg_joiner = " @@ "
    output_field = models.BooleanField()


class SearchEntry(models.Model):
    """En søgepost: the words that one published thing, or one finding in it, is found by.

    Only of the editions that are current: publishing and withdrawing put the entries right.
    """

    edition = models.ForeignKey(
        Edition, verbose_name="udgave", on_delete=models.CASCADE, related_name="search_entries"
    )
    finding = models.SlugField("fund", max_length=80, blank=True)
    words = SearchVectorField("ord")

    objects = SearchEntryQuerySet.as_manager()

    class Meta:
        verbose_name = "søgepost"
        verbose_name_plural = "søgeposter"
        indexes = [GinIndex(name="search_entry_words", fields=["words"])]
        constraints = [
            models.UniqueConstraint(name="search_entry_once", fields=["edition", "finding"])
        ]

    def __str__(self) -> str:
        return f"{self.edition}: {self.finding}" if self.finding else str(self.edition)
