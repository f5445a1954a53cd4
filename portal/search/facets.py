"""What the hits can be narrowed by, with the number that each choice leaves."""

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.http import QueryDict

from evaluations.words import Direction, Outcome
from portal.library.pages import PAGE
from portal.retrieval.ranking import Hit
from portal.search.documents import document_of, finding_of
from portal.shelf import Content
from portal.words import EditionKind
from trials.rules import Answer, choices

FINDING = "fund"
KINDS = {
    EditionKind.TRIAL.value: ("forsoeg", "Forsøg"),
    EditionKind.EVALUATION.value: ("evalueringer", "Evalueringer"),
    FINDING: (FINDING, "Fund"),
    EditionKind.RECOMMENDATION.value: ("anbefalinger", "Anbefalinger"),
    EditionKind.PROGRAMME.value: ("programmer", "Programmer og metoder"),
}
IN_FORCE = {Answer.YES: "ja", Answer.UNKNOWN: "maaske", Answer.NO: "nej"}

Codes = Collection[str]
Labels = Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One way to narrow the hits: how many are left, and the address that does it."""

    label: str
    count: int
    address: str
    is_chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    """A question that can be asked of a hit: its parameter, its label, and the answers."""

    name: str
    label: str
    codes: Callable[[Hit], Codes]
    labels: Labels


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrowing:
    """A facet with the choices that the hits leave."""

    name: str
    label: str
    choices: tuple[Choice, ...]

    @property
    def is_chosen(self) -> bool:
        return any(choice.is_chosen for choice in self.choices)


def facets(content: Content, states: Mapping[str, Answer]) -> tuple[Facet, ...]:
    """All facets; ``states`` tells of each trial whether it is in force."""
    programmes = {slug: row["title"] for slug, row in content.programmes.items()}

    def in_force(hit: Hit) -> Codes:
        is_trial = hit.kind is EditionKind.TRIAL and hit.slug in states
        return [IN_FORCE[states[hit.slug]]] if is_trial else ()

    return (
        Facet(name="art", label="Slags", codes=_kind, labels=dict(KINDS.values())),
        Facet(
            name="i_kraft",
            label="Gælder forsøget i dag?",
            codes=in_force,
            labels={"ja": "Ja", "maaske": "Usikkert", "nej": "Nej"},
        ),
        Facet(
            name="retning",
            label="Fundets retning",
            codes=lambda hit: _of_finding(hit, "direction", content),
            labels=dict(choices(Direction)),
        ),
        Facet(
            name="udfald",
            label="Fundets udfald",
            codes=lambda hit: _of_finding(hit, "outcome", content),
            labels=dict(choices(Outcome)),
        ),
        Facet(
            name="program",
            label="Program eller metode",
            codes=lambda hit: _programmes(hit, content),
            labels=programmes,
        ),
    )


def narrowed(hits: Sequence[Hit], every: Sequence[Facet], chosen: Mapping[str, str]) -> list[Hit]:
    """The hits that meet every choice."""
    asked = [(facet, chosen[facet.name]) for facet in every if chosen.get(facet.name)]
    return [hit for hit in hits if all(code in facet.codes(hit) for facet, code in asked)]


def narrowings(
    hits: Sequence[Hit], every: Sequence[Facet], chosen: Mapping[str, str], query: QueryDict
) -> Iterator[Narrowing]:
    """Each facet with the number of hits that each of its choices would leave, the others kept."""
    for facet in every:
        others = {name: code for name, code in chosen.items() if name != facet.name}
        count = Counter(c for hit in narrowed(hits, every, others) for c in facet.codes(hit))
        code = chosen.get(facet.name, "")
        # A choice that leaves nothing is shown when it is made: else it could not be undone.
        wanted = [each for each in facet.labels if count[each] or each == code]
        found = tuple(
            Choice(
                label=facet.labels[each],
                count=count[each],
                address=_address(query, facet.name, "" if each == code else each),
                is_chosen=each == code,
            )
            for each in wanted
        )
        if found:
            yield Narrowing(name=facet.name, label=facet.label, choices=found)


def kind_of(hit: Hit) -> str:
    return FINDING if hit.finding else hit.kind.value


def _kind(hit: Hit) -> Codes:
    return [KINDS[kind_of(hit)][0]]


def _of_finding(hit: Hit, key: str, content: Content) -> Codes:
    return [finding_of(hit, content)[key]] if hit.finding else ()


def _programmes(hit: Hit, content: Content) -> Codes:
    """The programmes that the hit is about, or is."""
    if hit.kind is EditionKind.PROGRAMME:
        return [hit.slug]
    document = document_of(hit, content)
    if hit.kind is EditionKind.RECOMMENDATION:
        return [document["programme"]["slug"]] if document["programme"] else ()
    if hit.kind is EditionKind.EVALUATION:
        return [row["slug"] for row in document["programmes"]]
    found = content.programmes.items()
    return [
        slug
        for slug, row in found
        if any(trial["slug"] == hit.slug for trial in row.get("trials", ()))
    ]


def _address(query: QueryDict, name: str, code: str) -> str:
    """The first page of the same search, with that choice or without it."""
    kept = query.copy()
    for each in (name, PAGE):
        kept.pop(each, None)
    if code:
        kept[name] = code
    return f"?{kept.urlencode()}"
