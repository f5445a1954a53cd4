"""Two evaluations side by side: what they are, and what each found for every outcome."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from evaluations.words import Outcome
from portal.findings import design_words, direction_words
from portal.library.links import Link, link_to
from portal.shelf import Content, Document
from portal.words import EditionKind
from trials.rules import joined

NOT_STATED = "ikke oplyst i kilden"
Lines = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One of the two: its document, and where it stands."""

    document: Document
    link: Link


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One thing that is told of both."""

    label: str
    one: Lines
    other: Lines

    @property
    def is_same(self) -> bool:
        return self.one == self.other


@dataclass(frozen=True, slots=True, kw_only=True)
class Aligned:
    """What the two found for one outcome, and how that compares."""

    outcome: Outcome
    one: tuple[Document, ...]
    other: tuple[Document, ...]

    @property
    def words(self) -> str:
        """Whether they point the same way; never that they agree, for the ways may differ."""
        if not (self.one and self.other):
            return "Kun den ene har fund."
        if _said(self.one, direction_words) != _said(self.other, direction_words):
            return "Ikke samme retning."
        differences = list(self._differences())
        return f"Samme retning, men {joined(differences)}." if differences else "Samme retning."

    def _differences(self) -> Iterator[str]:
        if _said(self.one, _way) != _said(self.other, _way):
            yield "ikke fundet på samme måde"
        if _said(self.one, _end) != _said(self.other, _end):
            yield "kun den ene siger, hvornår effekten ophører"


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Everything of two evaluations that can be set side by side."""

    one: Side
    other: Side
    shared: Lines
    rows: tuple[Row, ...]
    aligned: tuple[Aligned, ...]
    programmes: tuple[Document, ...]

    @property
    def sides(self) -> tuple[Side, Side]:
        return self.one, self.other


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two evaluations of the same programme or trial."""

    one: Link
    other: Link
    query: str
    about: str


def comparison_of(one: str, other: str, content: Content) -> Comparison:
    """The two evaluations, which are published, in the order given."""
    left, right = (content.evaluations[slug].document for slug in (one, other))
    programmes = _programmes(left, content), _programmes(right, content)
    both = [row for row in programmes[0] if row in programmes[1]]
    return Comparison(
        one=Side(document=left, link=link_to(content, EditionKind.EVALUATION, one)),
        other=Side(document=right, link=link_to(content, EditionKind.EVALUATION, other)),
        shared=_shared(left, right),
        rows=tuple(_rows(left, right, content)),
        aligned=tuple(_aligned(left, right)),
        programmes=tuple(both),
    )


def pairs_of(content: Content) -> tuple[Pair, ...]:
    """The pairs of evaluations about the same programme or trial, the older one first."""
    found = sorted((row.document for row in content.evaluations.values()), key=_published)
    return tuple(
        Pair(
            one=link_to(content, EditionKind.EVALUATION, one["slug"]),
            other=link_to(content, EditionKind.EVALUATION, other["slug"]),
            query=f"?a={one['slug']}&b={other['slug']}",
            about=joined(shared),
        )
        for one, other in combinations(found, 2)
        if (shared := _shared(one, other))
    )


def _published(document: Document) -> tuple[str, str]:
    """An unknown day comes last."""
    return document["published"]["date"] or "9999", document["slug"]


def _shared(one: Document, other: Document) -> Lines:
    """The titles of the programmes and trials that both are about."""
    about = [{row["slug"]: row["title"] for row in _about(each)} for each in (one, other)]
    return tuple(title for slug, title in about[0].items() if slug in about[1])


def _about(document: Document) -> list[Document]:
    return [*document["programmes"], *document["trials"]]


def _programmes(document: Document, content: Content) -> list[Document]:
    slugs = [row["slug"] for row in document["programmes"]]
    return [content.programmes[slug] for slug in slugs if slug in content.programmes]


def _rows(one: Document, other: Document, content: Content) -> Iterator[Row]:
    told = zip(_facts(one, content), _facts(other, content), strict=True)
    for (label, left), (_, right) in told:
        yield Row(label=label, one=_stated(left), other=_stated(right))


def _facts(document: Document, content: Content) -> Iterator[tuple[str, Iterable[str]]]:
    """Everything that is told of an evaluation, in the order of the page."""
    programmes = _programmes(document, content)
    organisations = [row["name"] for each in programmes for row in each["organisations"]]
    groups = document["target_groups"]
    yield "Program", [row["title"] for row in document["programmes"]]
    yield "Programmets formål", [row["aim"] for row in programmes]
    yield "Organisationer bag programmet", dict.fromkeys(organisations)
    yield "Programmets periode", [row["period_wording"] for row in programmes]
    yield "Forsøg", [row["title"] for row in document["trials"]] or ["intet forsøg"]
    yield "Evaluator", [(document["evaluator"] or {}).get("name", "")]
    yield "Udgiver", [(document["publisher"] or {}).get("name", "")]
    yield "Udgivet", [document["published"]["text"]]
    yield "Undersøgt målgruppe", [f"{row['name']}. {row['description']}" for row in groups]
    yield "Metode", [document["method"]]
    yield "Sammenligning", [document["comparison"]]
    yield "Antal steder", [str(document["sites"] or "")]


def _stated(lines: Iterable[str]) -> Lines:
    return tuple(line for line in lines if line) or (NOT_STATED,)


def _aligned(one: Document, other: Document) -> Iterator[Aligned]:
    """Every outcome that either has a finding about, in the order of the list of outcomes."""
    for outcome in Outcome:
        left, right = _on(outcome, one), _on(outcome, other)
        if left or right:
            yield Aligned(outcome=outcome, one=left, other=right)


def _on(outcome: Outcome, document: Document) -> tuple[Document, ...]:
    return tuple(row for row in document["findings"] if row["outcome"] == outcome)


def _said(findings: Iterable[Document], words: Callable[[Document], str]) -> set[str]:
    return {words(row) for row in findings}


def _way(finding: Document) -> str:
    return f"{finding['kind']} {design_words(finding)}"


def _end(finding: Document) -> str:
    return str(finding["horizon_months"]) if finding["ceases"] else ""
