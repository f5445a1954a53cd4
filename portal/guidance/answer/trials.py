"""One trial in the answer: its reason in a sentence, its last day, doubts, evaluations, picture."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from portal.guidance.answer.explanations import told
from portal.guidance.answer.reasons import reason_of
from portal.guidance.forms import field_name
from portal.known import as_known
from portal.matching import TrialAnswer
from portal.pictures.periods import PeriodPicture, period_picture
from portal.pictures.strips import main_result
from portal.shelf import Content
from trials.rules import (
    Answer,
    Assessment,
    Verdict,
    can_only_fail,
    capitalised,
    certain_sentence,
    danish_date,
    last_certain_day,
    limit_sentence,
    possible_sentence,
)

TIME_ALONE = (
    "Intet svar om borgeren kan afgøre det: det er usikkert, om forsøget var i kraft på dagen."
)
TIME_TOO = (
    "Svar om borgeren kan højst vise, at forsøget ikke gælder, for det er usikkert, om det var i "
    "kraft på dagen."
)
ON_THE_LINE = (
    "Intet svar om borgeren kan afgøre det: kilden siger ikke, hvor grænsen går. Det må I selv "
    "vurdere."
)
LINE_TOO = (
    "Svar om borgeren kan højst vise, at forsøget ikke gælder, for kilden siger ikke, hvor grænsen "
    "går på et andet punkt."
)
DISAGREE = "Kilderne er uenige"
AMBIGUOUS = "Kilden kan læses på flere måder"
MARKS = {Verdict.APPLIES: "✓", Verdict.UNDETERMINED: "?", Verdict.NOT_APPLIES: "✕"}


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenPoint:
    """Something that keeps a trial open, and the id of the field that could close it, if any."""

    text: str
    field: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """A question on which the sources differ, or one can be read in several ways."""

    kind: str
    topic: str
    chosen: str
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Studied:
    """An evaluation of the trial, and what it found in one sentence, the null findings too.

    ``as_known`` is what the address of its page ends with, here and below.
    """

    slug: str
    title: str
    published: str
    result: str
    as_known: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownTrial:
    """A trial in the answer; ``outlook`` is what more answers can do, where that is little.

    ``certain`` and ``possible`` are durations in sentences, and ``steps`` all of them in one.
    """

    answer: TrialAnswer
    mark: str
    reason: str
    is_compact: bool
    open_points: list[OpenPoint]
    outlook: str
    certain: str
    possible: str
    steps: str
    last_day: str
    picture: PeriodPicture
    doubts: list[Doubt]
    contested: str
    evaluations: list[Studied]
    as_known: str


def shown_trial(answer: TrialAnswer, content: Content, *, today: date) -> ShownTrial:
    """Everything that the page shows of one trial."""
    found, document = answer.assessment, answer.document
    is_open = found.verdict is Verdict.UNDETERMINED
    limit = found.rule.limit
    doubts = doubts_of(document["claims"])
    return ShownTrial(
        answer=answer,
        mark=MARKS[found.verdict],
        reason=reason_of(found),
        is_compact=found.verdict is Verdict.NOT_APPLIES,
        open_points=list(_open_points(found)) if is_open else [],
        outlook=_outlook(found) if is_open else "",
        certain=certain_sentence(found),
        possible=possible_sentence(found),
        steps=limit_sentence(limit) if limit else "",
        last_day=last_day_of(found),
        picture=period_picture(found.rule.periods, document["decisions"], on=found.on, today=today),
        doubts=doubts,
        contested=contested(doubts),
        evaluations=list(_evaluations(document["slug"], content)),
        as_known=as_known(content),
    )


def _open_points(found: Assessment) -> Iterator[OpenPoint]:
    for leaf in found.deciding_leaves:
        field = f"id_{field_name(leaf.asks[0])}" if leaf.asks else ""
        yield OpenPoint(text=told(leaf), field=field)


def _outlook(found: Assessment) -> str:
    """What more answers about the citizen can do for a trial that cannot be decided."""
    can_ask = any(leaf.asks for leaf in found.deciding_leaves)
    if found.in_time.answer is Answer.UNKNOWN:
        return TIME_TOO if can_ask else TIME_ALONE
    if not can_ask:
        return ON_THE_LINE
    return LINE_TOO if can_only_fail(found.check) else ""


def last_day_of(found: Assessment) -> str:
    """The last day that the trial surely covers, counted from a day that it surely covers."""
    if found.in_time.answer is not Answer.YES:
        return ""
    last = last_certain_day(found.rule.periods, found.on)
    if last is None:
        return "Der er ikke fastsat nogen slutdag."
    ends = [period.end for period in found.rule.periods if period.end.earliest == last]
    reserve = f" ({ends[0].reserve})" if ends and ends[0].reserve else ""
    return f"Sidste sikre dag: {danish_date(last)}{reserve}."


def doubts_of(claims: list[dict[str, Any]]) -> list[Doubt]:
    """Each question that has rival answers, with the one we use first."""
    return [
        _doubt(topic, list(rows))
        for topic, rows in groupby(claims, key=lambda claim: claim["topic"])
    ]


def _doubt(topic: str, claims: list[dict[str, Any]]) -> Doubt:
    sources = {claim["source"]["title"] for claim in claims}
    return Doubt(
        kind=DISAGREE if len(sources) > 1 else AMBIGUOUS,
        topic=topic,
        chosen=" ".join(claim["statement"] for claim in claims if claim["chosen"]),
        others=tuple(claim["statement"] for claim in claims if not claim["chosen"]),
    )


def contested(doubts: list[Doubt]) -> str:
    """That something is contested, in one line: what, or how much when it is more than one."""
    if len(doubts) == 1:
        return f"{doubts[0].kind}: {doubts[0].topic}"
    count = Counter(doubt.kind for doubt in doubts)
    told = [f"kilderne er uenige om {count[DISAGREE]} ting"] if count[DISAGREE] else []
    if count[AMBIGUOUS]:
        told.append(f"{count[AMBIGUOUS]}{'' if told else ' ting'} kan læses på flere måder")
    return capitalised(", og ".join(told))


def _evaluations(slug: str, content: Content) -> Iterator[Studied]:
    """The evaluations that name the trial."""
    for published in content.evaluations.values():
        document = published.document
        if any(row["slug"] == slug for row in document["trials"]):
            yield Studied(
                slug=document["slug"],
                title=document["title"],
                published=document["published"]["text"],
                result=main_result(document["findings"]),
                as_known=as_known(content),
            )
