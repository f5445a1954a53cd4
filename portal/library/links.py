"""The ways from one published thing to the others that it concerns, in both directions."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.urls import reverse

from portal.shelf import Content, Document
from portal.words import EditionKind


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
    """A link to what is published now; else the title as it was when the document was made."""
    document = documents(content, kind).get(slug)
    if document is None:
        return Link(title=title or slug, address="", note=note)
    return Link(title=document["title"], address=address_of(kind, slug), note=note)


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
    """A trial leads to those who evaluated it, and through them to programmes and advice."""
    studies = _evaluations_of("trials", document["slug"], content)
    return (
        _evaluations(studies, content),
        _programmes((row for each in studies for row in each["programmes"]), content),
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
    own = [document["programme"]] if document["programme"] else []
    return (
        _evaluations(studies, content),
        _programmes([*own, *(row for each in studies for row in each["programmes"])], content),
        _trials((row for each in studies for row in each["trials"]), content),
    )


def of_programme(document: Document, content: Content) -> tuple[Related, ...]:
    slug = document["slug"]
    studies = _evaluations_of("programmes", slug, content)
    own = [
        row.document
        for row in content.recommendations.values()
        if row.document["programme"] and row.document["programme"]["slug"] == slug
    ]
    return (
        _evaluations(studies, content),
        _recommendations([*own, *_resting_on(studies, content)], content),
        _trials((row for each in studies for row in each["trials"]), content),
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
    told += [
        link_to(content, kind, other["slug"], note=f"{row['kind_label']} {document['title']}")
        for other in content.programmes.values()
        for row in other["relations"]
        if row["slug"] == document["slug"]
    ]
    return Related(heading="Beslægtede programmer og metoder", links=tuple(told), none="Ingen.")


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
