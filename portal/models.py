from collections.abc import Collection
from typing import Any

from django.contrib.auth.models import AbstractUser
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import Q
from django.db.models.fields.json import KT
from django.db.models.functions import Collate

from portal.words import EditionKind
from trials.models import Municipality, Record, danish_order
from trials.rules import choices

# Letters that Danish sorts as others: é as e, and the German ones as their Danish sisters.
SORTED_AS_OTHERS = models.Func(
    "title",
    models.Value("ÉÈÜÄÖéèüäö"),
    models.Value("EEYÆØeeyæø"),
    function="translate",
    output_field=models.CharField(),
)
BY_TITLE = Collate(danish_order(SORTED_AS_OTHERS), "C")


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

    @property
    def home_code(self) -> str:
        """The code of the home municipality; empty when there is none."""
        return self.home_municipality.code if self.home_municipality else ""


class EditionQuerySet(models.QuerySet["Edition"]):
    def newest(self) -> "EditionQuerySet":
        """The newest edition of each thing, withdrawn or not."""
        return self.order_by("kind", "slug", "-number").distinct("kind", "slug")

    def in_turn(self) -> "EditionQuerySet":
        """All editions as they were made, one after the other, without the documents."""
        return self.order_by("pk").only("kind", "slug", "content_hash", "withdrawn")

    def current(self, kind: EditionKind) -> "EditionQuerySet":
        """What is on the shelf of that kind, by its title."""
        newest = Edition.objects.filter(kind=kind).newest()
        return self.filter(pk__in=newest.values("pk"), withdrawn=False).by()

    def by(self, *order: Any) -> "EditionQuerySet":
        """In that order, and by title in Danish order where it says nothing."""
        return self.order_by(*order, BY_TITLE, "slug")

    def found_in(self, entries: "SearchEntryQuerySet") -> "EditionQuerySet":
        """Those that are among the entries themselves, and not only by a finding in them."""
        return self.filter(pk__in=entries.filter(finding="").values("edition"))

    def with_slugs(self, slugs: Collection[str]) -> "EditionQuerySet":
        return self.filter(slug__in=slugs)

    def with_part(self, part: str, **codes: str) -> "EditionQuerySet":
        """Those of which one and the same part (a finding, a programme) has all these codes."""
        return self.filter(**{f"document__{part}__contains": [codes]})

    def with_code(self, path: str, code: str) -> "EditionQuerySet":
        """Those whose document says just that, at a path such as issuer__slug."""
        return self.filter(**{f"document__{path}": code})

    def published_between(self, first: str | None, last: str | None) -> "EditionQuerySet":
        """Evaluations by the year in which they were published; both years count."""
        # As text: an unknown day is then NULL, which is in no span.
        rows = self.alias(published_on=KT("document__published__date"))
        rows = rows.filter(published_on__gte=f"{first}-01-01") if first else rows
        return rows.filter(published_on__lte=f"{last}-12-31") if last else rows

    def history(self, kind: EditionKind, slug: str) -> "EditionQuerySet":
        """All editions of one thing, the newest first, without the documents themselves."""
        rows = self.filter(kind=kind, slug=slug).order_by("-number")
        return rows.defer("document")


class Edition(models.Model):
    """En udgave: one published thing as an immutable document. The portal reads nothing else."""

    kind = models.CharField("art", max_length=20, choices=choices(EditionKind))
    slug = models.SlugField("kortnavn", max_length=80)
    number = models.PositiveIntegerField("udgave")
    title = models.CharField("titel", max_length=250)
    document = models.JSONField("dokument")
    content_hash = models.CharField("indholdets hash", max_length=64)
    withdrawn = models.BooleanField("trukket tilbage", default=False)
    published_at = models.DateTimeField("udgivet")
    published_by = models.ForeignKey(
        User,
        verbose_name="udgivet af",
        on_delete=models.PROTECT,
        related_name="editions",
        null=True,
        blank=True,
    )
    reason = models.CharField("begrundelse", max_length=250)

    objects = EditionQuerySet.as_manager()

    class Meta:
        verbose_name = "udgave"
        verbose_name_plural = "udgaver"
        ordering = ["kind", "slug", "-number"]
        constraints = [
            models.UniqueConstraint(name="edition_once", fields=["kind", "slug", "number"]),
            models.CheckConstraint(
                name="edition_says_why",
                condition=~Q(reason=""),
                violation_error_message="Skriv en begrundelse for udgivelsen.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title}, udgave {self.number}"


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
