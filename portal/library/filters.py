"""What each library can be searched by, over the editions on the shelf. All of it is optional."""

from collections.abc import Iterable

from evaluations.words import (
    Direction,
    EvidenceKind,
    Level,
    Outcome,
    ProgrammeKind,
    RecommendationStatus,
)
from portal.library.parameters import (
    CodeFilter,
    Codes,
    DayFilter,
    LibraryFilter,
    YearFilter,
    order,
)
from portal.library.strict import SpanForm
from portal.matching import strength_for_studied
from portal.models import EditionQuerySet
from portal.shelf import Document
from portal.validity import covers
from portal.words import EditionKind
from trials.rules import Answer, CitizenProfile, choices, danish_order

IN_FORCE = {"ja": Answer.YES, "maaske": Answer.UNKNOWN, "nej": Answer.NO}


class TrialFilter(LibraryFilter):
    """Forsøg: by the day, whether they are in force on it, and the municipality."""

    KIND = EditionKind.TRIAL

    dato = DayFilter(label="Dag", method="unchanged", help_text="dd-mm-åååå. Tom: i dag.")
    i_kraft = CodeFilter(
        label="Gælder på dagen",
        method="in_force",
        codes=[("ja", "ja"), ("maaske", "usikkert"), ("nej", "nej")],
    )
    kommune = CodeFilter(
        label="Kan gælde i kommunen",
        method="in_municipality",
        help_text="Også forsøg, hvor kilden ikke siger, om kommunen er med.",
    )
    sorter = order()

    def codes(self) -> dict[str, Codes]:
        return {"kommune": list(self.content.municipalities.items())}

    def in_force(self, rows: EditionQuerySet, _: str, code: str) -> EditionQuerySet:
        trials = self.content.trials.items()
        wanted = IN_FORCE[code]
        return rows.with_slugs([slug for slug, row in trials if covers(row, on=self.on) is wanted])

    def in_municipality(self, rows: EditionQuerySet, _: str, code: str) -> EditionQuerySet:
        here = CitizenProfile(stated={"municipality": code})
        trials = self.content.trials.items()
        possible = [s for s, row in trials if row.rule.area.check(here).answer is not Answer.NO]
        return rows.with_slugs(possible)


class EvaluationFilter(LibraryFilter):
    """Evalueringer: by what they found, about which programme, by whom and when."""

    KIND = EditionKind.EVALUATION

    udfald = CodeFilter(label="Udfald", method="with_finding", codes=choices(Outcome))
    retning = CodeFilter(label="Retning", method="with_finding", codes=choices(Direction))
    art = CodeFilter(
        label="Art af viden",
        method="with_finding",
        codes=choices(EvidenceKind),
        help_text="Udfald, retning og art skal gælde for et og samme fund.",
    )
    program = CodeFilter(label="Program", method="of_programme")
    forsoeg = CodeFilter(label="Forsøg", method="of_trial")
    evaluator = CodeFilter(label="Evaluator", method="by_evaluator")
    udgiver = CodeFilter(label="Udgiver", method="by_publisher")
    fra_aar = YearFilter(label="Udgivet fra år", method="published")
    til_aar = YearFilter(
        label="Udgivet til år",
        method="published",
        help_text="Evalueringer uden kendt udgivelsesdag er så ikke med.",
    )
    sorter = order(("nyeste", "nyeste først"), ("aeldste", "ældste først"))

    class Meta(LibraryFilter.Meta):
        form = SpanForm

    def codes(self) -> dict[str, Codes]:
        found = [row.document for row in self.content.evaluations.values()]
        return {
            "program": _named(row for each in found for row in each["programmes"]),
            "forsoeg": _named(row for each in found for row in each["trials"]),
            "evaluator": _named(each["evaluator"] for each in found),
            "udgiver": _named(each["publisher"] for each in found),
        }

    def with_finding(self, rows: EditionQuerySet, _: str, __: str) -> EditionQuerySet:
        """One finding that meets all of what is asked, whichever filter asks first."""
        stated = self.form.cleaned_data
        asked = {"outcome": "udfald", "direction": "retning", "kind": "art"}
        codes = {key: stated[name] for key, name in asked.items() if stated[name]}
        return rows.with_part("findings", **codes)

    def of_trial(self, rows: EditionQuerySet, _: str, slug: str) -> EditionQuerySet:
        return rows.with_part("trials", slug=slug)

    def by_evaluator(self, rows: EditionQuerySet, _: str, slug: str) -> EditionQuerySet:
        return rows.with_code("evaluator__slug", slug)

    def by_publisher(self, rows: EditionQuerySet, _: str, slug: str) -> EditionQuerySet:
        return rows.with_code("publisher__slug", slug)

    def published(self, rows: EditionQuerySet, _: str, __: str) -> EditionQuerySet:
        stated = self.form.cleaned_data
        return rows.published_between(stated["fra_aar"], stated["til_aar"])


