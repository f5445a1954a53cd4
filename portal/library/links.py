"""The ways from one published thing to the others that it concerns, in both directions."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from django.urls import reverse

from evaluations.words import RelationKind
from portal.known import as_known
from portal.shelf import Content, Document
from portal.words import EditionKind

# Advice on a programme concerns what it builds on, but not every pool evaluated beside it.
CARRIES_ADVICE = {RelationKind.SIMILAR, RelationKind.PRINCIPLES, RelationKind.PART}


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A published thing to go to; without an address it is named only, and not published now."""

    title: str
    address: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """The links of one kind under their heading, or the words that say there are none."""

    heading: str
    links: tuple[Link, ...]
    none: str


def address_of(kind: EditionKind, slug: str) -> str:
    return reverse(kind.value, args=[slug])


def link_to(
    content: Content, kind: EditionKind, slug: str, *, title: str = "", note: str = ""
) -> Link:
    """A link to what is published in the content; else the title that the document knew."""
    document = documents(content, kind).get(slug)
    if document is None:
        return Link(title=title or slug, address="", note=note)
    address = address_of(kind, slug) + as_known(content)
    return Link(title=document["title"], address=address, note=note)


def documents(content: Content, kind: EditionKind) -> Mapping[str, Document]:
    """The documents of one kind that are published now, by slug."""
    if kind is EditionKind.PROGRAMME:
        return content.programmes
    if kind is EditionKind.TRIAL:
        return {slug: row.document for slug, row in content.trials.items()}
    is_study = kind is EditionKind.EVALUATION
    evidence = content.evaluations if is_study else content.recommendations
    return {slug: row.document for slug, row in evidence.items()}


def of_trial(document: Document, content: Content) -> tuple[Related, ...]:
    """A trial leads to its programme and its evaluations, and through them to more."""
    studies = _evaluations_of("trials", document["slug"], content)
    studied = [row for each in studies for row in each["programmes"]]
    return (
        _evaluations(studies, content),
        _programmes([*_with_trial(document["slug"], content), *studied], content),
        _recommendations(_resting_on(studies, content), content),
    )


def of_evaluation(document: Document, content: Content) -> tuple[Related, ...]:
    return (
        _programmes(document["programmes"], content),
        _trials(document["trials"], content),
        _recommendations(_resting_on([document], content), content),
    )


def of_recommendation(document: Document, content: Content) -> tuple[Related, ...]:
    studies = _supporting(document, content)
    return (
        _evaluations(studies, content),
        _joined(
            _programmes(_programmes_of(document, content), content),
            _around(document, content),
        ),
        _trials((row for each in studies for row in each["trials"]), content),
    )


def of_programme(document: Document, content: Content) -> tuple[Related, ...]:
    slug = document["slug"]
    studies = _evaluations_of("programmes", slug, content)
    trials = [*document.get("trials", ()), *(row for each in studies for row in each["trials"])]
    return (
        _evaluations(studies, content),
        _joined(
            _recommendations(_advice_on(slug, content), content),
            _advice_around(slug, content),
        ),
        _trials(trials, content),
        _relations(document, content),
    )


def recommendations_on(evaluation: str, finding: str, content: Content) -> tuple[Link, ...]:
    """The recommendations that rest on one finding, with what they say of it."""
    return tuple(
        link_to(content, EditionKind.RECOMMENDATION, slug, note=support["note"])
        for slug, row in content.recommendations.items()
        for support in row.document["supports"]
        if (support["evaluation"], support["finding"]) == (evaluation, finding)
    )


def _relations(document: Document, content: Content) -> Related:
    """How programmes and methods hang together, told from either end."""
    kind = EditionKind.PROGRAMME
    told = [
        link_to(content, kind, row["slug"], title=row["title"], note=row["kind_label"])
        for row in document["relations"]
    ]
    # Sister pools name each other: once is enough.
    own = {(row["slug"], row["kind"]) for row in document["relations"]}
    told += [
        link_to(content, kind, other["slug"], note=f"{row['kind_label']} {document['title']}")
        for other in content.programmes.values()
        for row in other["relations"]
        if row["slug"] == document["slug"] and (other["slug"], row["kind"]) not in own
    ]
    return Related(heading="Beslægtede programmer og metoder", links=tuple(told), none="Ingen.")


