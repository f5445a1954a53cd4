"""The start page: what is in force today, what ends soon, and what ended lately, in words."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from portal.library.parameters import CodeField
from portal.library.strict import StrictForm, search_helper
from portal.news.changes import chronicle
from portal.news.selection import Selection, chosen
from portal.shelf import Content, PublishedTrial
from portal.validity import Ending, ending_of, expired, expiring, in_force, last_days
from trials.rules import danish_date

SOON_DAYS = 90
LATELY_DAYS = 365
MOST_CHANGES = 5


class FrontForm(StrictForm):
    """Kommune: the one that the page is about; empty is the whole country."""

    def __init__(self, data: Any, *, content: Content) -> None:
        super().__init__(data)
        codes = list(content.municipalities.items())
        self.fields["kommune"] = CodeField(
            codes=codes, default="hele landet", required=False, label="Kommune"
        )
        self.helper = search_helper("Vis")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One trial in a list: its name, where it leads, what holds of its time, and of its place."""

    title: str
    slug: str
    time: str
    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierDay:
    """The way to a day on which something was in force."""

    text: str
    day: date
    address: str


def front_context(content: Content, *, on: date, municipality: str | None) -> dict[str, Any]:
    """Everything the start page tells of the day ``on``."""
    found = in_force(content, on=on, municipality=municipality)
    place = {"municipality": municipality}
    return {
        "municipality": content.municipalities.get(municipality or "", ""),
        "surely": _lines(found.surely, on=on, named=municipality is not None),
        "unnamed": _lines(found.unnamed, on=on),
        "perhaps": _lines(found.perhaps, on=on),
        "elsewhere": _lines(found.elsewhere, on=on),
        "soon": [_soon(each, on) for each in expiring(content, on=on, days=SOON_DAYS, **place)],
        "lately": [_ended(each, on) for each in expired(content, on=on, days=LATELY_DAYS, **place)],
        "soon_days": SOON_DAYS,
        "earlier": list(_earlier_days(content, on, municipality)),
    }


def news_on_front(*, municipality: str, content: Content) -> dict[str, Any]:
    """The last changes, of the whole country or of what one municipality may take part in."""
    told, wanted = chronicle(), Selection(content=content, municipality=municipality)
    found = chosen(told.changes, wanted)
    return {"changes": found[:MOST_CHANGES], "opened": told.opened}


def _lines(trials: Iterable[PublishedTrial], *, on: date, named: bool = False) -> list[Line]:
    """The trials in force; where they run is left out when the municipality surely takes part."""
    return [_line(trial, _until(ending_of(trial, on=on)), is_here=named) for trial in trials]


def _line(trial: PublishedTrial, time: str, *, is_here: bool = False) -> Line:
    place = "" if is_here else f"{trial.rule.area.description}."
    return Line(title=trial.document["title"], slug=trial.rule.slug, time=time, place=place)


def _until(ending: Ending) -> str:
    """How long it is in force, from a day on which it is or may be."""
    sure, latest = _day(ending, ending.sure), _day(ending, ending.latest)
    if sure and ending.sure == ending.latest:
        return f"Til og med den {sure}."
    if sure:
        then = f", og senest den {latest} er det slut" if latest else ""
        return f"Sikkert til og med den {sure}. Derefter er det usikkert{then}."
    return f"Slutter senest den {latest}." if latest else "Ingen slutdag er fastsat eller kendt."


def _soon(ending: Ending, on: date) -> Line:
    day = ending.sure or ending.latest or on
    kind = "sikre dag" if ending.sure else "mulige dag"
    word = "dag" if ending.sure == ending.latest else kind
    left = _days_left((day - on).days)
    return _line(ending.trial, f"Sidste {word} er den {_day(ending, day)}: {left}.")


def _days_left(left: int) -> str:
    if left == 0:
        return "det er i dag"
    return "det er i morgen" if left == 1 else f"om {left} dage"


def _ended(ending: Ending, on: date) -> Line:
    day = ending.latest or on
    ago = (on - day).days
    told = "i går" if ago == 1 else f"for {ago} dage siden"
    if ending.sure == day:
        return _line(ending.trial, f"Udløb den {_day(ending, day)}, {told}.")
    sure = f" Det gjaldt sikkert til og med den {_day(ending, ending.sure)}." if ending.sure else ""
    return _line(ending.trial, f"Udløb senest den {_day(ending, day)}, {told}.{sure}")


def _day(ending: Ending, day: date | None) -> str:
    """A last day in words, with how it is known when its source does not state it.

    Of an end that is not exact, that is said of the last possible day.
    """
    if day is None:
        return ""
    ends = (period.end for period in ending.trial.rule.periods)
    reserve = next((end.reserve for end in ends if day == end.latest), "")
    return f"{danish_date(day)} ({reserve})" if reserve else danish_date(day)


def _earlier_days(content: Content, on: date, municipality: str | None) -> Iterator[EarlierDay]:
    sure, possible = last_days(content, before=on, municipality=municipality)
    if sure:
        yield _earlier("Sidste dag, hvor et forsøg med sikkerhed gjaldt", sure, "ja", municipality)
    if possible and possible != sure:
        yield _earlier("Sidste dag, hvor et forsøg måske gjaldt", possible, "maaske", municipality)


def _earlier(text: str, day: date, in_force: str, municipality: str | None) -> EarlierDay:
    query = {"dato": f"{day:%d-%m-%Y}", "i_kraft": in_force, "kommune": municipality or ""}
    stated = urlencode({name: value for name, value in query.items() if value})
    return EarlierDay(text=text, day=day, address=f"{reverse('trial_list')}?{stated}")