class RecommendationFilter(LibraryFilter):
    """Anbefalinger: by who puts them forward and how, and what they rest on."""

    KIND = EditionKind.RECOMMENDATION

    status = CodeFilter(label="Status", method="with_status", codes=choices(RecommendationStatus))
    udsteder = CodeFilter(label="Udsteder", method="by_issuer")
    program = CodeFilter(label="Program", method="of_one_programme")
    evaluering = CodeFilter(label="Hviler på evalueringen", method="resting_on")
    styrke = CodeFilter(
        label="Vidensstyrke",
        method="with_strength",
        codes=choices(Level),
        help_text="For dem, der ligner den undersøgte målgruppe.",
    )
    dato = DayFilter(
        label="Dag",
        method="unchanged",
        help_text="Dagen, som vidensstyrken regnes ud for: dd-mm-åååå. Tom: i dag.",
    )
    sorter = order()

    def codes(self) -> dict[str, Codes]:
        found = [row.document for row in self.content.recommendations.values()]
        evaluations = [row.document for row in self.content.evaluations.values()]
        used = {support["evaluation"] for each in found for support in each["supports"]}
        return {
            "udsteder": _named(each["issuer"] for each in found),
            "program": _named(each["programme"] for each in found),
            "evaluering": _named(row for row in evaluations if row["slug"] in used),
        }

    def with_status(self, rows: EditionQuerySet, _: str, code: str) -> EditionQuerySet:
        return rows.with_code("status", code)

    def by_issuer(self, rows: EditionQuerySet, _: str, slug: str) -> EditionQuerySet:
        return rows.with_code("issuer__slug", slug)

    def of_one_programme(self, rows: EditionQuerySet, _: str, slug: str) -> EditionQuerySet:
        return rows.with_code("programme__slug", slug)

    def resting_on(self, rows: EditionQuerySet, _: str, slug: str) -> EditionQuerySet:
        return rows.with_part("supports", evaluation=slug)

    def with_strength(self, rows: EditionQuerySet, _: str, code: str) -> EditionQuerySet:
        def level(document: Document) -> Level:
            return strength_for_studied(self.content, document, on=self.on).level

        found = self.content.recommendations.items()
        return rows.with_slugs([slug for slug, row in found if level(row.document) == code])


class ProgrammeFilter(LibraryFilter):
    """Programmer og metoder: by their kind and the organisations behind them."""

    KIND = EditionKind.PROGRAMME

    art = CodeFilter(label="Art", method="of_kind", codes=choices(ProgrammeKind))
    organisation = CodeFilter(label="Organisation bag", method="by_organisation")
    sorter = order()

    def codes(self) -> dict[str, Codes]:
        found = self.content.programmes.values()
        return {"organisation": _named(row for each in found for row in each["organisations"])}

    def of_kind(self, rows: EditionQuerySet, _: str, code: str) -> EditionQuerySet:
        return rows.with_code("kind", code)

    def by_organisation(self, rows: EditionQuerySet, _: str, slug: str) -> EditionQuerySet:
        return rows.with_part("organisations", slug=slug)


def _named(documents: Iterable[Document | None]) -> Codes:
    """Each document once, by its slug, with its title or name; None is left out."""
    found = {row["slug"]: row.get("title") or row["name"] for row in documents if row}
    return sorted(found.items(), key=_by_name)


def _by_name(choice: tuple[str, str]) -> str:
    return danish_order(choice[1])
