"""One hit as it is shown: what it is, its title, why it was found, and how it stands today."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date

from portal.findings import direction_words
from portal.library.links import address_of
from portal.library.states import State, trial_state
from portal.retrieval.passages import searchables
from portal.retrieval.ranking import Hit
from portal.search.documents import document_of, finding_of
from portal.search.facets import kind_of
from portal.search.highlights import Segment, Snippet, segments, snippet
from portal.shelf import Content
from portal.words import EditionKind
from trials.rules import capitalised

KINDS = {
    EditionKind.TRIAL.value: "Forsøg",
    EditionKind.EVALUATION.value: "Evaluering",
    EditionKind.RECOMMENDATION.value: "Anbefaling",
    EditionKind.PROGRAMME.value: "Program eller metode",
    "fund": "Fund",
}
TODAY = {
    "yes": "Gælder i dag",
    "unknown": "Usikkert, om det gælder i dag",
    "no": "Gælder ikke i dag",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One hit in the list. ``within`` is the evaluation that a finding is in."""

    kind: str
    title: tuple[Segment, ...]
    address: str
    snippet: Snippet | None
    within: str = ""
    state: State | None = None


def row(hit: Hit, content: Content, words: Collection[str], *, on: date) -> Row:
    """The hit with the words marked in it."""
    document = document_of(hit, content)
    address = address_of(hit.kind, hit.slug)
    every = searchables(hit.kind, document)
    passages = next(each.passages for each in every if each.finding == hit.finding)
    # What the title says is not said again below it.
    kind, found = KINDS[kind_of(hit)], snippet(passages[1:], words)
    if not hit.finding:
        title = segments(passages[0].text, words)
        state = _state(hit, content, on=on)
        return Row(kind=kind, title=title, address=address, snippet=found, state=state)
    finding = finding_of(hit, content)
    told = f"{capitalised(finding['outcome_label'])}: {direction_words(finding)}"
    return Row(
        kind=kind,
        title=segments(told, words),
        address=f"{address}#fund-{hit.finding}",
        snippet=found,
        within=document["title"],
    )


def _state(hit: Hit, content: Content, *, on: date) -> State | None:
    if hit.kind is not EditionKind.TRIAL:
        return None
    rule = content.trials[hit.slug].rule
    state = trial_state(rule, on=on)
    periods = tuple(f"{period.requirement}." for period in rule.periods)
    return replace(state, label=TODAY[state.code], sentences=periods[-1:])
