"""The timeline in words: the same facts as in the picture, each with its source."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from portal.library.details import shown_periods
from portal.library.links import Link, link_to
from portal.library.states import State, trial_state
from portal.pictures.timeline import Row, Timeline
from portal.shelf import Content, Document, PublishedTrial
from portal.words import EditionKind
from trials.rules import Answer, CitizenProfile, danish_date


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A citation, and what it is the source of when a fact has several."""

    of: str
    source: Document


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One thing that the picture shows, in words. A gap follows from the periods around it."""

    what: str
    text: str
    sources: tuple[Told, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A trial on the timeline: its row in the picture, and everything in it told."""

    link: Link
    state: State
    place: str
    row: Row
    facts: tuple[Fact, ...]


def entries_of(
    timeline: Timeline, content: Content, *, on: date, municipality: str = ""
) -> tuple[Entry, ...]:
    """The rows of the picture in its order, each with its words."""
    return tuple(
        _entry(row, content.trials[row.slug], content, on=on, municipality=municipality)
        for row in timeline.rows
    )


def possible_trials(content: Content, municipality: str) -> list[PublishedTrial]:
    """The trials that are, or may be, for the municipality; all of them when none is chosen."""
    trials = list(content.trials.values())
    here = CitizenProfile(stated={"municipality": municipality})
    if not municipality:
        return trials
    return [each for each in trials if each.rule.area.check(here).answer is not Answer.NO]


def _entry(
    row: Row, trial: PublishedTrial, content: Content, *, on: date, municipality: str
) -> Entry:
    return Entry(
        link=link_to(content, EditionKind.TRIAL, row.slug),
        state=trial_state(trial.rule, on=on),
        place=_place(trial, municipality),
        row=row,
        facts=(*_periods(trial, on), *_gaps(row), *_decisions(trial.document)),
    )


def _place(trial: PublishedTrial, municipality: str) -> str:
    """What is to be said of the chosen municipality, where the source leaves it open."""
    check = trial.rule.area.check(CitizenProfile(stated={"municipality": municipality}))
    return check.sentence if municipality and check.answer is Answer.UNKNOWN else ""


def _periods(trial: PublishedTrial, on: date) -> Iterator[Fact]:
    periods = list(shown_periods(trial.document, trial.rule.periods, on=on))
    for number, period in enumerate(periods, 1):
        start, end = period.start_source, period.end_source
        yield Fact(
            what=f"Periode {number}" if len(periods) > 1 else "Periode",
            text=period.text,
            sources=(Told(of="", source=start),)
            if start == end
            else (Told(of="Begyndelsen", source=start), Told(of="Slutningen", source=end)),
        )


def _gaps(row: Row) -> Iterator[Fact]:
    for gap in row.gaps:
        days = f"fra den {danish_date(gap.first)} til og med den {danish_date(gap.last)}"
        yield Fact(what="Hul", text=f"Gælder ikke {days}, mellem to perioder.")


def _decisions(document: Document) -> Iterator[Fact]:
    for row in document["decisions"]:
        until = _until(row["until"])
        yield Fact(
            what=f"Beslutning: {row['kind_label']}{until}",
            text=row["text"],
            sources=(Told(of="", source=row["source"]),),
        )


def _until(until: str | None) -> str:
    return f" til og med den {danish_date(date.fromisoformat(until))}" if until else ""
