"""What a document is searched by: its texts for people, each with the weight of its place.

A document is one entry, and each finding of an evaluation one more, beside the evaluation.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from portal.findings import direction_words
from portal.retrieval.lexicon import cleaned, tokens
from portal.words import EditionKind
from trials.rules import group_from, group_sentences, rule_from, rule_passages

Document = Mapping[str, Any]
# A newsletter tells of much more than of the thing that rests on it.
TELLS_OF_MUCH = "Nyhedsbrev"
# Texts that do not follow each other in the document are not neighbours in the index either.
GAP = 5
# PostgreSQL counts no further, and gives all later words that place.
LAST_PLACE = 16_000


@dataclass(frozen=True, slots=True)
class Passage:
    """A text of a document: what it is, the words, and its weight from A, the title, to D."""

    label: str
    text: str
    weight: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Searchable:
    """What one entry is found by: the thing itself, or the finding of that slug in it."""

    finding: str
    passages: tuple[Passage, ...]

    @property
    def vector(self) -> str:
        """The words with their places and weights, as PostgreSQL writes a tsvector."""
        places: dict[str, list[str]] = {}
        place = 0
        for passage in self.passages:
            place += GAP
            for token in tokens(passage.text):
                place = min(place + 1, LAST_PLACE)
                places.setdefault(token.word, []).append(f"{place}{passage.weight}")
        return " ".join(f"'{word}':{','.join(found)}" for word, found in places.items())


def searchables(kind: EditionKind, document: Document) -> Iterator[Searchable]:
    """The entries of the document; what is no page of its own has none."""
    if kind not in PASSAGES:
        return
    yield Searchable(finding="", passages=tuple(_filled(PASSAGES[kind](document))))
    for finding in _rows(document, "findings"):
        passages = tuple(_filled(_finding(finding, document)))
        yield Searchable(finding=finding["slug"], passages=passages)


def _trial(document: Document) -> Iterator[Passage]:
    yield from _named(document)
    yield Passage("Kort fortalt", _said(document, "summary"), "B")
    yield Passage("Fraviger", _said(document, "derogates_from"), "B")
    yield Passage("Kommuner", _names(document["coverage"]["municipalities"]), "B")
    for told in rule_passages(rule_from(document)):
        yield Passage(told.heading, " ".join(told.sentences), "C")
    for row in _rows(document, "parameters"):
        yield Passage(row["name"], f"{row['name']}: {row['trial']}; {row['ordinary']}", "C")
    for row in _rows(document, "legal_bases"):
        source = row["source"]
        place = "" if _tells_of_much(source) else f": {source['title']}, {source['place']}"
        yield Passage("Retsgrundlag", f"{row['role']}{place}", "C")
    yield from _rest(document)


def _evaluation(document: Document) -> Iterator[Passage]:
    yield from _named(document)
    yield Passage("Kort fortalt", _said(document, "summary"), "B")
    yield Passage("Om", _titles([*_rows(document, "programmes"), *_rows(document, "trials")]), "B")
    yield from _organisations("Af", (document.get("evaluator"), document.get("publisher")))
    yield Passage("Udgivet", _said(document.get("published") or {}, "text"), "C")
    yield Passage("Metode", _said(document, "method"), "C")
    yield Passage("Sammenlignet med", _said(document, "comparison"), "C")
    yield from _rest(document)
    for finding in _rows(document, "findings"):
        yield Passage("Fund", f"{finding['outcome_label']}: {finding['statement']}", "D")


def _finding(finding: Document, document: Document) -> Iterator[Passage]:
    yield Passage("Udfald", finding["outcome_label"], "B")
    yield Passage("Fund", finding["statement"], "B")
    yield Passage("Størrelse", finding["magnitude"], "B")
    yield Passage("Retning", direction_words(finding), "C")
    yield Passage("Om hvem", finding["population"], "C")
    yield Passage("Art af viden", f"{finding['kind_label']}; {finding['design_label']}", "D")
    yield Passage("Fra", document["title"], "D")
    yield Passage("Om", _titles([*_rows(document, "programmes"), *_rows(document, "trials")]), "D")
    yield from _organisations("Af", (document.get("evaluator"), document.get("publisher")), "D")


def _recommendation(document: Document) -> Iterator[Passage]:
    yield from _named(document)
    yield Passage("Anbefaling", _said(document, "text"), "B")
    yield Passage("Program", _titles(filter(None, [document.get("programme")])), "B")
    yield Passage("Status", _said(document, "status_label"), "C")
    yield from _organisations("Udsteder", (document.get("issuer"),))
    yield Passage("Forudsætning", " ".join(_rows(document, "conditions")), "C")
    yield from _rest(document)
    studies = dict.fromkeys(row["evaluation"] for row in _rows(document, "supports"))
    yield Passage("Hviler på", "; ".join(slug.replace("-", " ") for slug in studies), "D")


def _programme(document: Document) -> Iterator[Passage]:
    yield from _named(document)
    yield Passage("Kort fortalt", _said(document, "summary"), "B")
    yield Passage("Formål", _said(document, "aim"), "B")
    yield Passage("Målgruppe", _said(document, "target_group_wording"), "B")
    yield Passage("Art", _said(document, "kind_label"), "C")
    yield Passage("Periode", _said(document, "period_wording"), "C")
    yield from _organisations("Organisation", _rows(document, "organisations"))
    yield Passage("Elementer", "; ".join(row["text"] for row in _rows(document, "elements")), "C")
    yield Passage("Forsøg", _titles(_rows(document, "trials")), "C")
    yield Passage("Beslægtet", _titles(_rows(document, "relations")), "D")
    yield from _rest(document)


PASSAGES = {
    EditionKind.TRIAL: _trial,
    EditionKind.EVALUATION: _evaluation,
    EditionKind.RECOMMENDATION: _recommendation,
    EditionKind.PROGRAMME: _programme,
}


def _named(document: Document) -> Iterator[Passage]:
    yield Passage("Titel", document["title"], "A")
    for key in ("aliases", "other_names"):
        yield Passage("Også kaldet", "; ".join(_rows(document, key)), "A")


def _rest(document: Document) -> Iterator[Passage]:
    """What any document may hold: target groups, remarks, claims, decisions and sources."""
    for group in _rows(document, "target_groups"):
        told = " ".join(group_sentences(group_from(group)))
        yield Passage("Målgruppe", group["name"], "B")
        yield Passage("Målgruppe", f"{group['description']} {told}", "C")
    for row in _rows(document, "decisions"):
        yield Passage("Beslutning", f"{row['kind_label']}. {row['text']}", "C")
    for row in _rows(document, "remarks"):
        yield Passage("Bemærkning", row["text"], "D")
    for row in _rows(document, "claims"):
        yield Passage("Kilderne siger", f"{row['topic']} {row['statement']}", "D")
    for row in _rows(document, "sources"):
        if not _tells_of_much(row):
            yield Passage("Kilde", row["title"], "D")


def _organisations(
    label: str, rows: Iterable[Document | None], weight: str = "C"
) -> Iterator[Passage]:
    for row in rows:
        if row:
            yield Passage(label, "; ".join([row["name"], *row["other_names"]]), weight)


# A document that was published before a key was thought of does not have it.


def _said(document: Document, key: str) -> str:
    return str(document.get(key) or "")


def _rows(document: Document, key: str) -> Sequence[Any]:
    found: Sequence[Any] = document.get(key) or ()
    return found


def _tells_of_much(source: Document) -> bool:
    title: str = source["title"]
    return title.startswith(TELLS_OF_MUCH)


def _filled(passages: Iterable[Passage]) -> Iterator[Passage]:
    for passage in passages:
        if text := " ".join(cleaned(passage.text).split()):
            yield replace(passage, text=text)


def _titles(rows: Iterable[Document]) -> str:
    return "; ".join(row["title"] for row in rows)


def _names(rows: Iterable[Document]) -> str:
    return ", ".join(row["name"] for row in rows)
