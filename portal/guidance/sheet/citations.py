"""Sources told once each, with every place in them that is used."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from trials.rules import joined

Citation = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """A source, and the places in it by how we know what they support."""

    title: str
    address: str
    places: str

    @property
    def text(self) -> str:
        """As it stands in a text without links."""
        return f"{self.title}, {self.places}{f', {self.address}' if self.address else ''}"


def cited(citations: Iterable[Citation | None]) -> list[Cited]:
    """The sources in the order in which they are first used."""
    sources: dict[tuple[str, str], dict[str, list[str]]] = {}
    for each in citations:
        if each is None:
            continue
        by_status = sources.setdefault((each["title"], each["address"]), {})
        places = by_status.setdefault(each["status_label"], [])
        if each["place"] not in places:
            places.append(each["place"])
    return [
        Cited(title=title, address=address, places=_places(by_status))
        for (title, address), by_status in sources.items()
    ]


def _places(by_status: Mapping[str, list[str]]) -> str:
    return "; ".join(f"{joined(places)} ({status})" for status, places in by_status.items())
