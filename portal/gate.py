"""What a document must hold before it may be published, and what is missing, in Danish.

Plain Python: the document is given, and the shelf is asked about elsewhere. "Not stated by the
source" is an answer when a citation says so: a day may be unknown, but never without its source.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from evaluations.words import RecommendationStatus
from portal.disagreements import topics_of
from portal.words import EditionKind
from trials.rules import (
    Coverage,
    address_fault,
    condition_errors,
    group_from,
    try_examples,
)

Document = Mapping[str, Any]
# An evaluation by this name would stand at the address of the comparison.
RESERVED = frozenset({"sammenlign"})
WITH_LIST = frozenset({Coverage.LISTED, Coverage.LISTED_INCOMPLETE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """What a document points at, which must be on the shelf with it; perhaps one finding of it."""

    kind: EditionKind
    slug: str
    finding: str = ""


class NotReadyError(Exception):
    """Nothing is published; ``missing`` tells what each thing lacks, by its title."""

    def __init__(self, missing: Iterable[tuple[str, list[str]]]) -> None:
        self.missing = list(missing)
        super().__init__(" ".join(self.sentences))

    @property
    def sentences(self) -> list[str]:
        """Every lack with the title of the thing that has it."""
        return [f"{title}: {lack}" for title, lacks in self.missing for lack in lacks]


def missing(kind: EditionKind, document: Document) -> list[str]:
    """What the document lacks, each with where to add it; nothing when it may be published."""
    lacks = _LACKS[kind](document) if kind in _LACKS else ()
    return [*lacks, *dict.fromkeys(_wrong_addresses(document))]


def references(kind: EditionKind, document: Document) -> tuple[Reference, ...]:
    """What the document points at by its address."""
    return tuple(_REFERENCES[kind](document)) if kind in _REFERENCES else ()


def _wrong_addresses(part: Any) -> Iterator[str]:
    """The addresses, wherever they stand, that no reader may be sent to; told without them.

    The forms refuse them, and so does the loading. What came another way stops here: pages show
    the addresses of editions as links.
    """
    if isinstance(part, list):
        for each in part:
            yield from _wrong_addresses(each)
    elif isinstance(part, dict):
        address = part.get("address")
        if isinstance(address, str) and address and (fault := address_fault(address)):
            yield f"Adressen ved \u201d{part.get('title', '')}\u201d kan ikke bruges. {fault}"
        yield from _wrong_addresses(list(part.values()))


def _trial(trial: Document) -> Iterator[str]:
    if not trial["legal_bases"]:
        yield "Retsgrundlag mangler. Tilføj det under \u201dRetsgrundlag\u201d."
    yield from _unsourced(trial["legal_bases"], "retsgrundlag")
    yield from _periods(trial["periods"])
    yield from _coverage(trial["coverage"])
    if not trial["target_groups"]:
        yield "Målgruppe mangler. Vælg mindst én under \u201dMålgrupper\u201d."
    yield from _groups(trial["target_groups"])
    yield from _groups([trial["ordinary_group"]] if trial["ordinary_group"] else [])
    yield from _limit(trial["limit"])
    yield from _claims(trial)
    yield from _rule(trial)


def _periods(periods: list[Document]) -> Iterator[str]:
    if not periods:
        yield "Periode mangler. Tilføj mindst én under \u201dPerioder\u201d."
    for number, period in enumerate(periods, 1):
        for bound, word in (("start", "begyndelsen"), ("end", "slutningen")):
            if not period[bound]["source"]:
                yield f"Kilde til {word} af periode {number} mangler. Vælg den ved perioden."


def _coverage(coverage: Document) -> Iterator[str]:
    if not coverage["source"]:
        yield "Kilde til geografien mangler. Vælg den under \u201dGeografi\u201d."
    if coverage["kind"] in WITH_LIST and not coverage["municipalities"]:
        yield "Geografien siger nævnte kommuner, men ingen er valgt. Vælg dem ved geografien."


def _groups(groups: list[Document]) -> Iterator[str]:
    for group in groups:
        name = f"Målgruppen \u201d{group['name']}\u201d"
        if not group["source"]:
            yield f"{name} mangler sin kilde. Vælg den på målgruppens side."
        if not group["conditions"]:
            yield f"{name} har ingen betingelser. Tilføj dem på målgruppens side."
        for number, condition in enumerate(group["conditions"], 1):
            yield from _condition(condition, f"Betingelse {number} i m{name[1:]}")
        yield from _readable_group(group, name)


def _condition(condition: Document, name: str) -> Iterator[str]:
    if not condition["source"]:
        yield f"{name} mangler sin kilde. Vælg den på målgruppens side."
    if not condition["alternatives"]:
        yield f"{name} har ingen alternativer. Tilføj mindst ét på målgruppens side."
    for number, each in enumerate(condition["alternatives"], 1):
        told = (each["attribute"], each["comparison"], each["values"], each["borderline"])
        for message in condition_errors(*told).values():
            yield f"{name}, alternativ {number}: {message}"


def _readable_group(group: Document, name: str) -> Iterator[str]:
    try:
        group_from(group)
    except (KeyError, ValueError) as error:
        yield f"{name} kan ikke læses som en regel ({error}). Ret betingelserne på dens side."


def _limit(limit: Document | None) -> Iterator[str]:
    if limit is None:
        return
    if not limit["steps"]:
        yield "Varigheden har ingen trin. Tilføj dem under \u201dTrin\u201d, eller ryd enheden."
    yield from _unsourced(limit["steps"], "trin")


def _rule(trial: Document) -> Iterator[str]:
    """The words of the error are for programmers, but they name the code that is unknown.

    Some codes are read first when somebody asks the rule, as the examples do.
    """
    try:
        outcomes = try_examples(trial)
    except (KeyError, ValueError) as error:
        told = f"Forsøget kan ikke læses som en regel ({error})."
        yield f"{told} Ret dage, geografi, målgrupper eller trin."
        return
    for outcome in outcomes:
        if not outcome.holds:
            yield (
                f"Eksemplet \u201d{outcome.slug}\u201d holder ikke. {' '.join(outcome.faults)} "
                "Ret reglen, eller ret eksemplet og dets forklaring."
            )


def _programme(programme: Document) -> Iterator[str]:
    yield from _sources(programme)
    yield from _claims(programme)


def _evaluation(evaluation: Document) -> Iterator[str]:
    if evaluation["slug"] in RESERVED:
        yield f"Kortnavnet \u201d{evaluation['slug']}\u201d er optaget. Vælg et andet kortnavn."
    yield from _sources(evaluation)
    if not (evaluation["programmes"] or evaluation["trials"]):
        yield "Evalueringen har hverken program eller forsøg. Vælg, hvad den handler om."
    for finding in evaluation["findings"]:
        if not finding["sources"]:
            yield f"Fundet \u201d{finding['statement']}\u201d mangler sin kilde. Tilføj den der."
    yield from _groups(evaluation["target_groups"])
    yield from _claims(evaluation)


def _recommendation(recommendation: Document) -> Iterator[str]:
    yield from _sources(recommendation)
    official = recommendation["status"] == RecommendationStatus.OFFICIAL_GUIDANCE
    if not recommendation["supports"] and not official:
        yield (
            "Anbefalingen hviler ikke på noget fund. Tilføj det under \u201dStøtte i fund\u201d; "
            "kun en officiel vejledning kan undvære det."
        )
    yield from _groups(recommendation["target_groups"])


def _municipalities(document: Document) -> Iterator[str]:
    if not document["municipalities"]:
        yield "Der er ingen kommuner på skrivebordet. Indlæs dem først."


def _claims(document: Document) -> Iterator[str]:
    """Sources that disagree: it may stand open, but what is chosen is one, and has its reason."""
    for topic in topics_of(document):
        if topic.fault:
            yield f"Emnet \u201d{topic.name}\u201d: {topic.fault}"


def _sources(document: Document) -> Iterator[str]:
    if not document["sources"]:
        yield "Kilde mangler. Vælg mindst én under \u201dKilder\u201d."


def _unsourced(rows: list[Document], word: str) -> Iterator[str]:
    for number, row in enumerate(rows, 1):
        if not row["source"]:
            yield f"Kilde til {word} {number} mangler. Vælg den ved rækken."


def _of_evaluation(evaluation: Document) -> Iterator[Reference]:
    for row in evaluation["programmes"]:
        yield Reference(kind=EditionKind.PROGRAMME, slug=row["slug"])
    for row in evaluation["trials"]:
        yield Reference(kind=EditionKind.TRIAL, slug=row["slug"])


def _of_recommendation(recommendation: Document) -> Iterator[Reference]:
    if recommendation["programme"]:
        yield Reference(kind=EditionKind.PROGRAMME, slug=recommendation["programme"]["slug"])
    for row in recommendation["supports"]:
        kind, slug = EditionKind.EVALUATION, row["evaluation"]
        yield Reference(kind=kind, slug=slug, finding=row["finding"])


def _of_programme(programme: Document) -> Iterator[Reference]:
    for row in programme["relations"]:
        yield Reference(kind=EditionKind.PROGRAMME, slug=row["slug"])
    for row in programme.get("trials", []):  # editions from before the field have none
        yield Reference(kind=EditionKind.TRIAL, slug=row["slug"])


_LACKS: dict[EditionKind, Callable[[Document], Iterator[str]]] = {
    EditionKind.MUNICIPALITIES: _municipalities,
    EditionKind.TRIAL: _trial,
    EditionKind.PROGRAMME: _programme,
    EditionKind.EVALUATION: _evaluation,
    EditionKind.RECOMMENDATION: _recommendation,
}
_REFERENCES: dict[EditionKind, Callable[[Document], Iterator[Reference]]] = {
    EditionKind.EVALUATION: _of_evaluation,
    EditionKind.RECOMMENDATION: _of_recommendation,
    EditionKind.PROGRAMME: _of_programme,
}
