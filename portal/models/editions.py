from collections.abc import Collection
from datetime import datetime
from typing import Any

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.db.models.fields.json import KT
from django.db.models.functions import Collate

from portal.models.users import User
from portal.words import EditionKind
from trials.models import danish_order
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


class EditionQuerySet(models.QuerySet["Edition"]):
    def newest(self) -> "EditionQuerySet":
        """The newest edition of each thing, withdrawn or not."""
        return self.order_by("kind", "slug", "-number").distinct("kind", "slug")

    def before(self, moment: datetime) -> "EditionQuerySet":
        """Those that were published before the moment."""
        return self.filter(published_at__lt=moment)

    def first_of(self, kind: EditionKind) -> "Edition | None":
        """The first edition of that kind, without its document."""
        return self.filter(kind=kind).order_by("published_at").defer("document").first()

    def in_turn(self) -> "EditionQuerySet":
        """All editions as they were made, one after the other, without the documents."""
        return self.order_by("pk").only("kind", "slug", "content_hash", "withdrawn")

    def stamps(self) -> tuple[tuple[Any, ...], ...]:
        """All editions as they were made, told without the documents, in one query."""
        names = ("pk", "kind", "slug", "number", "title", "withdrawn", "published_at", "reason")
        return tuple(self.order_by("pk").values_list(*names, "content_hash"))

    def documents(self, keys: Collection[int]) -> dict[int, Any]:
        """The documents of those editions, by their keys."""
        return dict(self.filter(pk__in=keys).values_list("pk", "document"))

    def newest_key(self) -> int:
        """The key of the edition that was made last; 0 when there is none."""
        return self.aggregate(last=models.Max("pk"))["last"] or 0

    def current(self, kind: EditionKind) -> "EditionQuerySet":
        """What is on the shelf of that kind, by its title."""
        newest = Edition.objects.filter(kind=kind).newest()
        return self.filter(pk__in=newest.values("pk"), withdrawn=False).by()

    def by(self, *order: Any) -> "EditionQuerySet":
        """In that order, and by title in Danish order where it says nothing."""
        return self.order_by(*order, BY_TITLE, "slug")

    def found_in(self, entries: models.QuerySet[Any]) -> "EditionQuerySet":
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

    def last_two(self, kind: EditionKind, slug: str) -> "EditionQuerySet":
        """The newest edition of one thing, and the one that it took the place of."""
        return self.filter(kind=kind, slug=slug).order_by("-number")[:2]

    def from_desk(self, kind: EditionKind, slug: str) -> "EditionQuerySet":
        """The history without what only took an earlier state back: withdrawals and undoing."""
        same = Edition.objects.filter(kind=kind, slug=slug, content_hash=OuterRef("content_hash"))
        rows = self.history(kind, slug).filter(withdrawn=False)
        return rows.exclude(Exists(same.filter(number__lt=OuterRef("number"))))


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