def _with_trial(slug: str, content: Content) -> list[Document]:
    """The programmes that name the trial as theirs."""
    found = content.programmes.values()
    return [each for each in found if any(row["slug"] == slug for row in each.get("trials", ()))]


def _programmes_of(document: Document, content: Content) -> list[Document]:
    """What a recommendation is about: its own programme, then those of the evaluations behind."""
    own = [document["programme"]] if document["programme"] else []
    studies = _supporting(document, content)
    return [*own, *(row for each in studies for row in each["programmes"])]


def _advice_on(slug: str, content: Content) -> list[Document]:
    """The recommendations about a programme, its own first."""
    found = [row.document for row in content.recommendations.values()]
    own = [each for each in found if each["programme"] and each["programme"]["slug"] == slug]
    return [*own, *_resting_on(_evaluations_of("programmes", slug, content), content)]


def _neighbours(slug: str, content: Content) -> list[str]:
    """The programmes that a programme builds on or resembles, told from either end."""
    pairs = [
        (programme["slug"], row["slug"])
        for programme in content.programmes.values()
        for row in programme["relations"]
        if row["kind"] in CARRIES_ADVICE
    ]
    return [other if one == slug else one for one, other in pairs if slug in (one, other)]


def _around(document: Document, content: Content) -> tuple[Link, ...]:
    """The programmes beside those that a recommendation is about."""
    return tuple(
        link_to(content, EditionKind.PROGRAMME, slug, note=f"beslægtet med {programme['title']}")
        for programme in _programmes_of(document, content)
        for slug in _neighbours(programme["slug"], content)
    )


def _advice_around(slug: str, content: Content) -> tuple[Link, ...]:
    """The recommendations about the programmes beside this one."""
    return tuple(
        link_to(content, EditionKind.RECOMMENDATION, row["slug"], note=f"om {beside['title']}")
        for beside in (content.programmes.get(other) for other in _neighbours(slug, content))
        if beside
        for row in _advice_on(beside["slug"], content)
    )


def _joined(related: Related, further: Iterable[Link]) -> Related:
    """The links, and those further away, each thing once."""
    once: dict[str, Link] = {}
    for link in (*related.links, *further):
        once.setdefault(link.address or link.title, link)
    return replace(related, links=tuple(once.values()))


def _evaluations_of(key: str, slug: str, content: Content) -> list[Document]:
    """The evaluations whose programmes, or trials, hold the slug."""
    found = (row.document for row in content.evaluations.values())
    return [each for each in found if any(part["slug"] == slug for part in each[key])]


def _resting_on(studies: Iterable[Document], content: Content) -> list[Document]:
    slugs = {each["slug"] for each in studies}
    return [
        row.document
        for row in content.recommendations.values()
        if any(support["evaluation"] in slugs for support in row.document["supports"])
    ]


def _supporting(document: Document, content: Content) -> list[Document]:
    slugs = dict.fromkeys(support["evaluation"] for support in document["supports"])
    found = documents(content, EditionKind.EVALUATION)
    return [found.get(slug, {"slug": slug, "programmes": [], "trials": []}) for slug in slugs]


def _evaluations(rows: Iterable[Document], content: Content) -> Related:
    return _related("Evalueringer", EditionKind.EVALUATION, rows, content)


def _programmes(rows: Iterable[Document], content: Content) -> Related:
    return _related("Programmer og metoder", EditionKind.PROGRAMME, rows, content)


def _trials(rows: Iterable[Document], content: Content) -> Related:
    return _related("Forsøg", EditionKind.TRIAL, rows, content)


def _recommendations(rows: Iterable[Document], content: Content) -> Related:
    return _related("Anbefalinger", EditionKind.RECOMMENDATION, rows, content)


def _related(
    heading: str, kind: EditionKind, rows: Iterable[Document], content: Content
) -> Related:
    """Each thing once, in the order in which it was met."""
    titles = {row["slug"]: row.get("title", "") for row in rows}
    links = tuple(link_to(content, kind, slug, title=titles[slug]) for slug in titles)
    return Related(heading=heading, links=links, none="Vejviser kender ingen.")
