"""What differs between two answers: to what was stated, and to what is supposed instead."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from evaluations.recommendations.relevance import Relevance
from evaluations.words import Match
from portal.matching import VERDICTS, Guidance, TrialAnswer
from portal.shelf import Document
from trials.rules import Assessment, Note, Unit, Verdict, joined

APPLIES = Verdict.APPLIES.label
SAME = "Intet ændrer sig: svaret er det samme."
NO_DURATION = "ikke sikker"
NO_POSSIBLE = "ingen"
NO_NOTES = "ingen"
# In the order that a reader wants them: what applies first.
ORDER = {verdict.label: place for place, verdict in enumerate(VERDICTS)}


class Answered(Protocol):
    """An answer about one published thing."""

    @property
    def document(self) -> Document: ...


class Related(Answered, Protocol):
    """An answer that tells a distance to the citizen."""

    @property
    def relevance(self) -> Relevance: ...


Each = TypeVar("Each", bound=Answered)


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One thing that is answered otherwise; ``why`` is the reason on the after side."""

    document: Document
    before: str
    after: str
    what: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """Everything that goes from one answer to the same other one; ``words`` are one and several."""

    words: tuple[str, str]
    before: str
    after: str
    changes: tuple[Change, ...]

    @property
    def sentence(self) -> str:
        """1 forsøg går fra "gælder" til "kan ikke afgøres"."""
        return (
            f"{counted(len(self.changes), *self.words)} går fra \u201d{self.before}\u201d "
            f"til \u201d{self.after}\u201d"
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Forskellen: what changes, by kind; empty when the two answers say the same."""

    trials: tuple[Move, ...] = ()
    durations: tuple[Change, ...] = ()
    evaluations: tuple[Move, ...] = ()
    recommendations: tuple[Move, ...] = ()
    strengths: tuple[Move, ...] = ()

    @property
    def is_empty(self) -> bool:
        return not (self.trials or self.durations or self.evidence)

    @property
    def evidence(self) -> tuple[Move, ...]:
        return (*self.evaluations, *self.recommendations, *self.strengths)

    @property
    def sentence(self) -> str:
        """The whole difference in short, to be read aloud."""
        if self.is_empty:
            return SAME
        told = (
            self._trials_told(),
            self._durations_told(),
            self._distances_told(),
            self._strengths_told(),
        )
        return " ".join(filter(None, told))

    def _trials_told(self) -> str:
        gained = _count(move for move in self.trials if move.after == APPLIES)
        lost = _count(move for move in self.trials if move.before == APPLIES)
        others = _count(self.trials) - gained - lost
        if gained and lost:
            told = f"{gained} forsøg kommer til, og {lost} forsøg falder fra."
        elif gained or lost:
            told = f"{gained or lost} forsøg {'mere' if gained else 'færre'} gælder."
        elif others:
            return f"{others} forsøg får et andet svar, men ingen flere eller færre gælder."
        else:
            return "Forsøgene får samme svar."
        return f"{told} Desuden får {others} forsøg et andet svar." if others else told

    def _durations_told(self) -> str:
        count = len({change.document["slug"] for change in self.durations})
        return f"Varighed eller tilbud ændrer sig i {count} forsøg." if count else ""

    def _distances_told(self) -> str:
        told = [
            counted(count, *moves[0].words)
            for moves in (self.evaluations, self.recommendations)
            if (count := _count(moves))
        ]
        return f"{joined(told)} får en anden afstand." if told else ""

    def _strengths_told(self) -> str:
        count = _count(self.strengths)
        return f"{counted(count, *RECOMMENDATION)} får en anden vidensstyrke." if count else ""


TRIAL = ("forsøg", "forsøg")
EVALUATION = ("evaluering", "evalueringer")
RECOMMENDATION = ("anbefaling", "anbefalinger")


def difference(before: Guidance, after: Guidance) -> Difference:
    """What changes from the one answer to the other, on the same published content."""
    return Difference(
        trials=_moves(TRIAL, _verdicts(before, after)),
        durations=tuple(_durations(before, after)),
        evaluations=_moves(EVALUATION, _distances(before.evaluations, after.evaluations)),
        recommendations=_moves(
            RECOMMENDATION, _distances(before.recommendations, after.recommendations)
        ),
        strengths=_moves(RECOMMENDATION, _strengths(before, after)),
    )


def counted(count: int, one: str, several: str) -> str:
    """1 evaluering, 2 evalueringer."""
    return f"{count} {one if count == 1 else several}"


def _count(moves: Iterable[Move]) -> int:
    return sum(len(move.changes) for move in moves)


def _pairs(before: Sequence[Each], after: Sequence[Each]) -> Iterator[tuple[Each, Each]]:
    """The two answers about each thing, in the order of the after side."""
    known = {answer.document["slug"]: answer for answer in before}
    return ((known[answer.document["slug"]], answer) for answer in after)


def _moves(words: tuple[str, str], changes: Iterable[Change]) -> tuple[Move, ...]:
    """The changes that say something, together by what they go from and to."""
    found: dict[tuple[str, str], list[Change]] = {}
    for change in changes:
        if change.before != change.after:
            found.setdefault((change.before, change.after), []).append(change)
    moves = (
        Move(words=words, before=before, after=after, changes=tuple(rows))
        for (before, after), rows in found.items()
    )
    return tuple(sorted(moves, key=lambda move: (ORDER.get(move.after, 0), move.before)))


def _verdicts(before: Guidance, after: Guidance) -> Iterator[Change]:
    for one, other in _pairs(before.trials, after.trials):
        yield Change(
            document=other.document,
            before=one.assessment.verdict.label,
            after=other.assessment.verdict.label,
            why=_why(other),
        )


def _why(answer: TrialAnswer) -> str:
    """The reason of the answer, with the period; for an open one, what keeps it open."""
    found = answer.assessment
    if answer.nearest:
        return answer.nearest
    if found.verdict is Verdict.APPLIES:
        return f"{found.check.sentence} {found.in_time.sentence}"
    return " ".join(dict.fromkeys(leaf.sentence for leaf in found.deciding_leaves))


def _durations(before: Guidance, after: Guidance) -> Iterator[Change]:
    """What changes in how long an offer may last, and in what must be told beside it."""
    for one, other in _pairs(before.trials, after.trials):
        earlier, later = _told(one.assessment), _told(other.assessment)
        for what in dict.fromkeys((*earlier, *later)):
            was, is_ = earlier.get(what, "ikke oplyst"), later.get(what, "ikke oplyst")
            if was != is_:
                yield Change(document=other.document, what=what, before=was, after=is_)


def _told(found: Assessment) -> dict[str, str]:
    """The durations, the planned offer and the notes of one assessment, in words."""
    told: dict[str, str] = {}
    if found.rule.limit and found.limit:
        unit = found.rule.limit.unit
        told["Sikker varighed"] = _up_to(found.limit.allowed, unit, NO_DURATION)
        told["Mulig varighed"] = _up_to(found.limit.possible, unit, NO_POSSIBLE)
    if found.offer and found.offer_allowed:
        told["Det planlagte tilbud"] = f"{found.offer.weeks} uger: {found.offer_allowed.label}"
    notes = [note.label for note in found.notes if note is not Note.SOURCE_RESERVATION]
    return told | {"Bemærkning": " ".join(notes) or NO_NOTES}


def _up_to(value: int | None, unit: Unit, otherwise: str) -> str:
    return otherwise if value is None else f"op til {value} {unit.label}"


def _distances(before: Sequence[Related], after: Sequence[Related]) -> Iterator[Change]:
    for one, other in _pairs(before, after):
        yield Change(
            document=other.document,
            before=_short(one.relevance.match),
            after=_short(other.relevance.match),
        )


def _short(match: Match) -> str:
    """The word of a distance without its explanation: direkte, delvis."""
    return match.label.partition(":")[0]


def _strengths(before: Guidance, after: Guidance) -> Iterator[Change]:
    for one, other in _pairs(before.recommendations, after.recommendations):
        yield Change(document=other.document, before=one.strength.words, after=other.strength.words)
