"""Worked examples beside a trial: whom it is tried on, and what it must answer."""

from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from trials.models.places import Municipality
from trials.models.records import Record, once
from trials.models.trials import Trial
from trials.rules import (
    ATTRIBUTES,
    DECIDING,
    MOST_WEEKS,
    Judgement,
    Note,
    OfferAnswer,
    StatementError,
    Verdict,
    choices,
    profile_from,
)

# What may stand in ``profile``; the municipality is a row, and participation a field.
FACTS = frozenset(ATTRIBUTES) - {"municipality"}
UNKNOWN_FACT = "Her kan kun stå oplysninger om borgeren, som portalen spørger om."
NOTHING_DECIDES = (
    "Når forsøget gælder, er der intet, der står i vejen. Fjern fluebenene, eller ret svaret."
)
NO_OFFER = "Skriv tilbuddets uger i alt, eller fjern det, der er udfyldt om tilbuddet."
BOTH_WAYS = "Den samme bemærkning kan ikke både være der og mangle. Fjern det ene flueben."


class WorkedExampleQuerySet(models.QuerySet["WorkedExample"]):
    def get_by_natural_key(self, trial: str, slug: str) -> "WorkedExample":
        return self.get(trial__slug=trial, slug=slug)


class WorkedExample(Record):
    """Et eksempel: a citizen that nobody is, a day, the answer that the trial must give, and why.

    What is left empty of the answer is not compared. The municipality is a row and not a code, and
    what the other facts are is declared in the rules: ``profile`` holds them by attribute name.
    """

    trial = models.ForeignKey(
        Trial, verbose_name="forsøg", on_delete=models.CASCADE, related_name="examples"
    )
    slug = models.SlugField("kortnavn", max_length=80)
    why = models.TextField(
        "forklaring", help_text="Hvad eksemplet viser, og hvor svaret kommer fra, med vores ord."
    )
    on = models.DateField("dag", help_text="Dagen, hvor tilbuddet begynder, som dd-mm-åååå.")
    profile = models.JSONField("oplysninger", default=dict, blank=True)
    municipality = models.ForeignKey(
        Municipality,
        verbose_name="kommune",
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
    )
    participates = models.BooleanField("deltager kommunen i forsøget?", null=True, blank=True)
    weeks = models.PositiveSmallIntegerField(
        "uger i alt",
        null=True,
        blank=True,
        validators=[
            MinValueValidator(1, "Skriv mindst 1 uge."),
            MaxValueValidator(MOST_WEEKS, f"Skriv højst {MOST_WEEKS} uger."),
        ],
    )
    individual_assessment = models.BooleanField(Judgement.INDIVIDUAL.label, null=True, blank=True)
    special_need = models.BooleanField(Judgement.SPECIAL_NEED.label, null=True, blank=True)
    answer = models.CharField("svar", max_length=20, choices=choices(Verdict))
    deciding = ArrayField(
        models.CharField(max_length=40, choices=list(DECIDING.items())),
        verbose_name="det, der afgør svaret",
        default=list,
        blank=True,
        help_text="Det, som står i vejen eller mangler. Tom: sammenlignes ikke.",
    )
    allowed = models.PositiveSmallIntegerField(
        "sikker varighed",
        null=True,
        blank=True,
        help_text="I forsøgets enhed, uger eller måneder. Tom: sammenlignes ikke.",
    )
    possible = models.PositiveSmallIntegerField(
        "mulig varighed",
        null=True,
        blank=True,
        help_text=(
            "Når svaret er \u201dkan ikke afgøres\u201d, eller når det første trin kræver en "
            "vurdering. Tom: sammenlignes ikke."
        ),
    )
    offer_allowed = models.CharField(
        "svar om tilbuddet",
        max_length=20,
        choices=choices(OfferAnswer),
        blank=True,
        help_text="Tom: sammenlignes ikke.",
    )
    notes = ArrayField(
        models.CharField(max_length=40, choices=choices(Note)),
        verbose_name="bemærkninger, der skal være der",
        default=list,
        blank=True,
    )
    absent_notes = ArrayField(
        models.CharField(max_length=40, choices=choices(Note)),
        verbose_name="bemærkninger, der ikke må være der",
        default=list,
        blank=True,
    )

    objects = WorkedExampleQuerySet.as_manager()

    class Meta:
        verbose_name = "eksempel"
        verbose_name_plural = "eksempler"
        ordering = ["trial", "slug"]
        constraints = [once("worked_example_once", "trial", "slug")]

    def __str__(self) -> str:
        return self.slug

    def natural_key(self) -> tuple[str, str]:
        return (self.trial.slug, self.slug)

    def clean(self) -> None:
        """What nobody could ask or answer, said at the field; a fact is a field of its name."""
        errors = self._wrong_facts() if self.on else {}
        if self._says_of_offer and self.weeks is None:
            errors["weeks"] = NO_OFFER
        if self.answer == Verdict.APPLIES and self.deciding:
            errors["deciding"] = NOTHING_DECIDES
        if set(self.notes or ()) & set(self.absent_notes or ()):
            errors["absent_notes"] = BOTH_WAYS
        if errors:
            raise ValidationError(errors)

    def as_document(self) -> dict[str, Any]:
        """The example in the words of the public contract."""
        return {
            "slug": self.slug,
            "why": self.why,
            "on": self.on.isoformat(),
            "profile": self._stated() | self._participation(),
            "municipality_name": self.municipality.name if self.municipality else "",
            "offer": {name: each for name, each in self._offered().items() if each is not None},
            "expected": {
                name: each for name, each in self._expected().items() if each not in (None, "", [])
            },
        }

    def _wrong_facts(self) -> dict[str, str]:
        if not isinstance(self.profile, dict) or not FACTS.issuperset(self.profile):
            return {"profile": UNKNOWN_FACT}
        code = self.municipality.code if self.municipality else ""
        try:
            profile_from(self._stated(), on=self.on, municipalities={code})
        except StatementError as error:
            return error.errors
        return {}

    def _stated(self) -> dict[str, Any]:
        place = {"municipality": self.municipality.code} if self.municipality else {}
        return {**self.profile, **place}

    def _participation(self) -> dict[str, Any]:
        if self.participates is None:
            return {}
        return {"participates": {self.trial.slug: self.participates}}

    @property
    def _says_of_offer(self) -> bool:
        """Whether anything but its length is said of an offer."""
        told = [self.individual_assessment, self.special_need, self.offer_allowed or None]
        return any(each is not None for each in told)

    def _offered(self) -> dict[str, Any]:
        judged = {word.value: getattr(self, word) for word in Judgement}
        return {"weeks": self.weeks, **judged} if self.weeks is not None else {}

    def _expected(self) -> dict[str, Any]:
        names = ("answer", "deciding", "allowed", "possible", "offer_allowed")
        told = {name: getattr(self, name) for name in (*names, "notes", "absent_notes")}
        return told | {"deciding": sorted(self.deciding)}
